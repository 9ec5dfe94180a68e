//! What a decoder has repaired.

use std::fmt;

/// One place where the server's JSON did not have the form that the Bot API documents, and what was
/// done about it: a field that could not be decoded was left unset, a required Boolean or Array that
/// was absent is `false` or empty, a value of a union was stored as `Unknown`, an update as
/// `Undecodable`, or bytes that are not UTF-8 were replaced by U+FFFD.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repair {
    /// The method whose result was decoded; empty for JSON that came in another way.
    pub method: &'static str,
    /// Where the value is that was replaced: from `result` on for the result of a call, otherwise
    /// from the decoded value on.
    pub path: String,
    /// What is wrong with it.
    pub error: String,
    /// The value as the server sent it; empty if there is none. It may hold what people write.
    pub raw: String,
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        f.write_str(&self.error)
    }
}
