//! A call and its outcome.

use serde_json::Value;
use telegrammar::schema::ApiType;

use super::arguments::Arguments;
use super::schema::Listed;
use crate::protocol::envelope::Answer;

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

/// A result, and the description that the server adds to it.
pub(super) type Described = (Value, Option<&'static str>);

/// Returns the type of the result, without the alternative for inline messages.
pub(super) fn result_type(call: &Call<'_>) -> ApiType {
    match call.method.result {
        ApiType::OneOf([first, ..]) => *first,
        other => other,
    }
}

/// The server's answer to a parameter that it does not accept.
pub(crate) fn bad(text: &str) -> Answer {
    Answer::error(400, &format!("Bad Request: {text}"))
}
