//! Where containers end that have been looked through once.
//!
//! A union whose discriminator comes late is looked through before it is read, and so is each union
//! inside it. With the ends of their containers known, that takes one look at each byte in all and
//! not one at each level.

/// Containers shorter than this are looked through again: they hold few others.
const SHORT: usize = 64;

/// Starts and ends of containers, in the order of their starts.
#[derive(Default)]
pub(super) struct Containers {
    ends: Vec<(usize, usize)>,
    open: Vec<usize>,
}

impl Containers {
    /// Notes that a container starts.
    pub(super) fn start(&mut self, at: usize) {
        self.open.push(self.ends.len());
        self.ends.push((at, at));
    }

    /// Notes that the innermost container ends.
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

    /// Returns where the container that starts here ends, if that is known.
    pub(super) fn find(&self, start: usize) -> Option<usize> {
        let index = self.ends.binary_search_by_key(&start, |(start, _)| *start);
        let (_, end) = self.ends.get(index.ok()?)?;
        Some(*end)
    }
}
