//! Answers to calls, made from the definitions of the Bot API and from what the server remembers.
//!
//! A call goes through the files in this order: `arguments` reads the parameters, `check` refuses what the
//! server refuses, and one of `messages`, `forwards`, `edits`, `chats`, `files`, `settings` and `updates` answers, or
//! `echo` does, which can answer every method. `render` writes the result.

mod arguments;
mod chats;
mod check;
mod convert;
mod echo;
mod edits;
mod files;
mod forwards;
mod messages;
mod photos;
pub(crate) mod render;
pub(crate) mod sample;
pub(crate) mod schema;
mod settings;
mod updates;

use serde_json::Value;
use telegrammar::schema::ApiType;

pub(crate) use arguments::Arguments;
pub(crate) use schema::Listed;
pub(crate) use updates::{Poll, is_ignored_in_replies, poll};

use crate::records::ReceivedRequest;
use crate::server::envelope::Answer;
use crate::world::Bot;

/// A call that is answered.
pub(crate) struct Call<'c> {
    /// The name of the method as the definition has it.
    pub(crate) name: &'static str,
    pub(crate) method: Listed,
    pub(crate) arguments: Arguments<'c>,
    /// The chat that the call concerns, if it names one.
    pub(crate) chat: Option<i64>,
    /// The Unix time.
    pub(crate) now: i64,
}

/// The result of a call, or the error that it is answered with.
pub(crate) type Outcome = Result<Value, Answer>;

/// Answers a call of any method except `getUpdates`, which waits.
pub(crate) fn answer(bot: &mut Bot, method: Listed, request: &ReceivedRequest) -> Answer {
    let outcome = Arguments::read(method.info, request).and_then(|arguments| {
        let mut call = Call {
            name: method.info.name(),
            method,
            arguments,
            chat: None,
            now: crate::world::now(),
        };
        check::check(bot, &mut call)?;
        let outcome = route(bot, &call)?;
        Ok(match outcome {
            (result, None) => Answer::result_text(&render::render(&result, &result_type(&call))),
            (result, Some(description)) => Answer::described(&result, description),
        })
    });
    outcome.unwrap_or_else(|refusal| refusal)
}

/// Returns the type of the result, without the alternative for inline messages.
fn result_type(call: &Call<'_>) -> ApiType {
    match call.method.result {
        ApiType::OneOf([first, ..]) => *first,
        other => other,
    }
}

/// A result, and the description that the server adds to it.
type Described = (Value, Option<&'static str>);

fn route(bot: &mut Bot, call: &Call<'_>) -> Result<Described, Answer> {
    if let Some(described) = updates::answer(bot, call) {
        return described;
    }
    let parts = [
        messages::answer,
        forwards::answer,
        edits::answer,
        chats::answer,
        files::answer,
        photos::answer,
        settings::answer,
    ];
    let outcome = parts.into_iter().find_map(|part| part(bot, call));
    let result = outcome.unwrap_or_else(|| echo::answer(bot, call))?;
    Ok((result, None))
}

/// The server's answer to a parameter that it does not accept.
pub(crate) fn bad(text: &str) -> Answer {
    Answer::error(400, &format!("Bad Request: {text}"))
}
