//! A fault that is held instead of passed on.

use super::error::Step;

/// A fault that is held, and the value that was done without.
pub(crate) struct Held {
    /// What is wrong, in words.
    pub(super) error: String,
    /// Where the value is, from the inside out.
    pub(super) path: Vec<Step>,
    /// The value in the text; empty if there is none.
    pub(super) raw: (usize, usize),
}
