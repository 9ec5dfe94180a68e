//! The tokens of bots that this bot manages.

use super::call::{Call, Outcome};
use crate::world::Bot;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let id = call.arguments.integer("user_id")?;
    let is_new = match call.name {
        "getManagedBotToken" => false,
        "replaceManagedBotToken" => true,
        _ => return None,
    };
    let number = bot.number();
    let token = || format!("{id}:FakeTokenOfNoBotFakeTokenOfNoBot{number:03}");
    let known = bot.managed.entry(id).or_insert_with(token);
    if is_new {
        *known = token();
    }
    Some(Ok(known.as_str().into()))
}
