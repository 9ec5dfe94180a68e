//! Repairs of lenient decoding.

use std::fmt;

/// A deviation of the server's JSON from the form that the Bot API documents, and its repair: a
/// field that could not be decoded is unset, a required Boolean or Array that is absent is `false`
/// or empty, a value of a union is stored as `Unknown`, an update as `Undecodable`, or bytes that
/// are not UTF-8 are replaced by U+FFFD.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repair {
    /// The method whose result was decoded; empty for JSON from another source.
    pub method: &'static str,
    /// The path of the repaired value: from `result` on for the result of a call, otherwise from
    /// the decoded value on.
    pub path: String,
    /// What is wrong with the value.
    pub error: String,
    /// The value as the server sent it; empty if it is absent. It may contain user data.
    pub raw: String,
}

/// Only the size of `raw` is shown, because it may contain user data.
impl fmt::Debug for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Repair")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("error", &self.error)
            .field("raw", &format_args!("{} bytes", self.raw.len()))
            .finish()
    }
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        f.write_str(&self.error)
    }
}
