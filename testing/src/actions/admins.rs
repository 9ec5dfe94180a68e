//! Administrators who are no bots, and what they do to members.

use serde_json::Map;
use telegrammar::types::ChatPermissions;

use super::done::Done;
use super::members::{self, changed, is_known, moved};
use super::permissions;
use super::request::{self, Request};
use crate::updates::Actor;
use crate::world::{Bot, standing};

/// `ban`: the user bans a `member`.
pub(super) fn ban(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let (actor, member) = admin(bot, request, "can_restrict_members")?;
    moved(bot, actor, member, standing::banned(), Map::new())
}

/// `unban`: the user permits a `member` who is banned to join again.
pub(super) fn unban(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let (actor, member) = admin(bot, request, "can_restrict_members")?;
    if standing::status(&bot.standing(actor.chat, member)) != "kicked" {
        return Err(format!("the user {member} is not banned"));
    }
    let new = standing::plain("left");
    Ok(changed(bot, actor, member, new, Map::new()))
}

/// `restrict`: the user leaves a `member` of a supergroup these `permissions`. With all, the member is a
/// normal one.
pub(super) fn restrict(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let known = ChatPermissions::INFO.fields.iter();
    let given = given(request, "permissions", known.map(|field| field.name))?;
    let (actor, member) = admin(bot, request, "can_restrict_members")?;
    if bot.chat_kind(actor.chat) != "supergroup" {
        return Err("only members of supergroups can be restricted".to_owned());
    }
    let mut new = standing::restricted(|name| given.contains(&name));
    if standing::permits_all(&new) {
        new = standing::plain("member");
    } else {
        let is_in = standing::is_in(&bot.standing(actor.chat, member));
        new.insert("is_member".to_owned(), is_in.into());
        new.insert("until_date".to_owned(), 0.into());
    }
    Ok(changed(bot, actor, member, new, Map::new()))
}

/// `promote`: the user gives a `member` these `rights` of an administrator. Without any, it is a mere
/// member.
pub(super) fn promote(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let (actor, member) = admin(bot, request, "can_promote_members")?;
    let kind = bot.chat_kind(actor.chat);
    let given = given(request, "rights", standing::rights(kind))?;
    let new = if given.is_empty() {
        standing::plain("member")
    } else {
        standing::administrator(kind, |right| given.contains(&right))
    };
    Ok(changed(bot, actor, member, new, Map::new()))
}

/// Returns the names in a list that must be there.
fn given<'r>(
    request: &Request<'r>,
    list: &str,
    known: impl Iterator<Item = &'static str>,
) -> Result<Vec<&'r str>, String> {
    let given = request.names(list)?;
    let given = given.ok_or_else(|| format!("`{list}` must be a list of names"))?;
    is_known(list, &given, known)?;
    Ok(given)
}

/// Returns who does something in a group or channel, and the member to whom it is done. In a chat without
/// an owner, everybody may.
fn admin(bot: &mut Bot, request: &Request<'_>, right: &str) -> Result<(Actor, i64), String> {
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    let member = request.get("member");
    let member = member.ok_or("`member` must be an id or a first name")?;
    let member = request::named(bot, member)?;
    let Actor { user, chat, .. } = actor;
    let is_administrator = standing::status(&bot.standing(chat, user)) == "administrator";
    if is_administrator || members::owner(bot, chat).is_some() {
        permissions::has_right(bot, actor, right)?;
    }
    if standing::status(&bot.standing(chat, member)) == "creator" {
        return Err(format!("the user {member} is the owner of the chat {chat}"));
    }
    Ok((actor, member))
}
