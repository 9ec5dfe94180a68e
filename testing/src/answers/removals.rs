//! Messages that are deleted, pinned and unpinned.

use serde_json::Value;

use super::call::{Call, Outcome, bad};
use super::named::{find, is_own, message_ids};
use super::replies::Members;
use super::{notices, rights};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, is_service};

/// How long a message can be deleted by whoever is no administrator, in seconds.
const DELETABLE: i64 = 48 * 60 * 60;
/// How long the value of a dice cannot be hidden in a private chat, in seconds.
const DICE_STAYS: i64 = 24 * 60 * 60;
/// What says that a chat came to be.
const CREATED: [&str; 3] = [
    "supergroup_chat_created",
    "channel_chat_created",
    "forum_topic_created",
];

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    Some(match call.name {
        "deleteMessage" => delete(bot, call, chat),
        "deleteMessages" => delete_several(bot, call, chat),
        "pinChatMessage" => pin(bot, call, chat),
        "unpinChatMessage" => unpin(bot, call, chat),
        "unpinAllChatMessages" => {
            if let Some(chat) = bot.chats.get_mut(&chat) {
                chat.pinned.clear();
            }
            Ok(true.into())
        }
        _ => return None,
    })
}

fn delete(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (id, _) = find(bot, call, chat, "message to delete")?;
    may_delete(bot, call, chat, id)?;
    remove(bot, chat, id);
    Ok(true.into())
}

/// Deletes several messages, or none. Missing ones are skipped.
fn delete_several(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let ids = message_ids(call)?;
    for id in &ids {
        may_delete(bot, call, chat, *id)?;
    }
    for id in ids {
        remove(bot, chat, id);
    }
    Ok(true.into())
}

/// Refuses to delete a message of somebody else, or one that is too old.
fn may_delete(bot: &Bot, call: &Call<'_>, chat: i64, id: i64) -> Result<(), Answer> {
    let known = bot.chats.get(&chat);
    let Some(message) = known.and_then(|chat| chat.messages.get(&id)) else {
        return Ok(());
    };
    let may = rights::has(bot, chat, "can_delete_messages");
    let is_creation = CREATED.iter().any(|name| message.contains_key(*name));
    if is_creation || !may && !is_own(bot, message) {
        return Err(Refusal::MessageCannotBeDeleted.answer());
    }
    let date = message.get("date").and_then(Value::as_i64);
    let age = call.now.saturating_sub(date.unwrap_or(call.now));
    let is_private = chat > 0;
    let is_hidden_dice = is_private && message.contains_key("dice") && age < DICE_STAYS;
    if is_hidden_dice || age > DELETABLE && (is_private || !may) {
        return Err(bad("message can't be deleted for everyone"));
    }
    Ok(())
}

fn remove(bot: &mut Bot, chat: i64, id: i64) {
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.remove(id);
    }
}

/// Pins a message, which is told in the chat.
fn pin(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (id, message) = find(bot, call, chat, "message to pin")?;
    rights::may_pin(bot, chat)?;
    if is_service(&message) {
        return Err(bad("service messages can't be pinned"));
    }
    let is_new = bot
        .chats
        .get_mut(&chat)
        .is_some_and(|chat| chat.pinned.insert(id));
    if is_new {
        tell_pinned(bot, call, chat, message);
    }
    Ok(true.into())
}

fn tell_pinned(bot: &mut Bot, call: &Call<'_>, chat: i64, mut pinned: Members) {
    pinned.remove("reply_to_message");
    let thread = pinned.get("message_thread_id").and_then(Value::as_i64);
    let mut notice = Members::new();
    notice.insert("pinned_message".to_owned(), pinned.into());
    if let Some(chat) = bot.chats.get(&chat) {
        chat.set_topic(&mut notice, thread);
    }
    notices::add_members(bot, call, chat, notice);
}

/// Unpins a message, or the newest one that is pinned.
fn unpin(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let named = call.arguments.integer("message_id").filter(|id| *id != 0);
    let id = if named.is_some() {
        find(bot, call, chat, "message to unpin")?.0
    } else {
        let newest = bot.chats.get(&chat).and_then(|chat| chat.pinned.last());
        let newest = newest.copied();
        newest.ok_or_else(|| bad("message to unpin not found"))?
    };
    rights::may_pin(bot, chat)?;
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.pinned.remove(&id);
    }
    Ok(true.into())
}
