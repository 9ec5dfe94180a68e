//! Numbers, exact in any notation.

use super::error::FaultKind;
use super::reader::{Failed, Read, Reader};
use crate::schema::Number;

impl<'t> Reader<'t> {
    /// Reads an integer of 64 bits. Nearly all are plain digits.
    #[inline(always)]
    pub(super) fn int(&mut self, first: u8) -> Read<i64> {
        let is_negative = first == b'-';
        let start = self.at + usize::from(is_negative);
        let rest = self.bytes().get(start..).unwrap_or_default();
        let mut value: u64 = 0;
        let mut len = 0;
        while let Some(byte) = rest.get(len) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                // No fraction or exponent, not too long, and no leading zero.
                let is_plain = matches!(byte, b',' | b'}' | b']')
                    && (1..=18).contains(&len)
                    && (rest.first() != Some(&b'0') || (len == 1 && !is_negative));
                if !is_plain {
                    break;
                }
                self.at = start + len;
                let value = value.cast_signed();
                return Ok(if is_negative { -value } else { value });
            }
            value = value.wrapping_mul(10).wrapping_add(digit.into());
            len += 1;
        }
        self.odd_int(first)
    }

    #[cold]
    #[inline(never)]
    fn odd_int(&mut self, first: u8) -> Read<i64> {
        let start = self.at;
        match self.integer(first)? {
            Number::Int(value) => i64::try_from(value).ok(),
            _ => None,
        }
        .ok_or_else(|| self.out_of_range(INTEGER, start))
    }

    /// Reads an integer of any width. It may have a fraction or exponent as long as its value is
    /// whole.
    pub(super) fn integer(&mut self, first: u8) -> Read<Number> {
        let start = self.at;
        let text = self.number(first, INTEGER)?;
        match digits_only(text).or_else(|| whole(text)) {
            Some(number) => Ok(number),
            None if is_fraction(text) => Err(self.fail(
                FaultKind::WrongType {
                    expected: INTEGER,
                    found: "a number with a fraction",
                },
                start,
            )),
            None => Err(self.out_of_range(INTEGER, start)),
        }
    }

    /// Reads a floating-point number, rounded to the nearest.
    pub(super) fn float(&mut self, first: u8) -> Read<f64> {
        let start = self.at;
        let value = self.number(first, FLOAT)?.parse().ok();
        let value = value.filter(|value: &f64| value.is_finite());
        value.ok_or_else(|| self.out_of_range(FLOAT, start))
    }

    /// Reads a floating-point number of 32 bits, rounded once.
    pub(super) fn float32(&mut self, first: u8) -> Read<f32> {
        let start = self.at;
        let value = self.number(first, FLOAT)?.parse().ok();
        let value = value.filter(|value: &f32| value.is_finite());
        value.ok_or_else(|| self.out_of_range(FLOAT, start))
    }

    #[cold]
    pub(super) fn out_of_range(&mut self, expected: &'static str, start: usize) -> Failed {
        self.fail(FaultKind::OutOfRange { expected }, start)
    }

    /// Reads the text of the next number.
    fn number(&mut self, first: u8, expected: &'static str) -> Read<&'t str> {
        if !matches!(first, b'-' | b'0'..=b'9') {
            return Err(self.wrong_type(expected, first));
        }
        let start = self.at;
        skip(self)?;
        Ok(self.since(start))
    }
}

pub(super) const INTEGER: &str = "an Integer";
pub(super) const FLOAT: &str = "a Float";

/// Skips a number.
pub(super) fn skip(reader: &mut Reader<'_>) -> Read {
    if reader.bytes().get(reader.at) == Some(&b'-') {
        reader.at += 1;
    }
    match reader.bytes().get(reader.at) {
        Some(b'0') => reader.at += 1,
        _ => digits(reader)?,
    }
    if reader.bytes().get(reader.at) == Some(&b'.') {
        reader.at += 1;
        digits(reader)?;
    }
    if let Some(b'e' | b'E') = reader.bytes().get(reader.at) {
        reader.at += 1;
        if let Some(b'+' | b'-') = reader.bytes().get(reader.at) {
            reader.at += 1;
        }
        digits(reader)?;
    }
    Ok(())
}

/// Skips one or more digits.
fn digits(reader: &mut Reader<'_>) -> Read {
    let rest = reader.bytes().get(reader.at..).unwrap_or_default();
    match rest.iter().take_while(|byte| byte.is_ascii_digit()).count() {
        0 => Err(reader.unexpected()),
        count => {
            reader.at += count;
            Ok(())
        }
    }
}

/// Returns the value of a number without fraction and exponent, if it is in range.
fn digits_only(text: &str) -> Option<Number> {
    let number = text.parse().map(Number::Int);
    number.or_else(|_| text.parse().map(Number::Uint)).ok()
}

/// A decimal number: its digits without a point, and the power of ten that they are multiplied by.
struct Decimal<'a> {
    is_negative: bool,
    whole: &'a str,
    fraction: &'a str,
    exponent: i64,
}

impl<'a> Decimal<'a> {
    fn of(text: &'a str) -> Self {
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let fraction = fraction.trim_end_matches('0');
        // An exponent that is too large for an `i64` is too large for any number.
        let limit = if exponent.starts_with('-') {
            i64::MIN
        } else {
            i64::MAX
        };
        let exponent = exponent.parse().unwrap_or(limit);
        Self {
            is_negative,
            whole,
            fraction,
            exponent,
        }
    }
}

/// Returns whether the value of a number is not whole.
fn is_fraction(text: &str) -> bool {
    let decimal = Decimal::of(text);
    let digits = decimal.whole.bytes().chain(decimal.fraction.bytes());
    if digits.clone().all(|digit| digit == b'0') {
        return false;
    }
    let zeros = digits.rev().take_while(|digit| *digit == b'0').count();
    let places = i64::try_from(decimal.fraction.len()).unwrap_or(i64::MAX);
    let zeros = i64::try_from(zeros).unwrap_or(i64::MAX);
    decimal
        .exponent
        .saturating_sub(places)
        .saturating_add(zeros)
        < 0
}

/// Returns the value of a number with a fraction or exponent, if it is whole and in range.
fn whole(text: &str) -> Option<Number> {
    if is_fraction(text) {
        return None;
    }
    let decimal = Decimal::of(text);
    let places = i64::try_from(decimal.fraction.len()).ok()?;
    let digits = format!("{}{}", decimal.whole, decimal.fraction);
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some(Number::Int(0));
    }
    let shift = decimal.exponent.saturating_sub(places);
    let magnitude: u128 = if shift < 0 {
        let cut = usize::try_from(shift.unsigned_abs()).ok()?;
        digits.get(..digits.len().checked_sub(cut)?)?.parse().ok()?
    } else {
        let factor = 10_u128.checked_pow(u32::try_from(shift).ok()?)?;
        digits.parse::<u128>().ok()?.checked_mul(factor)?
    };
    if decimal.is_negative {
        let value = 0_i128.checked_sub_unsigned(magnitude)?;
        return Some(Number::Int(value));
    }
    Some(i128::try_from(magnitude).map_or(Number::Uint(magnitude), Number::Int))
}

impl Reader<'_> {
    /// Reads a number in the type that its notation suggests: integer or float.
    pub(super) fn plain_number(&mut self, first: u8) -> Read<Number> {
        let start = self.at;
        let text = self.number(first, FLOAT)?;
        if let Some(number) = digits_only(text) {
            return Ok(number);
        }
        self.at = start;
        self.float(first).map(Number::Float)
    }
}
