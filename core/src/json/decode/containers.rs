//! Ends of containers that have been skipped once.
//!
//! A union whose discriminator comes late is skipped before it is decoded, and so is each union
//! inside it. Since the ends of their containers are stored, each byte is skipped once in total,
//! not once per level.

/// Containers shorter than this are skipped again: they contain few others.
const SHORT: usize = 64;

/// Starts and ends of containers, sorted by start.
#[derive(Default)]
pub(super) struct Containers {
    ends: Vec<(usize, usize)>,
    open: Vec<usize>,
}

impl Containers {
    /// Records that a container starts.
    pub(super) fn start(&mut self, at: usize) {
        self.open.push(self.ends.len());
        self.ends.push((at, at));
    }

    /// Records that the innermost container ends.
    pub(super) fn end(&mut self, at: usize) {
        let Some(index) = self.open.pop() else { return };
        if let Some((start, end)) = self.ends.get_mut(index) {
            *end = at;
            // All containers inside are shorter, so this one is the last.
            if at - *start < SHORT {
                self.ends.truncate(index);
            }
        }
    }

    /// Returns the end of the container that starts here, if it is known.
    pub(super) fn find(&self, start: usize) -> Option<usize> {
        let index = self.ends.binary_search_by_key(&start, |(start, _)| *start);
        let (_, end) = self.ends.get(index.ok()?)?;
        Some(*end)
    }
}
