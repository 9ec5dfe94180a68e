//! Users, chats and members.

use serde_json::{Map, json};

use super::done::Done;
use super::messages;
use super::request::Request;
use crate::world::{Bot, now};

/// The id of a basic group is this minus a number; that of a supergroup or channel is further below.
const FIRST_GROUP: i64 = -5_000_000_000;
const FIRST_SUPERGROUP: i64 = -1_005_000_000_000;

/// `user`: adds a user with a `first_name`, and the private chat. The same name is the same user.
pub(super) fn user(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let first_name = request.required_text("first_name")?;
    let mut details = Map::new();
    for name in ["last_name", "username", "language_code"] {
        if let Some(value) = request.text(name)? {
            details.insert(name.to_owned(), value.into());
        }
    }
    let id = bot.user_named(first_name);
    if let Some(user) = bot.users.get_mut(&id) {
        user.extend(details.clone());
    }
    if let Some(chat) = bot.chats.get_mut(&id) {
        details.remove("language_code");
        chat.info.extend(details);
    }
    Ok(Done::default().with("user", bot.user_object(id)))
}

/// `chat`: adds a group, supergroup or channel with a `title`, and `users` as its members.
pub(super) fn chat(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let title = request.required_text("title")?;
    let kind = request.text("type")?.unwrap_or("supergroup");
    let first = match kind {
        "group" => FIRST_GROUP,
        "supergroup" | "channel" => FIRST_SUPERGROUP,
        _ => return Err("`type` must be `group`, `supergroup` or `channel`".to_owned()),
    };
    let users = match request.get("users") {
        None => Vec::new(),
        Some(users) => {
            let users = users.as_array().ok_or("`users` must be a list")?;
            let members = users.iter().map(|user| {
                let body = Map::from_iter([("user".to_owned(), user.clone())]);
                Request { body: &body }.user(bot)
            });
            members.collect::<Result<_, _>>()?
        }
    };
    let id = (1..).map(|number| first - number);
    let mut id = id.skip_while(|id| bot.chats.contains_key(id));
    let id = id.next().unwrap_or(first);
    let mut chat = json!({"id": id, "type": kind, "title": title});
    if let (Some(username), Some(chat)) = (request.text("username")?, chat.as_object_mut()) {
        chat.insert("username".to_owned(), username.into());
    }
    bot.add_chat(&chat);
    for user in users {
        bot.meet(id, user);
    }
    Ok(Done::default().with("chat", chat))
}

/// `join`: the user joins a group or channel.
pub(super) fn join(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    changed(bot, request, true)
}

/// `leave`: the user leaves a group or channel.
pub(super) fn leave(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    changed(bot, request, false)
}

/// Tells the bot of a member by a service message, and by an update that it gets on request.
fn changed(bot: &mut Bot, request: &Request<'_>, joins: bool) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    if actor.chat > 0 {
        return Err("`chat` must be a group or channel".to_owned());
    }
    let user = bot.user_object(actor.user);
    let standing = |status: &str| json!({"status": status, "user": user});
    let (old, new) = if joins {
        (standing("left"), standing("member"))
    } else {
        (standing("member"), standing("left"))
    };
    let chat = bot.chats.get_mut(&actor.chat).ok_or("there is no chat")?;
    let event = json!({
        "chat": chat.short(),
        "from": user,
        "date": now(),
        "old_chat_member": old,
        "new_chat_member": new,
    });
    let mut done = Done::update("chat_member", event);
    if chat.kind() != "channel" {
        let content = if joins {
            json!({"new_chat_members": [user]})
        } else {
            json!({"left_chat_member": user})
        };
        let content = content.as_object().cloned().unwrap_or_default();
        let (id, update) = messages::compose(bot, actor, &content)?;
        done.updates.push(update);
        done = done.with("message_id", id);
    }
    done.leaves = (!joins).then_some(actor);
    Ok(done)
}
