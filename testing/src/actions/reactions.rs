//! Reactions.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use telegrammar::from_json_strict;
use telegrammar::types::ReactionType;

use super::done::Done;
use super::permissions;
use super::request::Request;
use crate::world::{Bot, Chat};

/// `react`: replaces the user's reactions to a message by `emoji`, or by a list of `reaction`s. In a
/// channel, or if they are `anonymous`, the bot is told only how many there are.
pub(super) fn react(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let reaction = match (request.text("emoji")?, request.get("reaction")) {
        (Some(emoji), None) => vec![json!({"type": "emoji", "emoji": emoji})],
        (None, Some(Value::Array(reaction))) => reaction.clone(),
        (None, None) => Vec::new(),
        _ => return Err("either `emoji`, or the list `reaction` can be given".to_owned()),
    };
    for reaction in &reaction {
        let decoded = from_json_strict::<ReactionType>(reaction.to_string());
        decoded.map_err(|error| format!("{reaction} is no reaction: {error}"))?;
    }
    let is_anonymous = request.get("anonymous") == Some(&true.into());
    let actor = request.actor(bot)?;
    permissions::check(bot, actor, "can_react_to_messages", "react")?;
    let (id, _) = request.message(bot, actor.chat, "message_id")?;
    let user = bot.user_object(actor.user);
    let now = bot.now();
    let chat = bot.chats.get_mut(&actor.chat).ok_or("there is no chat")?;
    let earlier = chat.react(id, actor.user, reaction.clone());
    if earlier == reaction {
        return Ok(Done::default().with("message_id", id));
    }
    let done = if chat.kind() == "channel" || is_anonymous {
        let event = json!({
            "chat": chat.short(),
            "message_id": id,
            "date": now,
            "reactions": counts(chat, id),
        });
        Done::update("message_reaction_count", event)
    } else {
        let event = json!({
            "chat": chat.short(),
            "message_id": id,
            "user": user,
            "date": now,
            "old_reaction": earlier,
            "new_reaction": reaction,
        });
        Done::update("message_reaction", event)
    };
    Ok(done.with("message_id", id))
}

/// Returns how often each reaction to a message was given.
fn counts(chat: &Chat, message: i64) -> Value {
    let all = chat.reactions.get(&message).into_iter().flatten();
    let mut counts = BTreeMap::new();
    for reaction in all.flat_map(|(_, reactions)| reactions) {
        let count = counts.entry(reaction.to_string());
        count.or_insert((reaction, 0)).1 += 1;
    }
    let counts = counts.into_values();
    counts
        .map(|(reaction, count): (_, i64)| json!({"type": reaction, "total_count": count}))
        .collect()
}
