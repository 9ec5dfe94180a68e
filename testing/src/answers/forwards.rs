//! Messages that are forwarded and copied.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::call::{Call, Outcome, bad};
use super::messages::{add, blank, content, enter};
use super::replies::{Members, number, origin, reply};
use super::{access, keyboards, rights};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    Some(match call.name {
        "forwardMessage" => forward(bot, call, chat).map(Value::Object),
        "copyMessage" => copy(bot, call, chat),
        "forwardMessages" | "copyMessages" => several(bot, call, chat),
        _ => return None,
    })
}

/// Returns the message that a call forwards or copies.
fn source(bot: &Bot, call: &Call<'_>, id: i64, verb: &str) -> Result<Members, Answer> {
    let from = call.arguments.get("from_chat_id");
    let from = from.and_then(|id| bot.chat_id(id));
    let from = from.ok_or_else(|| Refusal::ChatNotFound.answer())?;
    access::check_source(bot, from)?;
    let message = bot.chats.get(&from).and_then(|chat| chat.messages.get(&id));
    let message = message.cloned();
    let message = message.ok_or_else(|| bad(&format!("message to {verb} not found")))?;
    if let Some(chat) = call.chat {
        rights::may_send(bot, chat, &message)?;
    }
    Ok(message)
}

fn forward(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Result<Members, Answer> {
    let id = call.arguments.integer("message_id").unwrap_or_default();
    let original = source(bot, call, id, "forward")?;
    let mut message = duplicate(bot, call, chat, &original);
    enter(bot, call, chat, &mut message);
    message.insert("forward_origin".to_owned(), first_origin(&original));
    content(bot, call, &options(call), &mut message)?;
    add(bot, chat, &mut message);
    Ok(message)
}

/// Returns where a message comes from, which is not changed by another forward.
fn first_origin(message: &Members) -> Value {
    let known = message.get("forward_origin").cloned();
    known.unwrap_or_else(|| origin(message))
}

/// Returns the arguments of a forward or copy that its message can carry.
fn options(call: &Call<'_>) -> Members {
    let mut given = call.arguments.values.clone();
    given.retain(|name, _| !matches!(name.as_str(), "message_ids" | "from_chat_id"));
    given
}

/// Returns a message with the content of another one.
fn duplicate(bot: &Bot, call: &Call<'_>, chat: i64, original: &Members) -> Members {
    let own = blank(bot, call, chat);
    let mut message = original.clone();
    // What a message has because of where it was sent.
    for name in [
        "message_id",
        "from",
        "sender_chat",
        "reply_to_message",
        "reply_markup",
        "edit_date",
        "media_group_id",
        "message_thread_id",
        "is_topic_message",
        "effect_id",
        "business_connection_id",
        "forward_origin",
    ] {
        message.remove(name);
    }
    message.extend(own);
    message
}

fn copy(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let id = call.arguments.integer("message_id").unwrap_or_default();
    let original = source(bot, call, id, "copy")?;
    let mut message = duplicate(bot, call, chat, &original);
    reply(bot, call, chat, &mut message)?;
    enter(bot, call, chat, &mut message);
    if call.arguments.get("caption").is_some() {
        message.remove("caption_entities");
    }
    content(bot, call, &options(call), &mut message)?;
    add(bot, chat, &mut message);
    keyboards::show(bot, chat, &call.arguments.values, &message);
    Ok(json!({"message_id": message.get("message_id")}))
}

/// Returns the ids of messages, which may be texts.
pub(super) fn message_ids(call: &Call<'_>) -> Result<Vec<i64>, Answer> {
    let ids = call.arguments.get("message_ids").and_then(Value::as_array);
    let ids = ids.filter(|ids| !ids.is_empty());
    let ids = ids.ok_or_else(|| bad("message identifiers are not specified"))?;
    if ids.len() > 100 {
        return Err(bad("too many message identifiers specified"));
    }
    let ids = ids
        .iter()
        .map(|id| number(id).ok_or_else(|| bad("can't parse message identifier as a Number")));
    ids.collect()
}

/// Forwards or copies several messages. Missing ones are skipped.
fn several(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let ids = message_ids(call)?;
    if !ids.is_sorted_by(|one, next| one < next) {
        return Err(bad(
            "message identifiers must be in a strictly increasing order",
        ));
    }
    let mut groups = HashMap::new();
    let mut results = Vec::new();
    for id in ids {
        let Ok(original) = source(bot, call, id, "forward") else {
            continue;
        };
        let mut message = duplicate(bot, call, chat, &original);
        enter(bot, call, chat, &mut message);
        if call.name == "forwardMessages" {
            message.insert("forward_origin".to_owned(), first_origin(&original));
        }
        // Albums stay together.
        if let Some(group) = original.get("media_group_id").map(Value::to_string) {
            let number = 13_000_000_000 + bot.number();
            let group = groups.entry(group).or_insert_with(|| number.to_string());
            message.insert("media_group_id".to_owned(), group.clone().into());
        }
        content(bot, call, &options(call), &mut message)?;
        if call.arguments.is_true("remove_caption") {
            message.remove("caption");
            message.remove("caption_entities");
        }
        add(bot, chat, &mut message);
        results.push(json!({"message_id": message.get("message_id")}));
    }
    if results.is_empty() {
        return Err(bad("messages can't be forwarded"));
    }
    Ok(results.into())
}
