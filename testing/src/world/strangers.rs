//! Users who have never written to the bot.

use serde_json::{Value, json};

use super::bot::Bot;

impl Bot {
    /// Adds a user who has never written to the bot, which knows the user only once both are in a chat.
    pub(crate) fn add_stranger(&mut self, id: i64, first_name: &str) {
        let user = json!({"id": id, "is_bot": false, "first_name": first_name});
        self.know_user(&user);
        self.introduce(id);
        if let Some(chat) = self.chats.get_mut(&id) {
            chat.is_heard_of = false;
        }
    }

    /// Adds the private chat with a user of whom the bot has only heard.
    pub(crate) fn introduce(&mut self, id: i64) {
        let Some(user) = self
            .users
            .get(&id)
            .filter(|_| !self.chats.contains_key(&id))
        else {
            return;
        };
        let mut chat = json!({"id": id, "type": "private"});
        for name in ["first_name", "last_name", "username"] {
            if let (Some(value), Some(chat)) = (user.get(name), chat.as_object_mut()) {
                chat.insert(name.to_owned(), value.clone());
            }
        }
        self.add_chat(&chat);
        if let Some(chat) = self.chats.get_mut(&id) {
            chat.is_stranger = true;
            chat.is_heard_of = true;
        }
        self.meet(id, id);
    }

    /// Returns whether a chat is one that the bot has seen: not that of a stranger who was added and is in
    /// no group with the bot.
    pub(crate) fn has_seen(&self, id: i64) -> bool {
        let Some(chat) = self.chats.get(&id).filter(|chat| chat.is_stranger) else {
            return true;
        };
        let mut groups = self.chats.iter().filter(|(id, _)| **id < 0);
        chat.is_heard_of
            || groups.any(|(_, it)| {
                it.members.contains(&id)
                    || it.standings.contains_key(&id)
                    || it.requests.contains_key(&id)
            })
    }

    pub(crate) fn is_bot(&self, id: i64) -> bool {
        let user = self.users.get(&id);
        user.and_then(|user| user.get("is_bot"))
            .and_then(Value::as_bool)
            == Some(true)
    }
}
