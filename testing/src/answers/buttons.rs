//! Keyboards that the server refuses.

use serde_json::Value;

use super::call::bad;
use crate::protocol::envelope::Answer;

/// The members of which a button of an inline keyboard has one, except for those that may be empty.
const ACTIONS: [&str; 11] = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
];
/// The longest data of a callback, in bytes.
const LONGEST_DATA: usize = 64;

/// Checks the markup of a message.
pub(super) fn check(markup: &Value) -> Result<(), Answer> {
    let rows = |name: &str| markup.get(name).filter(|rows| !rows.is_null());
    if let Some(rows) = rows("keyboard") {
        let text = "field \"keyboard\" must be an Array of Arrays";
        return each(rows, text, |button| match button {
            Value::String(_) => Ok(()),
            Value::Object(members) if members.contains_key("text") => Ok(()),
            Value::Object(_) => Err(bad(
                "can't parse keyboard button: Can't find field \"text\"",
            )),
            _ => Err(bad(
                "can't parse keyboard button: KeyboardButton must be a String or an Object",
            )),
        });
    }
    let Some(rows) = rows("inline_keyboard") else {
        return Ok(());
    };
    let text = "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays";
    each(rows, text, |button| {
        let wrong = |text: &str| bad(&format!("can't parse inline keyboard button: {text}"));
        let Some(members) = button.as_object() else {
            return Err(wrong("InlineKeyboardButton must be an Object"));
        };
        if !members.contains_key("text") {
            return Err(wrong("Can't find field \"text\""));
        }
        // A link or callback counts only if it is not empty.
        let is_set = |name: &&str| {
            let value = members.get(*name);
            let needs_text = matches!(*name, "url" | "callback_data");
            value.is_some_and(|value| !needs_text || value.as_str() != Some(""))
        };
        if !ACTIONS.iter().any(is_set) {
            return Err(wrong("Text buttons are unallowed in the inline keyboard"));
        }
        let data = members.get("callback_data").and_then(Value::as_str);
        if data.is_some_and(|data| data.len() > LONGEST_DATA) {
            return Err(bad("BUTTON_DATA_INVALID"));
        }
        Ok(())
    })
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
