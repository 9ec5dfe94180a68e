//! One bot: its chats, its files, its settings and its updates.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::boosts::Boost;
use super::business::Business;
use super::chat::Chat;
use super::clock::Clock;
use super::closing::Closing;
use super::files::Files;
use super::floods::Floods;
use super::inline::InlineQuery;
use super::pace::Pace;
use super::payments::Payments;
use super::queries::Queries;
use super::queue::Queue;
use super::standing::{is_in, owner, plain, status};
use super::webhook::Webhook;
use crate::protocol::bot_complaint::BotComplaint;

/// The private chat and the user that exist from the start.
pub(crate) const USER: i64 = 42;
/// The supergroup that exists from the start.
pub(crate) const SUPERGROUP: i64 = -1_001_234_567_890;
/// The first id of a user that a test adds.
const FIRST_USER: i64 = 1001;

/// A bot and what it can see.
#[derive(Debug)]
pub(crate) struct Bot {
    pub(crate) id: i64,
    /// What `getMe` returns beside the id, as far as it is not the usual.
    pub(crate) me: Map<String, Value>,
    pub(crate) chats: BTreeMap<i64, Chat>,
    /// The users by id, as `User` objects.
    pub(crate) users: BTreeMap<i64, Map<String, Value>>,
    pub(crate) files: Files,
    pub(crate) queue: Queue,
    pub(crate) webhook: Option<Webhook>,
    /// What `set…` methods set, by the rest of the method's name and what the setting is for.
    pub(crate) settings: HashMap<String, Map<String, Value>>,
    pub(crate) polls: Polls,
    /// The inline queries by users that tests have control of, oldest first.
    pub(crate) inline: Vec<InlineQuery>,
    /// The chats and ids of the messages that were sent by choosing an inline result.
    pub(crate) inline_messages: HashMap<String, (i64, i64)>,
    pub(crate) queries: Queries,
    pub(crate) floods: Floods,
    pub(crate) pace: Pace,
    /// Whether a bot is slowed down that polls or sets its webhook too often.
    pub(crate) has_server_pace: bool,
    /// When a webhook was set last.
    pub(crate) webhook_set: Option<Duration>,
    /// The kinds of updates that `allowed_updates` leave out, and about which there was a complaint.
    pub(crate) left_out: HashSet<String>,
    /// Complaints that are not in the log yet.
    pub(crate) complaints: Vec<BotComplaint>,
    pub(crate) payments: Payments,
    /// The business accounts, by the ids of their connections.
    pub(crate) business: BTreeMap<String, Business>,
    pub(crate) boosts: Vec<Boost>,
    /// The tokens of managed bots, by their ids.
    pub(crate) managed: HashMap<i64, String>,
    /// The queries of Mini Apps by their ids, with the users.
    pub(crate) mini_apps: HashMap<String, i64>,
    pub(crate) clock: Clock,
    /// When time has passed last.
    pub(super) moment: (i64, u64),
    /// The polls that close by themselves.
    pub(super) closings: BTreeSet<Closing>,
    /// Whether the bot gets members that other ones have replaced.
    pub(crate) has_legacy_members: bool,
    /// When the server started.
    pub(crate) served_since: i64,
    /// When the bot started, unless it is closed.
    pub(crate) running_since: Option<i64>,
    /// When the bot was logged out.
    pub(crate) logged_out: Option<i64>,
    last_number: i64,
}

/// The calls of `getUpdates`.
#[derive(Debug, Default)]
pub(crate) struct Polls {
    /// The number of polls that wait: one, or two for a moment.
    pub(crate) waiting: usize,
    /// The number of the newest poll that waits. An older one is terminated.
    pub(crate) number: u64,
    /// The offset of the last poll, and when it began.
    pub(crate) last: Option<(i64, Duration)>,
    /// Whether there was any poll.
    pub(crate) has_begun: bool,
    /// Whether the last poll that was answered brought nothing, so that its client will come again.
    pub(crate) last_was_empty: bool,
}

impl Bot {
    pub(crate) fn new(id: i64, clock: Clock) -> Self {
        let mut bot = Self {
            id,
            me: Map::new(),
            chats: BTreeMap::new(),
            users: BTreeMap::new(),
            files: Files::default(),
            queue: Queue::default(),
            webhook: None,
            settings: HashMap::new(),
            polls: Polls::default(),
            inline: Vec::new(),
            inline_messages: HashMap::new(),
            queries: Queries::default(),
            floods: Floods::default(),
            pace: Pace::default(),
            has_server_pace: false,
            webhook_set: None,
            left_out: HashSet::new(),
            complaints: Vec::new(),
            payments: Payments::default(),
            business: BTreeMap::new(),
            boosts: Vec::new(),
            managed: HashMap::new(),
            mini_apps: HashMap::new(),
            has_legacy_members: false,
            served_since: clock.now(),
            running_since: Some(clock.now()),
            logged_out: None,
            clock,
            moment: (0, 0),
            closings: BTreeSet::new(),
            last_number: 0,
        };
        bot.add_user(USER, "Fake User");
        let group = json!({"id": SUPERGROUP, "type": "supergroup", "title": "Fake Supergroup", "username": "fake_supergroup"});
        bot.add_chat(&group);
        bot.set_standing(SUPERGROUP, USER, owner());
        bot
    }

    /// Returns the Unix time in seconds.
    pub(crate) fn now(&self) -> i64 {
        self.clock.now()
    }

    /// The bot as the sender of a message.
    pub(crate) fn user(&self) -> Value {
        let name = |field: &str, default: &str| match self.me.get(field) {
            Some(name) => name.clone(),
            None => default.into(),
        };
        json!({
            "id": self.id,
            "is_bot": true,
            "first_name": name("first_name", "Fake Bot"),
            "username": name("username", "telegrammar_fake_bot"),
        })
    }

    /// Returns whether the bot has an ability that `getMe` returns. It can be added to groups unless a test
    /// says otherwise, and nothing else.
    pub(crate) fn has_ability(&self, name: &str) -> bool {
        let has = self.me.get(name).and_then(Value::as_bool);
        has.unwrap_or(name == "can_join_groups")
    }

    /// Returns the next number, for ids that no test predicts.
    pub(crate) fn number(&mut self) -> i64 {
        self.last_number += 1;
        self.last_number
    }

    /// Adds a user and the private chat with that user.
    pub(crate) fn add_user(&mut self, id: i64, first_name: &str) {
        let user = json!({"id": id, "is_bot": false, "first_name": first_name});
        self.know_user(&user);
        let chat = json!({"id": id, "type": "private", "first_name": first_name});
        self.add_chat(&chat);
        self.meet(id, id);
    }

    /// Returns the user with this first name. A new one gets the next id.
    pub(crate) fn user_named(&mut self, first_name: &str) -> i64 {
        if let Some(id) = self.find_user(first_name) {
            return id;
        }
        let id = self.free_user_id();
        self.add_user(id, first_name);
        id
    }

    /// Returns the user with this first name, if there is one.
    pub(crate) fn find_user(&self, first_name: &str) -> Option<i64> {
        let name = |user: &Map<String, Value>| {
            user.get("first_name").and_then(Value::as_str) == Some(first_name)
        };
        let user = self.users.iter().find(|(_, user)| name(user));
        user.map(|(id, _)| *id)
    }

    /// Returns the id that the next new user gets.
    pub(crate) fn free_user_id(&self) -> i64 {
        let is_bot = |user: &Map<String, Value>| user.get("is_bot") == Some(&true.into());
        let mut people = self.users.iter().filter(|(_, user)| !is_bot(user));
        let last = people.next_back().map(|(id, _)| *id).unwrap_or_default();
        FIRST_USER.max(last.saturating_add(1))
    }

    /// Adds a chat, or replaces what is known of it. `chat` is a `Chat` object.
    pub(crate) fn add_chat(&mut self, chat: &Value) {
        let Some(members) = chat.as_object() else {
            return;
        };
        let Some(id) = members.get("id").and_then(Value::as_i64) else {
            return;
        };
        let chat = self.chats.entry(id).or_default();
        for (name, value) in members {
            chat.info.insert(name.clone(), value.clone());
        }
    }

    pub(crate) fn know_user(&mut self, user: &Value) {
        let Some(members) = user.as_object() else {
            return;
        };
        if let Some(id) = members.get("id").and_then(Value::as_i64) {
            self.users.insert(id, members.clone());
        }
    }

    /// Makes a user a member of a chat.
    pub(crate) fn meet(&mut self, chat: i64, user: i64) {
        let mut standing = self.standing(chat, user);
        if status(&standing) == "restricted" {
            standing.insert("is_member".to_owned(), true.into());
            self.set_standing(chat, user, standing);
        } else if !is_in(&standing) {
            self.set_standing(chat, user, plain("member"));
        }
    }

    /// Returns a user as an object. One that is not known has no name but a made-up one.
    pub(crate) fn user_object(&self, id: i64) -> Value {
        if id == self.id {
            return self.user();
        }
        match self.users.get(&id) {
            Some(user) => Value::Object(user.clone()),
            None => json!({"id": id, "is_bot": false, "first_name": "Fake User"}),
        }
    }

    /// Returns the id of the chat that a `chat_id` refers to, if the bot knows it.
    pub(crate) fn chat_id(&self, chat_id: &Value) -> Option<i64> {
        if let Some(id) = chat_id.as_i64() {
            return self.chats.contains_key(&id).then_some(id);
        }
        let username = chat_id.as_str()?.strip_prefix('@')?;
        let has_name = |chat: &Chat| {
            let known = chat.info.get("username").and_then(Value::as_str);
            known.is_some_and(|known| known.eq_ignore_ascii_case(username))
        };
        let mut chats = self.chats.iter().filter(|(id, _)| **id < 0);
        chats.find(|(_, chat)| has_name(chat)).map(|(id, _)| *id)
    }

    /// Returns the type of a chat. It is empty if the bot does not know the chat.
    pub(crate) fn chat_kind(&self, id: i64) -> &str {
        self.chats.get(&id).map_or("", Chat::kind)
    }

    /// Returns the `inline_message_id` of a message, if it was sent inline.
    pub(crate) fn inline_message_id(
        &self,
        chat: i64,
        message: &Map<String, Value>,
    ) -> Option<&str> {
        let place = (chat, message.get("message_id")?.as_i64()?);
        let mut named = self.inline_messages.iter();
        let (id, _) = named.find(|(_, sent)| **sent == place)?;
        Some(id)
    }
}

/// Returns whether a member of a `User` says what a bot can do, which only `getMe` returns.
pub(crate) fn is_ability(name: &str) -> bool {
    let starts = ["can_", "supports_", "has_", "allows_"];
    starts.iter().any(|start| name.starts_with(start))
}
