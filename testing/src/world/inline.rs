//! Inline queries, and what the bot answers to them.

use serde_json::{Map, Value};

/// An inline query of a user.
#[derive(Debug)]
pub(crate) struct InlineQuery {
    pub(crate) id: String,
    pub(crate) user: i64,
    pub(crate) query: String,
    /// The results that the bot has answered with.
    pub(crate) results: Option<Vec<InlineResult>>,
}

/// A result of an inline query.
#[derive(Debug)]
pub(crate) struct InlineResult {
    pub(crate) id: String,
    /// What it sends, as members of a `Message`. There is no `text` if it does not send one.
    pub(crate) content: Map<String, Value>,
}
