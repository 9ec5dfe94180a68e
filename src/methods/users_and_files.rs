//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): reactions, users and files.

use crate::telegram_method;
use crate::types::{ChatId, ReactionType};

/// Sets the reactions of the bot on a message. Paid reactions and some service messages are out of
/// reach.
///
/// [Bot API](https://core.telegram.org/bots/api#setmessagereaction)
#[telegram_method("setMessageReaction")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMessageReaction {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The message to react to; in an album, the first message still there gets the reaction.
    pub message_id: i64,
    /// The reactions to set; a custom emoji must be allowed by administrators or present on the
    /// message already.
    pub reaction: Option<Vec<ReactionType>>,
    /// Play the big animation.
    pub is_big: Option<bool>,
}

/// Lists the profile pictures of a user.
///
/// [Bot API](https://core.telegram.org/bots/api#getuserprofilephotos)
#[telegram_method("getUserProfilePhotos")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUserProfilePhotos {
    /// Whose pictures to list.
    pub user_id: i64,
    /// How many pictures to skip; all are listed if unset.
    pub offset: Option<i64>,
    /// How many pictures to return at most.
    pub limit: Option<i64>,
}

/// Lists the audios on the profile of a user.
///
/// [Bot API](https://core.telegram.org/bots/api#getuserprofileaudios)
#[telegram_method("getUserProfileAudios")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUserProfileAudios {
    /// Whose audios to list.
    pub user_id: i64,
    /// How many audios to skip; all are listed if unset.
    pub offset: Option<i64>,
    /// How many audios to return at most.
    pub limit: Option<i64>,
}

/// Sets the emoji status of a user. The user must have agreed to it in a Mini App through
/// `requestEmojiStatusAccess`.
///
/// [Bot API](https://core.telegram.org/bots/api#setuseremojistatus)
#[telegram_method("setUserEmojiStatus")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetUserEmojiStatus {
    /// Whose status to set.
    pub user_id: i64,
    /// The custom emoji to show, by id; empty takes the status away.
    pub emoji_status_custom_emoji_id: Option<String>,
    /// When the status ends, as Unix time in seconds.
    pub emoji_status_expiration_date: Option<i64>,
}

/// Prepares a file for download, up to 20 MB. The path it gives works for an hour or more; call
/// again for a new one.
///
/// [Bot API](https://core.telegram.org/bots/api#getfile)
#[telegram_method("getFile")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetFile {
    /// The file to prepare, by id.
    pub file_id: String,
}
