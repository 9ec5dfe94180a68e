//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): queries.

use crate::telegram_method;
use crate::types::{ChatId, InlineQueryResult};

/// Answers a press on a callback button, with a notification, an alert or a URL to open.
///
/// [Bot API](https://core.telegram.org/bots/api#answercallbackquery)
#[telegram_method("answerCallbackQuery")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerCallbackQuery {
    /// The callback query to answer.
    pub callback_query_id: String,
    /// What to show to the user; nothing if unset.
    pub text: Option<String>,
    /// Show the text as an alert rather than a notification on top of the chat.
    pub show_alert: Option<bool>,
    /// URL to open: that of the game for a `callback_game` button, or a link that starts the bot
    /// with a parameter.
    pub url: Option<String>,
    /// How many seconds the app may cache the answer.
    pub cache_time: Option<i64>,
}

/// Answers a guest message.
///
/// [Bot API](https://core.telegram.org/bots/api#answerguestquery)
#[telegram_method("answerGuestQuery")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerGuestQuery {
    /// The guest query to answer.
    pub guest_query_id: String,
    /// The message to send in reply.
    pub result: InlineQueryResult,
}

/// Lists the boosts a user gave to a chat. Needs administrator rights there.
///
/// [Bot API](https://core.telegram.org/bots/api#getuserchatboosts)
#[telegram_method("getUserChatBoosts")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUserChatBoosts {
    /// The boosted chat, by id or `@username`.
    pub chat_id: ChatId,
    /// Whose boosts to list.
    pub user_id: i64,
}

/// Looks up a connection of the bot to a business account.
///
/// [Bot API](https://core.telegram.org/bots/api#getbusinessconnection)
#[telegram_method("getBusinessConnection")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetBusinessConnection {
    /// The business connection to look up.
    pub business_connection_id: String,
}
