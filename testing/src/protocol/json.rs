//! JSON as the server reads it: leniently, and up to the first mistake.

use super::encoding::hex;

/// Values may be this deep in each other.
const DEEPEST: usize = 100;

/// A position in a JSON text. What the server accepts beyond the standard: numbers that start with a sign
/// or a point, and a backslash before any character.
pub(crate) struct Cursor<'a> {
    rest: &'a [u8],
}

/// A value as a parameter.
pub(crate) enum Scanned<'a> {
    /// The content of a string, which may not be UTF-8.
    Text(Vec<u8>),
    /// Anything else, as it was written.
    Raw(&'a [u8]),
}

impl Scanned<'_> {
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Raw(b"null"))
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text,
            Self::Raw(json) => json.to_vec(),
        }
    }
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a [u8]) -> Self {
        Self { rest: text }
    }

    /// Returns the next byte that is not white space.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let spaces = self.rest.iter().take_while(|byte| is_space(byte)).count();
        self.rest = self.rest.get(spaces..)?;
        self.rest.first().copied()
    }

    pub(crate) fn eat(&mut self, wanted: u8) -> Option<()> {
        if self.peek()? != wanted {
            return None;
        }
        self.rest = self.rest.get(1..)?;
        Some(())
    }

    /// Reads a value. `None` at a mistake.
    pub(crate) fn value(&mut self) -> Option<Scanned<'a>> {
        if self.peek()? == b'"' {
            return self.string().map(Scanned::Text);
        }
        let start = self.rest;
        self.skip(0)?;
        let length = start.len() - self.rest.len();
        start.get(..length).map(Scanned::Raw)
    }

    fn skip(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'"' => self.skip_string(),
            b'{' => self.skip_items(b'}', depth, |cursor| {
                cursor.skip_string()?;
                cursor.eat(b':')
            }),
            b'[' => self.skip_items(b']', depth, |_| Some(())),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            b'+' | b'-' | b'.' | b'0'..=b'9' => {
                let is_part =
                    |byte: &u8| matches!(byte, b'+' | b'-' | b'.' | b'0'..=b'9' | b'e' | b'E');
                let length = self.rest.iter().take_while(|byte| is_part(byte)).count();
                self.rest = self.rest.get(length..)?;
                Some(())
            }
            _ => None,
        }
    }

    /// Skips the items of an object or a list, each with what comes before its value.
    fn skip_items(
        &mut self,
        end: u8,
        depth: usize,
        before: impl Fn(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.rest = self.rest.get(1..)?;
        if self.eat(end).is_some() {
            return Some(());
        }
        loop {
            before(self)?;
            self.skip(depth + 1)?;
            if self.eat(b',').is_none() {
                return self.eat(end);
            }
        }
    }

    /// Skips a string, whose escapes are read where it is used.
    fn skip_string(&mut self) -> Option<()> {
        self.eat(b'"')?;
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            match byte {
                b'"' => return Some(()),
                b'\\' => self.rest = self.rest.get(1..)?,
                _ => {}
            }
        }
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(word)?;
        Some(())
    }

    /// Reads a string. `None` if it does not end, or for half of a surrogate pair.
    pub(crate) fn string(&mut self) -> Option<Vec<u8>> {
        self.eat(b'"')?;
        let mut text = Vec::new();
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            match byte {
                b'"' => return Some(text),
                b'\\' => self.escape(&mut text)?,
                byte => text.push(*byte),
            }
        }
    }

    /// Reads what follows a backslash.
    fn escape(&mut self, text: &mut Vec<u8>) -> Option<()> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        text.push(match byte {
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                let mut units = vec![self.unit()?];
                if matches!(units.as_slice(), [0xD800..=0xDBFF]) {
                    self.rest = self.rest.strip_prefix(b"\\u")?;
                    units.push(self.unit()?);
                }
                text.extend(String::from_utf16(&units).ok()?.into_bytes());
                return Some(());
            }
            other => *other,
        });
        Some(())
    }

    fn unit(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let mut unit = 0;
        for digit in digits {
            unit = unit << 4 | u16::from(hex(*digit)?);
        }
        Some(unit)
    }
}
