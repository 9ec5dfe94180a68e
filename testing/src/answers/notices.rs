//! Service messages about what the bot does, of which it is told by updates.

use serde_json::{Map, Value};

use super::call::Call;
use super::messages;
use crate::world::Bot;

/// Adds a service message with this content to a chat.
pub(super) fn add(bot: &mut Bot, call: &Call<'_>, chat: i64, content: &Value) {
    let content = content.as_object().cloned().unwrap_or_default();
    add_members(bot, call, chat, content);
}

/// Adds a service message with these members, which may include its id.
pub(super) fn add_members(bot: &mut Bot, call: &Call<'_>, chat: i64, content: Map<String, Value>) {
    let mut message = messages::blank(bot, call, chat);
    message.extend(content);
    if message.contains_key("message_id") {
        messages::store(bot, chat, &message);
    } else {
        messages::add(bot, chat, &mut message);
    }
    let kind = match bot.chat_kind(chat) {
        "channel" => "channel_post",
        _ => "message",
    };
    bot.tell(Map::from_iter([(kind.to_owned(), message.into())]));
}
