//! Administrators who are no bots, and what they do to members.

use serde_json::{Value, json};
use telegrammar::types::ChatPermissions;

use super::done::Done;
use super::messages;
use super::request::{self, Request};
use crate::updates::Actor;
use crate::world::standing::{self, Standing};
use crate::world::{Bot, Chat};

/// `ban`: the user bans a `member`.
pub(super) fn ban(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let (actor, member) = admin(bot, request, "can_restrict_members")?;
    let was_in = standing::is_in(&bot.standing(actor.chat, member));
    let done = change(bot, actor, member, standing::banned());
    if !was_in {
        return Ok(done);
    }
    let content = json!({"left_chat_member": bot.user_object(member)});
    messages::told(bot, actor, &content, done)
}

/// `unban`: the user permits a `member` who is banned to join again.
pub(super) fn unban(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let (actor, member) = admin(bot, request, "can_restrict_members")?;
    if standing::status(&bot.standing(actor.chat, member)) != "kicked" {
        return Err(format!("the user {member} is not banned"));
    }
    Ok(change(bot, actor, member, standing::plain("left")))
}

/// `restrict`: the user leaves a `member` of a supergroup these `permissions`. With all, the member is a
/// normal one.
pub(super) fn restrict(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let known = ChatPermissions::INFO.fields.iter();
    let known: Vec<_> = known.map(|field| field.name).collect();
    let given = names(request, "permissions", &known)?;
    let (actor, member) = admin(bot, request, "can_restrict_members")?;
    if bot.chats.get(&actor.chat).map_or("", Chat::kind) != "supergroup" {
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
    Ok(change(bot, actor, member, new))
}

/// `promote`: the user gives a `member` these `rights` of an administrator. Without any, it is a mere
/// member.
pub(super) fn promote(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let (actor, member) = admin(bot, request, "can_promote_members")?;
    let kind = bot.chats.get(&actor.chat).map_or("", Chat::kind);
    let known: Vec<_> = standing::rights(kind).collect();
    let given = names(request, "rights", &known)?;
    let new = if given.is_empty() {
        standing::plain("member")
    } else {
        standing::administrator(kind, |right| given.contains(&right))
    };
    Ok(change(bot, actor, member, new))
}

/// Returns the names in a list.
fn names(
    request: &Request<'_>,
    list: &str,
    known: &[&'static str],
) -> Result<Vec<&'static str>, String> {
    let given = request.get(list).and_then(Value::as_array);
    let given = given.ok_or_else(|| format!("`{list}` must be a list of names"))?;
    let found = given.iter().map(|name| {
        let found = known.iter().copied().find(|known| name == known);
        found.ok_or_else(|| format!("`{list}` has no {name}, only {}", known.join(", ")))
    });
    found.collect()
}

/// Returns who does something in a group or channel, and the member to whom it is done. In a chat without
/// an owner, everybody may.
fn admin(bot: &mut Bot, request: &Request<'_>, right: &str) -> Result<(Actor, i64), String> {
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    let member = request.get("member").cloned().unwrap_or_default();
    let body = [("user".to_owned(), member)].into_iter().collect();
    let named = Request {
        body: &body,
        ..*request
    };
    if request.get("member").is_none() {
        return Err("`member` must be an id or a first name".to_owned());
    }
    let member = named.user(bot)?;
    let own = bot.standing(actor.chat, actor.user);
    let may = match standing::status(&own) {
        "creator" => true,
        "administrator" => own.get(right) == Some(&true.into()),
        _ => !has_owner(bot, actor.chat),
    };
    let Actor { user, chat, .. } = actor;
    if !may {
        return Err(format!(
            "the user {user} is no administrator with `{right}` in the chat {chat}"
        ));
    }
    if standing::status(&bot.standing(chat, member)) == "creator" {
        return Err(format!("the user {member} is the owner of the chat {chat}"));
    }
    Ok((actor, member))
}

fn has_owner(bot: &Bot, chat: i64) -> bool {
    let standings = bot.chats.get(&chat).map(|chat| &chat.standings);
    let mut standings = standings.into_iter().flatten();
    standings.any(|(_, it)| standing::status(it) == "creator")
}

/// Changes what a member is. Only a bot that is an administrator is told.
fn change(bot: &mut Bot, actor: Actor, member: i64, new: Standing) -> Done {
    let Actor { user, chat, .. } = actor;
    if standing::status(&bot.standing(chat, bot.id)) == "administrator" {
        let event = bot.member_updated((chat, user), member, new, bot.now());
        return Done::update("chat_member", event);
    }
    bot.set_standing(chat, member, new);
    Done::default()
}
