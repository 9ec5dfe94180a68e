//! Chats that the bot is not in, from which users call it.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::request::Request;
use crate::detect::mark;
use crate::world::Bot;

/// The chat in which the bot is a guest.
const CHAT: i64 = -1_009_000_000_000;

/// `summon`: the user mentions the bot with a `text` in a group that it is not in, with a `title`.
pub(super) fn summon(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let text = request.required_text("text")?;
    let title = request.text("title")?.unwrap_or("Other Group");
    let user = request.user(bot)?;
    let id = (8_000_000_000_000_i64 + bot.number()).to_string();
    let message = json!({
        "message_id": bot.number(),
        "from": bot.user_object(user),
        "chat": {"id": CHAT, "type": "supergroup", "title": title},
        "date": bot.now(),
        "text": text,
        "guest_query_id": id,
    });
    let mut message: Map<String, Value> = message.as_object().cloned().unwrap_or_default();
    mark(&mut message);
    Ok(Done::update("guest_message", message).with("guest_query_id", id))
}
