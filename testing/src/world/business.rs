//! Business accounts that users have connected to the bot, each with chats of its own.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::chat::Chat;

/// A business account that is connected to the bot.
#[derive(Debug, Default)]
pub(crate) struct Business {
    /// The `BusinessConnection`.
    pub(crate) info: Map<String, Value>,
    /// The private chats of the account, by the ids of its customers.
    pub(crate) chats: BTreeMap<i64, Chat>,
}

impl Business {
    /// Returns the user whose account it is.
    pub(crate) fn owner(&self) -> i64 {
        let owner = self.info.get("user").and_then(|user| user.get("id"));
        owner.and_then(Value::as_i64).unwrap_or_default()
    }

    pub(crate) fn is_enabled(&self) -> bool {
        self.info.get("is_enabled") == Some(&true.into())
    }
}

/// Returns a `BusinessConnection` that is enabled.
pub(crate) fn connection(id: &str, user: &Value, date: i64, rights: &Value) -> Value {
    json!({
        "id": id,
        "user_chat_id": user.get("id"),
        "user": user,
        "date": date,
        "rights": rights,
        "is_enabled": true,
    })
}
