//! What a walk knows of a bot: what the server has told it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Map, Value};

/// The number of texts of one name that are remembered.
const MOST_TEXTS: usize = 16;

/// A chat and its messages.
#[derive(Default)]
pub(super) struct KnownChat {
    object: Value,
    pub(super) pinned: BTreeSet<i64>,
    pub(super) messages: BTreeMap<i64, Value>,
    deleted: BTreeSet<i64>,
    /// The highest id before the step.
    last: i64,
    highest: i64,
}

impl KnownChat {
    pub(super) fn there(&self) -> Vec<i64> {
        self.messages.keys().copied().collect()
    }

    pub(super) fn deleted(&self) -> Vec<i64> {
        self.deleted.iter().copied().collect()
    }

    pub(super) fn newest(&self) -> Option<i64> {
        self.messages.keys().next_back().copied()
    }

    fn take(&mut self, item: &Value, is_given: bool) -> Result<(), String> {
        let id = item["id"].as_i64().ok_or("a message without id")?;
        if item["deleted"] == true {
            self.messages.remove(&id);
            self.deleted.insert(id);
            return Ok(());
        }
        // Whoever delivers an update can name any message.
        if is_given {
            self.deleted.remove(&id);
        }
        if self.deleted.contains(&id) {
            return Err(format!("the deleted message {id} is back: {item}"));
        }
        if !self.messages.contains_key(&id) && id <= self.last && !is_given {
            return Err(format!("{id} is new, but not above {}: {item}", self.last));
        }
        self.highest = self.highest.max(id);
        self.messages.insert(id, item.clone());
        Ok(())
    }
}

/// A bot, and what it can see.
#[derive(Default)]
pub(super) struct Known {
    chats: BTreeMap<i64, KnownChat>,
    users: BTreeMap<i64, Value>,
    /// Texts by the names of their members, such as ids of files.
    texts: BTreeMap<String, VecDeque<String>>,
    nowhere: KnownChat,
}

impl Known {
    pub(super) fn chat(&self, id: i64) -> &KnownChat {
        self.chats.get(&id).unwrap_or(&self.nowhere)
    }

    pub(super) fn chats(&self) -> Vec<i64> {
        self.chats.keys().copied().collect()
    }

    pub(super) fn chat_object(&self, id: i64) -> Value {
        self.chat(id).object.clone()
    }

    pub(super) fn users(&self) -> Vec<i64> {
        self.users.keys().copied().collect()
    }

    pub(super) fn user_object(&self, id: i64) -> Option<Value> {
        self.users.get(&id).cloned()
    }

    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let texts = self.texts.get(name).into_iter().flatten();
        texts.cloned().collect()
    }

    pub(super) fn is_deleted(&self, chat: i64, message: i64) -> bool {
        self.chat(chat).deleted.contains(&message)
    }

    /// Takes an item of the events. `is_given` if the step may name messages that are new or deleted.
    pub(super) fn take(&mut self, item: &Value, is_given: bool) -> Result<(), String> {
        match item["kind"].as_str() {
            Some("user") => {
                let id = item["user"]["id"].as_i64().ok_or("a user without id")?;
                self.users.insert(id, item["user"].clone());
            }
            Some("chat") => {
                let id = item["chat"]["id"].as_i64().ok_or("a chat without id")?;
                let chat = self.chats.entry(id).or_default();
                chat.object = item["chat"].clone();
                let pinned = item["pinned"].as_array().into_iter().flatten();
                chat.pinned = pinned.filter_map(Value::as_i64).collect();
            }
            Some("message") => {
                let id = item["chat"].as_i64().ok_or("a message without chat")?;
                let chat = self.chats.entry(id).or_default();
                chat.take(item, is_given)?;
                let text = item["message"]["chat"]["id"].as_i64();
                if text != Some(id) {
                    return Err(format!("a message of another chat: {item}"));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Ends a step. Returns what is wrong with the chats as they are.
    pub(super) fn fault(&mut self) -> Option<String> {
        self.chats.iter_mut().find_map(|(id, chat)| {
            chat.last = chat.highest;
            let mut pinned = chat.pinned.iter();
            let pinned = pinned.find(|message| chat.deleted.contains(message))?;
            Some(format!("the deleted message {pinned} is pinned in {id}"))
        })
    }

    /// Remembers the texts in an answer, by the names of their members.
    pub(super) fn learn(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            Value::Object(members) => {
                for (name, value) in members {
                    self.learn(value);
                    self.learn_member(name, value);
                }
            }
            _ => {}
        }
    }

    fn learn_member(&mut self, name: &str, value: &Value) {
        if let Some(text) = value.as_str() {
            let is_id = name == "id" || name.ends_with("_id") || name.ends_with("_link");
            if is_id {
                self.remember(name, text);
            }
        }
        // The id of a `callback_query` is a `callback_query_id`.
        if let Some(id) = value.get("id").and_then(Value::as_str) {
            self.remember(&format!("{name}_id"), id);
        }
        if matches!(name, "inline_keyboard" | "keyboard" | "options") {
            let items = value.as_array().into_iter().flatten();
            let items: Vec<&Value> = items.collect();
            let nested = items.iter().filter_map(|row| row.as_array()).flatten();
            for item in nested.chain(items.iter().copied()) {
                if let Some(text) = item.get("text").unwrap_or(item).as_str() {
                    self.remember("label", text);
                }
            }
        }
    }

    fn remember(&mut self, name: &str, text: &str) {
        if text.len() > 300 {
            return;
        }
        let texts = self.texts.entry(name.to_owned()).or_default();
        if !texts.iter().any(|known| known == text) {
            texts.push_back(text.to_owned());
        }
        if texts.len() > MOST_TEXTS {
            texts.pop_front();
        }
    }

    /// Returns the first message in a value that was deleted.
    pub(super) fn deleted_in(&self, value: &Value) -> Option<String> {
        match value {
            Value::Array(items) => items.iter().find_map(|item| self.deleted_in(item)),
            // Accounts have messages of their own.
            Value::Object(members) if members.contains_key("business_connection_id") => None,
            Value::Object(members) => {
                let found = members.values().find_map(|value| self.deleted_in(value));
                found.or_else(|| self.deleted_message(members))
            }
            _ => None,
        }
    }

    fn deleted_message(&self, members: &Map<String, Value>) -> Option<String> {
        let id = members.get("message_id")?.as_i64()?;
        let chat = members.get("chat")?.get("id")?.as_i64()?;
        // What is inaccessible has no date.
        let is_shown = members.get("date")?.as_i64()? != 0;
        let is_deleted = is_shown && self.is_deleted(chat, id);
        is_deleted.then(|| format!("the message {id} of {chat} was deleted"))
    }
}
