//! Messages that the bot sends.

use serde_json::{Map, Value, json};
use telegrammar::schema::{ApiType, FieldInfo, TypeInfo};
use telegrammar::types::{Document, Message, SuggestedPostInfo};

use super::call::{Call, Outcome, bad, result_type};
use super::convert::Converter;
use super::replies::{Members, number, reply};
use super::{business, keyboards, payments, polls, schema};
use crate::protocol::envelope::Answer;
use crate::world::Bot;

/// Fields of a message that a parameter has another name for.
const RENAMED: [(&str, &str); 3] = [
    ("has_spoiler", "has_media_spoiler"),
    ("protect_content", "has_protected_content"),
    ("message_effect_id", "effect_id"),
];
/// The most messages that are sent as an album.
const MOST_IN_ALBUM: usize = 10;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    Some(match call.name {
        "sendMediaGroup" => album(bot, call, chat),
        name if name.starts_with("send") && is_message(call) => {
            let given = &call.arguments.values;
            let composed = compose(bot, call, chat, given);
            composed.map(|message| send(bot, chat, given, message).into())
        }
        _ => return None,
    })
}

fn is_message(call: &Call<'_>) -> bool {
    result_type(call) == ApiType::Object("Message")
}

/// Creates a message by the bot, and nothing in it. It gets its id when it is stored.
pub(super) fn blank(bot: &Bot, call: &Call<'_>, chat: i64) -> Members {
    let from = bot.user();
    let mut message = Map::new();
    if let Some(chat) = bot.chats.get(&chat) {
        let by_channel = chat.kind() == "channel";
        let (by, sender) = if by_channel {
            ("sender_chat", chat.short())
        } else {
            ("from", from)
        };
        message.insert(by.to_owned(), sender);
        message.insert("chat".to_owned(), chat.short());
    }
    message.insert("date".to_owned(), call.now.into());
    business::sign(bot, call, &mut message);
    message
}

/// Creates a message with the given arguments. What fails takes no id.
fn compose(bot: &mut Bot, call: &Call<'_>, chat: i64, given: &Members) -> Result<Members, Answer> {
    let mut message = blank(bot, call, chat);
    reply(bot, call, chat, &mut message)?;
    enter(bot, call, chat, &mut message);
    content(bot, call, given, &mut message)?;
    Ok(message)
}

/// Puts a message into the topic that a call names.
pub(super) fn enter(bot: &Bot, call: &Call<'_>, chat: i64, message: &mut Members) {
    if let Some(chat) = bot.chats.get(&chat) {
        let given = call.arguments.integer("message_thread_id");
        chat.set_topic(message, given.filter(|id| *id > 0));
    }
}

/// Stores a message that was composed, and returns it with its id.
fn send(bot: &mut Bot, chat: i64, given: &Members, mut message: Members) -> Members {
    add(bot, chat, &mut message);
    ephemeral(bot, chat, given, &mut message);
    shown(bot, chat, given, &message);
    message
}

/// Shows or removes the keyboard below the input field, and ends the drafts of the message.
pub(super) fn shown(bot: &mut Bot, chat: i64, given: &Members, message: &Members) {
    keyboards::show(bot, chat, given, message);
    let Some(chat) = bot.chats.get_mut(&chat) else {
        return;
    };
    chat.drafts.clear();
    let Some(markup) = given.get("reply_markup") else {
        return;
    };
    let has = |name: &str| markup.get(name).is_some();
    let others = ["keyboard", "remove_keyboard", "force_reply"];
    let is_other = others.iter().any(|name| has(name)) && !message.contains_key("reply_markup");
    if let Some(id) = message
        .get("message_id")
        .and_then(number)
        .filter(|_| is_other)
    {
        chat.with_other_markup.insert(id);
    }
}

/// Sets who alone sees a message, which is stored with its id then.
fn ephemeral(bot: &mut Bot, chat: i64, given: &Members, message: &mut Members) {
    let parameters = given.get("ephemeral_message_parameters");
    let receiver = parameters.and_then(|parameters| parameters.get("receiver_user_id"));
    if let Some(receiver) = receiver.and_then(number) {
        message.insert("receiver_user".to_owned(), bot.user_object(receiver));
        let id = message.get("message_id").cloned().unwrap_or_default();
        message.insert("ephemeral_message_id".to_owned(), id);
        store(bot, chat, message);
    }
}

/// Stores a message that has an id.
pub(super) fn store(bot: &mut Bot, chat: i64, message: &Members) {
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.store(message);
    }
}

/// Stores a new message, which gets its id.
pub(super) fn add(bot: &mut Bot, chat: i64, message: &mut Members) {
    if let Some(known) = bot.chats.get_mut(&chat) {
        known.add(message);
        let is_own = !message.contains_key("forward_origin");
        bot.time_poll(chat, message, is_own);
    }
}

/// Sets everything of a message that arguments say.
pub(super) fn content(
    bot: &mut Bot,
    call: &Call<'_>,
    given: &Members,
    message: &mut Members,
) -> Result<(), Answer> {
    let mut given = given.clone();
    for (parameter, field) in RENAMED {
        if let Some(value) = given.remove(parameter) {
            given.insert(field.to_owned(), value);
        }
    }
    let info = Message::INFO;
    let mut converter = Converter::new(bot, call);
    // Ids that a message has by itself.
    for own in ["message_id", "chat_id"] {
        given.remove(own);
    }
    converter.fill(info, &given, message)?;
    converter.media(info, &given, message)?;
    if let Some(field) = sent_field(call.name, info) {
        sent(&mut converter, call, field, &given, message)?;
    }
    derived(&given, message);
    Ok(())
}

/// Returns the field that `send…` is named after.
fn sent_field(method: &str, info: &TypeInfo) -> Option<&'static FieldInfo> {
    let name = schema::snake_case(method.strip_prefix("send")?);
    schema::field(info, &name)
}

/// Sets the content that the method is named after, such as the location of `sendLocation`.
fn sent(
    converter: &mut Converter<'_, '_>,
    call: &Call<'_>,
    field: &FieldInfo,
    given: &Members,
    message: &mut Members,
) -> Result<(), Answer> {
    let ApiType::Object(name) = field.api_type else {
        return Ok(());
    };
    let Some(info) = schema::object(name) else {
        return Ok(());
    };
    if let Some(content) = message.get_mut(field.name) {
        converter.describe(&field.api_type, given, content)?;
    } else {
        let mut content = converter.object(info, given)?;
        match call.name {
            "sendDice" => dice(converter.bot, &mut content),
            "sendPoll" => polls::fill(converter.bot, call, &mut content)?,
            "sendInvoice" => payments::invoice(given, &mut content)?,
            "sendPaidMedia" => {
                if let Some(media) = given.get("media") {
                    let media = json!({"paid_media": media});
                    let media = media.as_object().cloned().unwrap_or_default();
                    converter.fill(info, &media, &mut content)?;
                }
            }
            "sendGame" => {
                let title = given.get("game_short_name").cloned().unwrap_or_default();
                content.insert("title".to_owned(), title);
            }
            _ => {}
        }
        message.insert(field.name.to_owned(), content.into());
    }
    Ok(())
}

fn dice(bot: &mut Bot, dice: &mut Members) {
    let faces = match dice.get("emoji").and_then(Value::as_str) {
        Some("🎰") => 64,
        Some("🏀" | "⚽") => 5,
        _ => 6,
    };
    dice.insert("value".to_owned(), (bot.number() % faces + 1).into());
}

/// Sets what follows from other members.
fn derived(given: &Members, message: &mut Members) {
    if let Some(topic) = given.get("direct_messages_topic_id") {
        message.insert(
            "direct_messages_topic".to_owned(),
            json!({"topic_id": topic}),
        );
    }
    if let Some(suggested) = given
        .get("suggested_post_parameters")
        .and_then(Value::as_object)
    {
        let mut info = suggested.clone();
        info.retain(|name, _| schema::field(SuggestedPostInfo::INFO, name).is_some());
        info.insert("state".to_owned(), "pending".into());
        message.insert("suggested_post_info".to_owned(), info.into());
    }
    // The server sends both.
    for (special, general) in [("animation", "document"), ("venue", "location")] {
        let value = match (general, message.get(special)) {
            ("location", Some(venue)) => venue.get("location").cloned(),
            // Without what only an animation has.
            (_, Some(Value::Object(animation))) => {
                let mut document = animation.clone();
                document.retain(|name, _| schema::field(Document::INFO, name).is_some());
                Some(document.into())
            }
            _ => None,
        };
        if let Some(value) = value {
            message.insert(general.to_owned(), value);
        }
    }
    if let Some(Value::Object(rich)) = message.get_mut("rich_message") {
        rich_text(given, rich);
    }
}

/// A rich message that is given as a text is one paragraph with that text, as it was written.
fn rich_text(given: &Members, rich: &mut Members) {
    let is_empty = rich
        .get("blocks")
        .and_then(Value::as_array)
        .is_none_or(Vec::is_empty);
    let source = given.get("rich_message");
    let text = source.and_then(|source| source.get("markdown").or(source.get("html")));
    if let Some(text) = text.filter(|_| is_empty) {
        let paragraph = json!([{"type": "paragraph", "text": text}]);
        rich.insert("blocks".to_owned(), paragraph);
    }
}

/// Sends each item of an album as a message.
fn album(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let items = call.arguments.get("media").and_then(Value::as_array);
    let items = items.cloned().unwrap_or_default();
    if items.is_empty() {
        return Err(bad("there are no messages to send"));
    }
    if items.len() > MOST_IN_ALBUM {
        return Err(bad("too many messages to send as an album"));
    }
    // Documents and audio files are only together with their like.
    let kind = |item: &Value| item.get("type").and_then(Value::as_str).map(str::to_owned);
    for alone in ["document", "audio"] {
        let count = items
            .iter()
            .filter(|item| kind(item).as_deref() == Some(alone))
            .count();
        if count > 0 && count < items.len() {
            return Err(bad(&format!(
                "{alone} can't be mixed with other media types"
            )));
        }
    }
    let above = "show_caption_above_media";
    let is_above = |item: &Value| item.get(above) == Some(&true.into());
    let count = items.iter().filter(|item| is_above(item)).count();
    if count > 0 && count < items.len() {
        return Err(bad(&format!(
            "parameter {above} must be the same for all messages"
        )));
    }
    let is_album = items.len() > 1;
    let group = (13_000_000_000 + bot.number()).to_string();
    let mut composed = Vec::new();
    for item in items {
        let mut given = call.arguments.values.clone();
        given.extend(item.as_object().cloned().unwrap_or_default());
        if is_album {
            given.insert("media_group_id".to_owned(), group.clone().into());
        }
        let message = compose(bot, call, chat, &given)?;
        composed.push((given, message));
    }
    // All are sent, or none.
    let messages = composed.into_iter();
    let messages = messages.map(|(given, message)| send(bot, chat, &given, message));
    let messages: Vec<Members> = messages.collect();
    Ok(messages.into())
}
