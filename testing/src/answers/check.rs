//! What the server refuses before it does anything, in its order: content first, chats next, and last what
//! remains of texts without their markup.

use serde_json::Value;
use telegrammar::schema::{ApiType, FieldInfo};

use super::call::{Call, bad};
use super::{access, business, buttons, rights, schema, texts, topics, validate};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

/// The most results of an inline query.
const MOST_RESULTS: usize = 50;

/// Checks the parameters, finds the chat, and replaces texts by what the server stores of them.
pub(super) fn check(bot: &Bot, call: &mut Call<'_>) -> Result<(), Answer> {
    let params = call.method.info.params();
    for param in params.iter().filter(|param| param.name != "chat_id") {
        match call.arguments.get(param.name) {
            None if param.required && !selects_the_message(call, param) => {
                return Err(missing(call.name, param));
            }
            // Entities are read with their text.
            Some(_) if schema::formatted_texts(params).any(|it| it.entities.name == param.name) => {
            }
            Some(value) => check_value(param, value)?,
            None => {}
        }
        texts::parse(call, param)?;
    }
    content(call)?;
    business::check(bot, call)?;
    find_chat(bot, call)?;
    texts::store(bot, call)
}

fn find_chat(bot: &Bot, call: &mut Call<'_>) -> Result<(), Answer> {
    let is_chat = |param: &&FieldInfo| param.name == "chat_id";
    let params = call.method.info.params();
    let Some(param) = params.iter().find(is_chat) else {
        return Ok(());
    };
    match call.arguments.get("chat_id") {
        None if has_inline_form(call) && call.arguments.inline_message().is_some() => Ok(()),
        None if has_inline_form(call) => Err(bad("message identifier is not specified")),
        None if !param.required => Ok(()),
        None => Err(bad("chat_id is empty")),
        Some(id) => {
            let chat = bot.chat_id(id).filter(|chat| bot.has_seen(*chat));
            let chat = chat.ok_or_else(|| Refusal::ChatNotFound.answer())?;
            call.chat = Some(chat);
            access::check(bot, call, chat)?;
            rights::check(bot, call, chat)?;
            topics::check(bot, call, chat)
        }
    }
}

/// Checks parameters that are optional, but not all of them.
fn content(call: &Call<'_>) -> Result<(), Answer> {
    let is_given = |name: &str| call.arguments.get(name).is_some();
    if call.name == "editMessageText" && !is_given("text") && !is_given("rich_message") {
        return Err(bad("message text is empty"));
    }
    for name in ["action", "emoji", "sticker_format"] {
        let word = call.arguments.text(name);
        if word.is_some_and(|word| !schema::is_word(call.name, name, word)) {
            return Err(match name {
                "sticker_format" => bad("invalid sticker format specified"),
                name => bad(&format!("wrong parameter {name} in request")),
            });
        }
    }
    let results = call.arguments.get("results").and_then(Value::as_array);
    if results.is_some_and(|results| results.len() > MOST_RESULTS) {
        return Err(bad("too many inline query results specified"));
    }
    for (needed, is_wanted) in [("shipping_options", true), ("error_message", false)] {
        let has_both = ["ok", needed]
            .iter()
            .all(|name| call.method.info.param(name).is_some());
        let is_so = call.arguments.is_true("ok") == is_wanted;
        if has_both && is_so && call.arguments.get(needed).is_none() {
            return Err(bad(&format!("parameter \"{needed}\" is required")));
        }
    }
    let uploaded = match call.name {
        "setChatPhoto" => call.arguments.text("photo"),
        "uploadStickerFile" => call.arguments.text("sticker"),
        _ => None,
    };
    if uploaded.is_some_and(|file| call.arguments.upload(file).is_none()) {
        return Err(bad("photo must be uploaded as an InputFile"));
    }
    if let Some(markup) = call.arguments.get("reply_markup") {
        buttons::check(markup)?;
        let is_edit = call.name.starts_with("editMessage") || call.name.starts_with("stop");
        let is_edit = is_edit && markup.get("inline_keyboard").is_none();
        let is_other = ["keyboard", "remove_keyboard", "force_reply"];
        if is_edit && is_other.iter().any(|kind| markup.get(kind).is_some()) {
            return Err(bad("inline keyboard expected"));
        }
    }
    Ok(())
}

/// Returns whether a method can be about an inline message, and then has another result.
fn has_inline_form(call: &Call<'_>) -> bool {
    matches!(call.method.result, ApiType::OneOf(_))
}

/// What names a message is checked where the message is looked up.
fn selects_the_message(call: &Call<'_>, param: &FieldInfo) -> bool {
    matches!(param.name, "message_id" | "inline_message_id")
        // Without a URL, the webhook is deleted.
        || call.name == "setWebhook"
}

fn missing(method: &str, param: &FieldInfo) -> Answer {
    let name = param.name;
    if matches!(param.api_type, ApiType::InputFile) {
        return bad(&format!(
            "there is no {} in the request",
            name.replace('_', " ")
        ));
    }
    match name {
        "file_id" => bad("file_id not specified"),
        "message_ids" => bad("message identifiers are not specified"),
        "latitude" | "longitude" | "sticker_set_name" | "sender_chat_id" => {
            bad(&format!("{name} is empty"))
        }
        "sticker" => bad("sticker is not specified"),
        "action" => bad("wrong parameter action in request"),
        "text" if method != "answerCallbackQuery" => bad("message text is empty"),
        "name" if method == "createForumTopic" => bad("name must be non-empty"),
        "user_id" => bad("invalid user_id specified"),
        name => bad(&format!("parameter \"{name}\" is required")),
    }
}

fn check_value(param: &FieldInfo, value: &Value) -> Result<(), Answer> {
    if param.name == "user_id" && value.as_i64().is_some_and(|id| id <= 0) {
        return Err(bad("invalid user_id specified"));
    }
    if value.is_string() {
        return Ok(());
    }
    validate::check(param, value)
}
