//! The messages that a call names.

use serde_json::Value;

use super::call::{Call, bad};
use super::replies::{Members, number};
use crate::protocol::envelope::Answer;
use crate::world::{Bot, sender};

/// Returns the message that a call names.
pub(super) fn find(
    bot: &Bot,
    call: &Call<'_>,
    chat: i64,
    what: &str,
) -> Result<(i64, Members), Answer> {
    let id = call.arguments.integer("message_id").unwrap_or_default();
    let message = bot.chats.get(&chat).and_then(|chat| chat.messages.get(&id));
    match message {
        Some(message) => Ok((id, message.clone())),
        None => Err(bad(&format!("{what} not found"))),
    }
}

/// Returns whether a message is by the bot, in its own name, or in that of a channel or a business account.
pub(super) fn is_own(bot: &Bot, message: &Members) -> bool {
    let from = sender(message);
    let is_post = from.is_none() && message.contains_key("sender_chat");
    from == Some(bot.id) || is_post || is_by_bot(bot, message)
}

/// Returns whether the bot has sent a message in the name of an account.
fn is_by_bot(bot: &Bot, message: &Members) -> bool {
    let by = message.get("sender_business_bot");
    by.and_then(|by| by.get("id")?.as_i64()) == Some(bot.id)
}

/// Returns the ids of messages, which may be texts.
pub(super) fn message_ids(call: &Call<'_>) -> Result<Vec<i64>, Answer> {
    let ids = call.arguments.get("message_ids").and_then(Value::as_array);
    let ids = ids.filter(|ids| !ids.is_empty());
    let ids = ids.ok_or_else(|| bad("message identifiers are not specified"))?;
    if ids.len() > 100 {
        return Err(bad("too many message identifiers specified"));
    }
    ids.iter().map(message_id).collect()
}

fn message_id(id: &Value) -> Result<i64, Answer> {
    if !id.is_number() && !id.is_string() {
        return Err(bad("message identifier must be a Number"));
    }
    let number = number(id).filter(|id| i32::try_from(*id).is_ok());
    let number = number.ok_or_else(|| bad("can't parse message identifier as a Number"))?;
    if number <= 0 {
        return Err(bad("invalid message identifier specified"));
    }
    Ok(number)
}
