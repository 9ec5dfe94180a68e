//! Section [Available types](https://core.telegram.org/bots/api#available-types): prepared messages.

use crate::telegram_type;

/// The inline message that a Web App sent for a user.
///
/// [Bot API](https://core.telegram.org/bots/api#sentwebappmessage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SentWebAppMessage {
    /// The id of the inline message; present only if it has an inline keyboard.
    pub inline_message_id: Option<String>,
}

/// The inline message that a guest bot sent.
///
/// [Bot API](https://core.telegram.org/bots/api#sentguestmessage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SentGuestMessage {
    /// The id of the inline message.
    pub inline_message_id: String,
}

/// An inline message prepared for a Mini App user to send.
///
/// [Bot API](https://core.telegram.org/bots/api#preparedinlinemessage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PreparedInlineMessage {
    /// The unique id of the prepared message.
    pub id: String,
    /// When it expires and becomes useless, as Unix time in seconds.
    pub expiration_date: i64,
}

/// A keyboard button prepared for a Mini App user.
///
/// [Bot API](https://core.telegram.org/bots/api#preparedkeyboardbutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PreparedKeyboardButton {
    /// The unique id of the prepared button.
    pub id: String,
}

/// What to do about a failed request.
///
/// [Bot API](https://core.telegram.org/bots/api#responseparameters)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseParameters {
    /// The id of the supergroup the group turned into; may need 52 bits, so store it in 64.
    pub migrate_to_chat_id: Option<i64>,
    /// How many seconds to wait before trying again, when a flood limit was hit.
    pub retry_after: Option<i64>,
}
