//! Messages by users.

use serde_json::{Map, Value, json};
use telegrammar::from_json_strict;
use telegrammar::types::Message;

use super::done::Done;
use super::request::Request;
use super::{permissions, topics};
use crate::answers::{complete_content, typed};
use crate::detect::mark;
use crate::updates::{Actor, compose};
use crate::world::{Bot, MEDIA, MOST_MESSAGE_ID, sender};

/// The most characters of a text, and of a caption of somebody without Telegram Premium.
const LONGEST: usize = 4096;
const LONGEST_CAPTION: usize = 1024;

/// Returns a text as the content of a message.
pub(crate) fn text(text: &str) -> Map<String, Value> {
    Map::from_iter([("text".to_owned(), text.into())])
}

/// Adds a service message to what the bot is told, unless the chat is a channel.
pub(super) fn told(
    bot: &mut Bot,
    actor: Actor,
    content: &Value,
    mut done: Done,
) -> Result<Done, String> {
    let chat = bot.chats.get(&actor.chat);
    if chat.is_some_and(|chat| chat.kind() == "channel") {
        return Ok(done);
    }
    let content = content.as_object().cloned().unwrap_or_default();
    let (id, update) = compose(bot, actor, &content)?;
    done.updates.push(update);
    Ok(done.with("message_id", id))
}

/// Sends a message with this content, and with what a request says about any message.
pub(super) fn sent(
    bot: &mut Bot,
    request: &Request<'_>,
    actor: Actor,
    mut content: Map<String, Value>,
) -> Result<Done, String> {
    if request.get("reply_to").is_some() {
        let (_, mut message) = request.message(bot, actor.chat, "reply_to")?;
        message.remove("reply_to_message");
        content.insert("reply_to_message".to_owned(), message.into());
    }
    post(bot, actor, &content)
}

/// Sends a message with this content.
///
/// # Errors
///
/// What keeps the user from it.
pub(crate) fn post(
    bot: &mut Bot,
    actor: Actor,
    content: &Map<String, Value>,
) -> Result<Done, String> {
    let mut content = content.clone();
    for (name, entities) in [("text", "entities"), ("caption", "caption_entities")] {
        if !content.contains_key(entities) {
            write(bot, actor, &mut content, name)?;
        }
    }
    permissions::may_send(bot, actor, &content)?;
    topics::may_write(bot, actor, &content)?;
    check(&content)?;
    let (id, update) = compose(bot, actor, &content)?;
    let done = Done {
        updates: vec![update],
        ..Done::default()
    };
    Ok(done.with("message_id", id))
}

/// Replaces what a user has typed by what the server stores of it. An empty caption is none.
///
/// # Errors
///
/// A text that is empty, or one that is too long.
fn write(
    bot: &Bot,
    actor: Actor,
    content: &mut Map<String, Value>,
    name: &str,
) -> Result<(), String> {
    let Some(text) = content.get(name).and_then(Value::as_str).map(typed) else {
        return Ok(());
    };
    let user = bot.user_object(actor.user);
    let is_short = name == "caption" && user.get("is_premium") != Some(&true.into());
    let most = if is_short { LONGEST_CAPTION } else { LONGEST };
    let length = text.chars().count();
    if length > most {
        return Err(format!(
            "`{name}` must have at most {most} characters, but has {length}"
        ));
    }
    if text.is_empty() && name == "text" {
        return Err("`text` must be a text that is not empty".to_owned());
    }
    if text.is_empty() {
        content.remove(name);
    } else {
        content.insert(name.to_owned(), text.into());
    }
    Ok(())
}

/// `say`: sends `text`.
pub(super) fn say(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let content = text(request.required_text("text")?);
    let actor = request.actor(bot)?;
    sent(bot, request, actor, content)
}

/// `send`: sends a message with the members of `message`, such as a `location`. What they require is filled in.
/// Of a `reply_to_message`, the id is enough.
pub(super) fn send(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let content = request.get("message").and_then(Value::as_object);
    let content = content.filter(|content| !content.is_empty());
    let content = content.ok_or("`message` must be an object with members of a message")?;
    if content.contains_key("chat") {
        return Err("`message` must not have a `chat`: the chat is named beside it".to_owned());
    }
    let actor = request.actor(bot)?;
    let mut content = content.clone();
    complete_reply(bot, actor, &mut content);
    complete_content(bot, actor.user, actor.chat, &mut content)?;
    sent(bot, request, actor, content)
}

/// Completes the message that is replied to, of which the id is enough.
fn complete_reply(bot: &Bot, actor: Actor, content: &mut Map<String, Value>) {
    let chat = bot.chats.get(&actor.chat);
    if let Some(Value::Object(replied)) = content.get_mut("reply_to_message")
        && let Some(id) = replied.get("message_id").and_then(Value::as_i64)
        && let Some(message) = chat.and_then(|chat| chat.messages.get(&id))
    {
        let mut whole = message.clone();
        whole.remove("reply_to_message");
        whole.append(replied);
        *replied = whole;
    }
}

/// Refuses content with which no client can decode the message.
fn check(content: &Map<String, Value>) -> Result<(), String> {
    let id = content.get("message_id").and_then(Value::as_i64);
    if id.is_some_and(|id| !(1..=MOST_MESSAGE_ID).contains(&id)) {
        return Err(format!(
            "the `message_id` of a message must be in 1..={MOST_MESSAGE_ID}"
        ));
    }
    let mut message = json!({"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}});
    if let Some(message) = message.as_object_mut() {
        message.extend(content.clone());
    }
    let decoded = from_json_strict::<Message>(message.to_string());
    decoded
        .map(drop)
        .map_err(|error| format!("the message cannot be decoded: {error}"))
}

/// `edit`: replaces the text or caption of a message of the user by `text`.
pub(super) fn edit(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let text = request.required_text("text")?;
    let actor = request.actor(bot)?;
    let (id, mut message) = request.message(bot, actor.chat, "message_id")?;
    is_own(bot, actor, &message)?;
    let before = message.clone();
    let has_caption = MEDIA.iter().any(|name| message.contains_key(*name));
    let (field, entities) = if has_caption {
        ("caption", "caption_entities")
    } else {
        ("text", "entities")
    };
    if !has_caption && !message.contains_key("text") || message.contains_key("forward_origin") {
        return Err(format!("the message {id} has no text of the user to edit"));
    }
    message.remove(entities);
    message.insert(field.to_owned(), text.into());
    write(bot, actor, &mut message, field)?;
    mark(&mut message);
    if message == before {
        return Ok(Done::default().with("message_id", id));
    }
    message.insert("edit_date".to_owned(), bot.now().into());
    let kind = if message.contains_key("from") {
        "edited_message"
    } else {
        "edited_channel_post"
    };
    Ok(Done::update(kind, message).with("message_id", id))
}

/// `delete`: deletes a message, of which bots are not told.
pub(super) fn delete(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let (id, message) = request.message(bot, actor.chat, "message_id")?;
    // In a private chat, users delete the bot's messages too.
    if actor.chat < 0 {
        is_own(bot, actor, &message)?;
    }
    if let Some(chat) = bot.chats.get_mut(&actor.chat) {
        chat.remove(id);
    }
    Ok(Done::default().with("message_id", id))
}

/// Refuses what a user can do only to the own messages.
pub(super) fn is_own(bot: &Bot, actor: Actor, message: &Map<String, Value>) -> Result<(), String> {
    let from = sender(message);
    // A post in a channel is the channel's, unless the bot has sent it.
    let is_post = from.is_none() && message.contains_key("sender_chat");
    if from == Some(actor.user) || is_post && actor.user != bot.id {
        Ok(())
    } else {
        Err(format!("the message is not by the user {}", actor.user))
    }
}
