//! What users do, and how the bot is told of it.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::complaints;
use super::delivery;
use super::shared::Shared;
use crate::actions::{self, Done};
use crate::world::BotKey;

/// Carries out what a user does, and tells the bot.
///
/// # Errors
///
/// What is wrong with it.
pub(crate) fn act(
    shared: &Arc<Shared>,
    key: &BotKey,
    name: &str,
    body: &Map<String, Value>,
) -> Result<Value, String> {
    let acted = {
        let mut state = shared.state();
        let bot = state.world.bot(key).ok_or("there is no bot")?;
        actions::act(bot, name, body, &key.token).ok_or("there is no such action")?
    };
    // What was done before it failed, such as a new user, is seen too.
    shared.notify();
    let Done {
        mut result,
        updates,
    } = acted?;
    let kinds = updates.iter().flat_map(|update| update.keys().cloned());
    let kinds: Vec<String> = kinds.collect();
    // Users join and block the bot for other reasons than to tell it.
    let is_member = |kind: &String| matches!(kind.as_str(), "chat_member" | "my_chat_member");
    let is_told = !kinds.iter().any(is_member);
    let mut ids = Vec::new();
    for update in updates {
        ids.push(delivery::queue(shared, key, update)?);
    }
    // Those that the bot does not want have no id.
    let ids: Vec<i64> = ids.into_iter().flatten().collect();
    if is_told && ids.is_empty() {
        complaints::not_allowed(shared, key, &kinds);
    }
    shared.notify();
    result.insert("update_ids".to_owned(), ids.into());
    Ok(result.into())
}
