//! Entities as they are given, and as they are received.

use serde_json::{Value, json};
use telegrammar::text::{Text, parse_html};
use telegrammar::types::MessageEntity;

use super::replies::number;
use crate::world::Bot;

/// The largest offset and the largest length of an entity.
const LARGEST: i64 = 1_000_000;

/// Reads the entities of a text as the server stores them. What is no list is ignored.
///
/// # Errors
///
/// The server's words for entities that are wrong or do not fit the text.
pub(super) fn read(
    bot: &Bot,
    text: &str,
    given: Option<&Value>,
) -> Result<Vec<MessageEntity>, String> {
    let mut entities = Vec::new();
    for entity in given.and_then(Value::as_array).into_iter().flatten() {
        entities.extend(entity_of(bot, entity)?);
    }
    entities.sort_by_key(|entity| entity.offset);
    fits(text, &entities)?;
    Ok(entities)
}

/// Returns entities as they are received: a user who is mentioned is the one that the bot knows.
pub(super) fn write(bot: &Bot, entities: &[MessageEntity]) -> Value {
    let entities = entities.iter().map(|entity| {
        let mut value = json!(entity);
        if let (Some(members), Some(user)) = (value.as_object_mut(), &entity.user) {
            members.insert("user".to_owned(), bot.user_object(user.id));
        }
        value
    });
    entities.collect()
}

/// Returns an entity as the server stores it, or nothing if the server ignores it.
fn entity_of(bot: &Bot, value: &Value) -> Result<Option<MessageEntity>, String> {
    let mut value = value.clone();
    let (mut offset, mut length) = (0, 0);
    if let Some(members) = value.as_object_mut() {
        let integer = |name: &str| members.get(name).and_then(number).unwrap_or_default();
        (offset, length) = (integer("offset"), integer("length"));
        let user = members.get("user").and_then(|user| number(user.get("id")?));
        let user = user.map(|id| bot.user_object(id));
        members.insert("offset".to_owned(), 0.into());
        members.insert("length".to_owned(), 1.into());
        members.extend(user.map(|user| ("user".to_owned(), user)));
    }
    let Ok(entity) = serde_json::from_value::<MessageEntity>(value) else {
        return Ok(None);
    };
    if !(0..=LARGEST).contains(&offset) {
        return Err(format!("receive an entity with incorrect offset {offset}"));
    }
    if !(0..=LARGEST).contains(&length) {
        return Err(format!("receive an entity with incorrect length {length}"));
    }
    // Written as markup and parsed, so that addresses, ids and dates are those of markup.
    let markup = Text::from_parts("a", vec![entity]).to_html();
    let parsed = parse_html(&markup).map_err(|error| {
        let error = error.to_string();
        match error.as_str() {
            "Invalid date format used" => {
                "can't parse MessageEntity: Invalid date-time format specified".to_owned()
            }
            _ => format!("can't parse MessageEntity: {error}"),
        }
    })?;
    let (_, entities) = parsed.into_parts();
    Ok(entities.into_iter().next().map(|mut entity| {
        (entity.offset, entity.length) = (offset, length);
        entity
    }))
}

/// Refuses entities that are not inside of the text, or cut a character. They are sorted.
fn fits(text: &str, entities: &[MessageEntity]) -> Result<(), String> {
    let mut length = 0;
    // The bytes after characters of two code units, by the offset of the second one.
    let mut halves = Vec::new();
    for (index, character) in text.char_indices() {
        length += if character.len_utf16() == 2 { 2 } else { 1 };
        if character.len_utf16() == 2 {
            halves.push((length - 1, index + character.len_utf8()));
        }
    }
    let half = |offset: i64| {
        let found = halves.binary_search_by_key(&offset, |(offset, _)| *offset);
        found
            .ok()
            .and_then(|at| halves.get(at))
            .map(|(_, byte)| *byte)
    };
    for entity in entities.iter().filter(|entity| entity.length > 0) {
        let (start, end) = (entity.offset, entity.offset + entity.length);
        if let Some(byte) = half(start) {
            return Err(format!(
                "entity begins in a middle of a UTF-16 symbol at byte offset {byte}"
            ));
        }
        if let Some(byte) = half(end) {
            return Err(format!(
                "entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol at \
                 byte offset {byte}"
            ));
        }
        if start > length {
            return Err(format!(
                "entity begins after the end of the text at UTF-16 offset {start}"
            ));
        }
        if end > length {
            return Err(format!(
                "entity beginning at UTF-16 offset {start} ends after the end of the text at \
                 UTF-16 offset {end}"
            ));
        }
    }
    Ok(())
}
