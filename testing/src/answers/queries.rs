//! Queries, which a bot answers once and in time.

use serde_json::Value;

use super::call::Call;
use super::messages::content;
use super::replies::Members;
use crate::protocol::complaint::Complaint;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::records::ReceivedRequest;
use crate::world::{Bot, InlineResult};

/// Returns the name of the parameter with the query that a call answers.
fn parameter(call: &Call<'_>) -> Option<&'static str> {
    let params = call.method.info.params().iter();
    let mut names = params.map(|param| param.name);
    let name = names.find(|name| name.ends_with("_query_id"));
    name.filter(|_| call.name.starts_with("answer"))
}

/// Refuses to answer a query again, or too late.
pub(super) fn check(bot: &mut Bot, call: &Call<'_>) -> Result<(), Answer> {
    let answers = parameter(call).and_then(|name| Some((name, call.arguments.text(name)?)));
    let Some((name, id)) = answers else {
        return Ok(());
    };
    let results = match call.name {
        "answerInlineQuery" => Some(results(bot, call)?),
        _ => None,
    };
    let time = bot.clock.time();
    if !bot.queries.answer(name, id, time) {
        return Err(Refusal::QueryTooOld.answer());
    }
    let mut queries = bot.inline.iter_mut();
    if let (Some(results), Some(query)) = (results, queries.find(|query| query.id == id)) {
        query.results = Some(results);
    }
    Ok(())
}

/// Complains if a bot answers queries of a kind that it does not get.
pub(super) fn complaint(bot: &mut Bot, call: &Call<'_>) -> Option<Complaint> {
    let kind = match parameter(call)? {
        "guest_query_id" => "guest_message",
        "chat_join_request_query_id" => "chat_join_request",
        // Mini Apps tell the bot of theirs.
        "web_app_query_id" => return None,
        name => name.strip_suffix("_id")?,
    };
    let is_new = !bot.queue.allows(kind) && bot.left_out.insert(kind.to_owned());
    is_new.then_some(Complaint::NotAllowed(kind))
}

/// Notes that a bot calls the method that answers a callback query.
pub(crate) fn tried(bot: &mut Bot, request: &ReceivedRequest) {
    if request.method().eq_ignore_ascii_case("answerCallbackQuery")
        && let Some(id) = request.parameter("callback_query_id")
    {
        bot.queries.tried(id);
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
