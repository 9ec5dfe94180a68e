//! Invite links.

use serde_json::{Map, Value};

/// An invite link of the bot.
#[derive(Clone, Debug)]
pub(crate) struct Invite {
    /// The link as a `ChatInviteLink`.
    pub(crate) link: Map<String, Value>,
    /// How many users have joined by it.
    pub(crate) joined: i64,
}

impl Invite {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.link.get(name) == Some(&true.into())
    }

    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.link.get(name).and_then(Value::as_i64)
    }
}
