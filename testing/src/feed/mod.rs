//! What changed, as the page and other readers follow it.
//!
//! Every item has the number of its last change. A reader says up to which change it has read, and gets
//! each later item as it is now. So a slow reader misses intermediate states, and takes no memory.

mod call;
mod seen;
mod view;

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::records::Log;
use crate::world::{Bot, Chat, World};

pub(crate) use call::call;
pub(crate) use seen::{all_seen, seen};
pub(crate) use view::{MOST, bot, chat, complaint, message, messages};

/// The most bytes of JSON in one batch, unless a single item has more.
const MOST_BYTES: usize = 256 << 10;

/// The kinds of items, in the order in which a new reader gets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Server,
    Bot,
    User,
    Chat,
    Message,
    Call,
    Complaint,
}

/// Identifies an item. What a kind does not need is empty or 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: Kind,
    bot: Arc<str>,
    chat: i64,
    id: i64,
}

/// An item as readers last got it.
#[derive(Debug)]
struct Item {
    change: u64,
    /// The item as JSON; of a call, only whether it was answered and its number of complaints.
    value: Value,
}

/// Everything that readers see.
#[derive(Debug)]
pub(crate) struct Feed {
    /// Differs for each server, so that a reader does not continue with another one.
    epoch: u64,
    last: u64,
    items: BTreeMap<Key, Item>,
    order: BTreeMap<u64, Key>,
}

impl Default for Feed {
    fn default() -> Self {
        Self {
            epoch: RandomState::new().hash_one(0_u8),
            last: 0,
            items: BTreeMap::new(),
            order: BTreeMap::new(),
        }
    }
}

/// Items for a reader.
pub(crate) struct Batch {
    pub(crate) items: Vec<Value>,
    /// The last change in it.
    pub(crate) change: u64,
}

impl Feed {
    /// Returns the name of a change, from which a reader can continue.
    pub(crate) fn position(&self, change: u64) -> String {
        format!("{:x}-{change}", self.epoch)
    }

    /// Returns the change that a position names, if it is one of this server.
    pub(crate) fn change(&self, position: &str) -> Option<u64> {
        let (epoch, change) = position.split_once('-')?;
        let epoch = u64::from_str_radix(epoch, 16).ok()?;
        let change = change.parse().ok()?;
        (epoch == self.epoch && change <= self.last).then_some(change)
    }

    /// Finds what changed since the last time.
    pub(crate) fn refresh(&mut self, world: &mut World, log: &Log, has_control: bool) {
        let first = world.first();
        self.set(
            Kind::Server,
            &Arc::from(""),
            0,
            json!({"kind": "server", "control": has_control, "strict": log.is_strict}),
        );
        for (key, bot) in world.all_bots() {
            if key.is_test && !bot.polls.has_begun && bot.webhook.is_none() {
                continue;
            }
            let name: Arc<str> = key.name().into();
            let is_first = first.as_ref() == Some(key);
            self.set(Kind::Bot, &name, 0, view::bot(&name, bot, is_first));
            for id in bot.users.keys() {
                self.set(Kind::User, &name, *id, view::user(&name, bot, *id));
            }
            for (id, chat) in &bot.chats {
                self.set(Kind::Chat, &name, *id, view::chat(&name, chat));
                self.set_messages(&name, bot, *id, chat);
            }
        }
        self.set_calls(log);
        self.set_complaints(log);
    }

    fn set_complaints(&mut self, log: &Log) {
        let nobody: Arc<str> = Arc::from("");
        for complaint in log.about_bots() {
            let id = i64::try_from(complaint.number).unwrap_or(i64::MAX);
            self.set(Kind::Complaint, &nobody, id, view::complaint(complaint));
        }
    }

    fn set_messages(&mut self, name: &Arc<str>, bot: &Bot, chat_id: i64, chat: &Chat) {
        let key = |id| Key {
            kind: Kind::Message,
            bot: Arc::clone(name),
            chat: chat_id,
            id,
        };
        let mut newest = 0;
        for (id, message) in chat.messages.iter().rev().take(MOST) {
            newest = *id;
            let reactions = view::reactions(bot, chat, *id);
            let votes = view::votes(chat, *id);
            let known = self.items.get(&key(*id)).map(|item| &item.value);
            let is_same = known.is_some_and(|known| {
                known.get("message").and_then(Value::as_object) == Some(message)
                    && known.get("reactions") == Some(&reactions)
                    && known.get("votes") == Some(&votes)
                    && known.get("deleted").is_none()
            });
            if !is_same {
                let value = json!({"kind": "message", "bot": &**name, "chat": chat_id, "id": id,
                    "message": message, "reactions": reactions, "votes": votes});
                self.put(key(*id), value);
            }
        }
        let range = self.items.range(key(i64::MIN)..=key(i64::MAX));
        let missing = range.filter(|(key, item)| {
            !chat.messages.contains_key(&key.id) && item.value.get("deleted").is_none()
        });
        let missing: Vec<Key> = missing.map(|(key, _)| key.clone()).collect();
        for key in missing {
            if let Some(mut value) = self.items.get(&key).map(|item| item.value.clone()) {
                if let Some(members) = value.as_object_mut() {
                    members.insert("deleted".to_owned(), true.into());
                }
                self.put(key, value);
            }
        }
        // Only what is among the newest is remembered.
        if chat.messages.len() > MOST {
            self.forget(&key(i64::MIN), &key(newest));
        }
    }

    fn set_calls(&mut self, log: &Log) {
        let nobody: Arc<str> = Arc::from("");
        let key = |number: u64| Key {
            kind: Kind::Call,
            bot: Arc::clone(&nobody),
            chat: 0,
            id: i64::try_from(number).unwrap_or(i64::MAX),
        };
        let mut oldest = None;
        for entry in log.entries().rev().take(MOST) {
            oldest = Some(entry.number);
            let state = json!([entry.answer.is_some(), entry.complaints.len()]);
            let key = key(entry.number);
            if self.items.get(&key).is_none_or(|item| item.value != state) {
                self.put(key, state);
            }
        }
        // Calls that the test has taken stay on the page.
        self.forget(&key(0), &key(oldest.unwrap_or_default()));
    }

    /// Forgets the items from one key up to before another.
    fn forget(&mut self, from: &Key, to: &Key) {
        let old: Vec<Key> = self
            .items
            .range(from..to)
            .map(|(key, _)| key.clone())
            .collect();
        for key in old {
            if let Some(item) = self.items.remove(&key) {
                self.order.remove(&item.change);
            }
        }
    }

    fn set(&mut self, kind: Kind, bot: &Arc<str>, id: i64, value: Value) {
        let key = Key {
            kind,
            bot: Arc::clone(bot),
            chat: 0,
            id,
        };
        if self.items.get(&key).is_none_or(|item| item.value != value) {
            self.put(key, value);
        }
    }

    fn put(&mut self, key: Key, value: Value) {
        self.last += 1;
        let change = self.last;
        if let Some(old) = self.items.insert(key.clone(), Item { change, value }) {
            self.order.remove(&old.change);
        }
        self.order.insert(change, key);
    }

    /// Returns what changed after a change. `None` if nothing did.
    pub(crate) fn after(&self, change: u64, log: &Log) -> Option<Batch> {
        let mut batch = Batch {
            items: Vec::new(),
            change,
        };
        let mut bytes = 0;
        for (change, key) in self.order.range(change + 1..) {
            batch.change = *change;
            let value = match key.kind {
                Kind::Call => log
                    .entry(key.id.unsigned_abs())
                    .map(|entry| named(call(entry), "call")),
                _ => self.items.get(key).map(|item| item.value.clone()),
            };
            bytes += value.as_ref().map_or(0, |value| value.to_string().len());
            batch.items.extend(value);
            if bytes >= MOST_BYTES {
                break;
            }
        }
        (batch.change > change).then_some(batch)
    }
}

/// Adds the kind of an item to it.
fn named(mut value: Map<String, Value>, kind: &str) -> Value {
    value.insert("kind".to_owned(), kind.into());
    value.into()
}
