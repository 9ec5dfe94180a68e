//! The user and the chat of a Mini App.

use crate::telegram_type;
use crate::value::UnknownFields;

/// A user, as a Mini App is told of them.
///
/// [Mini Apps](https://core.telegram.org/bots/webapps#webappuser)
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebAppUser {
    /// Id of the user or bot; up to 52 bits, so it fits an `i64`.
    pub id: i64,
    /// Whether this is a bot; only of the receiver.
    pub is_bot: Option<bool>,
    /// First name of the user or bot.
    pub first_name: String,
    /// Last name of the user or bot.
    pub last_name: Option<String>,
    /// Username, without the leading `@`.
    pub username: Option<String>,
    /// Language of the user, as an IETF tag; only of the one who opened the Mini App.
    pub language_code: Option<String>,
    /// Whether the user has Telegram Premium.
    pub is_premium: Option<bool>,
    /// Whether the user put the bot into the attachment menu.
    pub added_to_attachment_menu: Option<bool>,
    /// Whether the user lets the bot write to them.
    pub allows_write_to_pm: Option<bool>,
    /// URL of the user's profile photo.
    pub photo_url: Option<String>,
    /// Members that this version of telegrammar does not know.
    #[telegram(rest)]
    pub rest: UnknownFields,
}

/// A chat, as a Mini App is told of it.
///
/// [Mini Apps](https://core.telegram.org/bots/webapps#webappchat)
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebAppChat {
    /// Id of the chat; up to 52 bits and possibly negative, so it fits an `i64`.
    pub id: i64,
    /// Kind of chat: `"group"`, `"supergroup"` or `"channel"`.
    pub r#type: String,
    /// Title of the chat.
    pub title: String,
    /// Username of the chat, without the leading `@`.
    pub username: Option<String>,
    /// URL of the chat's photo.
    pub photo_url: Option<String>,
    /// Members that this version of telegrammar does not know.
    #[telegram(rest)]
    pub rest: UnknownFields,
}
