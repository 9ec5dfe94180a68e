//! Polls that the bot sends.

use serde_json::Value;

use super::call::{Call, bad};
use super::replies::{Members, number};
use crate::protocol::envelope::Answer;
use crate::world::Bot;

/// The most options of a poll.
const MOST_OPTIONS: usize = 12;

/// Sets what follows from the parameters of a poll.
pub(super) fn fill(bot: &mut Bot, call: &Call<'_>, poll: &mut Members) -> Result<(), Answer> {
    let given = &call.arguments.values;
    check(bot, call, poll)?;
    let id = (5_000_000_000 + bot.number()).to_string();
    poll.insert("id".to_owned(), id.into());
    // Both are on unless they are switched off.
    let is_quiz = is_quiz(poll);
    for (name, default) in [("is_anonymous", true), ("allows_revoting", !is_quiz)] {
        let value = given.get(name).and_then(Value::as_bool).unwrap_or(default);
        poll.insert(name.to_owned(), value.into());
    }
    if let Some(period) = given.get("open_period").and_then(number) {
        poll.insert(
            "close_date".to_owned(),
            call.now.saturating_add(period).into(),
        );
    }
    Ok(())
}

fn is_quiz(poll: &Members) -> bool {
    poll.get("type") == Some(&"quiz".into())
}

fn check(bot: &Bot, call: &Call<'_>, poll: &Members) -> Result<(), Answer> {
    let given = &call.arguments.values;
    let options = poll.get("options").and_then(Value::as_array);
    let count = options.map_or(0, Vec::len);
    if count == 0 {
        return Err(bad("poll must have at least one answer option"));
    }
    if count > MOST_OPTIONS {
        return Err(bad(&format!(
            "poll can't have more than {MOST_OPTIONS} options"
        )));
    }
    let kind = call.chat.map_or("", |chat| bot.chat_kind(chat));
    if given.get("is_anonymous") == Some(&false.into()) && kind == "channel" {
        return Err(bad("non-anonymous polls can't be sent to channel chats"));
    }
    if is_quiz(poll) {
        let correct = given.get("correct_option_ids").and_then(Value::as_array);
        let correct = correct.map(Vec::as_slice).unwrap_or_default();
        if correct.is_empty() {
            return Err(bad("correct quiz option list must be non-empty"));
        }
        let is_option = |id: &Value| {
            let index = number(id).and_then(|id| usize::try_from(id).ok());
            index.is_some_and(|index| index < count)
        };
        if !correct.iter().all(is_option) {
            return Err(bad("wrong correct option ID specified"));
        }
    }
    Ok(())
}
