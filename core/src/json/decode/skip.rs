//! Skips values of any depth without decoding them.

use super::number;
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// Skips the value that starts with `first`.
    #[inline]
    pub(crate) fn skip(&mut self, first: u8) -> Read {
        match first {
            b'{' | b'[' => self.skip_container(first, false).map(|_| ()),
            _ => self.skip_scalar(first),
        }
    }

    /// Skips the value that starts with `first`, and records the ends of its containers.
    pub(super) fn look_through(&mut self, first: u8) -> Read {
        if let b'{' | b'[' = first {
            match self.containers.find(self.at) {
                Some(end) => self.at = end,
                None => drop(self.skip_container(first, true)?),
            }
            return Ok(());
        }
        self.skip_scalar(first)
    }

    /// Skips the value, and returns its depth.
    pub(super) fn skip_measured(&mut self, first: u8) -> Read<u32> {
        match first {
            b'{' | b'[' => self.skip_container(first, false),
            _ => self.skip_scalar(first).map(|()| 0),
        }
    }

    /// Skips the rest of a container after one of its values.
    pub(super) fn skip_rest(&mut self, is_object: bool) -> Read {
        let mut open = Brackets::default();
        open.push(is_object);
        self.skip_behind_value(&mut open, false)
    }

    fn skip_container(&mut self, first: u8, notes: bool) -> Read<u32> {
        let mut open = Brackets::default();
        self.skip_value(first, &mut open, notes)?;
        self.skip_behind_value(&mut open, notes)?;
        Ok(open.deepest)
    }

    /// Continues after a value until all brackets are closed.
    fn skip_behind_value(&mut self, open: &mut Brackets, notes: bool) -> Read {
        while let Some(is_object) = open.last() {
            let byte = self.token()?;
            if byte == b',' {
                self.at += 1;
                let mut first = self.token()?;
                if is_object {
                    self.skip_name(first)?;
                    first = self.token()?;
                }
                self.skip_value(first, open, notes)?;
            } else if byte == if is_object { b'}' } else { b']' } {
                self.close(open, notes);
            } else {
                return Err(self.unexpected());
            }
        }
        Ok(())
    }

    /// Skips a scalar, or opens containers up to the first scalar inside.
    fn skip_value(&mut self, mut first: u8, open: &mut Brackets, notes: bool) -> Read {
        while let b'{' | b'[' = first {
            let is_object = first == b'{';
            if notes {
                self.containers.start(self.at);
            }
            open.push(is_object);
            self.at += 1;
            first = self.token()?;
            if first == if is_object { b'}' } else { b']' } {
                self.close(open, notes);
                return Ok(());
            }
            if is_object {
                self.skip_name(first)?;
                first = self.token()?;
            }
        }
        self.skip_scalar(first)
    }

    fn close(&mut self, open: &mut Brackets, notes: bool) {
        self.at += 1;
        open.pop();
        if notes {
            self.containers.end(self.at);
        }
    }

    /// Skips the name of a member and its colon.
    #[inline]
    fn skip_name(&mut self, first: u8) -> Read {
        if first != b'"' {
            return Err(self.unexpected());
        }
        self.skip_text()?;
        self.colon()
    }

    fn skip_scalar(&mut self, first: u8) -> Read {
        match first {
            b'"' => self.skip_text(),
            b't' => self.literal(b"true"),
            b'f' => self.literal(b"false"),
            b'n' => self.literal(b"null"),
            b'-' | b'0'..=b'9' => number::skip(self),
            _ => Err(self.unexpected()),
        }
    }
}

/// The open brackets: a bit for each, set for an object.
#[derive(Default)]
struct Brackets {
    /// The innermost 64 or fewer.
    bits: u64,
    len: u32,
    /// The others, 64 at a time.
    outer: Vec<u64>,
    deepest: u32,
}

impl Brackets {
    #[inline]
    fn push(&mut self, is_object: bool) {
        if self.len > 0 && self.len.is_multiple_of(64) {
            self.outer.push(self.bits);
        }
        self.bits = self.bits << 1 | u64::from(is_object);
        self.len += 1;
        self.deepest = self.deepest.max(self.len);
    }

    #[inline]
    fn pop(&mut self) {
        self.len -= 1;
        self.bits >>= 1;
        if self.len > 0 && self.len.is_multiple_of(64) {
            self.bits = self.outer.pop().unwrap_or_default();
        }
    }

    #[inline]
    fn last(&self) -> Option<bool> {
        (self.len > 0).then_some(self.bits & 1 == 1)
    }
}
