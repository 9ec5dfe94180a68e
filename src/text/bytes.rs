//! The bytes of a text as the server's parsers see them: behind the end, there are zeros.

/// The text that is parsed.
#[derive(Clone, Copy)]
pub(super) struct Source<'a>(&'a [u8]);

impl<'a> Source<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    pub(super) const fn len(self) -> usize {
        self.0.len()
    }

    /// Returns a byte, or 0 behind the end.
    pub(super) fn at(self, index: usize) -> u8 {
        self.0.get(index).copied().unwrap_or(0)
    }

    /// Returns the bytes from one index to before another, as far as they exist.
    pub(super) fn slice(self, from: usize, to: usize) -> &'a [u8] {
        let to = to.min(self.0.len());
        self.0.get(from..to).unwrap_or_default()
    }

    /// Returns the end of the run of bytes that are neither white space nor one of `stops`.
    pub(super) fn token_end(self, mut index: usize, stops: &[u8]) -> usize {
        while !is_space(self.at(index)) && !stops.contains(&self.at(index)) {
            index += 1;
        }
        index
    }

    /// Returns whether an escaped character follows the backslash at `index`.
    pub(super) fn is_escape(self, index: usize) -> bool {
        self.at(index) == b'\\' && matches!(self.at(index + 1), 1..=126)
    }

    /// Returns the index behind one line break at `index`, if there is one: `\n`, `\r`, or both.
    pub(super) fn skip_line_break(self, index: usize) -> usize {
        let is_break = |byte| matches!(byte, b'\n' | b'\r');
        let (first, second) = (self.at(index), self.at(index + 1));
        match (is_break(first), is_break(second) && first != second) {
            (true, true) => index + 2,
            (true, false) => index + 1,
            (false, _) => index,
        }
    }
}

/// Returns whether the server's parsers take a byte as white space. The zero is one.
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0 | 0x0b)
}

/// The text that remains after parsing, with its length in UTF-16 code units.
#[derive(Default)]
pub(super) struct Output {
    bytes: Vec<u8>,
    units: usize,
}

impl Output {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
            units: 0,
        }
    }

    /// Adds one byte of UTF-8. The first byte of a character counts for all of it.
    pub(super) fn push(&mut self, byte: u8) {
        if is_first(byte) {
            self.units += 1 + usize::from(byte >= 0xf0);
        }
        self.bytes.push(byte);
    }

    /// Adds a code point, which may be half of a surrogate pair.
    pub(super) fn push_code(&mut self, code: u32) {
        self.units += 1 + usize::from(code > 0xffff);
        encode(code, &mut self.bytes);
    }

    pub(super) const fn units(&self) -> usize {
        self.units
    }

    pub(super) const fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn last(&self) -> Option<u8> {
        self.bytes.last().copied()
    }

    pub(super) fn slice(&self, from: usize) -> &[u8] {
        self.bytes.get(from..).unwrap_or_default()
    }

    /// Returns the text, unless halves of surrogate pairs were added.
    pub(super) fn into_text(self) -> Option<String> {
        String::from_utf8(self.bytes).ok()
    }
}

/// Returns whether a byte starts a character of UTF-8.
pub(super) const fn is_first(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// Appends the UTF-8 of a code point; that of a surrogate is not valid UTF-8.
pub(super) fn encode(code: u32, bytes: &mut Vec<u8>) {
    if let Some(letter) = char::from_u32(code) {
        bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    } else {
        let low = |shift: u32| u8::try_from(code >> shift & 0x3f).unwrap_or(0) | 0x80;
        bytes.extend_from_slice(&[0xed, low(6), low(0)]);
    }
}

/// Returns text of bytes that are valid, except after references to surrogates.
pub(super) fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
