//! Boosts of the chats.

use serde_json::Value;

/// A boost of a chat.
#[derive(Debug)]
pub(crate) struct Boost {
    pub(crate) chat: i64,
    /// The `ChatBoost`.
    pub(crate) boost: Value,
}

impl Boost {
    /// Returns who boosted the chat. `None` for a giveaway that nobody has won.
    pub(crate) fn user(&self) -> Option<i64> {
        self.boost.get("source")?.get("user")?.get("id")?.as_i64()
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.boost.get("boost_id")?.as_str()
    }
}
