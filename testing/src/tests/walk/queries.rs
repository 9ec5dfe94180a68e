//! Queries of users: each is answered once, and in time.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Map, Value};

use super::updates::event;

/// The parameters that name a query, and the methods that answer it in time.
const ANSWERS: [(&str, &str, u64); 4] = [
    ("callback_query_id", "answerCallbackQuery", 150),
    ("shipping_query_id", "answerShippingQuery", 150),
    ("pre_checkout_query_id", "answerPreCheckoutQuery", 150),
    ("inline_query_id", "answerInlineQuery", 30),
];

/// The queries of a bot, by the parameter and the id.
#[derive(Default)]
pub(super) struct Queries(BTreeMap<(&'static str, String), Query>);

#[derive(Clone, Copy)]
struct Query {
    end: Duration,
    is_answered: bool,
}

impl Queries {
    /// Takes note of a query in an update.
    pub(super) fn learn(&mut self, update: &Value, time: Duration) {
        let (kind, event) = event(update);
        let parameter = format!("{kind}_id");
        let known = ANSWERS.iter().find(|(name, _, _)| *name == parameter);
        if let (Some((name, _, seconds)), Some(id)) = (known, event["id"].as_str()) {
            let query = Query {
                end: time + Duration::from_secs(*seconds),
                is_answered: false,
            };
            self.0.insert((name, id.to_owned()), query);
        }
    }

    /// Takes note of an answer that the server has accepted.
    ///
    /// # Errors
    ///
    /// The server must have refused it.
    pub(super) fn answer(
        &mut self,
        method: &str,
        arguments: &Map<String, Value>,
        time: Duration,
    ) -> Result<(), String> {
        for (name, _, _) in ANSWERS.iter().filter(|(_, known, _)| *known == method) {
            let id = arguments.get(*name).and_then(Value::as_str);
            let query = id.and_then(|id| self.0.get_mut(&(*name, id.to_owned())));
            let Some(query) = query else {
                continue;
            };
            if query.is_answered || query.end <= time {
                return Err(format!("{method} accepts {id:?}, which is over"));
            }
            query.is_answered = true;
        }
        Ok(())
    }

    /// Returns a call that answers a query which has expired.
    pub(super) fn late_answer(&self, time: Duration) -> Option<(&'static str, Map<String, Value>)> {
        let mut all = self.0.iter();
        let ((name, id), _) = all.rfind(|(_, it)| !it.is_answered && it.end <= time)?;
        let (_, method, _) = ANSWERS.iter().find(|(known, _, _)| known == name)?;
        let members = [
            (*name, id.as_str().into()),
            ("ok", true.into()),
            ("results", Value::Array(Vec::new())),
            ("shipping_options", Value::Array(Vec::new())),
        ];
        let members = members.map(|(name, value)| (name.to_owned(), value));
        Some((method, Map::from_iter(members)))
    }
}
