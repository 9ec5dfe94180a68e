//! Keyboards that the server refuses: by themselves, and in a chat.

use serde_json::{Map, Value};

use super::call::{Call, bad};
use super::validate;
use crate::protocol::envelope::Answer;
use crate::world::Bot;

/// The members of which a button of an inline keyboard has one, in the order in which the server looks for
/// them.
const ACTIONS: [&str; 11] = [
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
];
/// The flags of other markup.
const FLAGS: [(&str, &[&str]); 3] = [
    (
        "keyboard",
        &[
            "resize_keyboard",
            "one_time_keyboard",
            "is_persistent",
            "selective",
        ],
    ),
    ("remove_keyboard", &["remove_keyboard", "selective"]),
    ("force_reply", &["force_reply", "selective"]),
];
/// The styles of a button.
const STYLES: [&str; 4] = ["default", "primary", "danger", "success"];
/// What buttons of a keyboard can ask for in private chats only.
const PRIVATE: [(&str, &str); 7] = [
    (
        "request_contact",
        "phone number can be requested in private chats only",
    ),
    (
        "request_location",
        "location can be requested in private chats only",
    ),
    (
        "request_poll",
        "poll can be requested in private chats only",
    ),
    (
        "request_users",
        "users can be requested in private chats only",
    ),
    (
        "request_chat",
        "chats can be requested in private chats only",
    ),
    (
        "request_managed_bot",
        "managed bots can be requested in private chats only",
    ),
    (
        "web_app",
        "web App buttons can be used in private chats only",
    ),
];
/// The longest data of a callback, in bytes.
const LONGEST_DATA: usize = 64;

/// Checks the markup of a message as far as it can be checked without its chat.
pub(super) fn check(markup: &Value) -> Result<(), Answer> {
    if let Some(rows) = given(markup, "keyboard") {
        let text = "field \"keyboard\" must be an Array of Arrays";
        each(rows, text, |button| match button {
            Value::String(_) => Ok(()),
            Value::Object(members) => {
                let checked = described(members, "KeyboardButton");
                checked.map_err(|wrong| bad(&format!("can't parse keyboard button: {wrong}")))
            }
            _ => Err(bad(
                "can't parse keyboard button: KeyboardButton must be a String or an Object",
            )),
        })?;
    }
    if let Some(rows) = given(markup, "inline_keyboard") {
        let text =
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays";
        each(rows, text, |button| {
            inline(button)
                .map_err(|wrong| bad(&format!("can't parse inline keyboard button: {wrong}")))
        })?;
    }
    for (kind, flags) in FLAGS {
        let flags = flags.iter().filter(|_| given(markup, kind).is_some());
        for flag in flags {
            if markup.get(flag).is_some_and(|value| !value.is_boolean()) {
                return Err(bad(&format!("field \"{flag}\" must be of type Boolean")));
            }
        }
    }
    Ok(())
}

fn given<'m>(markup: &'m Value, name: &str) -> Option<&'m Value> {
    markup.get(name).filter(|value| !value.is_null())
}

/// Checks a button of an inline keyboard.
fn inline(button: &Value) -> Result<(), String> {
    let members = button
        .as_object()
        .ok_or("InlineKeyboardButton must be an Object")?;
    described(members, "InlineKeyboardButton")?;
    for action in ACTIONS {
        let Some(value) = members.get(action) else {
            continue;
        };
        // These two count only if they are not empty, and these two in any case.
        match action {
            "url" | "callback_data" if value.as_str() == Some("") => continue,
            "callback_game" | "pay" => return Ok(()),
            _ => {}
        }
        validate::field("InlineKeyboardButton", action, value)?;
        let login = value.get("bot_username").and_then(Value::as_str);
        let is_name = |name: &str| {
            name.bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'_')
        };
        if login.is_some_and(|name| !is_name(name)) {
            return Err("LoginUrl bot username is invalid".to_owned());
        }
        return Ok(());
    }
    Err("Text buttons are unallowed in the inline keyboard".to_owned())
}

/// Checks the text and style of a button.
fn described(members: &Map<String, Value>, owner: &str) -> Result<(), String> {
    match members.get("text") {
        None => return Err("Can't find field \"text\"".to_owned()),
        Some(text) => validate::field(owner, "text", text)?,
    }
    let Some(style) = members.get("style") else {
        return Ok(());
    };
    let style = style.as_str().unwrap_or_default();
    if style.is_empty() || STYLES.iter().any(|known| known.eq_ignore_ascii_case(style)) {
        Ok(())
    } else {
        Err("invalid button style specified".to_owned())
    }
}

/// Checks each button in rows of buttons.
fn each(
    rows: &Value,
    text: &str,
    check: impl Fn(&Value) -> Result<(), Answer>,
) -> Result<(), Answer> {
    let rows = rows.as_array().ok_or_else(|| bad(text))?;
    for row in rows {
        let row = row.as_array().ok_or_else(|| bad(text))?;
        row.iter().try_for_each(&check)?;
    }
    Ok(())
}

/// Checks the markup of a message that is sent to a chat, or of an edit.
pub(super) fn check_in_chat(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<(), Answer> {
    let Some(markup) = call.arguments.get("reply_markup") else {
        return Ok(());
    };
    let kind = bot.chat_kind(chat);
    let is_edit = call.name.starts_with("editMessage") || call.name.starts_with("stop");
    if given(markup, "keyboard").is_none()
        && let Some(rows) = given(markup, "inline_keyboard")
    {
        return each(rows, "", |button| in_message(button, kind));
    }
    let others = ["keyboard", "remove_keyboard", "force_reply"];
    let is_other = others.iter().any(|name| given(markup, name).is_some());
    if is_other && (is_edit || kind == "channel") {
        return Err(bad("inline keyboard expected"));
    }
    match given(markup, "keyboard") {
        Some(rows) => each(rows, "", |button| below_input(button, kind)),
        None => Ok(()),
    }
}

fn in_message(button: &Value, kind: &str) -> Result<(), Answer> {
    let text = |name: &str| button.get(name).and_then(Value::as_str);
    if text("text").is_some_and(str::is_empty) {
        return Err(bad("inline keyboard button text must be non-empty"));
    }
    if let Some(url) = text("url")
        && let Err(wrong) = link(url)
    {
        return Err(bad(&format!(
            "inline keyboard button URL '{url}' is invalid: {wrong}"
        )));
    }
    if text("callback_data").is_some_and(|data| data.len() > LONGEST_DATA) {
        return Err(bad("BUTTON_DATA_INVALID"));
    }
    if kind != "private" && given(button, "web_app").is_some() {
        return Err(bad("BUTTON_TYPE_INVALID"));
    }
    Ok(())
}

fn below_input(button: &Value, kind: &str) -> Result<(), Answer> {
    let text = button.get("text").unwrap_or(button).as_str();
    if text.is_none_or(str::is_empty) {
        return Err(bad("keyboard button text must be non-empty"));
    }
    let is_set = |name: &str| match button.get(name) {
        None | Some(Value::Bool(false) | Value::Null) => false,
        Some(_) => true,
    };
    let asks = PRIVATE.iter().find(|(name, _)| is_set(name));
    match asks {
        Some((_, text)) if kind != "private" => Err(bad(text)),
        _ => Ok(()),
    }
}

/// Refuses a link that nobody could open.
fn link(url: &str) -> Result<(), &'static str> {
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {}
        "tg" | "ton" | "tonsite" => return Ok(()),
        _ => return Err("Unsupported URL protocol"),
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let is_ipv6 = host.starts_with('[');
    let host = host.split(':').next().unwrap_or_default();
    match host {
        "" => Err("URL host is empty"),
        host if !host.contains('.') && !is_ipv6 => Err("Wrong HTTP URL"),
        _ => Ok(()),
    }
}
