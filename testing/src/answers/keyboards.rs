//! What messages of the bot show below the input field.

use serde_json::Value;

use super::replies::{Members, number};
use crate::world::Bot;

/// Shows or removes what the markup of a new message says. A selective one is for those whom the message
/// mentions or replies to.
pub(super) fn show(bot: &mut Bot, chat: i64, given: &Members, message: &Members) {
    let id = message.get("message_id").and_then(number);
    let (Some(markup), Some(id)) = (given.get("reply_markup"), id) else {
        return;
    };
    let is_selective = markup.get("selective") == Some(&true.into());
    let users = (is_selective && chat < 0).then(|| addressees(bot, message));
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.keyboards.show(markup, id, users);
    }
}

/// Returns the users whom a message mentions, and the one whom it replies to.
fn addressees(bot: &Bot, message: &Members) -> Vec<i64> {
    let id = |user: &Value| user.get("id").and_then(Value::as_i64);
    let reply = message.get("reply_to_message");
    let mut users: Vec<i64> = reply
        .and_then(|it| id(it.get("from")?))
        .into_iter()
        .collect();
    for (text, entities) in [("text", "entities"), ("caption", "caption_entities")] {
        let text = message.get(text).and_then(Value::as_str);
        let text: Vec<u16> = text.unwrap_or_default().encode_utf16().collect();
        let entities = message.get(entities).and_then(Value::as_array);
        for entity in entities.into_iter().flatten() {
            users.extend(entity.get("user").and_then(id));
            if let Some(name) = mentioned(&text, entity) {
                let is_named = |user: &Members| {
                    let known = user.get("username").and_then(Value::as_str);
                    known.is_some_and(|known| known.eq_ignore_ascii_case(&name))
                };
                let named = bot.users.iter().filter(|(_, user)| is_named(user));
                users.extend(named.map(|(id, _)| *id));
            }
        }
    }
    users
}

/// Returns the username in a mention. Offsets count UTF-16 code units.
fn mentioned(text: &[u16], entity: &Value) -> Option<String> {
    let number = |name: &str| usize::try_from(entity.get(name)?.as_i64()?).ok();
    let start = number("offset")?;
    let mention = text.get(start..start.checked_add(number("length")?)?)?;
    let mention = String::from_utf16_lossy(mention);
    let is_mention = entity.get("type").and_then(Value::as_str) == Some("mention");
    Some(mention.strip_prefix('@').filter(|_| is_mention)?.to_owned())
}
