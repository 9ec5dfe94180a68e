//! Members of groups and channels.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::messages;
use super::request::{self, Request};
use crate::updates::Actor;
use crate::world::standing::Standing;
use crate::world::{Bot, standing};

/// What says what somebody becomes.
pub(super) const BECOMES: [&str; 6] = [
    "status",
    "rights",
    "permissions",
    "is_member",
    "until_date",
    "custom_title",
];

/// `join`: the user joins a group or channel, or asks to join, if the `invite_link` demands that.
pub(super) fn join(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let Some(link) = request.text("invite_link")? else {
        let actor = request.group(bot)?;
        request::admit(bot, actor)?;
        is_outside(bot, actor)?;
        return joined(bot, actor, Map::new());
    };
    let (chat, asks) = bot.follow(link)?;
    let actor = Actor {
        user: request.user(bot)?,
        chat,
        thread: None,
    };
    request::admit(bot, actor)?;
    is_outside(bot, actor)?;
    if asks {
        return asked(bot, actor, Some(link));
    }
    let known = bot.chats.get_mut(&chat);
    if let Some(invite) = known.and_then(|chat| chat.invites.get_mut(link)) {
        invite.joined += 1;
    }
    let invite = bot.chats.get(&chat).and_then(|chat| chat.invite(link));
    let how = Map::from_iter([("invite_link".to_owned(), invite.unwrap_or_default())]);
    joined(bot, actor, how)
}

fn joined(bot: &mut Bot, actor: Actor, how: Map<String, Value>) -> Result<Done, String> {
    let mut new = bot.standing(actor.chat, actor.user);
    if standing::status(&new) == "restricted" {
        new.insert("is_member".to_owned(), true.into());
    } else {
        new = standing::plain("member");
    }
    if let Some(chat) = bot.chats.get_mut(&actor.chat) {
        chat.requests.remove(&actor.user);
    }
    moved(bot, actor, actor.user, new, how)
}

/// `request_join`: the user, who is not in a group or channel, asks to join it.
pub(super) fn request_join(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    is_outside(bot, actor)?;
    asked(bot, actor, None)
}

/// Refuses to enter a chat in which the user is.
fn is_outside(bot: &Bot, actor: Actor) -> Result<(), String> {
    let Actor { user, chat, .. } = actor;
    if standing::is_in(&bot.standing(chat, user)) {
        return Err(format!("the user {user} is in the chat {chat}"));
    }
    Ok(())
}

fn asked(bot: &mut Bot, actor: Actor, link: Option<&str>) -> Result<Done, String> {
    let Actor { user, chat, .. } = actor;
    let known = bot.chats.get(&chat);
    if known.is_some_and(|chat| chat.requests.contains_key(&user)) {
        return Err(format!(
            "the user {user} has asked to join the chat {chat}, and has no answer"
        ));
    }
    bot.request_join(chat, user, link);
    let known = bot.chats.get(&chat).ok_or("there is no chat")?;
    let mut event = json!({
        "chat": known.short(),
        "from": bot.user_object(user),
        "user_chat_id": user,
        "date": bot.now(),
    });
    let invite = link.and_then(|link| known.invite(link));
    if let (Some(invite), Some(event)) = (invite, event.as_object_mut()) {
        event.insert("invite_link".to_owned(), invite);
    }
    Ok(Done::update("chat_join_request", event))
}

/// `leave`: the user leaves a group or channel.
pub(super) fn leave(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    let Actor { user, chat, .. } = actor;
    let mut new = bot.standing(chat, user);
    if !standing::is_in(&new) {
        return Err(format!("the user {user} is not in the chat {chat}"));
    }
    if standing::status(&new) == "restricted" {
        new.insert("is_member".to_owned(), false.into());
    } else {
        new = standing::plain("left");
    }
    moved(bot, actor, user, new, Map::new())
}

/// `member`: the user becomes something else: an owner, an administrator with `rights`, a member, restricted
/// to `permissions`, somebody who has left, or who was banned.
pub(super) fn member(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.group(bot)?;
    let Actor { user, chat, .. } = actor;
    let new = becomes(bot, request, chat)?;
    let owner = owner(bot, chat).filter(|owner| *owner != user);
    if let Some(owner) = owner.filter(|_| standing::status(&new) == "creator") {
        let kind = bot.chat_kind(chat);
        let rights = standing::administrator(kind, |right| right != "is_anonymous");
        bot.set_standing(chat, owner, rights);
    }
    let by = Actor {
        user: owner.unwrap_or(user),
        ..actor
    };
    moved(bot, by, user, new, Map::new())
}

/// Returns what somebody becomes in a chat.
pub(super) fn becomes(bot: &Bot, request: &Request<'_>, chat: i64) -> Result<Standing, String> {
    let status = request.required_text("status")?;
    let kind = bot.chat_kind(chat);
    for (name, only) in [("rights", "administrator"), ("permissions", "restricted")] {
        let given = request.names(name)?.filter(|given| !given.is_empty());
        if given.is_some() && status != only {
            return Err(format!("`{name}` is only for the status `{only}`"));
        }
    }
    let mut new = match status {
        "creator" => standing::owner(),
        "administrator" => {
            let all = || standing::rights(kind).collect();
            let given = request.names("rights")?.unwrap_or_else(all);
            let known = standing::rights(kind).chain(["is_anonymous"]);
            is_known("rights", &given, known)?;
            // Whoever has any right has this one.
            let has = |name: &str| name == "can_manage_chat" || given.contains(&name);
            standing::administrator(kind, has)
        }
        "restricted" if kind == "supergroup" => {
            let given = request.names("permissions")?.unwrap_or_default();
            let all = standing::permissions(|_| true);
            is_known("permissions", &given, all.keys().map(String::as_str))?;
            let mut new = standing::restricted(|name| given.contains(&name));
            let is_member = request.boolean("is_member")?.unwrap_or(true);
            new.insert("is_member".to_owned(), is_member.into());
            new
        }
        "restricted" => return Err("`status` is `restricted` only in supergroups".to_owned()),
        "kicked" => standing::banned(),
        "member" | "left" => standing::plain(status),
        _ => {
            return Err("`status` must be `creator`, `administrator`, `member`, `restricted`, `left` or `kicked`".to_owned());
        }
    };
    if matches!(status, "restricted" | "kicked") {
        let until = request.integer("until_date")?.unwrap_or_default();
        new.insert("until_date".to_owned(), until.into());
    }
    if let Some(title) = request.text("custom_title")? {
        new.insert("custom_title".to_owned(), title.into());
    }
    Ok(new)
}

/// Refuses names that are not known.
pub(super) fn is_known<'n>(
    name: &str,
    given: &[&str],
    known: impl Iterator<Item = &'n str>,
) -> Result<(), String> {
    let known: Vec<_> = known.collect();
    match given.iter().find(|given| !known.contains(given)) {
        Some(given) => Err(format!(
            "`{name}` has `{given}`, but there are only {}",
            known.join(", ")
        )),
        None => Ok(()),
    }
}

/// Returns the owner of a chat.
pub(super) fn owner(bot: &Bot, chat: i64) -> Option<i64> {
    let standings = &bot.chats.get(&chat)?.standings;
    let owner = standings
        .iter()
        .find(|(_, it)| standing::status(it) == "creator");
    owner.map(|(user, _)| *user)
}

/// Changes what a user is. Tells the bot also by a service message if somebody came or went.
pub(super) fn moved(
    bot: &mut Bot,
    by: Actor,
    user: i64,
    new: Standing,
    how: Map<String, Value>,
) -> Result<Done, String> {
    let was_in = standing::is_in(&bot.standing(by.chat, user));
    let is_in = standing::is_in(&new);
    let done = changed(bot, by, user, new, how);
    if !standing::is_in(&bot.standing(by.chat, bot.id)) {
        return Ok(done);
    }
    let content = match (was_in, is_in) {
        (true, false) => json!({"left_chat_member": bot.user_object(user)}),
        (false, true) => json!({"new_chat_members": [bot.user_object(user)]}),
        _ => return Ok(done),
    };
    messages::told(bot, by, &content, done)
}

/// Changes what a user is. Tells the bot if it is an administrator, by an update that it gets on request.
pub(super) fn changed(
    bot: &mut Bot,
    by: Actor,
    user: i64,
    new: Standing,
    how: Map<String, Value>,
) -> Done {
    let chat = by.chat;
    if standing::status(&bot.standing(chat, bot.id)) != "administrator" {
        bot.set_standing(chat, user, new);
        return Done::default();
    }
    let event = bot.member_updated((chat, by.user), user, new, bot.now());
    let Some(Value::Object(mut event)) = event else {
        return Done::default();
    };
    event.extend(how);
    Done::update("chat_member", event)
}
