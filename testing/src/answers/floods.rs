//! How many messages a bot sends, and in what time.

use serde_json::Value;
use telegrammar::schema::ApiType;

use super::call::{Call, result_type};
use crate::protocol::complaint::Complaint;
use crate::protocol::envelope::Answer;
use crate::world::{Bot, Chat};

/// Refuses what exceeds the limits, if there are any.
pub(super) fn check(bot: &Bot, call: &Call<'_>) -> Result<(), Answer> {
    let Some(chat) = sends_to(call) else {
        return Ok(());
    };
    let list = ["media", "message_ids"].into_iter();
    let mut list = list.filter_map(|name| call.arguments.get(name)?.as_array());
    let is_several = matches!(result_type(call), ApiType::Array(_));
    let messages = list.next().filter(|_| is_several).map_or(1, Vec::len);
    let time = bot.clock.time();
    let wait = bot
        .floods
        .wait(chat, is_group(bot, chat), number(messages), time);
    if wait.is_zero() {
        return Ok(());
    }
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    Err(Answer::flood(u32::try_from(seconds).unwrap_or(u32::MAX)))
}

/// Counts the messages in a result. Returns what was too fast.
pub(super) fn count(bot: &mut Bot, call: &Call<'_>, result: &Value) -> Vec<Complaint> {
    let Some(chat) = sends_to(call) else {
        return Vec::new();
    };
    let time = bot.clock.time();
    let messages = number(result.as_array().map_or(1, Vec::len));
    let is_group = is_group(bot, chat);
    bot.floods.count(chat, is_group, messages, time);
    let found = bot.pace.count(chat, time).into_iter();
    found.map(Complaint::TooFast).collect()
}

/// Returns the chat to which a call sends messages.
fn sends_to(call: &Call<'_>) -> Option<i64> {
    let verbs = ["send", "forward", "copy"];
    let sends = verbs.iter().any(|verb| call.name.starts_with(verb));
    let item = match result_type(call) {
        ApiType::Array(item) => *item,
        one => one,
    };
    let is_message = matches!(item, ApiType::Object("Message" | "MessageId"));
    call.chat.filter(|_| sends && is_message)
}

fn is_group(bot: &Bot, chat: i64) -> bool {
    let kind = bot.chats.get(&chat).map(Chat::kind);
    matches!(kind, Some("group" | "supergroup"))
}

fn number(messages: usize) -> u32 {
    u32::try_from(messages).unwrap_or(u32::MAX)
}
