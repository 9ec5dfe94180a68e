//! Queries, which a bot answers once.

use serde_json::Value;

use super::call::Call;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

/// Refuses to answer a query again.
pub(super) fn check(bot: &mut Bot, call: &Call<'_>) -> Result<(), Answer> {
    let is_answer = call.name.starts_with("answer");
    let params = call.method.info.params().iter();
    let id = params
        .map(|param| param.name)
        .find(|name| name.ends_with("_query_id"));
    let id = id.filter(|_| is_answer);
    let Some((name, id)) = id.and_then(|name| Some((name, call.arguments.text(name)?))) else {
        return Ok(());
    };
    // Each kind has its own ids.
    if bot.answered.insert(format!("{name} {id}")) {
        let query = bot.inline.iter_mut().find(|query| query.id == id);
        if let Some(query) = query.filter(|_| call.name == "answerInlineQuery") {
            let results = call.arguments.get("results").and_then(Value::as_array);
            query.results = results.cloned();
        }
        Ok(())
    } else {
        Err(Refusal::QueryTooOld.answer())
    }
}
