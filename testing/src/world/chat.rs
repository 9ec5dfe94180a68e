//! A chat and its messages.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::drafts::Draft;
use super::invites::Invite;
use super::keyboards::{Keyboard, Keyboards};
use super::topics::Topic;

/// Ids of messages have 32 bits.
pub(crate) const MOST_MESSAGE_ID: i64 = 0x7FFF_FFFF;

/// A chat with its messages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chat {
    /// What is known about the chat, as a `ChatFullInfo` object.
    pub(crate) info: Map<String, Value>,
    pub(crate) members: BTreeSet<i64>,
    /// What users and the bot are, as `ChatMember`s without the user, unless it is the usual.
    pub(crate) standings: BTreeMap<i64, Map<String, Value>>,
    /// Whether this is the private chat of a user whose account was deleted.
    pub(crate) is_deactivated: bool,
    /// Whether this is the private chat of a user who has never written to the bot.
    pub(crate) is_stranger: bool,
    /// Whether such a user was in an update.
    pub(crate) is_heard_of: bool,
    /// Until when the bot can write to such a user all the same, as a Unix time.
    pub(crate) reachable_until: i64,
    /// The invite links of the bot.
    pub(crate) invites: BTreeMap<String, Invite>,
    /// Who asks to join, and by which link.
    pub(crate) requests: BTreeMap<i64, Option<String>>,
    /// The supergroup that the group has become.
    pub(crate) migrated_to: Option<i64>,
    /// The messages by id, as `Message` objects. Deleted ones are not there.
    pub(crate) messages: BTreeMap<i64, Map<String, Value>>,
    /// The messages that are pinned.
    pub(crate) pinned: BTreeSet<i64>,
    /// What is below the input field.
    pub(crate) keyboards: Keyboards,
    /// The reactions by message and by who reacted, as lists of `ReactionType`.
    pub(crate) reactions: BTreeMap<i64, BTreeMap<i64, Vec<Value>>>,
    /// The votes by the message with the poll and by user: the indexes of options.
    pub(crate) votes: BTreeMap<i64, BTreeMap<i64, Vec<usize>>>,
    /// The topics by their ids. The general one is here only if it was changed.
    pub(crate) topics: BTreeMap<i64, Topic>,
    /// The scores by the message with the game and by user.
    pub(crate) scores: BTreeMap<i64, BTreeMap<i64, i64>>,
    /// What the bot writes, the newest last.
    pub(crate) drafts: Vec<Draft>,
    /// The messages whose markup is no inline keyboard, which cannot be edited.
    pub(crate) with_other_markup: BTreeSet<i64>,
    last_message_id: i64,
}

/// The fields of a `ChatFullInfo` that a `Chat` has too.
const SHORT: [&str; 8] = [
    "id",
    "type",
    "title",
    "username",
    "first_name",
    "last_name",
    "is_forum",
    "is_direct_messages",
];

impl Chat {
    /// Returns the chat as it is part of a message.
    pub(crate) fn short(&self) -> Value {
        let is_short = |name: &str| SHORT.contains(&name);
        let info = self.info.iter().filter(|(name, _)| is_short(name));
        Value::Object(
            info.map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
        )
    }

    pub(crate) fn kind(&self) -> &str {
        self.info
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Returns the id of the next message.
    pub(crate) fn next_message_id(&mut self) -> i64 {
        self.last_message_id = self.last_message_id.saturating_add(1);
        self.last_message_id
    }

    /// Returns what a user sees below the input field. It is gone with its message.
    pub(crate) fn keyboard(&self, user: i64) -> Option<&Keyboard> {
        let keyboard = self.keyboards.of(user);
        keyboard.filter(|it| self.messages.contains_key(&it.message))
    }

    pub(crate) fn last_message_id(&self) -> i64 {
        self.last_message_id
    }

    /// Makes the ids of new messages higher than this one.
    pub(crate) fn skip_message_ids(&mut self, last: i64) {
        self.last_message_id = self.last_message_id.max(last);
    }

    /// Returns whether a message with the id of this one is stored.
    pub(crate) fn has(&self, message: &Map<String, Value>) -> bool {
        let id = message.get("message_id").and_then(Value::as_i64);
        id.is_some_and(|id| self.messages.contains_key(&id))
    }

    /// Replaces the reactions to a message by a user or bot. Returns the earlier ones.
    pub(crate) fn react(&mut self, message: i64, by: i64, reaction: Vec<Value>) -> Vec<Value> {
        let all = self.reactions.entry(message).or_default();
        let earlier = if reaction.is_empty() {
            all.remove(&by)
        } else {
            all.insert(by, reaction)
        };
        earlier.unwrap_or_default()
    }

    /// Deletes a message.
    pub(crate) fn remove(&mut self, id: i64) {
        self.messages.remove(&id);
        self.pinned.remove(&id);
    }

    /// Stores a new message, which gets the next id.
    pub(crate) fn add(&mut self, message: &mut Map<String, Value>) {
        let id = self.next_message_id();
        message.insert("message_id".to_owned(), id.into());
        self.store(message);
    }

    /// Stores a message under its id.
    pub(crate) fn store(&mut self, message: &Map<String, Value>) {
        let id = message.get("message_id").and_then(Value::as_i64);
        if let Some(id) = id.filter(|id| (1..=MOST_MESSAGE_ID).contains(id)) {
            self.last_message_id = self.last_message_id.max(id);
            self.messages.insert(id, message.clone());
            let of = |name: &str, id: &str| message.get(name)?.get(id)?.as_i64();
            if let (Some(user), Some(to)) = (of("from", "id"), of("reply_to_message", "message_id"))
            {
                self.keyboards.reply(user, to);
            }
            self.learn_topic(message);
        }
    }
}
