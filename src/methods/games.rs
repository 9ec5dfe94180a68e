//! Section [Games](https://core.telegram.org/bots/api#games).

use crate::telegram_method;
use crate::types::{ChatId, InlineKeyboardMarkup, ReplyParameters};

/// Sends a game to be played.
///
/// [Bot API](https://core.telegram.org/bots/api#sendgame)
#[telegram_method("sendGame")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendGame {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat to send to, by id or `@username`; channels and their direct messages chats take no
    /// games.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// Short name that identifies the game, as set up with `@BotFather`.
    pub game_short_name: String,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
    /// Send up to 1000 messages a second for a fee of 0.1 Stars each.
    pub allow_paid_broadcast: Option<bool>,
    /// The effect to show with the message; private chats only.
    pub message_effect_id: Option<String>,
    /// Which message to reply to, and how.
    pub reply_parameters: Option<Box<ReplyParameters>>,
    /// The inline keyboard to attach, its first button launching the game; a lone Play button if
    /// unset.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Sets the score of a user in a game; the result is `true` for an inline message. Fails unless
/// the score rises or `force` is set.
///
/// [Bot API](https://core.telegram.org/bots/api#setgamescore)
///
/// For messages sent through inline mode there is [`SetInlineGameScore`].
#[telegram_method("setGameScore")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetGameScore {
    /// Whose score to set.
    pub user_id: i64,
    /// The score to set.
    pub score: i64,
    /// Let the score go down, to correct a mistake or stop a cheater.
    pub force: Option<bool>,
    /// Leave the scoreboard in the message as it is.
    pub disable_edit_message: Option<bool>,
    /// The chat that holds the message, by id; needed without `inline_message_id`.
    pub chat_id: i64,
    /// The message with the game; needed without `inline_message_id`.
    pub message_id: i64,
}

/// Sets the score of a user in a game; the result is `true` for an inline message. Fails unless
/// the score rises or `force` is set.
///
/// [Bot API](https://core.telegram.org/bots/api#setgamescore)
///
/// For messages that were sent through inline mode.
#[telegram_method("setGameScore")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetInlineGameScore {
    /// Whose score to set.
    pub user_id: i64,
    /// The score to set.
    pub score: i64,
    /// Let the score go down, to correct a mistake or stop a cheater.
    pub force: Option<bool>,
    /// Leave the scoreboard in the message as it is.
    pub disable_edit_message: Option<bool>,
    /// The inline message with the game, in place of `chat_id` and `message_id`.
    pub inline_message_id: String,
}

/// Lists the scores of a user and two neighbors on either side in a game. The top three come along
/// when not among these.
///
/// [Bot API](https://core.telegram.org/bots/api#getgamehighscores)
#[telegram_method("getGameHighScores")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetGameHighScores {
    /// Whose score to look up.
    pub user_id: i64,
    /// The chat that holds the message, by id; needed without `inline_message_id`.
    pub chat_id: Option<i64>,
    /// The message with the game; needed without `inline_message_id`.
    pub message_id: Option<i64>,
    /// The inline message with the game, in place of `chat_id` and `message_id`.
    pub inline_message_id: Option<String>,
}
