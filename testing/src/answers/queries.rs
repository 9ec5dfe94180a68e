//! Queries, which a bot answers once.

use super::call::{Call, bad};
use crate::protocol::envelope::Answer;
use crate::world::Bot;

/// Refuses to answer a query again.
pub(super) fn check(bot: &mut Bot, call: &Call<'_>) -> Result<(), Answer> {
    let is_answer = call.name.starts_with("answer");
    let params = call.method.info.params().iter();
    let id = params
        .map(|param| param.name)
        .find(|name| name.ends_with("_query_id"));
    let Some(id) = id
        .filter(|_| is_answer)
        .and_then(|name| call.arguments.text(name))
    else {
        return Ok(());
    };
    if bot.answered.insert(id.to_owned()) {
        Ok(())
    } else {
        Err(bad(
            "query is too old and response timeout expired or query ID is invalid",
        ))
    }
}
