//! Rights that the bot needs, with the server's words if it lacks them.

use serde_json::{Map, Value};

use super::call::{Call, bad};
use super::schema;
use crate::protocol::envelope::Answer;
use crate::world::{Bot, needed_permission};

/// The rights that methods need in groups, and what the server says without them.
const NEEDED: [(&str, &str, &str); 7] = [
    (
        "banChatSenderChat",
        "can_restrict_members",
        "restrict/unrestrict chat member",
    ),
    (
        "unbanChatSenderChat",
        "can_restrict_members",
        "restrict/unrestrict chat member",
    ),
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
    if posts && bot.chat_kind(chat) == "channel" && !has(bot, chat, "can_post_messages") {
        return Err(bad("need administrator rights in the channel chat"));
    }
    for content in sent(call) {
        may_send(bot, chat, &content)?;
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

/// Returns what a call sends, as members of messages.
fn sent(call: &Call<'_>) -> Vec<Map<String, Value>> {
    let Some(what) = call.name.strip_prefix("send") else {
        return Vec::new();
    };
    let given = Value::from(call.arguments.values.clone());
    let one = |name: &str| Map::from_iter([(name.to_owned(), given.clone())]);
    match what {
        "Message" => vec![one("text")],
        "MediaGroup" => {
            let media = call.arguments.get("media").and_then(Value::as_array);
            let kinds = media.into_iter().flatten();
            let kinds = kinds.filter_map(|media| media.get("type")?.as_str());
            kinds.map(one).collect()
        }
        what => vec![one(&schema::snake_case(what))],
    }
}

/// Refuses to send what the bot may not send as a mere member.
pub(super) fn may_send(bot: &Bot, chat: i64, message: &Map<String, Value>) -> Result<(), Answer> {
    match needed_permission(message) {
        Some((permission, what)) if !bot.is_permitted(chat, bot.id, permission) => Err(bad(
            &format!("not enough rights to send {what} to the chat"),
        )),
        _ => Ok(()),
    }
}

/// Refuses to pin and to unpin.
pub(super) fn may_pin(bot: &Bot, chat: i64) -> Result<(), Answer> {
    let right = match bot.chat_kind(chat) {
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
    let kind = bot.chat_kind(chat);
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
