//! What the server refuses before it does anything, in its order: content first, chats last.

use serde_json::Value;
use telegrammar::schema::{ApiType, FieldInfo, Rule};

use super::call::{Call, bad};
use super::{buttons, schema, validate};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

/// The most results of an inline query.
const MOST_RESULTS: usize = 50;
/// The longest text before it is parsed, in bytes.
const LONGEST: usize = 32_768;

/// Checks the parameters, and finds the chat.
pub(super) fn check(bot: &Bot, call: &mut Call<'_>) -> Result<(), Answer> {
    let params = call.method.info.params();
    let is_chat = |param: &&FieldInfo| param.name == "chat_id";
    for param in params.iter().filter(|param| !is_chat(param)) {
        match call.arguments.get(param.name) {
            None if param.required && !selects_the_message(call, param) => {
                return Err(missing(call.name, param));
            }
            Some(value) => check_value(param, value)?,
            None => {}
        }
    }
    content(call)?;
    let Some(param) = params.iter().find(is_chat) else {
        return Ok(());
    };
    match call.arguments.get("chat_id") {
        None if has_inline_form(call) && call.arguments.is_inline() => Ok(()),
        None if has_inline_form(call) => Err(bad("message identifier is not specified")),
        None if !param.required => Ok(()),
        None => Err(bad("chat_id is empty")),
        Some(id) => {
            call.chat = bot.chat_id(id);
            call.chat
                .map(drop)
                .ok_or_else(|| Refusal::ChatNotFound.answer())
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
        "user_id" => bad("invalid user_id specified"),
        name => bad(&format!("parameter \"{name}\" is required")),
    }
}

fn check_value(param: &FieldInfo, value: &Value) -> Result<(), Answer> {
    if param.name == "user_id" && value.as_i64().is_some_and(|id| id <= 0) {
        return Err(bad("invalid user_id specified"));
    }
    let Some(text) = value.as_str() else {
        return validate::check(param, value);
    };
    if param.name == "text" && param.required && text.trim().is_empty() {
        return Err(bad("text must be non-empty"));
    }
    if param.name == "parse_mode" {
        let modes = ["none", "markdown", "markdownv2", "html"];
        if !modes.contains(&text.to_ascii_lowercase().as_str()) {
            return Err(bad("unsupported parse_mode"));
        }
    }
    if matches!(param.name, "text" | "caption" | "question") && text.len() > LONGEST {
        return Err(bad("text is too long"));
    }
    let most = param.rules.iter().find_map(|rule| match rule {
        Rule::LenAfterEntities(bounds) => bounds.max,
        _ => None,
    });
    if most.is_some_and(|most| text.chars().count() > most) {
        return Err(match param.name {
            "text" => Refusal::MessageTooLong.answer(),
            "caption" => bad("message caption is too long"),
            name => bad(&format!("{} is too long", name.replace('_', " "))),
        });
    }
    Ok(())
}
