//! Finds the values that positions in a text are about. That is asked on failure only.

use super::error::Step;
use super::reader::{DEPTH, Reader};

/// The path of a value, from the inside out, and its start and end in the text.
pub(super) type Place = (Vec<Step>, (usize, usize));

/// Goes through a value once, and tells where positions are that are asked for in their order.
pub(super) struct Locator<'t> {
    reader: Reader<'t>,
    open: Vec<Container>,
    is_new: bool,
}

/// A container that has been entered.
struct Container {
    start: usize,
    is_object: bool,
    /// Where the name of the member stands that is next or was last.
    name: usize,
    /// That name once it has been read. It may be long.
    key: Option<Step>,
    /// Which item is next or was last.
    index: usize,
}

impl<'t> Locator<'t> {
    /// Starts at the value that starts at `start`.
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        let mut reader = Reader::new(text, false);
        reader.at = start;
        Self {
            reader,
            open: Vec::new(),
            is_new: true,
        }
    }

    /// Finds the innermost value around the byte at `at`, which is behind the last place.
    ///
    /// A value's end counts as within it: decoders of others stop there. Containers that are nested
    /// too deeply are not looked into.
    pub(super) fn locate(&mut self, at: usize) -> Option<Place> {
        while let Some(span) = self.next_value() {
            if (span.0..=span.1).contains(&at) {
                return Some((self.steps(), span));
            }
        }
        None
    }

    /// Goes to the end of a value. Returns its start and end.
    fn next_value(&mut self) -> Option<(usize, usize)> {
        loop {
            let first = self.reader.token().ok()?;
            let start = self.reader.at;
            if !std::mem::take(&mut self.is_new) {
                let container = self.open.last_mut()?;
                if let b'}' | b']' = first {
                    let start = container.start;
                    self.open.pop();
                    self.reader.at += 1;
                    return Some((start, self.reader.at));
                }
                if first == b',' {
                    container.index += 1;
                    self.reader.at += 1;
                    self.reader.token().ok()?;
                }
                if container.is_object {
                    container.name = self.reader.at;
                    container.key = None;
                    self.reader.skip_text().ok()?;
                    self.reader.colon().ok()?;
                }
                self.is_new = true;
                continue;
            }
            if matches!(first, b'{' | b'[') && self.open.len() < DEPTH as usize {
                self.reader.at += 1;
                self.open.push(Container {
                    start,
                    is_object: first == b'{',
                    name: 0,
                    key: None,
                    index: 0,
                });
                continue;
            }
            self.reader.skip(first).ok()?;
            return Some((start, self.reader.at));
        }
    }

    /// The steps to the value that has just ended.
    fn steps(&mut self) -> Vec<Step> {
        let steps = self.open.iter_mut().rev().map(|container| {
            if !container.is_object {
                return Step::Index(container.index);
            }
            let read = || {
                let mut reader = Reader::new(self.reader.text, false);
                reader.at = container.name;
                Step::key(&reader.text_in_place().unwrap_or_default())
            };
            container.key.get_or_insert_with(read).clone()
        });
        steps.collect()
    }
}
