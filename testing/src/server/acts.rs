//! What users do, and how the bot is told of it.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::complaints;
use super::delivery;
use super::shared::Shared;
use crate::actions::{self, Done};
use crate::world::{Bot, BotKey};

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
    perform(shared, key, |bot| {
        let acted = actions::act(bot, name, body, &key.token);
        acted.ok_or("there is no such action")?
    })
}

/// Carries out what a user does, given as a function, and tells the bot as far as Telegram would.
///
/// # Errors
///
/// What is wrong with it.
pub(crate) fn perform(
    shared: &Arc<Shared>,
    key: &BotKey,
    act: impl FnOnce(&mut Bot) -> Result<Done, String>,
) -> Result<Value, String> {
    let acted = {
        let mut state = shared.state();
        let bot = state.world.bot(key).ok_or("there is no bot")?;
        act(bot)
    };
    // What was done before it failed, such as a new user, is seen too.
    shared.notify();
    let Done {
        mut result,
        updates,
    } = acted?;
    let (mut kinds, mut ids) = (Vec::<String>::new(), Vec::new());
    for update in updates {
        if is_told(shared, key, &update) {
            kinds.extend(update.keys().cloned());
            ids.push(delivery::queue(shared, key, update)?);
        }
    }
    // Users join and block the bot for other reasons than to tell it.
    let is_member = |kind: &String| matches!(kind.as_str(), "chat_member" | "my_chat_member");
    let is_for_bot = !kinds.is_empty() && !kinds.iter().any(is_member);
    // Those that the bot does not get have no id.
    let ids: Vec<i64> = ids.into_iter().flatten().collect();
    if is_for_bot && ids.is_empty() {
        complaints::not_allowed(shared, key, &kinds);
    }
    shared.notify();
    result.insert("update_ids".to_owned(), ids.into());
    Ok(result.into())
}

/// Returns whether the bot is told of an update. If not, what happened is stored all the same.
fn is_told(shared: &Shared, key: &BotKey, update: &Map<String, Value>) -> bool {
    let mut state = shared.state();
    let Some(bot) = state.world.bot(key) else {
        return false;
    };
    let is_told = bot.is_told(update);
    if !is_told {
        bot.learn(update);
    }
    is_told
}
