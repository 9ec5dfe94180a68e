//! Bots that users create to be managed by the bot.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::messages;
use super::request::Request;
use crate::updates::Actor;
use crate::world::Bot;

/// The ids of managed bots are above this one.
const FIRST: i64 = 7_000_000_000;

/// What a bot is called if nothing else is said.
pub(super) const NAME: &str = "Managed Bot";
pub(super) const USERNAME: &str = "managed_fake_bot";

/// `managed_bot`: the user creates a bot with a `name` and a `username`, or changes the token of the one
/// that has this user name.
pub(super) fn managed_bot(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let name = request.text("name")?.unwrap_or(NAME);
    let username = request.text("username")?.unwrap_or(USERNAME);
    create(bot, actor, name, username)
}

/// Creates a bot and tells the bot that manages it. The result has the `managed_bot`.
pub(super) fn create(
    bot: &mut Bot,
    actor: Actor,
    name: &str,
    username: &str,
) -> Result<Done, String> {
    let is_it = |user: &&Map<String, Value>| {
        user.get("username").and_then(Value::as_str) == Some(username)
            && user.get("is_bot") == Some(&true.into())
    };
    let known = bot.users.values().find(is_it).cloned();
    let is_new = known.is_none();
    let managed = match known {
        Some(known) => Value::Object(known),
        None => json!({
            "id": FIRST + bot.number(),
            "is_bot": true,
            "first_name": name,
            "username": username,
        }),
    };
    let id = managed.get("id").and_then(Value::as_i64);
    // The next `getManagedBotToken` returns another one.
    bot.managed.remove(&id.unwrap_or_default());
    let event = json!({"user": bot.user_object(actor.user), "bot": managed});
    let done = Done::update("managed_bot", event).with("managed_bot", managed.clone());
    if is_new {
        let content = json!({"managed_bot_created": {"bot": managed}});
        return messages::told(bot, actor, &content, done);
    }
    Ok(done)
}
