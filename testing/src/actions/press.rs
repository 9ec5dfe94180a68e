//! Buttons.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::request::Request;
use super::{keyboard, payments};
use crate::world::{Bot, Chat};

/// Which button is pressed.
#[derive(Clone, Copy, Debug)]
struct Place<'p> {
    /// The message of an inline button; any message, or the keyboard below the input field without it.
    message: Option<i64>,
    at: At<'p>,
}

/// Which of several buttons.
#[derive(Clone, Copy, Debug)]
enum At<'p> {
    Label(&'p str),
    /// Counted from 0.
    Position(usize, usize),
}

/// `press`: presses the button with a `label`, or at a `row` and `column`: an inline one of a message, or
/// else of the keyboard below the input field.
pub(super) fn act(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let number = |name| {
        let number = request.integer(name)?;
        let number = number.map(|number| usize::try_from(number).ok());
        number
            .map(|number| number.ok_or(format!("`{name}` must not be negative")))
            .transpose()
    };
    let at = match (request.text("label")?, number("row")?, number("column")?) {
        (Some(label), None, None) => At::Label(label),
        (None, Some(row), Some(column)) => At::Position(row, column),
        _ => return Err("either `label`, or `row` and `column` must be given".to_owned()),
    };
    let message = request.integer("message_id")?;
    let actor = request.actor(bot)?;
    let place = Place { message, at };
    let number = bot.number();
    let from = bot.user_object(actor.user);
    let chat = bot.chats.get(&actor.chat);
    let chat = chat.ok_or_else(|| format!("the bot knows no chat {}", actor.chat))?;
    if let Some((message, button)) = inline(chat, place) {
        if button.get("pay") == Some(&true.into()) {
            let message = message.get("message_id").cloned();
            return pay(bot, request, message.as_ref());
        }
        let id = (4_000_000_000_000_i64 + number).to_string();
        let mut query = json!({
            "id": id,
            "from": from,
            "chat_instance": actor.chat.to_string(),
        });
        let (kind, pressed) = match bot.inline_message_id(actor.chat, message) {
            // The bot cannot see the message, even if it was told of it.
            Some(id) => ("inline_message_id", id.into()),
            None => ("message", message.clone().into()),
        };
        let (name, value) = match (button.get("callback_data"), button.get("callback_game")) {
            (Some(data), _) => ("data", data.clone()),
            (None, Some(_)) => {
                let game = message.get("game").and_then(|game| game.get("title"));
                ("game_short_name", game.cloned().unwrap_or_default())
            }
            _ => return Ok(Done::default().with("button", button.clone())),
        };
        if let Some(query) = query.as_object_mut() {
            query.insert(kind.to_owned(), pressed);
            query.insert(name.to_owned(), value);
        }
        return Ok(Done::update("callback_query", query).with("callback_query_id", id));
    }
    let below = chat.keyboard(actor.user);
    let below = below.filter(|_| place.message.is_none());
    let button = below.and_then(|it| found(it.rows()?, place.at));
    let button = button.ok_or_else(|| not_found(actor.chat, place))?.clone();
    // In groups, what the button sends replies to the message with the keyboard.
    let shown = below.map(|it| it.message).filter(|_| actor.chat < 0);
    let done = keyboard::press(bot, request, actor, &button, shown)?;
    let is_silent = done.result.contains_key("button");
    if let Some(chat) = bot.chats.get_mut(&actor.chat).filter(|_| !is_silent) {
        chat.keyboards.press(actor.user);
    }
    Ok(done)
}

/// Presses the button that pays the invoice of its message.
fn pay(bot: &mut Bot, request: &Request<'_>, message: Option<&Value>) -> Result<Done, String> {
    let mut body = request.body.clone();
    body.insert(
        "message_id".to_owned(),
        message.cloned().unwrap_or_default(),
    );
    payments::pay(
        bot,
        &Request {
            body: &body,
            ..*request
        },
    )
}

/// Returns the newest message with such an inline button, and the button.
fn inline<'c>(chat: &'c Chat, place: Place<'_>) -> Option<(&'c Map<String, Value>, &'c Value)> {
    let is_meant = |id: i64| match (place.message, place.at) {
        (Some(message), _) => id == message,
        (None, At::Label(_)) => true,
        // Without a message, a position is one below the input field.
        (None, At::Position(..)) => false,
    };
    let newest = chat.messages.iter().rev().filter(|(id, _)| is_meant(**id));
    newest.into_iter().find_map(|(_, message)| {
        let rows = message.get("reply_markup")?.get("inline_keyboard")?;
        Some((message, found(rows, place.at)?))
    })
}

/// Returns a button in rows of buttons, which may be plain texts.
fn found<'v>(rows: &'v Value, at: At<'_>) -> Option<&'v Value> {
    match at {
        At::Label(label) => {
            let rows = rows.as_array().into_iter().flatten();
            let mut buttons = rows.filter_map(Value::as_array).flatten();
            buttons.find(|button| button.get("text").unwrap_or(button).as_str() == Some(label))
        }
        At::Position(row, column) => rows.get(row)?.get(column),
    }
}

fn not_found(chat: i64, place: Place<'_>) -> String {
    let button = match place.at {
        At::Label(label) => format!("there is no button `{label}`"),
        At::Position(row, column) => format!("there is no button at {row}, {column}"),
    };
    match place.message {
        Some(message) => format!("{button} in the message {message} of the chat {chat}"),
        None => format!("{button} in the chat {chat}"),
    }
}
