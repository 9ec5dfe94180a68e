//! Section [Available types](https://core.telegram.org/bots/api#available-types): link previews, suggested posts and files.

use super::*;
use crate::telegram_type;

/// How to preview links in a message.
///
/// [Bot API](https://core.telegram.org/bots/api#linkpreviewoptions)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LinkPreviewOptions {
    /// Show no link preview.
    pub is_disabled: Option<bool>,
    /// The link to preview; the first one in the text when empty.
    pub url: Option<String>,
    /// Make the preview's media smaller. Needs `url`, and a preview whose media can change size.
    pub prefer_small_media: Option<bool>,
    /// Make the preview's media larger. Needs `url`, and a preview whose media can change size.
    pub prefer_large_media: Option<bool>,
    /// Show the preview over the text instead of under it.
    pub show_above_text: Option<bool>,
}

/// What a suggested post costs.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostprice)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostPrice {
    /// What it is paid in: `"XTR"` for Telegram Stars, `"TON"` for TON grams.
    pub currency: PostCurrency,
    /// Price in Telegram Stars, 5 to 100000, or in nanograms, 10000000 to 10000000000000.
    pub amount: i64,
}

/// A suggested post's state and terms.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostInfo {
    /// How it stands: `"pending"`, `"approved"` or `"declined"`.
    pub state: SuggestedPostState,
    /// Price on offer; free if unset.
    pub price: Option<SuggestedPostPrice>,
    /// When it should go out, as Unix time in seconds. If unset, whoever approves it picks a
    /// time within 30 days.
    pub send_date: Option<i64>,
}

/// The terms of a post the bot suggests.
///
/// [Bot API](https://core.telegram.org/bots/api#suggestedpostparameters)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuggestedPostParameters {
    /// Price to offer; free if unset.
    pub price: Option<SuggestedPostPrice>,
    /// When it should go out, as Unix time, 300 to 2678400 seconds from now. If unset, the
    /// approver picks a time within 30 days.
    pub send_date: Option<i64>,
}

/// A topic in a direct messages chat.
///
/// [Bot API](https://core.telegram.org/bots/api#directmessagestopic)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DirectMessagesTopic {
    /// Id of the topic; up to 52 bits, so it fits an `i64`.
    pub topic_id: i64,
    /// Who started the topic; so far always there.
    pub user: Option<Box<User>>,
}

/// A user's profile pictures.
///
/// [Bot API](https://core.telegram.org/bots/api#userprofilephotos)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserProfilePhotos {
    /// How many the user has in all.
    pub total_count: i64,
    /// The pictures asked for, each in up to 4 sizes.
    pub photos: Vec<Vec<PhotoSize>>,
}

/// The audios on a user's profile.
///
/// [Bot API](https://core.telegram.org/bots/api#userprofileaudios)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserProfileAudios {
    /// How many the user has in all.
    pub total_count: i64,
    /// The audios asked for.
    pub audios: Vec<Audio>,
}

/// A file ready for download, at most 20 MB. Its link holds for at least 1 hour; `getFile` makes a
/// new one.
///
/// [Bot API](https://core.telegram.org/bots/api#file)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct File {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
    /// Path to download it from, under `/file/bot<token>/` of the Bot API server.
    pub file_path: Option<String>,
}

/// A Web App to open.
///
/// [Bot API](https://core.telegram.org/bots/api#webappinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebAppInfo {
    /// HTTPS address of the Web App.
    pub url: String,
}
