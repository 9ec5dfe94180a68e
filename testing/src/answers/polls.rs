//! Polls that the bot sends and stops.

use serde_json::{Map, Value};

use super::call::{Call, Outcome, bad};
use super::edits::{find, is_own};
use super::messages::{content, store};
use super::replies::{Members, number};
use super::rights;
use crate::protocol::envelope::Answer;
use crate::world::Bot;

/// The most options of a poll.
const MOST_OPTIONS: usize = 12;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    (call.name == "stopPoll").then(|| stop(bot, call, chat))
}

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
        poll.insert("close_date".to_owned(), (call.now + period).into());
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
    let kind = call.chat.map_or("", |chat| rights::kind(bot, chat));
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

/// Closes a poll, of which the bot is told.
fn stop(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (_, mut message) = find(bot, call, chat, "message with poll to stop")?;
    let is_own = is_own(bot, &message) && !message.contains_key("forward_origin");
    let Some(Value::Object(poll)) = message.get_mut("poll") else {
        return Err(bad("message is not a poll"));
    };
    if poll.get("is_closed") == Some(&true.into()) {
        return Err(bad("poll has already been closed"));
    }
    if !is_own {
        return Err(bad("poll can't be stopped"));
    }
    poll.insert("is_closed".to_owned(), true.into());
    let poll = poll.clone();
    message.remove("reply_markup");
    content(bot, call, &call.arguments.values, &mut message)?;
    store(bot, chat, &message);
    bot.tell(Map::from_iter([("poll".to_owned(), poll.clone().into())]));
    Ok(poll.into())
}
