//! The updates of a bot: each comes once, in order, and until its time is over.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::random::Random;
use super::results;

/// The id of the first update.
pub(super) const FIRST: i64 = 500_000_000;

/// An update that is not confirmed.
struct Pending {
    id: i64,
    update: Value,
    /// When the server drops it.
    end: Duration,
}

/// The queue of a bot as it must be.
pub(super) struct Updates {
    /// The highest id so far.
    last: i64,
    pending: VecDeque<Pending>,
    /// The last update that was received by polling.
    received: i64,
    /// What actions have promised.
    promised: BTreeSet<i64>,
    /// The last update of each kind and chat or user that was delivered to a webhook.
    delivered: HashMap<String, i64>,
}

impl Default for Updates {
    fn default() -> Self {
        Self {
            last: FIRST - 1,
            pending: VecDeque::new(),
            received: FIRST - 1,
            promised: BTreeSet::new(),
            delivered: HashMap::new(),
        }
    }
}

impl Updates {
    /// Returns a call of `getUpdates`.
    pub(super) fn call(&self, random: &mut Random) -> Map<String, Value> {
        let offset = match random.below(10) {
            0 => json!(0),
            1 => {
                let ignored = [json!("x"), json!(i32::MAX), json!(1), json!(1e300)];
                random.pick(&ignored).unwrap_or_default()
            }
            2 if random.once_in(4) => json!(-1 - i64::from(random.once_in(2))),
            3 if random.once_in(4) => json!(self.last + 5),
            _ => json!(self.received + 1),
        };
        let mut call = Map::from_iter([("offset".to_owned(), offset)]);
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
        call
    }

    /// Takes the updates that a call has returned.
    ///
    /// # Errors
    ///
    /// They are not those that the call must return.
    pub(super) fn take(&mut self, call: &Map<String, Value>, got: &[Value]) -> Result<(), String> {
        let number = |name: &str| call.get(name).and_then(Value::as_i64);
        let offset = number("offset").unwrap_or_default();
        if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or_default();
            let dropped = self.pending.len().saturating_sub(kept);
            self.pending.drain(..dropped);
        } else if (FIRST..=self.last + 11).contains(&offset) {
            self.pending.retain(|it| it.id >= offset);
        }
        let limit = match call.get("limit") {
            None => 100,
            Some(limit) => limit.as_u64().unwrap_or_default().clamp(1, 100),
        };
        let limit = usize::try_from(limit).unwrap_or_default();
        let expected = self.pending.iter().take(limit).map(|it| &it.update);
        if !got.iter().eq(expected) {
            return Err(format!("the pending updates are {}", self.ids()));
        }
        if let Some(last) = got.last() {
            self.received = last["update_id"].as_i64().unwrap_or_default();
        }
        Ok(())
    }

    /// Returns the highest id so far.
    pub(super) fn last(&self) -> i64 {
        self.last
    }

    fn ids(&self) -> String {
        let ids: Vec<i64> = self.pending.iter().map(|it| it.id).collect();
        format!("{ids:?}")
    }

    /// Takes note of updates that an action has caused.
    pub(super) fn promise(&mut self, result: &Value) {
        let ids = result["update_ids"].as_array().into_iter().flatten();
        let ids = ids.chain([&result["update_id"]]).filter_map(Value::as_i64);
        self.promised.extend(ids);
    }

    /// Drops all updates.
    pub(super) fn clear(&mut self) {
        self.pending.clear();
    }

    /// Drops the updates whose time is over.
    pub(super) fn expire(&mut self, time: Duration) {
        self.pending.retain(|it| it.end > time);
    }

    /// Compares the queue with that of the server after a step, in which updates were `delivered` to a
    /// webhook. Returns the new updates.
    ///
    /// # Errors
    ///
    /// What is wrong with the queue of the server.
    pub(super) fn compare(
        &mut self,
        queued: &[(i64, Value)],
        delivered: Vec<Value>,
        time: Duration,
    ) -> Result<Vec<Value>, String> {
        let with_id = |it: Value| (it["update_id"].as_i64().unwrap_or_default(), it);
        let ids: Vec<i64> = queued.iter().map(|(id, _)| *id).collect();
        let sent: Vec<(i64, Value)> = delivered.into_iter().map(with_id).collect();
        let is_new = |(id, _): &&(i64, Value)| *id > self.last;
        let new: BTreeMap<i64, Value> =
            queued.iter().chain(&sent).filter(is_new).cloned().collect();
        for (id, update) in &new {
            if *id != self.last + 1 {
                return Err(format!("the update {id} follows {}", self.last));
            }
            self.last = *id;
            results::check_update(update)?;
            self.pending.push_back(Pending {
                id: *id,
                update: update.clone(),
                end: time + kept_for(update),
            });
        }
        for (id, update) in sent {
            self.deliver(id, &update)?;
        }
        if let Some(id) = self.promised.iter().find(|id| **id > self.last) {
            return Err(format!("the update {id} was never queued"));
        }
        self.promised.clear();
        if !self.pending.iter().map(|it| it.id).eq(ids.iter().copied()) {
            return Err(format!("the queue is {ids:?}, not {}", self.ids()));
        }
        Ok(new.into_values().collect())
    }

    fn deliver(&mut self, id: i64, update: &Value) -> Result<(), String> {
        let at = self.pending.iter().position(|it| it.id == id);
        let known = at.and_then(|at| self.pending.remove(at));
        let known = known.ok_or_else(|| format!("{id} was delivered, but is not pending"))?;
        if known.update != *update {
            return Err(format!(
                "{id} is {}, but {update} was delivered",
                known.update
            ));
        }
        let (kind, event) = event(update);
        let by = [
            &event["chat"]["id"],
            &event["from"]["id"],
            &event["user"]["id"],
        ];
        let by = by.into_iter().find(|id| id.is_i64());
        let order = format!("{kind} {by:?}");
        match self.delivered.insert(order, id) {
            Some(before) if before > id => Err(format!("{id} was delivered after {before}")),
            _ => Ok(()),
        }
    }
}

/// Returns the kind and the content of an update.
pub(super) fn event(update: &Value) -> (&str, &Value) {
    let members = update.as_object().into_iter().flatten();
    let mut members = members.filter(|(name, _)| !matches!(name.as_str(), "update_id" | "bot"));
    members
        .next()
        .map_or(("", &Value::Null), |(kind, event)| (kind.as_str(), event))
}

/// Returns how long the server keeps an update.
fn kept_for(update: &Value) -> Duration {
    let (kind, _) = event(update);
    let seconds = match kind {
        "inline_query" => 30,
        "callback_query" | "shipping_query" | "pre_checkout_query" => 150,
        "chosen_inline_result" => 600,
        _ => 24 * 60 * 60,
    };
    Duration::from_secs(seconds)
}
