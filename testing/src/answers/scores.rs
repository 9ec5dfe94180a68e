//! Scores of games.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::call::{Call, Outcome, bad};
use super::named::{find, is_own};
use crate::world::Bot;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    Some(match call.name {
        "setGameScore" => set(bot, call, chat),
        "getGameHighScores" => highest(bot, call, chat),
        _ => return None,
    })
}

/// Sets the score of a user, which is higher than the last one unless it is forced.
fn set(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (id, message) = find(bot, call, chat, "message to set game score")?;
    if !is_own(bot, &message) || !message.contains_key("game") {
        return Err(bad("message can't be edited"));
    }
    let user = call.arguments.integer("user_id").unwrap_or_default();
    let score = call.arguments.integer("score").unwrap_or_default();
    if score < 0 {
        return Err(bad("SCORE_INVALID"));
    }
    if let Some(chat) = bot.chats.get_mut(&chat) {
        let scores = chat.scores.entry(id).or_default();
        let last = scores.get(&user).copied();
        let is_forced = call.arguments.is_true("force") && last != Some(score);
        if last.is_some_and(|last| score <= last) && !is_forced {
            return Err(bad("BOT_SCORE_NOT_MODIFIED"));
        }
        scores.insert(user, score);
    }
    Ok(message.into())
}

/// Returns the scores of a game, highest first.
fn highest(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (id, _) = find(bot, call, chat, "message to get game high scores")?;
    let scores = bot.chats.get(&chat).and_then(|chat| chat.scores.get(&id));
    let mut scores: Vec<(i64, i64)> = scores
        .into_iter()
        .flatten()
        .map(|(user, score)| (*score, *user))
        .collect();
    scores.sort_unstable_by_key(|(score, user)| (Reverse(*score), *user));
    let scores = (1..).zip(scores);
    let scores: Vec<Value> = scores
        .map(|(position, (score, user))| {
            json!({"position": position, "user": bot.user_object(user), "score": score})
        })
        .collect();
    Ok(scores.into())
}
