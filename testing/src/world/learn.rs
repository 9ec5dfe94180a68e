//! What a bot learns from updates: users, chats, messages, boosts and business accounts.

use serde_json::{Map, Value, json};

use super::boosts::Boost;
use super::bot::{Bot, USER};
use super::business::connection;
use super::queries::Asked;

impl Bot {
    /// Queues an update, and learns what is in it. Returns the update's id, or `None` if the bot does not
    /// want its kind.
    pub(crate) fn tell(&mut self, update: Map<String, Value>) -> Option<i64> {
        self.learn(&update);
        let (asked, time) = (Asked::of(&update), self.clock.time());
        let id = self.queue.push(update, time);
        if let Some(asked) = asked {
            self.queries.add(asked, time, id);
        }
        id
    }

    /// Notes in which chat a user does something, and that the bot may answer to the user.
    pub(super) fn pace_of_users(&mut self, update: &Map<String, Value>) {
        let paths = ["/chat/id", "/message/chat/id", "/from/id", "/user/id"];
        for event in update.values() {
            let ids = paths
                .iter()
                .filter_map(|path| event.pointer(path)?.as_i64());
            for id in ids {
                self.pace.restart(id);
            }
            let poll = event.get("poll_id").and_then(Value::as_str);
            if let Some(chat) = poll.and_then(|poll| self.chat_of_poll(poll)) {
                self.pace.restart(chat);
            }
        }
    }

    /// Returns the chat with a poll.
    fn chat_of_poll(&self, id: &str) -> Option<i64> {
        let mut chats = self.chats.iter();
        let (chat, _) = chats.find(|(_, chat)| {
            let messages = chat.messages.values().rev();
            let mut polls = messages.filter_map(|message| message.get("poll")?.get("id"));
            polls.any(|known| known == id)
        })?;
        Some(*chat)
    }

    /// Learns the chats, users and messages of an update, without queueing it.
    pub(crate) fn learn(&mut self, update: &Map<String, Value>) {
        for (kind, event) in update {
            if self.learn_elsewhere(kind, event) {
                continue;
            }
            self.learn_from(event, true);
            self.learn_standing(kind, event);
            self.learn_boost(kind, event);
        }
    }

    /// Learns the users in a value.
    fn learn_users(&mut self, value: &Value) {
        let Some(members) = value.as_object() else {
            return;
        };
        if members.contains_key("is_bot") {
            self.know_user(value);
        }
        for member in members.values() {
            self.learn_users(member);
        }
    }

    /// Learns from an event, or from a value inside of one, which does not replace a message.
    fn learn_from(&mut self, value: &Value, is_event: bool) {
        let Some(members) = value.as_object() else {
            return;
        };
        let is_user = members.contains_key("is_bot");
        if is_user {
            self.know_user(value);
        }
        for member in members.values() {
            self.learn_from(member, false);
        }
        let Some(chat) = members
            .get("chat")
            .filter(|chat| chat.get("type").is_some())
        else {
            return;
        };
        self.add_chat(chat);
        let Some(id) = chat.get("id").and_then(Value::as_i64) else {
            return;
        };
        if let Some(chat) = self.chats.get_mut(&id).filter(|_| is_event && id > 0) {
            chat.is_stranger = false;
        }
        // Whoever is quoted may have left, and whoever asks to join is not there yet.
        let is_elsewhere = ["user_chat_id", "left_chat_member"];
        let is_elsewhere = is_elsewhere.iter().any(|name| members.contains_key(*name));
        if let Some(user) = members
            .get("from")
            .and_then(|user| user.get("id")?.as_i64())
            .filter(|user| is_event && *user != self.id && !is_elsewhere)
        {
            self.meet(id, user);
        }
        let has = |name: &str| members.contains_key(name);
        // Reactions have the id of their message and a date, too.
        let is_reaction = has("new_reaction") || has("reactions");
        let is_message = has("message_id") && has("date") && !is_reaction;
        let is_accessible = members.get("date").and_then(Value::as_i64) != Some(0);
        if let Some(chat) = self.chats.get_mut(&id)
            && is_message
            && is_accessible
            && (is_event || !chat.has(members))
        {
            chat.store(members);
            self.time_poll(id, members, false);
        }
    }

    /// Learns that a chat got or lost a boost.
    fn learn_boost(&mut self, kind: &str, event: &Value) {
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

    /// Learns from an event of a chat that the bot is not in. Returns whether it is one.
    fn learn_elsewhere(&mut self, kind: &str, event: &Value) -> bool {
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
