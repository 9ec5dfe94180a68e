//! What users may do in groups.

use serde_json::{Map, Value};

use crate::updates::Actor;
use crate::world::{Bot, needed_permission, standing};

/// Refuses what a user needs a permission for.
pub(super) fn check(bot: &Bot, actor: Actor, permission: &str, what: &str) -> Result<(), String> {
    let Actor { user, chat, .. } = actor;
    if bot.is_permitted(chat, user, permission) {
        return Ok(());
    }
    Err(format!(
        "the user {user} may not {what} in the chat {chat}: `{permission}` is false"
    ))
}

/// Refuses to send what a user may not send.
pub(super) fn may_send(
    bot: &Bot,
    actor: Actor,
    content: &Map<String, Value>,
) -> Result<(), String> {
    if content.contains_key("via_bot") {
        check(bot, actor, "can_send_other_messages", "use inline bots")?;
    }
    match needed_permission(content) {
        Some((permission, what)) => check(bot, actor, permission, &format!("send {what}")),
        None => Ok(()),
    }
}

/// Refuses what only the owner and administrators with a right may do.
pub(super) fn has_right(bot: &Bot, actor: Actor, right: &str) -> Result<(), String> {
    let Actor { user, chat, .. } = actor;
    let standing = bot.standing(chat, user);
    let is_owner = standing::status(&standing) == "creator";
    if is_owner || standing.get(right) == Some(&true.into()) {
        return Ok(());
    }
    Err(format!(
        "the user {user} is no administrator with `{right}` in the chat {chat}"
    ))
}
