//! Business accounts that users have connected to the bot, each with chats of its own.

use std::collections::BTreeMap;
use std::mem::swap;

use serde_json::{Map, Value, json};

use super::bot::{Bot, USER};
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

impl Bot {
    /// Returns the id of the connection of a user.
    pub(crate) fn business_of(&self, owner: i64) -> Option<&str> {
        let mut all = self.business.iter();
        let found = all.find(|(_, business)| business.owner() == owner);
        found.map(|(id, _)| id.as_str())
    }

    /// Makes a user a customer of an account. Ids of messages are unique in the whole account.
    pub(crate) fn add_customer(&mut self, id: &str, customer: i64) {
        let user = self.user_object(customer);
        let is_known = self.users.contains_key(&customer);
        let Some(business) = self.business.get_mut(id).filter(|_| is_known) else {
            return;
        };
        if business.owner() != customer {
            let chat = business.chats.entry(customer).or_default();
            chat.info.insert("id".to_owned(), customer.into());
            chat.info.insert("type".to_owned(), "private".into());
            for name in ["first_name", "last_name", "username"] {
                if let Some(value) = user.get(name) {
                    chat.info.insert(name.to_owned(), value.clone());
                }
            }
        }
        let last = business.chats.values().map(Chat::last_message_id).max();
        for chat in business.chats.values_mut() {
            chat.skip_message_ids(last.unwrap_or_default());
        }
    }

    /// Does something with the chats of a business account instead of those of the bot.
    pub(crate) fn in_business<T>(&mut self, id: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        self.swap_chats(id);
        let result = act(self);
        self.swap_chats(id);
        result
    }

    fn swap_chats(&mut self, id: &str) {
        if let Some(business) = self.business.get_mut(id) {
            swap(&mut self.chats, &mut business.chats);
        }
    }

    /// Learns from an event of a chat that the bot is not in. Returns whether it is one.
    pub(super) fn learn_elsewhere(&mut self, kind: &str, event: &Value) -> bool {
        match kind {
            "business_connection" => {
                let id = event.get("id").and_then(Value::as_str);
                if let (Some(id), Some(info)) = (id, event.as_object()) {
                    let business = self.business.entry(id.to_owned()).or_default();
                    business.info.clone_from(info);
                }
                self.learn_users(event);
            }
            "business_message" | "edited_business_message" | "deleted_business_messages" => {
                self.learn_business(event);
            }
            "guest_message" => self.learn_users(event),
            _ => return false,
        }
        true
    }

    fn learn_business(&mut self, event: &Value) {
        let Some(id) = event.get("business_connection_id").and_then(Value::as_str) else {
            self.learn_users(event);
            return;
        };
        // A test may deliver a message without the connection.
        if !self.business.contains_key(id) {
            let info = connection(id, &self.user_object(USER), self.now(), &json!({}));
            let info = info.as_object().cloned().unwrap_or_default();
            let business = self.business.entry(id.to_owned()).or_default();
            business.info = info;
        }
        self.in_business(id, |bot| {
            bot.learn_from(event, true);
            let deleted = event.get("message_ids").and_then(Value::as_array);
            for id in deleted.into_iter().flatten().filter_map(Value::as_i64) {
                for chat in bot.chats.values_mut() {
                    chat.messages.remove(&id);
                }
            }
        });
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
