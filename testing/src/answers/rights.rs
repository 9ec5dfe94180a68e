//! Rights that the bot needs, with the server's words if it lacks them.

use super::call::{Call, bad};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, Chat};

/// The rights that methods need in groups, and what the server says without them.
const NEEDED: [(&str, &str, &str); 5] = [
    ("setChatTitle", "can_change_info", "change chat title"),
    ("setChatPhoto", "can_change_info", "change chat photo"),
    ("deleteChatPhoto", "can_change_info", "change chat photo"),
    (
        "setChatDescription",
        "can_change_info",
        "set chat description",
    ),
    (
        "setChatPermissions",
        "can_restrict_members",
        "change chat permissions",
    ),
];

/// Returns the type of a chat.
pub(super) fn kind(bot: &Bot, chat: i64) -> &str {
    bot.chats.get(&chat).map_or("", Chat::kind)
}

/// Returns whether the bot is an administrator with a right. In private chats, it has all.
pub(super) fn has(bot: &Bot, chat: i64, right: &str) -> bool {
    if chat > 0 {
        return true;
    }
    bot.standing(chat, bot.id).get(right) == Some(&true.into())
}

/// Refuses a call for which the bot lacks a right, whatever the call is about.
pub(super) fn check(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<(), Answer> {
    let sends = ["send", "forward", "copy"];
    let posts = sends.iter().any(|verb| call.name.starts_with(verb));
    if posts && kind(bot, chat) == "channel" && !has(bot, chat, "can_post_messages") {
        return Err(bad("need administrator rights in the channel chat"));
    }
    if call.name == "unpinAllChatMessages" {
        return may_pin(bot, chat);
    }
    let needed = NEEDED.iter().find(|(method, ..)| *method == call.name);
    match needed {
        Some((_, right, what)) if !has(bot, chat, right) => {
            Err(bad(&format!("not enough rights to {what}")))
        }
        _ => Ok(()),
    }
}

/// Refuses to pin and to unpin.
pub(super) fn may_pin(bot: &Bot, chat: i64) -> Result<(), Answer> {
    let right = match kind(bot, chat) {
        "channel" => "can_edit_messages",
        _ => "can_pin_messages",
    };
    if has(bot, chat, right) {
        return Ok(());
    }
    Err(bad(
        "not enough rights to manage pinned messages in the chat",
    ))
}

/// Refuses a call about members in a chat of another type.
pub(super) fn of_kind(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<(), Answer> {
    let kind = kind(bot, chat);
    match call.name {
        "restrictChatMember" if kind != "supergroup" => {
            Err(bad("method is available only for supergroups"))
        }
        "setChatAdministratorCustomTitle" if !matches!(kind, "group" | "supergroup") => {
            Err(bad("method is available only for groups and supergroups"))
        }
        "promoteChatMember" | "unbanChatMember" if !matches!(kind, "supergroup" | "channel") => {
            Err(bad(
                "method is available for supergroup and channel chats only",
            ))
        }
        _ => Ok(()),
    }
}

/// Refuses to delete a message of somebody else.
pub(super) fn may_delete(bot: &Bot, chat: i64, message: i64) -> Result<(), Answer> {
    let known = bot.chats.get(&chat);
    let message = known.and_then(|chat| chat.messages.get(&message));
    let from = message.and_then(|message| message.get("from")?.get("id")?.as_i64());
    if message.is_none() || from == Some(bot.id) || has(bot, chat, "can_delete_messages") {
        return Ok(());
    }
    Err(Refusal::MessageCannotBeDeleted.answer())
}
