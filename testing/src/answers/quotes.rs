//! Quotes: parts of a message that a reply is about.

use serde_json::{Map, Value, json};

/// The types of entities that a quote keeps.
const KEPT: [&str; 7] = [
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "custom_emoji",
    "date_time",
];

/// Returns whether a message has a part that is the quote, with the same entities.
pub(super) fn is_part(quote: &str, entities: Option<&Value>, message: &Map<String, Value>) -> bool {
    let (text, own) = match message.get("text") {
        Some(text) => (text, message.get("entities")),
        None => (
            message.get("caption").unwrap_or(&Value::Null),
            message.get("caption_entities"),
        ),
    };
    let text = text.as_str().unwrap_or_default();
    let length = units(quote);
    let wanted = within(entities, 0, length);
    let mut places = text.match_indices(quote);
    places.any(|(at, _)| {
        let start = units(text.get(..at).unwrap_or_default());
        within(own, start, length) == wanted
    })
}

/// Returns the length of a text in UTF-16 code units.
fn units(text: &str) -> i64 {
    i64::try_from(text.encode_utf16().count()).unwrap_or(i64::MAX)
}

/// Returns the entities in a part of a text, as if the text were this part alone.
fn within(entities: Option<&Value>, start: i64, length: i64) -> Vec<Value> {
    let entities = entities.and_then(Value::as_array).into_iter().flatten();
    let mut inside: Vec<(i64, i64, Value)> = Vec::new();
    for entity in entities {
        let kind = entity.get("type").and_then(Value::as_str);
        let integer = |name: &str| entity.get(name).and_then(Value::as_i64).unwrap_or_default();
        let (from, to) = (
            integer("offset"),
            integer("offset").saturating_add(integer("length")),
        );
        let (from, to) = (from.max(start), to.min(start.saturating_add(length)));
        if kind.is_some_and(|kind| KEPT.contains(&kind)) && from < to {
            let id = entity.get("custom_emoji_id");
            inside.push((from - start, to - start, json!([kind, id])));
        }
    }
    inside.sort_by_key(|(from, to, what)| (*from, *to, what.to_string()));
    let inside = inside.into_iter();
    inside
        .map(|(from, to, what)| json!([from, to, what]))
        .collect()
}
