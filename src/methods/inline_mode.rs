//! Section [Inline mode](https://core.telegram.org/bots/api#inline-mode).

use crate::telegram_method;
use crate::types::{InlineQueryResult, InlineQueryResultsButton};

/// Answers an inline query with up to 50 results.
///
/// [Bot API](https://core.telegram.org/bots/api#answerinlinequery)
#[telegram_method("answerInlineQuery")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerInlineQuery {
    /// The inline query to answer.
    pub inline_query_id: String,
    /// What to offer to the user.
    pub results: Vec<InlineQueryResult>,
    /// How many seconds the server may cache the results.
    pub cache_time: Option<i64>,
    /// Remember the answer for this user only, rather than for all who ask the same.
    pub is_personal: Option<bool>,
    /// Where the next query should continue; empty if there is nothing more.
    pub next_offset: Option<String>,
    /// A button to show above the results.
    pub button: Option<Box<InlineQueryResultsButton>>,
}
