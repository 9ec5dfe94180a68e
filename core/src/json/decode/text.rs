//! Strings: eight bytes at a time, and escapes in runs.

use std::borrow::Cow;

use super::error::FaultKind;
use super::reader::{Read, Reader};
use crate::json::escape::special;

impl<'t> Reader<'t> {
    /// Reads a string from its opening quote on.
    #[inline(always)]
    pub(super) fn text(&mut self) -> Read<String> {
        let start = self.at + 1;
        let end = self.special(start);
        if self.bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            let text = self.text.get(start..end).unwrap_or_default();
            // A box is allocated in line more often than a string.
            return Ok(String::from(Box::<str>::from(text)));
        }
        self.unescape(start, end)?;
        // A copy of exactly the required size.
        Ok(String::from(self.scratch.as_str()))
    }

    /// Reads a string from its opening quote on; borrowed if it has no escapes.
    pub(super) fn text_in_place(&mut self) -> Read<Cow<'t, str>> {
        let start = self.at + 1;
        let end = self.special(start);
        if self.bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Cow::Borrowed(self.text.get(start..end).unwrap_or_default()));
        }
        self.unescape(start, end)?;
        Ok(Cow::Owned(self.scratch.clone()))
    }

    /// Reads a string that starts here. Returns the JSON of any other value, and of a string that
    /// no `String` can represent.
    pub(crate) fn text_or_json(&mut self, first: u8) -> Read<Cow<'t, str>> {
        let start = self.at;
        if first == b'"' {
            match self.text_in_place() {
                Err(_) if !self.is_broken() => Ok(self.since(start).into()),
                text => text,
            }
        } else {
            self.slice(first).map(Cow::Borrowed)
        }
    }

    /// Decodes a string into `scratch`. The first byte that needs decoding is at `end`.
    #[inline(never)]
    fn unescape(&mut self, mut start: usize, mut end: usize) -> Read {
        let first = start - 1;
        self.scratch.clear();
        loop {
            self.scratch
                .push_str(self.text.get(start..end).unwrap_or_default());
            self.at = end;
            match self.bytes().get(end) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {}
                _ => return Err(self.unexpected()),
            }
            // Escapes come in runs.
            while self.bytes().get(self.at) == Some(&b'\\') {
                match self.escape()? {
                    Some(character) => self.scratch.push(character),
                    None => return self.lone_surrogate(first),
                }
            }
            start = self.at;
            end = self.special(start);
        }
    }

    /// Reads an escape; `None` for a lone surrogate.
    #[inline(always)]
    fn escape(&mut self) -> Read<Option<char>> {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        if let Some((&[b'\\', b'u', ref digits @ ..], _)) = rest.split_first_chunk::<6>()
            && let Some(code) = hex(digits)
        {
            self.at += 6;
            if code & 0xf800 == 0xd800 {
                return Ok(self.surrogate(code));
            }
            return Ok(char::from_u32(code));
        }
        let letter = match rest.get(1) {
            Some(b'n') => '\n',
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            _ => return Err(self.bad_escape()),
        };
        self.at += 2;
        Ok(Some(letter))
    }

    /// Reads the low surrogate after a high one.
    #[inline]
    fn surrogate(&mut self, first: u32) -> Option<char> {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        let (&[b'\\', b'u', ref digits @ ..], _) = rest.split_first_chunk::<6>()? else {
            return None;
        };
        let second = hex(digits)?;
        if first >= 0xdc00 || second & 0xfc00 != 0xdc00 {
            return None;
        }
        self.at += 6;
        char::from_u32(0x1_0000 + ((first & 0x3ff) << 10) + (second & 0x3ff))
    }

    /// Skips the rest of a string that starts at `first` and has a lone surrogate.
    #[cold]
    fn lone_surrogate(&mut self, first: usize) -> Read {
        self.skip_text_rest()?;
        Err(self.fail(FaultKind::LoneSurrogate, first))
    }

    /// Moves to the invalid byte of an escape.
    #[cold]
    fn bad_escape(&mut self) -> super::reader::Failed {
        self.at += 1;
        if self.bytes().get(self.at) == Some(&b'u') {
            self.at += 1;
            let rest = self.bytes().get(self.at..).unwrap_or_default();
            self.at += rest
                .iter()
                .take_while(|byte| byte.is_ascii_hexdigit())
                .count();
        }
        self.unexpected()
    }

    /// Skips a string from its opening quote on. Lone surrogates are allowed there.
    #[inline]
    pub(super) fn skip_text(&mut self) -> Read {
        self.at += 1;
        self.skip_text_rest()
    }

    fn skip_text_rest(&mut self) -> Read {
        loop {
            self.at = self.special(self.at);
            match self.bytes().get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => drop(self.escape()?),
                _ => return Err(self.unexpected()),
            }
        }
    }

    /// Returns the position of the next byte that needs decoding, or the end of the text.
    #[inline]
    pub(super) fn special(&self, mut at: usize) -> usize {
        let bytes = self.bytes();
        while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            if let Some(offset) = special(u64::from_le_bytes(*block)) {
                return at + offset;
            }
            at += block.len();
        }
        near_end(bytes, at)
    }
}

#[cold]
#[inline(never)]
fn near_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let is_special = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
    at + rest.iter().position(is_special).unwrap_or(rest.len())
}

/// The value of each hexadecimal digit; all bits set for other bytes.
static DIGITS: [u32; 256] = {
    let mut digits = [u32::MAX; 256];
    let mut value = 0;
    while value < 16 {
        let upper = b"0123456789ABCDEF"[value];
        #[allow(clippy::cast_possible_truncation)] // Below 16.
        let digit = value as u32;
        digits[upper as usize] = digit;
        digits[upper.to_ascii_lowercase() as usize] = digit;
        value += 1;
    }
    digits
};

/// Returns the value of four hexadecimal digits.
#[inline(always)]
fn hex(digits: &[u8; 4]) -> Option<u32> {
    let [a, b, c, d] = digits.map(|digit| DIGITS[usize::from(digit)]);
    // All bits are set if a digit is invalid.
    let is_hex = (a | b | c | d) != u32::MAX;
    is_hex.then_some(a << 12 | b << 8 | c << 4 | d)
}
