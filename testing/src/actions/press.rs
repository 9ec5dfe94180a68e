//! Buttons.

use serde_json::{Map, Value, json};

use super::done::{Done, Update};
use super::messages;
use super::request::{Actor, Request};
use crate::world::{Bot, Chat};

/// Which button is pressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'p> {
    /// The message of an inline button; any message, or the keyboard below the input field without it.
    pub(crate) message: Option<i64>,
    pub(crate) at: At<'p>,
}

/// Which of several buttons.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At<'p> {
    Label(&'p str),
    /// Counted from 0.
    Position(usize, usize),
}

/// What pressing a button does.
#[derive(Debug)]
pub(crate) enum Pressed {
    /// The callback query, and its id.
    Query(Update, String),
    /// A message with this content.
    Message(Map<String, Value>),
    /// The bot is told nothing; the button.
    Silent(Value),
}

/// `press`: presses the button with a `label`, or at a `row` and `column`.
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
    match press(bot, actor, Place { message, at })? {
        Pressed::Query(update, id) => Ok(Done {
            updates: vec![update],
            ..Done::default()
        }
        .with("callback_query_id", id)),
        Pressed::Message(content) => messages::sent(bot, request, actor, content),
        Pressed::Silent(button) => Ok(Done::default().with("button", button)),
    }
}

/// Presses a button: an inline one of a message, or else of the keyboard below the input field.
///
/// # Errors
///
/// There is no such button.
pub(crate) fn press(bot: &mut Bot, actor: Actor, place: Place<'_>) -> Result<Pressed, String> {
    let number = bot.number();
    let from = bot.user_object(actor.user);
    let chat = bot.chats.get(&actor.chat);
    let chat = chat.ok_or_else(|| format!("the bot knows no chat {}", actor.chat))?;
    if let Some((message, button)) = inline(chat, place) {
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
            _ => return Ok(Pressed::Silent(button.clone())),
        };
        if let Some(query) = query.as_object_mut() {
            query.insert(kind.to_owned(), pressed);
            query.insert(name.to_owned(), value);
        }
        let update = Map::from_iter([("callback_query".to_owned(), query)]);
        return Ok(Pressed::Query(update, id));
    }
    let below = chat.keyboard(actor.user);
    let rows = below.filter(|_| place.message.is_none());
    let button = rows.and_then(|it| found(it.rows()?, place.at));
    let button = button.ok_or_else(|| not_found(actor.chat, place))?;
    let mut pressed = below_input(button, &from);
    if let Pressed::Message(content) = &mut pressed {
        let message = below.and_then(|it| chat.messages.get(&it.message));
        if let Some(message) = message.filter(|_| actor.chat < 0) {
            // In groups, it replies to the message with the keyboard.
            let mut message = message.clone();
            message.remove("reply_to_message");
            content.insert("reply_to_message".to_owned(), message.into());
        }
        if let Some(chat) = bot.chats.get_mut(&actor.chat) {
            chat.keyboards.press(actor.user);
        }
    }
    Ok(pressed)
}

/// Returns what a button of the keyboard below the input field does.
fn below_input(button: &Value, user: &Value) -> Pressed {
    let asks_for = |name: &str| button.get(name) == Some(&true.into());
    let asks_else = [
        "request_users",
        "request_chat",
        "request_managed_bot",
        "request_poll",
        "web_app",
    ];
    let content = if asks_for("request_contact") {
        json!({"contact": {
            "phone_number": "+15550100",
            "first_name": user.get("first_name"),
            "user_id": user.get("id"),
        }})
    } else if asks_for("request_location") {
        json!({"location": {"latitude": 52.5163, "longitude": 13.3777}})
    } else if asks_else.iter().any(|name| button.get(*name).is_some()) {
        return Pressed::Silent(button.clone());
    } else {
        let label = button.get("text").unwrap_or(button).as_str();
        return Pressed::Message(messages::text(label.unwrap_or_default()));
    };
    Pressed::Message(content.as_object().cloned().unwrap_or_default())
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
