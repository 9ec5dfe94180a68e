//! What keeps the bot from a chat: it is blocked or removed, or the chat is no more what it was.

use serde_json::json;

use super::chats::supergroup_id;
use super::done::Done;
use super::messages;
use super::request::{self, Request};
use crate::updates::Actor;
use crate::world::standing::{self, Standing};
use crate::world::{Bot, Chat};

/// `block`: the user blocks the bot.
pub(super) fn block(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let user = private(bot, request)?;
    if !standing::is_in(&bot.standing(user, bot.id)) {
        return Err(format!("the user {user} has blocked the bot already"));
    }
    Ok(stands(bot, user, user, standing::banned()))
}

/// `unblock`: the user permits the bot to write again.
pub(super) fn unblock(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let user = private(bot, request)?;
    if standing::is_in(&bot.standing(user, bot.id)) {
        return Err(format!("the user {user} has not blocked the bot"));
    }
    Ok(stands(bot, user, user, standing::plain("member")))
}

/// `deactivate`: the account of the user is deleted, of which bots are not told.
pub(super) fn deactivate(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let user = private(bot, request)?;
    if let Some(chat) = bot.chats.get_mut(&user) {
        chat.is_deactivated = true;
    }
    Ok(Done::default())
}

/// `kick_bot`: the user removes the bot from a group or channel.
pub(super) fn kick_bot(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let Actor { user, chat, .. } = in_group(bot, request)?;
    Ok(stands(bot, chat, user, standing::banned()))
}

/// `add_bot`: the user adds the bot to a group or channel, as an administrator with all rights, or with the
/// `rights` that are given.
pub(super) fn add_bot(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.group(bot)?;
    let Actor { user, chat, .. } = actor;
    if standing::is_in(&bot.standing(chat, bot.id)) {
        return Err(format!("the bot is in the chat {chat}"));
    }
    if !bot.has_ability("can_join_groups") {
        return Err("the bot cannot join groups: `can_join_groups` is false".to_owned());
    }
    let content = json!({"new_chat_members": [bot.user()]});
    let kind = bot.chat_kind(chat);
    let new = match request.get("rights") {
        Some(_) => with_rights(bot, request, chat)?,
        None => standing::administrator(kind, |right| right != "is_anonymous"),
    };
    let done = stands(bot, chat, user, new);
    messages::told(bot, actor, &content, done)
}

/// `rights`: the user gives the bot these rights of an administrator and no others. Without any, it is a
/// mere member.
pub(super) fn rights(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let Actor { user, chat, .. } = in_group(bot, request)?;
    let new = with_rights(bot, request, chat)?;
    Ok(stands(bot, chat, user, new))
}

/// Returns what the bot is with the rights that are given.
pub(super) fn with_rights(bot: &Bot, request: &Request<'_>, chat: i64) -> Result<Standing, String> {
    let given = request.names("rights")?;
    let given = given.ok_or("`rights` must be a list of names")?;
    let kind = bot.chat_kind(chat);
    for right in &given {
        if !standing::rights(kind).any(|known| *right == known) {
            let known: Vec<_> = standing::rights(kind).collect();
            let known = known.join(", ");
            return Err(format!(
                "there is no right {right:?} in a {kind}, only {known}"
            ));
        }
    }
    if given.is_empty() {
        return Ok(standing::plain("member"));
    }
    Ok(standing::administrator(kind, |right| {
        given.contains(&right)
    }))
}

/// `migrate`: the user makes a group a supergroup, which has another id.
pub(super) fn migrate(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let old = in_group(bot, request)?;
    let known = bot.chats.get(&old.chat);
    let known = known.filter(|chat| chat.kind() == "group");
    let known = known.ok_or_else(|| format!("the chat {} is no group", old.chat))?;
    let (mut info, members) = (known.info.clone(), known.members.clone());
    let standings = known.standings.clone();
    let id = supergroup_id(bot);
    info.insert("id".to_owned(), id.into());
    info.insert("type".to_owned(), "supergroup".into());
    bot.add_chat(&info.into());
    if let Some(chat) = bot.chats.get_mut(&id) {
        chat.members = members;
        chat.standings = standings;
    }
    let leaves = json!({"migrate_to_chat_id": id});
    let done = messages::told(bot, old, &leaves, Done::default())?;
    let new = Actor { chat: id, ..old };
    let comes = json!({"migrate_from_chat_id": old.chat});
    let done = messages::told(bot, new, &comes, done)?;
    if let Some(chat) = bot.chats.get_mut(&old.chat) {
        chat.migrated_to = Some(id);
    }
    Ok(done.with("chat", bot.chats.get(&id).map(Chat::short)))
}

/// Returns a user with a private chat.
fn private(bot: &mut Bot, request: &Request<'_>) -> Result<i64, String> {
    let user = request.user(bot)?;
    let is_known = bot.chats.contains_key(&user);
    is_known
        .then_some(user)
        .ok_or_else(|| format!("the bot knows no chat {user}"))
}

/// Returns a user, and a group or channel that the bot is in.
fn in_group(bot: &mut Bot, request: &Request<'_>) -> Result<Actor, String> {
    let place = request.group(bot)?;
    request::admit(bot, place)?;
    Ok(place)
}

/// Tells the bot what it is in a chat from now on.
fn stands(bot: &mut Bot, chat: i64, by: i64, new: Standing) -> Done {
    let event = bot.member_updated((chat, by), bot.id, new, bot.now());
    let done = event.map(|event| Done::update("my_chat_member", event));
    done.unwrap_or_default()
}
