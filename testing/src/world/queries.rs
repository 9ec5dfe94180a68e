//! The queries of users, which a bot answers once and in time.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use serde_json::{Map, Value};

use crate::protocol::bot_complaint::Unanswered;

/// How long the server accepts an answer to most queries.
const TIME: Duration = Duration::from_secs(150);
/// How long the server accepts an answer to an inline query.
const INLINE_TIME: Duration = Duration::from_secs(30);

/// Each kind of queries has its own ids, so they are known by the parameter of the answer and the id.
type Key = (String, String);

/// The queries by the parameter of their answers and by their ids.
#[derive(Debug, Default)]
pub(crate) struct Queries {
    known: HashMap<Key, Query>,
    /// Callback queries that may not be answered yet, oldest first.
    open: VecDeque<String>,
}

/// A query.
#[derive(Debug)]
struct Query {
    /// The last time at which it can be answered. `None` if that is not limited.
    end: Option<Duration>,
    is_answered: bool,
    /// Whether the bot has called the method that answers it, with whatever outcome.
    is_tried: bool,
    /// The id of the user.
    by: i64,
    /// The id of the update, if it was queued.
    update: Option<i64>,
}

/// What answers a query that an update brings.
#[derive(Debug)]
pub(super) struct Asked {
    parameter: String,
    id: String,
    by: i64,
}

impl Asked {
    /// Returns the query in an update, if there is one.
    pub(super) fn of(update: &Map<String, Value>) -> Option<Self> {
        let (kind, event) = update.iter().find(|(name, _)| *name != "update_id")?;
        let (parameter, id) = match kind.as_str() {
            "guest_message" => ("guest_query_id".to_owned(), event.get("guest_query_id")?),
            "chat_join_request" => (
                "chat_join_request_query_id".to_owned(),
                event.get("query_id")?,
            ),
            kind if kind.ends_with("_query") => (format!("{kind}_id"), event.get("id")?),
            _ => return None,
        };
        let by = event.get("from").and_then(|from| from.get("id")?.as_i64());
        Some(Self {
            parameter,
            id: id.as_str()?.to_owned(),
            by: by.unwrap_or_default(),
        })
    }
}

impl Queries {
    /// Adds a query that was made now, in place of an earlier one with its id.
    pub(super) fn add(&mut self, asked: Asked, time: Duration, update: Option<i64>) {
        let Asked { parameter, id, by } = asked;
        let lasts = match parameter.as_str() {
            "callback_query_id" | "shipping_query_id" | "pre_checkout_query_id" => Some(TIME),
            "inline_query_id" => Some(INLINE_TIME),
            _ => None,
        };
        if parameter == "callback_query_id" && update.is_some() {
            self.open.retain(|open| *open != id);
            self.open.push_back(id.clone());
        }
        let query = Query {
            end: lasts.map(|lasts| time.saturating_add(lasts)),
            is_answered: false,
            is_tried: false,
            by,
            update,
        };
        self.known.insert((parameter, id), query);
    }

    /// Answers a query. Returns whether that is possible: a query that the server has not made can be
    /// answered once too.
    pub(crate) fn answer(&mut self, parameter: &str, id: &str, time: Duration) -> bool {
        let key = (parameter.to_owned(), id.to_owned());
        let query = self.known.entry(key).or_insert(Query {
            end: None,
            is_answered: false,
            is_tried: true,
            by: 0,
            update: None,
        });
        let is_possible = !query.is_answered && query.end.is_none_or(|end| time < end);
        query.is_answered |= is_possible;
        is_possible
    }

    /// Notes that the bot has called the method that answers a callback query.
    pub(crate) fn tried(&mut self, id: &str) {
        let key = ("callback_query_id".to_owned(), id.to_owned());
        if let Some(query) = self.known.get_mut(&key) {
            query.is_tried = true;
        }
    }

    /// Returns whether an inline query was not answered in time.
    pub(crate) fn has_expired(&self, inline_query: &str, time: Duration) -> bool {
        let key = ("inline_query_id".to_owned(), inline_query.to_owned());
        let query = self.known.get(&key);
        query.is_some_and(|query| !query.is_answered && query.end.is_some_and(|end| time >= end))
    }

    /// Returns the callback queries that can still be answered and were not, oldest first.
    pub(crate) fn unanswered(&self) -> impl Iterator<Item = Unanswered> {
        self.open.iter().filter_map(|id| self.open_query(id)?.1)
    }

    /// Removes the callback queries whose time is over. Returns those that the bot has not answered.
    pub(super) fn expire(&mut self, time: Duration) -> Vec<Unanswered> {
        let mut expired = Vec::new();
        while let Some(id) = self.open.front() {
            let query = self.open_query(id);
            if query.as_ref().is_some_and(|(end, _)| *end > time) {
                break;
            }
            expired.extend(query.and_then(|(_, unanswered)| unanswered));
            self.open.pop_front();
        }
        expired
    }

    /// Returns when the time of a callback query is over, and the query unless it was answered.
    fn open_query(&self, id: &str) -> Option<(Duration, Option<Unanswered>)> {
        let key = ("callback_query_id".to_owned(), id.to_owned());
        let query = self.known.get(&key)?;
        let is_open = !query.is_answered && !query.is_tried;
        let unanswered = query.update.filter(|_| is_open).map(|update| Unanswered {
            id: id.to_owned(),
            by: query.by,
            update,
        });
        Some((query.end?, unanswered))
    }
}
