//! Boosts that users gave to a chat.

use serde_json::{Value, json};

use super::call::{Call, Outcome};
use crate::world::{Boost, Bot};

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat.filter(|_| call.name == "getUserChatBoosts")?;
    let user = call.arguments.integer("user_id");
    let is_meant = |boost: &&Boost| boost.chat == chat && boost.user() == user;
    let boosts = bot.boosts.iter().filter(is_meant);
    let boosts: Vec<&Value> = boosts.map(|boost| &boost.boost).collect();
    Some(Ok(json!({"boosts": boosts})))
}
