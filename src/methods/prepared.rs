//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): web apps and prepared messages.

use crate::telegram_method;
use crate::types::{InlineQueryResult, KeyboardButton};

/// Answers a Web App query by sending a message, as the user, to the chat that the query came
/// from.
///
/// [Bot API](https://core.telegram.org/bots/api#answerwebappquery)
#[telegram_method("answerWebAppQuery")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerWebAppQuery {
    /// The Web App query to answer.
    pub web_app_query_id: String,
    /// The message to send.
    pub result: InlineQueryResult,
}

/// Stores a message for a Mini App user to send.
///
/// [Bot API](https://core.telegram.org/bots/api#savepreparedinlinemessage)
#[telegram_method("savePreparedInlineMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SavePreparedInlineMessage {
    /// The user who may send the message, by id.
    pub user_id: i64,
    /// The message to store.
    pub result: InlineQueryResult,
    /// Allow sending to private chats with users.
    pub allow_user_chats: Option<bool>,
    /// Allow sending to private chats with bots.
    pub allow_bot_chats: Option<bool>,
    /// Allow sending to groups and supergroups.
    pub allow_group_chats: Option<bool>,
    /// Allow sending to channels.
    pub allow_channel_chats: Option<bool>,
}

/// Stores a keyboard button for a user of a Mini App.
///
/// [Bot API](https://core.telegram.org/bots/api#savepreparedkeyboardbutton)
#[telegram_method("savePreparedKeyboardButton")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SavePreparedKeyboardButton {
    /// The user who may use the button, by id.
    pub user_id: i64,
    /// The button to store: one with `request_users`, `request_chat` or `request_managed_bot`.
    pub button: KeyboardButton,
}
