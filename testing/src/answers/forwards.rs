//! Messages that are forwarded and copied.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::call::{Call, Outcome, bad};
use super::messages::{add, blank, content, enter, shown};
use super::named::message_ids;
use super::replies::{Members, origin, reply};
use super::{access, rights};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, MEDIA, is_service};

/// What makes up a caption.
const CAPTION: [&str; 3] = ["caption", "caption_entities", "show_caption_above_media"];
/// What can be forwarded, but not copied.
const NOT_COPIED: [&str; 4] = ["paid_media", "giveaway", "giveaway_winners", "invoice"];

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    Some(match call.name {
        "forwardMessage" => forward(bot, call, chat).map(Value::Object),
        "copyMessage" => copy(bot, call, chat),
        "forwardMessages" | "copyMessages" => several(bot, call, chat),
        _ => return None,
    })
}

/// Refuses a call that forwards or copies a message that is not there.
pub(super) fn check_source(bot: &Bot, call: &Call<'_>) -> Result<(), Answer> {
    let id = call.arguments.integer("message_id").unwrap_or_default();
    source(bot, call, id).map(drop)
}

/// Returns what a call does with a message.
fn verb(call: &Call<'_>) -> &'static str {
    match call.name {
        "copyMessage" => "copy",
        _ => "forward",
    }
}

/// Returns the message that a call forwards or copies.
fn source(bot: &Bot, call: &Call<'_>, id: i64) -> Result<Members, Answer> {
    let from = source_chat(bot, call)?;
    let message = bot.chats.get(&from).and_then(|chat| chat.messages.get(&id));
    let message = message.cloned();
    message.ok_or_else(|| bad(&format!("message to {} not found", verb(call))))
}

/// Returns the chat from which a call forwards or copies.
fn source_chat(bot: &Bot, call: &Call<'_>) -> Result<i64, Answer> {
    let from = call.arguments.get("from_chat_id");
    let from = from.and_then(|id| bot.chat_id(id));
    let from = from.ok_or_else(|| Refusal::ChatNotFound.answer())?;
    access::check_source(bot, from)?;
    Ok(from)
}

/// Refuses to forward or copy what can only be read where it is.
fn may_leave(bot: &Bot, call: &Call<'_>, message: &Members) -> Result<(), Answer> {
    let from = source_chat(bot, call)?;
    let is_protected =
        |members: &Members| members.get("has_protected_content") == Some(&true.into());
    let chat = bot.chats.get(&from).map(|chat| &chat.info);
    if is_protected(message) || chat.is_some_and(is_protected) {
        return Err(bad("message has protected content and can't be forwarded"));
    }
    let copies = call.name.starts_with("copy");
    let has = |names: &[&str]| names.iter().any(|name| message.contains_key(*name));
    let poll = message.get("poll");
    let is_secret_quiz = poll.is_some_and(|poll| {
        poll.get("type") == Some(&"quiz".into()) && poll.get("correct_option_ids").is_none()
    });
    if is_service(message) || copies && (has(&NOT_COPIED) || is_secret_quiz) {
        let verb = if copies { "copied" } else { "forwarded" };
        return Err(bad(&format!("message can't be {verb}")));
    }
    match call.chat {
        Some(chat) => rights::may_send(bot, chat, message),
        None => Ok(()),
    }
}

fn forward(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Result<Members, Answer> {
    let id = call.arguments.integer("message_id").unwrap_or_default();
    let original = source(bot, call, id)?;
    may_leave(bot, call, &original)?;
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
    let original = source(bot, call, id)?;
    may_leave(bot, call, &original)?;
    let mut message = duplicate(bot, call, chat, &original);
    reply(bot, call, chat, &mut message)?;
    enter(bot, call, chat, &mut message);
    let mut given = options(call);
    if !MEDIA.iter().any(|name| message.contains_key(*name)) {
        given.retain(|name, _| !CAPTION.contains(&name.as_str()));
    } else if call.arguments.is_given("caption") {
        // An empty one replaces it, too.
        message.retain(|name, _| !CAPTION.contains(&name.as_str()));
    }
    content(bot, call, &given, &mut message)?;
    add(bot, chat, &mut message);
    shown(bot, chat, &given, &message);
    Ok(json!({"message_id": message.get("message_id")}))
}

/// Forwards or copies several messages. Missing ones are skipped.
fn several(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let ids = message_ids(call)?;
    if !ids.is_sorted_by(|one, next| one < next) {
        return Err(bad(
            "message identifiers must be in a strictly increasing order",
        ));
    }
    source_chat(bot, call)?;
    let mut groups = HashMap::new();
    let mut results = Vec::new();
    for id in ids {
        let Ok(original) = source(bot, call, id) else {
            continue;
        };
        if may_leave(bot, call, &original).is_err() {
            continue;
        }
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
            message.retain(|name, _| !CAPTION.contains(&name.as_str()));
        }
        add(bot, chat, &mut message);
        results.push(json!({"message_id": message.get("message_id")}));
    }
    if results.is_empty() {
        return Err(bad("messages can't be forwarded"));
    }
    Ok(results.into())
}
