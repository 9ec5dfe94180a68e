//! Messages that the bot generates.

use serde_json::{Map, Value};

/// A message that the bot generates.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) id: i64,
    /// The message, without an id.
    pub(crate) message: Map<String, Value>,
    pub(crate) topic: Option<i64>,
    /// Whether the user can stop it.
    pub(crate) can_stop: bool,
    pub(crate) is_stopped: bool,
    /// The Unix time of the last part.
    pub(crate) date: i64,
}
