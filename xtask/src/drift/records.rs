//! The JSON values of an input.

use serde_json::{Deserializer, Error, Value};

/// The values of an input. After one that cannot be read, it continues with the next line if the input
/// has one value per line, and ends otherwise.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    /// Where the next value is, after any spaces.
    at: usize,
    is_end: bool,
    /// The number of lines before a place.
    lines: (usize, usize),
    /// The last line that starts as the rest of a value does, once it was searched for.
    last_rest: Option<usize>,
}

impl<'a> Records<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            is_end: false,
            lines: (0, 0),
            last_rest: None,
        }
    }

    /// Returns the text of an error, with its position in the whole input. It has nothing of the input.
    fn message(&mut self, error: &Error, start: usize) -> String {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let text = text.trim_end_matches(&format!(" at line {line} column {column}"));
        let (lines, counted) = self.lines;
        let before = self.bytes.get(counted..start).unwrap_or_default();
        let lines = lines + before.split(|byte| *byte == b'\n').skip(1).count();
        self.lines = (lines, start);
        let before = self.bytes.get(..start).unwrap_or_default();
        let own = before.rsplit(|byte| *byte == b'\n').next();
        let in_line = own.filter(|_| line == 1).map_or(0, <[u8]>::len);
        format!(
            "{text} at line {} column {}",
            lines + line,
            in_line + column
        )
    }

    /// Returns where the line after a wrong value starts, if each line has a value: no line below starts
    /// as the rest of a value does, and the wrong one does not only open a value.
    fn next_line(&mut self) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        let start = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let length = rest.get(start..)?.iter().position(|byte| *byte == b'\n')?;
        let next = self.at + start + length + 1;
        let wrong = rest.get(start..start + length)?.trim_ascii();
        let is_blank = self.bytes.get(next..)?.trim_ascii().is_empty();
        let bytes = self.bytes;
        let last_rest = *self.last_rest.get_or_insert_with(|| last_rest(bytes));
        let is_each = !is_blank && next > last_rest;
        (is_each && ![&b"{"[..], b"["].contains(&wrong)).then_some(next)
    }
}

/// Returns where the last line starts that is the rest of a value; 0 without any.
fn last_rest(bytes: &[u8]) -> usize {
    let (mut at, mut last) = (0, 0);
    for line in bytes.split(|byte| *byte == b'\n') {
        let first = line.trim_ascii_start().first();
        if first.is_some_and(|byte| b"}],\"".contains(byte)) {
            last = at;
        }
        at += line.len() + 1;
    }
    last
}

impl Iterator for Records<'_> {
    type Item = Result<Value, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..).filter(|_| !self.is_end)?;
        let mut values = Deserializer::from_slice(rest).into_iter::<Value>();
        let value = values.next()?;
        let start = self.at;
        // Behind the value, or before one that is wrong.
        self.at += values.byte_offset();
        Some(value.map_err(|error| {
            let message = self.message(&error, start);
            match self.next_line() {
                Some(next) => self.at = next,
                None => self.is_end = true,
            }
            message
        }))
    }
}
