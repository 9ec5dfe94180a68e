//! A world that is described as a whole: users, chats, and what is in them.

use serde_json::{Map, Value};

use super::done::Done;
use super::request::{Act, Request};
use super::{chats, me, members, messages, states, topics};
use crate::world::{Bot, standing};

/// What the parts of a world may have.
const WORLD: [&str; 3] = ["me", "users", "chats"];
const USERS: [&str; 6] = [
    "first_name",
    "last_name",
    "username",
    "language_code",
    "id",
    "state",
];
const CHATS: [&str; 11] = [
    "type",
    "title",
    "username",
    "description",
    "id",
    "is_forum",
    "permissions",
    "members",
    "topics",
    "messages",
    "bot",
];
const TOPICS: [&str; 5] = [
    "name",
    "icon_color",
    "icon_custom_emoji_id",
    "is_closed",
    "user",
];
const MESSAGES: [&str; 5] = ["user", "text", "message", "topic", "is_pinned"];
const BOTS: [&str; 2] = ["status", "rights"];

type Members = Map<String, Value>;

/// `world`: adds what is described. The bot is told nothing.
pub(super) fn add(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let token = request.token;
    only(request.body, "", &WORLD)?;
    if let Some(it) = request.get("me") {
        let members = object(it, "me")?;
        let body = &members;
        let done = me::me(bot, &Request::new(body, token));
        done.map_err(|error| at("me", &error))?;
    }
    for (path, members) in list(request.body, "users", "users")? {
        user(bot, token, members, &path)?;
    }
    for (path, members) in list(request.body, "chats", "chats")? {
        chat(bot, token, &members, &path)?;
    }
    Ok(Done::default())
}

/// Returns the name of a place, and what is wrong there. An error that begins with a member names its place.
fn at(path: &str, error: &str) -> String {
    let named = error
        .strip_prefix('`')
        .and_then(|rest| rest.split_once('`'));
    match named {
        Some((name, rest)) if path.is_empty() => format!("{name}{rest}"),
        Some((name, rest)) => format!("{path}.{name}{rest}"),
        None => format!("{path}: {error}"),
    }
}

fn object(value: &Value, path: &str) -> Result<Members, String> {
    let members = value.as_object().cloned();
    members.ok_or_else(|| format!("{path} must be an object"))
}

/// Refuses members that are not known.
fn only(members: &Members, path: &str, known: &[&str]) -> Result<(), String> {
    match members.keys().find(|name| !known.contains(&name.as_str())) {
        Some(name) => {
            let known = known.join("`, `");
            Err(at(
                path,
                &format!("`{name}` is not known; there are `{known}`"),
            ))
        }
        None => Ok(()),
    }
}

/// Returns the objects of a list that may be absent, with their places.
fn list(members: &Members, name: &str, path: &str) -> Result<Vec<(String, Members)>, String> {
    let list = match members.get(name) {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(format!("{path} must be a list")),
    };
    let items = list.iter().enumerate().map(|(index, item)| {
        let path = format!("{path}[{index}]");
        let item = object(item, &path)?;
        Ok((path, item))
    });
    items.collect()
}

/// Carries out an action without telling the bot. Returns its result.
fn silently(bot: &mut Bot, token: &str, body: &Members, act: Act) -> Result<Members, String> {
    let done = act(bot, &Request::new(body, token))?;
    for update in &done.updates {
        bot.learn(update);
    }
    Ok(done.result)
}

fn user(bot: &mut Bot, token: &str, mut members: Members, path: &str) -> Result<(), String> {
    only(&members, path, &USERS)?;
    let state = members.remove("state").filter(|state| !state.is_null());
    let act: Option<Act> = match state.as_ref().map(Value::as_str) {
        None => None,
        Some(Some("stranger")) => {
            members.insert("is_stranger".to_owned(), true.into());
            None
        }
        Some(Some("blocked")) => Some(states::block),
        Some(Some("deactivated")) => Some(states::deactivate),
        Some(_) => {
            return Err(format!(
                "{path}.state must be `stranger`, `blocked` or `deactivated`"
            ));
        }
    };
    let done = silently(bot, token, &members, chats::user).map_err(|error| at(path, &error))?;
    if let Some(act) = act {
        let id = done.get("user").and_then(|user| user.get("id"));
        let body = Map::from_iter([("user".to_owned(), id.cloned().unwrap_or_default())]);
        silently(bot, token, &body, act).map_err(|error| at(path, &error))?;
    }
    Ok(())
}

fn chat(bot: &mut Bot, token: &str, members: &Members, path: &str) -> Result<(), String> {
    only(members, path, &CHATS)?;
    let done = silently(bot, token, members, chats::chat).map_err(|error| at(path, &error))?;
    let id = done.get("chat").and_then(|chat| chat.get("id")?.as_i64());
    let id = id.unwrap_or_default();
    let place = |mut members: Members, path: &str, known: &[&str]| {
        only(&members, path, known)?;
        members.insert("chat".to_owned(), id.into());
        Ok::<_, String>(members)
    };
    let known: Vec<_> = ["user"].into_iter().chain(members::BECOMES).collect();
    for (path, member) in list(members, "members", &format!("{path}.members"))? {
        let mut member = place(member, &path, &known)?;
        let user = known_user(bot, token, &member, &path)?;
        member.entry("status").or_insert_with(|| "member".into());
        let body = &member;
        let new = members::becomes(bot, &Request::new(body, token), id);
        bot.set_standing(id, user, new.map_err(|error| at(&path, &error))?);
    }
    let owner = members::owner(bot, id);
    let mut names = Map::new();
    let mut closed = Vec::new();
    for (path, topic) in list(members, "topics", &format!("{path}.topics"))? {
        let mut topic = place(topic, &path, &TOPICS)?;
        if let Some(owner) = owner {
            topic.entry("user").or_insert_with(|| owner.into());
        }
        known_user(bot, token, &topic, &path)?;
        let done = silently(bot, token, &topic, topics::create);
        let done = done.map_err(|error| at(&path, &error))?;
        let topic_id = done.get("message_thread_id").cloned().unwrap_or_default();
        if let Some(name) = topic.get("name").and_then(Value::as_str) {
            names.insert(name.to_owned(), topic_id.clone());
        }
        if topic.contains_key("is_closed") {
            topic.retain(|name, _| matches!(name.as_str(), "user" | "chat" | "is_closed"));
            topic.insert("message_thread_id".to_owned(), topic_id);
            closed.push((path, topic));
        }
    }
    for (path, message) in list(members, "messages", &format!("{path}.messages"))? {
        let message = place(message, &path, &MESSAGES)?;
        known_user(bot, token, &message, &path)?;
        add_message(bot, token, message, &names).map_err(|error| at(&path, &error))?;
    }
    // Nobody writes in topics that are closed.
    for (path, topic) in closed {
        silently(bot, token, &topic, topics::edit).map_err(|error| at(&path, &error))?;
    }
    if let Some(own) = members.get("bot").filter(|own| !own.is_null()) {
        let path = format!("{path}.bot");
        let own = place(object(own, &path)?, &path, &BOTS)?;
        set_bot(bot, token, &own, id).map_err(|error| at(&path, &error))?;
    }
    Ok(())
}

/// Returns the user that a part names, who must be there.
fn known_user(bot: &mut Bot, token: &str, body: &Members, path: &str) -> Result<i64, String> {
    match body.get("user") {
        None | Some(Value::Null) => Err(format!("{path}.user must be given")),
        Some(Value::String(name)) => {
            let user = bot.find_user(name);
            user.ok_or_else(|| format!("{path}.user must be one of `users`, not \"{name}\""))
        }
        Some(_) => {
            let user = Request::new(body, token).user(bot);
            user.map_err(|error| at(&format!("{path}.user"), &error))
        }
    }
}

/// Adds a message, in a `topic` by its name.
fn add_message(
    bot: &mut Bot,
    token: &str,
    mut message: Members,
    names: &Members,
) -> Result<(), String> {
    let is_pinned = Request::new(&message, token).boolean("is_pinned")?;
    if let Some(topic) = message.remove("topic") {
        let id = topic.as_str().and_then(|name| names.get(name));
        let id = id.ok_or("`topic` must be the name of one of the topics")?;
        message.insert("message_thread_id".to_owned(), id.clone());
    }
    let act = match (
        message.contains_key("text"),
        message.contains_key("message"),
    ) {
        (true, false) => messages::say,
        (false, true) => messages::send,
        _ => return Err("either `text` or `message` must be given".to_owned()),
    };
    let done = silently(bot, token, &message, act)?;
    let id = done.get("message_id").and_then(Value::as_i64);
    let chat = message.get("chat").and_then(Value::as_i64);
    let chat = chat.and_then(|chat| bot.chats.get_mut(&chat));
    if let (Some(true), Some(id), Some(chat)) = (is_pinned, id, chat) {
        chat.pinned.insert(id);
    }
    Ok(())
}

/// Sets what the bot is in a chat: an administrator with `rights`, or what the `status` says.
fn set_bot(bot: &mut Bot, token: &str, own: &Members, chat: i64) -> Result<(), String> {
    let request = Request::new(own, token);
    let status = request.text("status")?.unwrap_or("administrator");
    let has_rights = request.get("rights").is_some();
    let new = match status {
        "administrator" if has_rights => states::with_rights(bot, &request, chat)?,
        "administrator" => return Ok(()),
        _ if has_rights => return Err("`rights` is only for an administrator".to_owned()),
        "member" | "left" => standing::plain(status),
        "kicked" => standing::banned(),
        _ => {
            return Err(
                "`status` must be `administrator`, `member`, `left` or `kicked`".to_owned(),
            );
        }
    };
    bot.set_standing(chat, bot.id, new);
    Ok(())
}
