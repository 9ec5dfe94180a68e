//! A pull reader over JSON text: position, white space, and what all values have in common.

use std::collections::VecDeque;

use super::containers::Containers;
use super::error::{Fault, FaultKind, Step};
use super::held::Held;

/// The maximum depth of nested values.
pub(super) const DEPTH: u32 = 128;

/// Reads JSON text from start to end, directly into targets.
///
/// A function that reads a value leaves the position after it, even if it fails: unless the text is
/// invalid JSON, the rest of the value has been skipped. So a caller that can repair the value
/// continues, and nothing is read twice.
pub struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    /// The number of open containers.
    pub(super) depth: u32,
    /// Whether faults are repaired where that is possible.
    pub(super) is_lenient: bool,
    /// The fault of the value that failed last.
    pub(super) fault: Option<Box<Fault>>,
    pub(super) held: Vec<Held>,
    /// How many faults have been held, also those that do not matter any more.
    pub(super) all_held: usize,
    /// How many further faults were only counted.
    pub(super) unrecorded: usize,
    /// A text with escapes, as far as it has been read.
    pub(super) scratch: String,
    /// The start of an object, and the member that is the tag of its union.
    pub(super) tag_of_union: Option<(usize, &'static str)>,
    /// The ends of containers that were skipped to find a discriminator.
    pub(super) containers: Containers,
    /// Where U+FFFD stands for bytes that are not UTF-8, in the order of the text.
    pub(super) replaced: VecDeque<usize>,
}

/// A value could not be decoded. The reader has the fault.
#[derive(Debug)]
pub struct Failed;

pub(crate) type Read<T = ()> = Result<T, Failed>;

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str, is_lenient: bool) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            is_lenient,
            fault: None,
            held: Vec::new(),
            all_held: 0,
            unrecorded: 0,
            scratch: String::new(),
            tag_of_union: None,
            containers: Containers::default(),
            replaced: VecDeque::new(),
        }
    }

    /// Sets the positions of U+FFFD that replace invalid UTF-8.
    pub(crate) fn with_replaced(mut self, replaced: Vec<usize>) -> Self {
        self.replaced = replaced.into();
        self
    }

    /// Returns the number of bytes that have been read.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Continues at another byte.
    pub(crate) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    #[inline(always)]
    pub(super) fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    /// Returns the next byte that is not white space, without consuming it.
    #[inline(always)]
    pub(crate) fn token(&mut self) -> Read<u8> {
        match self.bytes().get(self.at) {
            Some(&byte) if byte > b' ' => Ok(byte),
            _ => self.token_behind_space(),
        }
    }

    #[cold]
    #[inline(never)]
    fn token_behind_space(&mut self) -> Read<u8> {
        loop {
            match self.bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                Some(&byte) if byte > b' ' => return Ok(byte),
                _ => return Err(self.unexpected()),
            }
        }
    }

    /// Consumes the colon after a name.
    #[inline]
    pub(super) fn colon(&mut self) -> Read {
        self.take(b':')
    }

    /// Consumes the byte, after any white space.
    #[inline]
    pub(crate) fn take(&mut self, byte: u8) -> Read {
        if self.token()? != byte {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(())
    }

    /// Consumes `true`, `false` or `null`.
    #[inline]
    pub(super) fn literal(&mut self, literal: &[u8]) -> Read {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(literal) {
            self.at += literal.len();
            return Ok(());
        }
        let common = rest.iter().zip(literal).take_while(|(a, b)| a == b).count();
        self.at += common;
        Err(self.unexpected())
    }

    /// Returns whether the text is one JSON value.
    pub(super) fn is_one_value(&mut self) -> bool {
        let skipped = self.token().and_then(|first| self.skip(first));
        skipped.and_then(|()| self.finish()).is_ok()
    }

    /// Checks that nothing but white space is left.
    pub(crate) fn finish(&mut self) -> Read {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.bytes().get(self.at) {
            self.at += 1;
        }
        if self.at == self.text.len() {
            return Ok(());
        }
        Err(self.unexpected())
    }

    /// Records an unexpected token at the current position, or the end of the text.
    #[cold]
    #[inline(never)]
    pub(super) fn unexpected(&mut self) -> Failed {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let kind = match rest.chars().next() {
            Some(found) => FaultKind::Unexpected(found),
            None => FaultKind::End,
        };
        self.fail(kind, self.at)
    }

    #[cold]
    #[inline(never)]
    pub(super) fn fail(&mut self, kind: FaultKind, offset: usize) -> Failed {
        self.fault = Some(Box::new(Fault {
            kind,
            offset,
            path: Vec::new(),
        }));
        Failed
    }

    /// Returns whether the text is invalid JSON, so that nothing more can be read.
    pub(crate) fn is_broken(&self) -> bool {
        self.fault.as_ref().is_some_and(|fault| fault.is_syntax())
    }

    /// Adds a step to the path of the fault.
    #[cold]
    #[inline(never)]
    pub(super) fn step(&mut self, step: Step) {
        if let Some(fault) = &mut self.fault {
            fault.path.push(step);
        }
    }

    /// Skips the value that starts with `first`, and returns its text.
    pub(crate) fn slice(&mut self, first: u8) -> Read<&'t str> {
        let start = self.at;
        self.skip(first)?;
        Ok(self.since(start))
    }

    /// Returns what has been read since `start`.
    pub(super) fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }
}
