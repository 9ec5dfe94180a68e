//! Buttons of the keyboard below the input field.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::request::{Request, named};
use super::{managed_bots, messages, polls};
use crate::updates::Actor;
use crate::world::Bot;

/// What the bot can ask for of a user or chat that is shared, and where that is in the answer.
const OF_USER: [(&str, &str); 3] = [
    ("request_name", "first_name"),
    ("request_name", "last_name"),
    ("request_username", "username"),
];
const OF_CHAT: [(&str, &str); 2] = [("request_title", "title"), ("request_username", "username")];

/// Presses a button. If it asks for something that the request does not give, the bot is told nothing, and
/// the result is the button. What is sent replies to the message in which the keyboard is `shown`.
pub(super) fn press(
    bot: &mut Bot,
    request: &Request<'_>,
    actor: Actor,
    button: &Value,
    shown: Option<i64>,
) -> Result<Done, String> {
    let asked = |name: &str| button.get(name).filter(|value| !value.is_null());
    let asks_for = |name: &str| asked(name) == Some(&true.into());
    let label = button.get("text").unwrap_or(button).as_str();
    let label = label.unwrap_or_default();
    let silent = Ok(Done::default().with("button", button.clone()));
    let content = if asks_for("request_contact") {
        let user = bot.user_object(actor.user);
        json!({"contact": {
            "phone_number": "+15550100",
            "first_name": user.get("first_name"),
            "user_id": user.get("id"),
        }})
    } else if asks_for("request_location") {
        json!({"location": {"latitude": 52.5163, "longitude": 13.3777}})
    } else if let Some(wanted) = asked("request_users") {
        let Some(users) = request.get("users") else {
            return silent;
        };
        json!({"users_shared": users_shared(bot, wanted, users)?})
    } else if let Some(wanted) = asked("request_chat") {
        let Some(chat) = request.get("shared_chat") else {
            return silent;
        };
        json!({"chat_shared": chat_shared(bot, wanted, chat)?})
    } else if let Some(wanted) = asked("request_poll") {
        let Some(poll) = request.get("poll") else {
            return silent;
        };
        json!({"poll": polls::of_type(bot, poll, wanted)?})
    } else if let Some(wanted) = asked("request_managed_bot") {
        let word = |given: &str, suggested: &str| {
            let suggested = wanted.get(suggested).and_then(Value::as_str);
            let given = request.text(given)?;
            Ok::<_, String>(given.or(suggested).map(str::to_owned))
        };
        let name = word("name", "suggested_name")?;
        let username = word("username", "suggested_username")?;
        let name = name.as_deref().unwrap_or(managed_bots::NAME);
        let username = username.as_deref().unwrap_or(managed_bots::USERNAME);
        return managed_bots::create(bot, actor, name, username);
    } else if asked("web_app").is_some() {
        let Some(data) = request.text("data")? else {
            return silent;
        };
        json!({"web_app_data": {"data": data, "button_text": label}})
    } else {
        json!({"text": label})
    };
    let mut content = content.as_object().cloned().unwrap_or_default();
    let chat = bot.chats.get(&actor.chat);
    if let Some(message) = shown.and_then(|id| chat?.messages.get(&id)) {
        let mut message = message.clone();
        message.remove("reply_to_message");
        content.insert("reply_to_message".to_owned(), message.into());
    }
    messages::sent(bot, request, actor, content)
}

fn users_shared(bot: &mut Bot, wanted: &Value, users: &Value) -> Result<Value, String> {
    let users = users.as_array().filter(|users| !users.is_empty());
    let users = users.ok_or("`users` must be a list that is not empty")?;
    let most = wanted.get("max_quantity").and_then(Value::as_u64);
    let most = usize::try_from(most.unwrap_or(1)).unwrap_or(usize::MAX);
    if users.len() > most {
        return Err(format!("at most {most} users can be shared"));
    }
    let mut shared = Vec::new();
    for user in users {
        let id = named(bot, user)?;
        let user = bot.user_object(id);
        for (asked, member) in [("user_is_bot", "is_bot"), ("user_is_premium", "is_premium")] {
            let is_so = user.get(member) == Some(&true.into());
            let must_be = wanted.get(asked).and_then(Value::as_bool);
            if must_be.is_some_and(|must_be| must_be != is_so) {
                return Err(format!("the user {id} cannot be shared: `{asked}`"));
            }
        }
        let mut item = Map::from_iter([("user_id".to_owned(), id.into())]);
        copy(wanted, &OF_USER, &user, &mut item);
        shared.push(Value::from(item));
    }
    Ok(json!({"request_id": wanted.get("request_id"), "users": shared}))
}

fn chat_shared(bot: &Bot, wanted: &Value, chat: &Value) -> Result<Value, String> {
    let id = bot.chat_id(chat).filter(|id| *id < 0);
    let id = id.ok_or("`shared_chat` must be a group or channel")?;
    let kind = bot.chat_kind(id);
    let must_be_channel = wanted.get("chat_is_channel") == Some(&true.into());
    if must_be_channel != (kind == "channel") {
        return Err(format!(
            "the {kind} {id} cannot be shared: `chat_is_channel`"
        ));
    }
    let info = bot.chats.get(&id).map(|chat| &chat.info);
    let info = info.cloned().unwrap_or_default().into();
    let mut shared = Map::new();
    let request_id = wanted.get("request_id").cloned();
    shared.insert("request_id".to_owned(), request_id.unwrap_or_default());
    shared.insert("chat_id".to_owned(), id.into());
    copy(wanted, &OF_CHAT, &info, &mut shared);
    Ok(shared.into())
}

/// Copies what is asked for.
fn copy(wanted: &Value, members: &[(&str, &str)], from: &Value, to: &mut Map<String, Value>) {
    for (asked, name) in members {
        let is_asked = wanted.get(asked) == Some(&true.into());
        if let Some(value) = from.get(name).filter(|_| is_asked) {
            to.insert((*name).to_owned(), value.clone());
        }
    }
}
