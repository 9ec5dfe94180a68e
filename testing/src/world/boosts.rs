//! Boosts of the chats.

use serde_json::Value;

use super::bot::Bot;

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

impl Bot {
    /// Learns that a chat got or lost a boost.
    pub(super) fn learn_boost(&mut self, kind: &str, event: &Value) {
        let chat = event.get("chat").and_then(|chat| chat.get("id")?.as_i64());
        let boost = match kind {
            "chat_boost" => event.get("boost"),
            "removed_chat_boost" => Some(event),
            _ => None,
        };
        let (Some(chat), Some(boost)) = (chat, boost) else {
            return;
        };
        let id = boost.get("boost_id").and_then(Value::as_str);
        self.boosts.retain(|known| known.id() != id);
        if kind == "chat_boost" {
            let boost = boost.clone();
            self.boosts.push(Boost { chat, boost });
        }
    }
}
