//! Reactions of the bot, and those that it removes.

use serde_json::Value;
use telegrammar::types::ReactionTypeEmoji;

use super::call::{Call, Outcome, bad};
use super::named::find;
use super::{rights, schema};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

/// The most reactions of a bot to a message.
const MOST: usize = 1;
/// What says how the character before it is drawn.
const VARIATION: char = '\u{fe0f}';

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    Some(match call.name {
        "setMessageReaction" => react(bot, call, chat),
        "deleteMessageReaction" => remove(bot, call, chat),
        "deleteAllMessageReactions" => remove_all(bot, call, chat),
        _ => return None,
    })
}

fn react(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (id, _) = find(bot, call, chat, "message to react")?;
    let reaction = call.arguments.get("reaction").and_then(Value::as_array);
    let reaction = reaction.cloned().unwrap_or_default();
    if reaction.len() > MOST {
        return Err(bad("REACTIONS_TOO_MANY"));
    }
    let by = bot.id;
    if let Some(chat) = bot.chats.get_mut(&chat) {
        let available = chat.info.get("available_reactions");
        if !reaction.iter().all(|it| is_allowed(it, available)) {
            return Err(bad("REACTION_INVALID"));
        }
        chat.react(id, by, reaction);
    }
    Ok(true.into())
}

/// Returns whether there is such a reaction, and whether the chat allows it.
fn is_allowed(reaction: &Value, available: Option<&Value>) -> bool {
    let plain = |emoji: &str| emoji.replace(VARIATION, "");
    let text = |reaction: &Value| reaction.get("emoji").and_then(Value::as_str).map(plain);
    let emoji = text(reaction);
    let exists = match &emoji {
        Some(emoji) => {
            let all = schema::words(ReactionTypeEmoji::INFO.name, "emoji");
            all.is_empty() || all.iter().any(|known| plain(known) == *emoji)
        }
        // Nobody can tell which custom emoji exist, and bots do not pay.
        None => reaction.get("custom_emoji_id").is_some(),
    };
    let in_chat = available.and_then(Value::as_array).is_none_or(|available| {
        available
            .iter()
            .any(|it| it == reaction || emoji.is_some() && text(it) == emoji)
    });
    exists && in_chat
}

fn may_remove(bot: &Bot, chat: i64) -> Result<(), Answer> {
    if rights::has(bot, chat, "can_delete_messages") {
        return Ok(());
    }
    Err(Refusal::AdministratorRequired.answer())
}

/// Returns whose reactions are removed.
fn whose(call: &Call<'_>) -> i64 {
    let by = ["user_id", "actor_chat_id"].into_iter();
    let mut by = by.filter_map(|name| call.arguments.integer(name));
    by.next().unwrap_or_default()
}

fn remove(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (id, _) = find(bot, call, chat, "message to delete reactions")?;
    may_remove(bot, chat)?;
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.react(id, whose(call), Vec::new());
    }
    Ok(true.into())
}

fn remove_all(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    may_remove(bot, chat)?;
    if let Some(chat) = bot.chats.get_mut(&chat) {
        for reactions in chat.reactions.values_mut() {
            reactions.remove(&whose(call));
        }
    }
    Ok(true.into())
}
