//! Users, chats and members.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::messages;
use super::request::{self, Actor, Request};
use crate::world::{Bot, Chat, standing};

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

/// Returns an id for a supergroup.
pub(super) fn supergroup_id(bot: &Bot) -> i64 {
    free_id(bot, FIRST_SUPERGROUP)
}

fn free_id(bot: &Bot, first: i64) -> i64 {
    let ids = (1..).map(|number| first - number);
    let mut ids = ids.skip_while(|id| bot.chats.contains_key(id));
    ids.next().unwrap_or(first)
}

/// `chat`: adds a group, supergroup or channel with a `title`, and `users` as its members, of whom the
/// first is the owner.
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
                let token = request.token;
                Request { body: &body, token }.user(bot)
            });
            members.collect::<Result<_, _>>()?
        }
    };
    let id = free_id(bot, first);
    let mut chat = json!({"id": id, "type": kind, "title": title});
    let is_forum = request.boolean("is_forum")?;
    if is_forum == Some(true) && kind != "supergroup" {
        return Err("`is_forum` is only for supergroups".to_owned());
    }
    if let (Some(username), Some(chat)) = (request.text("username")?, chat.as_object_mut()) {
        chat.insert("username".to_owned(), username.into());
    }
    if let (Some(true), Some(chat)) = (is_forum, chat.as_object_mut()) {
        chat.insert("is_forum".to_owned(), true.into());
    }
    bot.add_chat(&chat);
    let owner = users.first().copied();
    for user in users {
        bot.meet(id, user);
    }
    if let Some(owner) = owner {
        bot.set_standing(id, owner, standing::owner());
    }
    Ok(Done::default().with("chat", chat))
}

/// `join`: the user joins a group or channel.
pub(super) fn join(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    let content = json!({"new_chat_members": [bot.user_object(actor.user)]});
    changed(bot, actor, "member", &content)
}

/// `request_join`: the user, who is not in a group or channel, asks to join it.
pub(super) fn request_join(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    let Actor { user, chat, .. } = actor;
    if standing::is_in(&bot.standing(chat, user)) {
        return Err(format!("the user {user} is in the chat {chat}"));
    }
    let event = json!({
        "chat": bot.chats.get(&chat).map(Chat::short),
        "from": bot.user_object(user),
        "user_chat_id": user,
        "date": bot.now(),
    });
    Ok(Done::update("chat_join_request", event))
}

/// `leave`: the user leaves a group or channel.
pub(super) fn leave(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    if !standing::is_in(&bot.standing(actor.chat, actor.user)) {
        let Actor { user, chat, .. } = actor;
        return Err(format!("the user {user} is not in the chat {chat}"));
    }
    let content = json!({"left_chat_member": bot.user_object(actor.user)});
    changed(bot, actor, "left", &content)
}

/// Tells the bot of a member by an update that it gets on request, and by a service message.
fn changed(bot: &mut Bot, actor: Actor, status: &str, content: &Value) -> Result<Done, String> {
    let Actor { user, chat, .. } = actor;
    let event = bot.member_updated((chat, user), user, standing::plain(status), bot.now());
    // Only administrators are told.
    let done = if standing::status(&bot.standing(chat, bot.id)) == "administrator" {
        Done::update("chat_member", event)
    } else {
        bot.set_standing(chat, user, standing::plain(status));
        Done::default()
    };
    messages::told(bot, actor, content, done)
}
