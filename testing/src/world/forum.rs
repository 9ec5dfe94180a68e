//! Forums, and private chats with a bot that has topics.

use serde_json::{Map, Value, json};

use super::bot::Bot;
use super::chat::Chat;
use super::messages::sender;
use super::topics::{GENERAL, Topic, TopicChange, shortened};

impl Chat {
    /// Returns a topic of a forum.
    pub(crate) fn topic(&self, id: i64) -> Option<Topic> {
        let general = || (id == GENERAL).then(|| Topic::named("General"));
        self.topics.get(&id).cloned().or_else(general)
    }

    /// Changes a topic. Returns the contents of the service messages about it: none if nothing changes.
    /// `None` if there is no such topic.
    pub(crate) fn change_topic(&mut self, id: i64, change: &TopicChange) -> Option<Vec<Value>> {
        let mut topic = self.topic(id)?;
        let mut notices = Vec::new();
        let mut edited = Map::new();
        let name = change.name.as_deref().and_then(shortened);
        if let Some(name) = name.filter(|name| *name != topic.name) {
            edited.insert("name".to_owned(), name.clone().into());
            topic.name = name;
        }
        if let Some(icon) = &change.icon_custom_emoji_id
            && *icon != topic.icon_custom_emoji_id.clone().unwrap_or_default()
        {
            edited.insert("icon_custom_emoji_id".to_owned(), icon.clone().into());
            topic.icon_custom_emoji_id = Some(icon.clone()).filter(|icon| !icon.is_empty());
        }
        if !edited.is_empty() {
            notices.push(json!({"forum_topic_edited": edited}));
        }
        if let Some(is_hidden) = change.is_hidden.filter(|is| *is != topic.is_hidden) {
            let name = if is_hidden { "hidden" } else { "unhidden" };
            notices.push(json!({format!("general_forum_topic_{name}"): {}}));
            topic.is_hidden = is_hidden;
            // A hidden topic is closed.
            topic.is_closed |= is_hidden;
        }
        if let Some(is_closed) = change.is_closed.filter(|is| *is != topic.is_closed) {
            let name = if is_closed { "closed" } else { "reopened" };
            notices.push(json!({format!("forum_topic_{name}"): {}}));
            topic.is_closed = is_closed;
            topic.is_hidden &= is_closed;
        }
        self.topics.insert(id, topic);
        Some(notices)
    }

    /// Deletes a topic and its messages. Returns whether there was one.
    pub(crate) fn delete_topic(&mut self, id: i64) -> bool {
        let is_known = self.topics.contains_key(&id) && id != GENERAL;
        if is_known {
            self.topics.remove(&id);
            for message in self.in_topic(id) {
                self.messages.remove(&message);
                self.pinned.remove(&message);
            }
        }
        is_known
    }

    /// Returns the ids of the messages of a topic.
    pub(crate) fn in_topic(&self, id: i64) -> Vec<i64> {
        let of = |message: &Map<String, Value>| thread(message).unwrap_or(GENERAL) == id;
        let messages = self.messages.iter().filter(|(_, message)| of(message));
        messages.map(|(id, _)| *id).collect()
    }

    /// Sets the topic of a message: the one that is given, or that of the message that is replied to.
    /// Without another reply, such a message replies to the one that tells of the topic's creation.
    pub(crate) fn set_topic(&self, message: &mut Map<String, Value>, given: Option<i64>) {
        let replied = message.get("reply_to_message").and_then(Value::as_object);
        let is_topic = |it: &&Map<String, Value>| it.get("is_topic_message") == Some(&true.into());
        let inherited = replied.filter(is_topic).and_then(thread);
        let Some(id) = given.filter(|id| *id != GENERAL).or(inherited) else {
            return;
        };
        message.insert("message_thread_id".to_owned(), id.into());
        // Elsewhere, it is the first of messages that reply to each other.
        if !self.topics.contains_key(&id) {
            return;
        }
        message.insert("is_topic_message".to_owned(), true.into());
        let others = ["reply_to_message", "external_reply", "forum_topic_created"];
        let has_other = others.iter().any(|name| message.contains_key(*name));
        if let Some(first) = self.messages.get(&id).filter(|_| !has_other) {
            message.insert("reply_to_message".to_owned(), first.clone().into());
        }
    }

    /// Learns of the topic that a message is in.
    pub(super) fn learn_topic(&mut self, message: &Map<String, Value>) {
        let is_topic = message.get("is_topic_message") == Some(&true.into());
        let Some(id) = thread(message).filter(|id| is_topic && !self.topics.contains_key(id))
        else {
            return;
        };
        let created = message
            .get("forum_topic_created")
            .and_then(Value::as_object);
        let creator = sender(message);
        let known = created.and_then(|it| Topic::new(it, creator.unwrap_or_default()).ok());
        self.topics
            .insert(id, known.unwrap_or_else(|| Topic::named("Topic")));
    }
}

/// Returns the thread of a message.
fn thread(message: &Map<String, Value>) -> Option<i64> {
    message.get("message_thread_id").and_then(Value::as_i64)
}

impl Bot {
    /// Returns whether a chat has topics.
    pub(crate) fn is_forum(&self, chat: i64) -> bool {
        let known = self.chats.get(&chat);
        known.is_some_and(|chat| match chat.kind() {
            "private" => self.has_ability("has_topics_enabled"),
            _ => chat.info.get("is_forum") == Some(&true.into()),
        })
    }

    /// Returns a topic of a chat that has topics.
    pub(crate) fn topic(&self, chat: i64, id: i64) -> Option<Topic> {
        let is_private = chat > 0;
        let known = self.chats.get(&chat).filter(|_| self.is_forum(chat))?;
        known.topic(id).filter(|_| id != GENERAL || !is_private)
    }

    /// Creates a topic. Returns its id, and the members of the message that tells of it.
    pub(crate) fn create_topic(&mut self, chat: i64, topic: Topic) -> Option<Map<String, Value>> {
        let chat = self.chats.get_mut(&chat)?;
        let mut id = chat.next_message_id();
        // The first message of a new forum cannot be the id of its general topic.
        if id == GENERAL {
            id = chat.next_message_id();
        }
        let mut message = Map::new();
        message.insert("message_id".to_owned(), id.into());
        message.insert("message_thread_id".to_owned(), id.into());
        message.insert("is_topic_message".to_owned(), true.into());
        let created = topic.members();
        message.insert("forum_topic_created".to_owned(), created.into());
        chat.topics.insert(id, topic);
        Some(message)
    }
}
