//! What the server refuses before it does anything, in its order: content first, chats last.

use serde_json::Value;
use telegrammar::schema::{ApiType, FieldInfo, Rule};

use super::call::{Call, bad};
use super::{buttons, schema};
use crate::protocol::envelope::Answer;
use crate::world::Bot;

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
            match call.chat {
                Some(_) => Ok(()),
                None => Err(bad("chat not found")),
            }
        }
    }
}

/// Checks parameters that are optional, but not all of them.
fn content(call: &Call<'_>) -> Result<(), Answer> {
    let is_given = |name: &str| call.arguments.get(name).is_some();
    if call.name == "editMessageText" && !is_given("text") && !is_given("rich_message") {
        return Err(bad("message text is empty"));
    }
    if let Some(action) = call
        .arguments
        .text("action")
        .filter(|_| call.name == "sendChatAction")
    {
        let known = schema::words(call.name, "action");
        if !known.iter().any(|known| known.eq_ignore_ascii_case(action)) {
            return Err(bad("wrong parameter action in request"));
        }
    }
    if let Some(markup) = call.arguments.get("reply_markup") {
        buttons::check(markup)?;
        let is_edit = call.name.starts_with("editMessage") || call.name.starts_with("stop");
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
        // The list is empty for a shipping query that fails, for example.
        || matches!(call.name, "setWebhook" | "deleteWebhook")
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
        return Ok(());
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
    let most = param.rules.iter().find_map(|rule| match rule {
        Rule::LenAfterEntities(bounds) => bounds.max,
        _ => None,
    });
    if most.is_some_and(|most| text.chars().count() > most) {
        return Err(match param.name {
            "text" => bad("message is too long"),
            "caption" => bad("message caption is too long"),
            name => bad(&format!("{} is too long", name.replace('_', " "))),
        });
    }
    Ok(())
}
