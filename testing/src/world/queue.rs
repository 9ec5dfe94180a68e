//! The queue of updates of a bot.

use std::collections::{HashSet, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use serde_json::{Map, Value};
use telegrammar::types::Update;

/// The server's maximum number of pending updates.
const MOST: usize = 100_000;
/// An offset this far above the next id is ignored, as is one far below.
const TOO_HIGH: i64 = 10;
const TOO_LOW: i64 = 100_000;
/// Kinds that a bot gets only on request.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// An update that was not confirmed.
#[derive(Debug)]
struct Pending {
    id: i64,
    update: Map<String, Value>,
    /// The time at which the server drops it.
    end: Duration,
}

/// Pending updates, oldest first.
#[derive(Debug)]
pub(crate) struct Queue {
    next_id: i64,
    pending: VecDeque<Pending>,
    /// The updates that the bot has dropped without having got them.
    dropped: HashSet<i64>,
    /// The kinds that are queued; the default without any.
    pub(crate) allowed: Option<Vec<String>>,
    /// The highest id that was handed to a client.
    delivered: i64,
}

impl Default for Queue {
    /// The first id is random, as on the server.
    fn default() -> Self {
        let random = RandomState::new().hash_one(0_u8);
        let first = 2_000_001 + random % (1_000_000_000 - 2_000_001);
        Self {
            next_id: i64::try_from(first).unwrap_or(2_000_001),
            pending: VecDeque::new(),
            dropped: HashSet::new(),
            allowed: None,
            delivered: 0,
        }
    }
}

impl Queue {
    /// Sets the id of the next update.
    #[cfg(test)]
    pub(crate) fn begin_at(&mut self, id: i64) {
        self.next_id = id;
    }

    /// Adds an update and returns its id. `None` if its kind is not allowed, which consumes no id.
    pub(crate) fn push(&mut self, mut update: Map<String, Value>, time: Duration) -> Option<i64> {
        let kind = update.keys().find(|name| *name != "update_id")?;
        if !self.allows(kind) || self.pending.len() >= MOST {
            return None;
        }
        let id = self.next_id;
        self.next_id += 1;
        let end = time.saturating_add(kept_for(kind));
        update.insert("update_id".to_owned(), id.into());
        self.pending.push_back(Pending { id, update, end });
        Some(id)
    }

    /// Returns whether updates of a kind are queued.
    pub(crate) fn allows(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(allowed) => allowed.iter().any(|name| name == kind),
            None => !ON_REQUEST.contains(&kind),
        }
    }

    /// Drops the updates that are too old.
    pub(super) fn expire(&mut self, time: Duration) {
        self.pending.retain(|it| it.end > time);
    }

    /// Returns whether the bot has dropped an update without having got it.
    pub(crate) fn was_dropped(&self, id: i64) -> bool {
        self.dropped.contains(&id)
    }

    fn drop_oldest(&mut self) {
        let oldest = self.pending.pop_front();
        if let Some(oldest) = oldest.filter(|it| it.id > self.delivered) {
            self.dropped.insert(oldest.id);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.pending.len()
    }

    /// Returns whether the oldest update was handed to a client.
    pub(crate) fn is_delivered(&self) -> bool {
        let oldest = self.pending.front();
        oldest.is_some_and(|it| it.id <= self.delivered)
    }

    /// Drops all updates.
    pub(crate) fn clear(&mut self) {
        while !self.pending.is_empty() {
            self.drop_oldest();
        }
    }

    /// Confirms updates, as `getUpdates` does with its offset.
    pub(crate) fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            while self.pending.len() > kept {
                self.drop_oldest();
            }
            return;
        }
        let head = self.pending.front().map_or(self.next_id, |it| it.id);
        if offset == 0 || offset > self.next_id + TOO_HIGH || offset < head - TOO_LOW {
            return;
        }
        while self.pending.front().is_some_and(|it| it.id < offset) {
            self.pending.pop_front();
        }
    }

    /// Returns the oldest updates. They stay pending.
    pub(crate) fn peek(&mut self, limit: usize) -> Vec<Value> {
        let oldest: Vec<_> = self.pending.iter().take(limit).collect();
        if let Some(newest) = oldest.last() {
            self.delivered = self.delivered.max(newest.id);
        }
        let updates = oldest.into_iter();
        updates.map(|it| Value::Object(it.update.clone())).collect()
    }

    /// Returns whether an update is still pending.
    pub(crate) fn is_pending(&self, id: i64) -> bool {
        self.pending.iter().any(|it| it.id == id)
    }

    /// Returns the pending updates, for delivery to a webhook.
    pub(crate) fn pending(&self) -> impl Iterator<Item = (i64, &Map<String, Value>)> {
        self.pending.iter().map(|it| (it.id, &it.update))
    }

    /// Removes an update that a webhook has accepted.
    pub(crate) fn remove(&mut self, id: i64) {
        self.pending.retain(|it| it.id != id);
    }

    /// Sets the kinds that are queued from now on. What the server does not know is ignored; none at
    /// all is the default.
    pub(crate) fn allow(&mut self, kinds: &[String]) {
        let known = known_kinds();
        let kinds = kinds.iter().map(|kind| kind.to_ascii_lowercase());
        let mut kinds: Vec<String> = kinds
            .filter(|kind| known.contains(&kind.as_str()))
            .collect();
        let mut seen = HashSet::new();
        kinds.retain(|kind| seen.insert(kind.clone()));
        self.allowed = (!kinds.is_empty()).then_some(kinds);
    }
}

/// Returns how long the server keeps an update of a kind.
fn kept_for(kind: &str) -> Duration {
    Duration::from_secs(match kind {
        "inline_query" => 30,
        "callback_query" | "shipping_query" | "pre_checkout_query" => 150,
        "chosen_inline_result" => 600,
        _ => 86_400,
    })
}

/// Returns every kind of update.
pub(crate) fn known_kinds() -> Vec<&'static str> {
    let fields = Update::INFO.fields.iter().map(|field| field.name);
    fields.filter(|name| *name != "update_id").collect()
}
