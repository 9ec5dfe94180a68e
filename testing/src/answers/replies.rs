//! Messages that are replied to, and where messages come from.

use serde_json::{Map, Value, json};
use telegrammar::types::ExternalReplyInfo;

use super::access;
use super::call::{Call, bad};
use super::quotes::is_part;
use super::schema;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

/// The reply shows a message without the messages around it.
const NOT_IN_A_REPLY: [&str; 2] = ["reply_to_message", "pinned_message"];

pub(super) type Members = Map<String, Value>;

/// Refuses a call that replies to a message that is not there.
pub(super) fn check(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<(), Answer> {
    replied(bot, call, chat).map(drop)
}

/// Returns what a call says about its reply, if it is one.
fn parameters<'c>(call: &'c Call<'_>) -> Option<&'c Members> {
    let parameters = call.arguments.get("reply_parameters")?.as_object()?;
    Some(parameters).filter(|parameters| !parameters.is_empty())
}

/// Returns the message that a call replies to, and its chat. `None` if there is no such message, and the call
/// is sent without it.
fn replied(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<Option<(i64, Members)>, Answer> {
    let Some(parameters) = parameters(call) else {
        return Ok(None);
    };
    if parameters.contains_key("ephemeral_message_id") {
        return Ok(None);
    }
    let id = parameters.get("message_id").and_then(number);
    let id = id.ok_or_else(|| bad("can't find field \"message_id\""))?;
    let source = match parameters.get("chat_id") {
        Some(id) => {
            let id = bot.chat_id(&chat_of(id));
            id.ok_or_else(|| Refusal::ChatNotFound.answer())?
        }
        None => chat,
    };
    if source != chat {
        access::check_source(bot, source)?;
    }
    let known = bot.chats.get(&source);
    match known.and_then(|chat| chat.messages.get(&id)) {
        Some(message) => Ok(Some((source, message.clone()))),
        None if parameters.get("allow_sending_without_reply") == Some(&true.into()) => Ok(None),
        None => Err(Refusal::MessageToReplyNotFound.answer()),
    }
}

/// Returns the id of a chat, which may be a text.
fn chat_of(id: &Value) -> Value {
    match number(id) {
        Some(id) => id.into(),
        None => id.clone(),
    }
}

/// Sets the message that is replied to.
pub(super) fn reply(
    bot: &Bot,
    call: &Call<'_>,
    chat: i64,
    message: &mut Members,
) -> Result<(), Answer> {
    let Some((source, replied)) = replied(bot, call, chat)? else {
        return Ok(());
    };
    let Some(parameters) = parameters(call) else {
        return Ok(());
    };
    let number = |name: &str| parameters.get(name).and_then(self::number);
    let quote = parameters.get("quote").and_then(Value::as_str);
    let quote = quote.filter(|quote| !quote.is_empty());
    let entities = parameters.get("quote_entities");
    if quote.is_some_and(|quote| !is_part(quote, entities, &replied)) {
        return Err(bad("QUOTE_TEXT_INVALID"));
    }
    if source == chat {
        let mut replied = replied;
        replied.retain(|name, _| !NOT_IN_A_REPLY.contains(&name.as_str()));
        message.insert("reply_to_message".to_owned(), replied.into());
    } else {
        let mut reply = replied.clone();
        reply.retain(|name, _| schema::field(ExternalReplyInfo::INFO, name).is_some());
        reply.insert("origin".to_owned(), origin(&replied));
        // Only these can be looked up by others.
        let kind = bot.chat_kind(source);
        if !matches!(kind, "supergroup" | "channel") {
            reply.remove("chat");
            reply.remove("message_id");
        }
        message.insert("external_reply".to_owned(), reply.into());
    }
    if let Some(text) = quote {
        let position = number("quote_position").unwrap_or_default();
        let mut quote = json!({"text": text, "position": position, "is_manual": true});
        if let (Some(quote), Some(entities)) = (
            quote.as_object_mut(),
            parameters
                .get("quote_entities")
                .filter(|entities| entities.is_array()),
        ) {
            quote.insert("entities".to_owned(), entities.clone());
        }
        message.insert("quote".to_owned(), quote);
    }
    if let Some(task) = number("checklist_task_id") {
        message.insert("reply_to_checklist_task_id".to_owned(), task.into());
    }
    if let Some(option) = parameters.get("poll_option_id") {
        let option = option
            .as_str()
            .map_or_else(|| option.to_string(), str::to_owned);
        message.insert("reply_to_poll_option_id".to_owned(), option.into());
    }
    Ok(())
}

/// Returns where a message comes from, as a `MessageOrigin`.
pub(super) fn origin(message: &Members) -> Value {
    let date = message.get("date");
    let (from, sender) = (message.get("from"), message.get("sender_chat"));
    let is_post = sender.is_some_and(|chat| chat.get("type") == Some(&"channel".into()));
    let mut origin = match (from, sender) {
        (_, Some(chat)) if is_post => json!({
            "type": "channel",
            "date": date,
            "chat": chat,
            "message_id": message.get("message_id"),
        }),
        // An administrator who is anonymous.
        (_, Some(chat)) => json!({"type": "chat", "date": date, "sender_chat": chat}),
        (user, None) => return json!({"type": "user", "date": date, "sender_user": user}),
    };
    if let (Some(origin), Some(signature)) =
        (origin.as_object_mut(), message.get("author_signature"))
    {
        origin.insert("author_signature".to_owned(), signature.clone());
    }
    origin
}

/// Returns a number, which the server accepts as a text too.
pub(super) fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}
