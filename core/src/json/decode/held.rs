//! A fault that was repaired instead of returned.

use super::error::Step;

/// A repaired fault, and the value that was replaced.
pub(crate) struct Held {
    /// The description of the fault.
    pub(super) error: String,
    /// Whether the error quotes the JSON.
    pub(super) quotes: bool,
    /// The path of the value, from the inside out.
    pub(super) path: Vec<Step>,
    /// The value in the text; empty if it is absent.
    pub(super) raw: (usize, usize),
}
