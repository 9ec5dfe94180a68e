//! What users and the bot are in the chats of a bot.

use serde_json::{Value, json};

use super::bot::Bot;
use super::chat::Chat;
use super::standing::{Standing, administrator, at, is_in, member, plain};

impl Chat {
    /// Returns what a user is in the chat.
    fn of_user(&self, user: i64) -> Standing {
        if let Some(standing) = self.standings.get(&user) {
            return standing.clone();
        }
        plain(if self.members.contains(&user) {
            "member"
        } else {
            "left"
        })
    }

    /// Returns what the bot is in the chat: unless it was changed, an administrator with all rights.
    fn of_bot(&self, bot: i64) -> Standing {
        match (self.standings.get(&bot), self.kind()) {
            (Some(standing), _) => standing.clone(),
            (None, "private") => plain("member"),
            (None, kind) => administrator(kind, |right| right != "is_anonymous"),
        }
    }
}

impl Bot {
    /// Returns what a user, or the bot, is in a chat.
    pub(crate) fn standing(&self, chat: i64, user: i64) -> Standing {
        match self.chats.get(&chat) {
            Some(chat) if user == self.id => at(chat.of_bot(user), self.now()),
            Some(chat) => at(chat.of_user(user), self.now()),
            None => plain("left"),
        }
    }

    /// Changes what a user, or the bot, is in a chat.
    pub(crate) fn set_standing(&mut self, chat: i64, user: i64, standing: Standing) {
        let is_bot = user == self.id;
        let Some(chat) = self.chats.get_mut(&chat) else {
            return;
        };
        if is_in(&standing) && !is_bot {
            chat.members.insert(user);
        } else {
            chat.members.remove(&user);
        }
        chat.standings.insert(user, standing);
    }

    /// Learns what an event about a member says.
    pub(super) fn learn_standing(&mut self, kind: &str, event: &Value) {
        let chat = event.get("chat").and_then(|chat| chat.get("id")?.as_i64());
        let Some(chat) = chat else {
            return;
        };
        let id = |user: &Value| user.get("id").and_then(Value::as_i64);
        if let Some(Value::Object(new)) = event.get("new_chat_member") {
            let mut standing = new.clone();
            let user = standing.remove("user");
            let user = match kind {
                "my_chat_member" => Some(self.id),
                _ => user.as_ref().and_then(id),
            };
            if let Some(user) = user {
                self.set_standing(chat, user, standing);
            }
        }
        if let Some(user) = event.get("left_chat_member").and_then(id)
            && is_in(&self.standing(chat, user))
        {
            self.set_standing(chat, user, plain("left"));
        }
        let joined = event.get("new_chat_members").and_then(Value::as_array);
        for user in joined.into_iter().flatten().filter_map(id) {
            if !is_in(&self.standing(chat, user)) {
                self.set_standing(chat, user, plain("member"));
            }
        }
    }

    /// Returns a change of what a user, or the bot, is in a chat, as a `ChatMemberUpdated`.
    pub(crate) fn member_updated(
        &self,
        (chat, by): (i64, i64),
        user: i64,
        new: Standing,
        date: i64,
    ) -> Option<Value> {
        let old = self.standing(chat, user);
        if old == new {
            return None;
        }
        let object = self.user_object(user);
        Some(json!({
            "chat": self.chats.get(&chat).map(Chat::short),
            "from": self.user_object(by),
            "date": date,
            "old_chat_member": member(old, object.clone()),
            "new_chat_member": member(new, object),
        }))
    }
}
