//! Messages that are replied to, and where messages come from.

use serde_json::{Map, Value, json};
use telegrammar::types::ExternalReplyInfo;

use super::call::{Call, bad};
use super::schema;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

/// The reply shows a message without the messages around it.
const NOT_IN_A_REPLY: [&str; 2] = ["reply_to_message", "pinned_message"];

pub(super) type Members = Map<String, Value>;

/// Sets the message that is replied to.
pub(super) fn reply(
    bot: &Bot,
    call: &Call<'_>,
    chat: i64,
    message: &mut Members,
) -> Result<(), Answer> {
    let parameters = call
        .arguments
        .get("reply_parameters")
        .and_then(Value::as_object);
    let Some(parameters) = parameters.filter(|parameters| !parameters.is_empty()) else {
        return Ok(());
    };
    let number = |name: &str| parameters.get(name).and_then(self::number);
    if parameters.contains_key("ephemeral_message_id") {
        return Ok(());
    }
    let Some(id) = number("message_id") else {
        return Err(bad("can't find field \"message_id\""));
    };
    let other = match parameters.get("chat_id") {
        Some(id) => Some(
            bot.chat_id(id)
                .ok_or_else(|| Refusal::ChatNotFound.answer())?,
        ),
        None => None,
    };
    let source = other.unwrap_or(chat);
    let replied = bot
        .chats
        .get(&source)
        .and_then(|chat| chat.messages.get(&id));
    let Some(replied) = replied else {
        let allows = parameters.get("allow_sending_without_reply");
        return match allows.and_then(Value::as_bool) {
            Some(true) => Ok(()),
            _ => Err(Refusal::MessageToReplyNotFound.answer()),
        };
    };
    if source == chat {
        let mut replied = replied.clone();
        replied.retain(|name, _| !NOT_IN_A_REPLY.contains(&name.as_str()));
        message.insert("reply_to_message".to_owned(), replied.into());
    } else {
        let mut reply = replied.clone();
        reply.retain(|name, _| schema::field(ExternalReplyInfo::INFO, name).is_some());
        reply.insert("origin".to_owned(), origin(replied));
        message.insert("external_reply".to_owned(), reply.into());
    }
    if let Some(text) = parameters.get("quote").filter(|quote| quote.is_string()) {
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
    match (message.get("from"), message.get("sender_chat")) {
        (None, Some(chat)) => json!({
            "type": "channel",
            "date": date,
            "chat": chat,
            "message_id": message.get("message_id"),
        }),
        (user, _) => json!({"type": "user", "date": date, "sender_user": user}),
    }
}

/// Returns a number, which the server accepts as a text too.
pub(super) fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}
