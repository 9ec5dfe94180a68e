//! Queries, which a bot answers once.

use serde_json::Value;

use super::call::Call;
use super::messages::content;
use super::replies::Members;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, InlineResult};

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
        if call.name == "answerInlineQuery" {
            let results = results(bot, call)?;
            if let Some(query) = bot.inline.iter_mut().find(|query| query.id == id) {
                query.results = Some(results);
            }
        }
        Ok(())
    } else {
        Err(Refusal::QueryTooOld.answer())
    }
}

/// Returns the results of an inline query, each with the content of the message that it sends.
fn results(bot: &mut Bot, call: &Call<'_>) -> Result<Vec<InlineResult>, Answer> {
    let results = call.arguments.get("results").and_then(Value::as_array);
    let results = results.into_iter().flatten().filter_map(Value::as_object);
    let results = results.map(|result| {
        let id = result.get("id").and_then(Value::as_str);
        let mut message = Members::new();
        content(bot, call, &given(result), &mut message)?;
        Ok(InlineResult {
            id: id.unwrap_or_default().to_owned(),
            content: message,
        })
    });
    results.collect()
}

/// Returns what a result sends, as the parameters of `sendMessage`. There is no `text` if it is none.
fn given(result: &Members) -> Members {
    let sent = result
        .get("input_message_content")
        .and_then(Value::as_object);
    let text = sent.filter(|sent| sent.contains_key("message_text"));
    let member = |of: Option<&Members>, name: &str, parameter: &str| {
        let value = of?.get(name)?.clone();
        Some((parameter.to_owned(), value))
    };
    let members = [
        member(text, "message_text", "text"),
        member(text, "entities", "entities"),
        member(text, "link_preview_options", "link_preview_options"),
        member(Some(result), "reply_markup", "reply_markup"),
    ];
    members.into_iter().flatten().collect()
}
