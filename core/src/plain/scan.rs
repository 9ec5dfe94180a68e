//! The bytes of plain JSON.

use super::{NotPlain, Plain, Result};

/// A text.
pub(super) enum Text<'de> {
    /// As it stands in the JSON.
    Borrowed(&'de str),
    /// Something in it was escaped; what it means is in the reader.
    Unescaped,
}

/// A number.
pub(super) enum Integer {
    Positive(u64),
    Negative(i64),
    /// It is none, and has not been read.
    Float,
}

const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;

/// What the characters of hexadecimal digits are worth; more than 15 for others.
const HEX: [u8; 256] = {
    let mut table = [u8::MAX; 256];
    let mut digit = 0;
    while digit < 10 {
        table[b'0' as usize + digit as usize] = digit;
        digit += 1;
    }
    let mut letter = 0;
    while letter < 6 {
        table[b'a' as usize + letter as usize] = 10 + letter;
        table[b'A' as usize + letter as usize] = 10 + letter;
        letter += 1;
    }
    table
};

impl<'de> Plain<'de> {
    #[inline]
    fn byte(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space, which stays the next.
    #[inline]
    pub(super) fn peek(&mut self) -> Result<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(byte) => return Ok(byte),
                None => return Err(NotPlain),
            }
        }
    }

    #[inline]
    pub(super) fn expect(&mut self, byte: u8) -> Result<()> {
        if self.byte() != Some(byte) && self.peek()? != byte {
            return Err(NotPlain);
        }
        self.at += 1;
        Ok(())
    }

    #[inline]
    pub(super) fn word(&mut self, word: &str) -> Result<()> {
        let rest = self.json.as_bytes().get(self.at..).ok_or(NotPlain)?;
        if !rest.starts_with(word.as_bytes()) {
            return Err(NotPlain);
        }
        self.at += word.len();
        Ok(())
    }

    /// Whether there is another item before the closing `bracket`, which is left.
    #[inline]
    pub(super) fn has_next(&mut self, bracket: u8, is_first: &mut bool) -> Result<bool> {
        let next = self.peek()?;
        if next == bracket {
            return Ok(false);
        }
        if std::mem::take(is_first) {
            return Ok(true);
        }
        if next != b',' {
            return Err(NotPlain);
        }
        self.at += 1;
        // Here nothing may close.
        Ok(true)
    }

    /// A number, if it is an integer and of a size that fits every type.
    #[inline]
    pub(super) fn integer(&mut self) -> Result<Integer> {
        let bytes = self.json.as_bytes();
        let is_negative = bytes.get(self.at) == Some(&b'-');
        let start = self.at + usize::from(is_negative);
        let mut at = start;
        let mut value = 0_u64;
        while let Some(digit) = bytes.get(at).map(|byte| byte.wrapping_sub(b'0')) {
            if digit > 9 {
                break;
            }
            value = value.wrapping_mul(10).wrapping_add(digit.into());
            at += 1;
        }
        let has_leading_zero = bytes.get(start) == Some(&b'0') && at > start + 1;
        if at == start || at > start + 18 || has_leading_zero {
            return Err(NotPlain);
        }
        let is_float = matches!(bytes.get(at), Some(b'.' | b'e' | b'E'));
        if is_float || (is_negative && value == 0) {
            return Ok(Integer::Float);
        }
        self.at = at;
        if is_negative {
            return Ok(Integer::Negative(-i64::try_from(value).map_err(|_| NotPlain)?));
        }
        Ok(Integer::Positive(value))
    }

    /// The text behind an opening quote, up to the closing one.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Text<'de>> {
        let start = self.at;
        let end = self.ordinary(start)?;
        match self.json.as_bytes().get(end) {
            Some(b'"') => {
                self.at = end + 1;
                let text = self.json.get(start..end).ok_or(NotPlain)?;
                Ok(Text::Borrowed(text))
            }
            _ => self.escaped(start, end),
        }
    }

    /// Where from `start` on the first byte is that does not stand for itself.
    #[inline]
    fn ordinary(&self, start: usize) -> Result<usize> {
        let mut rest = self.json.as_bytes().get(start..).ok_or(NotPlain)?;
        let mut at = start;
        // Eight bytes at once: one that is special sets its highest bit, and perhaps those of
        // bytes behind it.
        while let Some((chunk, behind)) = rest.split_first_chunk() {
            let word = u64::from_le_bytes(*chunk);
            let quote = word ^ (ONES * b'"' as u64);
            let backslash = word ^ (ONES * b'\\' as u64);
            let special = (word.wrapping_sub(ONES * 0x20) & !word)
                | (quote.wrapping_sub(ONES) & !quote)
                | (backslash.wrapping_sub(ONES) & !backslash);
            let special = special & HIGH;
            if special != 0 {
                return Ok(at + special.trailing_zeros() as usize / 8);
            }
            at += 8;
            rest = behind;
        }
        let is_special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
        let offset = rest.iter().position(is_special).ok_or(NotPlain)?;
        Ok(at + offset)
    }

    /// The same for a text that has an escape at `at`.
    fn escaped(&mut self, start: usize, at: usize) -> Result<Text<'de>> {
        let bytes = self.json.as_bytes();
        let (mut start, mut at) = (start, at);
        self.unescaped.clear();
        loop {
            let before = self.json.get(start..at).ok_or(NotPlain)?;
            self.unescaped.push_str(before);
            while bytes.get(at) == Some(&b'\\') {
                let (character, length) = escape(bytes.get(at + 1..).ok_or(NotPlain)?)?;
                self.unescaped.push(character);
                at += 1 + length;
            }
            start = at;
            at = self.ordinary(start)?;
            match bytes.get(at) {
                Some(b'"') => {
                    let last = self.json.get(start..at).ok_or(NotPlain)?;
                    self.unescaped.push_str(last);
                    self.at = at + 1;
                    return Ok(Text::Unescaped);
                }
                Some(b'\\') => {}
                _ => return Err(NotPlain),
            }
        }
    }
}

/// What stands behind a backslash: the character, and how many bytes it takes.
fn escape(bytes: &[u8]) -> Result<(char, usize)> {
    let character = match bytes.first() {
        Some(b'u') => return unicode(bytes),
        Some(byte @ (b'"' | b'\\' | b'/')) => char::from(*byte),
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        _ => return Err(NotPlain),
    };
    Ok((character, 1))
}

/// `u0041`, or two that are a pair of surrogates.
fn unicode(bytes: &[u8]) -> Result<(char, usize)> {
    let first = unit(bytes)?;
    if let Some(character) = char::from_u32(first) {
        return Ok((character, 5));
    }
    let second = match bytes.get(5..) {
        Some([b'\\', pair @ ..]) => unit(pair)?,
        _ => return Err(NotPlain),
    };
    match (first, second) {
        (0xd800..=0xdbff, 0xdc00..=0xdfff) => {
            let value = 0x1_0000 + ((first & 0x3ff) << 10 | (second & 0x3ff));
            Ok((char::from_u32(value).ok_or(NotPlain)?, 11))
        }
        _ => Err(NotPlain),
    }
}

/// The UTF-16 code unit in `u0041`.
#[inline]
fn unit(bytes: &[u8]) -> Result<u32> {
    let Some(&[b'u', a, b, c, d]) = bytes.first_chunk() else {
        return Err(NotPlain);
    };
    let [a, b, c, d] = [a, b, c, d].map(|digit| HEX[usize::from(digit)]);
    if (a | b | c | d) > 15 {
        return Err(NotPlain);
    }
    let byte = |high: u8, low: u8| u32::from(high << 4 | low);
    Ok(byte(a, b) << 8 | byte(c, d))
}
