//! The client that polls: each update comes once, in order.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::random::Random;

/// A client of `getUpdates`.
#[derive(Default)]
pub(super) struct Poller {
    /// The id of the next update, if one was received.
    next: Option<i64>,
    /// The first update that was received and not confirmed.
    first: Option<i64>,
    /// Updates that must still come.
    owed: BTreeSet<i64>,
    /// Updates that were received and not confirmed.
    received: BTreeMap<i64, Value>,
}

/// What a poll does with its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offset {
    /// Confirms what was received.
    Next,
    /// Confirms nothing.
    None,
    /// Drops all but the newest.
    Newest,
}

impl Poller {
    /// Returns a call, and what it does.
    pub(super) fn call(&self, random: &mut Random) -> (Offset, Map<String, Value>) {
        let (offset, value) = match random.below(8) {
            0 => (Offset::None, json!(0)),
            1 => (
                Offset::None,
                random
                    .pick(&[json!("x"), json!(i32::MAX), json!(1), json!(1e300)])
                    .unwrap_or_default(),
            ),
            2 if random.once_in(4) => (Offset::Newest, json!(-1 - i64::from(random.once_in(2)))),
            _ => match self.next {
                Some(next) => (Offset::Next, json!(next)),
                None => (Offset::None, json!(0)),
            },
        };
        let mut call = Map::from_iter([("offset".to_owned(), value)]);
        if random.once_in(3) {
            let limits = [json!(1), json!(3), json!(0), json!(1000), json!("x")];
            call.insert("limit".to_owned(), random.pick(&limits).unwrap_or_default());
        }
        if random.once_in(12) {
            let kinds = [
                json!([]),
                json!(["message", "callback_query", "x"]),
                json!([
                    "message_reaction",
                    "chat_member",
                    "message",
                    "my_chat_member"
                ]),
                json!("x"),
                json!([
                    "poll",
                    "poll_answer",
                    "inline_query",
                    "chosen_inline_result",
                    "message"
                ]),
            ];
            let kinds = random.pick(&kinds).unwrap_or_default();
            call.insert("allowed_updates".to_owned(), kinds);
        }
        (offset, call)
    }

    /// Returns a call that confirms what was received, and what it does.
    pub(super) fn next(&self) -> (Offset, Map<String, Value>) {
        let (offset, value) = match self.next {
            Some(next) => (Offset::Next, next),
            None => (Offset::None, 0),
        };
        (
            offset,
            Map::from_iter([("offset".to_owned(), value.into())]),
        )
    }

    /// Takes note of updates that were queued.
    pub(super) fn owe(&mut self, result: &Value) {
        let ids = result["update_ids"].as_array().into_iter().flatten();
        let ids = ids.chain([&result["update_id"]]).filter_map(Value::as_i64);
        self.owed.extend(ids);
    }

    /// Takes note that all pending updates are gone.
    pub(super) fn drop_pending(&mut self) {
        self.owed.clear();
        self.received.clear();
        self.first = None;
        self.next = None;
    }

    /// Takes the updates of a poll.
    ///
    /// # Errors
    ///
    /// One is missing, or comes again.
    pub(super) fn take(&mut self, offset: Offset, updates: &[Value]) -> Result<(), String> {
        let ids: Vec<i64> = updates
            .iter()
            .filter_map(|it| it["update_id"].as_i64())
            .collect();
        let is_gapless = ids.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        if ids.len() != updates.len() || !is_gapless {
            return Err(format!("the ids of updates are {ids:?}"));
        }
        if offset == Offset::Next {
            let next = self.next.unwrap_or_default();
            self.received.retain(|id, _| *id >= next);
            self.owed.retain(|id| *id >= next);
            self.first = Some(next);
        }
        let Some((first, last)) = ids.first().copied().zip(ids.last().copied()) else {
            // Nothing is pending.
            return match self.owed.first() {
                Some(id) => Err(format!("the update {id} is gone")),
                None => Ok(()),
            };
        };
        if offset == Offset::Newest {
            self.received.retain(|id, _| *id >= first);
            self.owed.retain(|id| *id >= first);
        } else if self.first.is_some_and(|expected| expected != first) {
            return Err(format!("{first} is the first update, not {:?}", self.first));
        }
        self.first = Some(first);
        self.next = Some(last + 1);
        for (id, update) in ids.into_iter().zip(updates) {
            match self.received.insert(id, update.clone()) {
                Some(earlier) if earlier != *update => {
                    return Err(format!("the update {id} was {earlier}, and is {update}"));
                }
                _ => {}
            }
        }
        Ok(())
    }
}
