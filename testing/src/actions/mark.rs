//! Entities that are found in texts.

use serde_json::{Map, Value, json};

/// Marks a command at the beginning of the text or caption of a message, unless entities are given.
pub(super) fn mark(message: &mut Map<String, Value>) {
    for (text, entities) in [("text", "entities"), ("caption", "caption_entities")] {
        let found = message.get(text).and_then(Value::as_str).and_then(command);
        if let Some(found) = found.filter(|_| !message.contains_key(entities)) {
            message.insert(entities.to_owned(), found);
        }
    }
}

fn command(text: &str) -> Option<Value> {
    let command = text.split_whitespace().next()?;
    let name = command.strip_prefix('/')?;
    let is_command = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let length = command.encode_utf16().count();
    is_command.then(|| json!([{"type": "bot_command", "offset": 0, "length": length}]))
}
