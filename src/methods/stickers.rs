//! Section [Stickers](https://core.telegram.org/bots/api#stickers).

use crate::telegram_method;
use crate::types::{
    ChatId, EphemeralMessageParameters, InputFile, InputSticker, MaskPosition, ReplyMarkup,
    ReplyParameters, StickerFormat, StickerType, SuggestedPostParameters,
};

/// Sends a static, animated or video sticker.
///
/// [Bot API](https://core.telegram.org/bots/api#sendsticker)
#[telegram_method("sendSticker")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendSticker {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// Makes the message ephemeral, and says for whom.
    pub ephemeral_message_parameters: Option<EphemeralMessageParameters>,
    /// The sticker: a `file_id`, a new upload, or for a static one the URL of a WEBP file.
    pub sticker: InputFile,
    /// Emoji that goes with a newly uploaded sticker.
    pub emoji: Option<String>,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
    /// Send up to 1000 messages a second for a fee of 0.1 Stars each.
    pub allow_paid_broadcast: Option<bool>,
    /// The effect to show with the message; private chats only.
    pub message_effect_id: Option<String>,
    /// Terms of a suggested post; direct messages chats only.
    pub suggested_post_parameters: Option<SuggestedPostParameters>,
    /// Which message to reply to, and how.
    pub reply_parameters: Option<Box<ReplyParameters>>,
    /// The inline keyboard, reply keyboard or reply instruction to attach.
    pub reply_markup: Option<ReplyMarkup>,
}

/// Fetches a sticker set by name.
///
/// [Bot API](https://core.telegram.org/bots/api#getstickerset)
#[telegram_method("getStickerSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetStickerSet {
    /// Name of the set.
    pub name: String,
}

/// Fetches custom emoji stickers by id.
///
/// [Bot API](https://core.telegram.org/bots/api#getcustomemojistickers)
#[telegram_method("getCustomEmojiStickers")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetCustomEmojiStickers {
    /// The custom emoji to look up, by id.
    pub custom_emoji_ids: Vec<String>,
}

/// Uploads a sticker file to use later, as often as needed, in `createNewStickerSet`,
/// `addStickerToSet` or `replaceStickerInSet`.
///
/// [Bot API](https://core.telegram.org/bots/api#uploadstickerfile)
#[telegram_method("uploadStickerFile")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadStickerFile {
    /// The user who will own the file, by id.
    pub user_id: i64,
    /// The WEBP, PNG, TGS or WEBM file to upload.
    pub sticker: InputFile,
    /// Format of the sticker: `"static"`, `"animated"` or `"video"`.
    pub sticker_format: StickerFormat,
}

/// Creates a sticker set that belongs to a user and that the bot can edit.
///
/// [Bot API](https://core.telegram.org/bots/api#createnewstickerset)
#[telegram_method("createNewStickerSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateNewStickerSet {
    /// The user who will own the set, by id.
    pub user_id: i64,
    /// Short name for links to the set: English letters, digits and single underscores, a letter
    /// first, `_by_` and the bot's username last.
    pub name: String,
    /// Title of the set.
    pub title: String,
    /// The first stickers of the set.
    pub stickers: Vec<InputSticker>,
    /// Kind of stickers: `"regular"`, `"mask"` or `"custom_emoji"`.
    pub sticker_type: Option<StickerType>,
    /// Recolor the stickers to suit the place they are shown in; for custom emoji sets only.
    pub needs_repainting: Option<bool>,
}

/// Adds a sticker to a set that the bot created. Emoji sets hold up to 200 stickers, others 120.
///
/// [Bot API](https://core.telegram.org/bots/api#addstickertoset)
#[telegram_method("addStickerToSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddStickerToSet {
    /// The owner of the set, by id.
    pub user_id: i64,
    /// Name of the set.
    pub name: String,
    /// The sticker to add; nothing changes if the set already has it.
    pub sticker: InputSticker,
}

/// Moves a sticker within a set that the bot created.
///
/// [Bot API](https://core.telegram.org/bots/api#setstickerpositioninset)
#[telegram_method("setStickerPositionInSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStickerPositionInSet {
    /// The sticker to move, by `file_id`.
    pub sticker: String,
    /// Where to move it, counted from 0.
    pub position: i64,
}

/// Removes a sticker from a set that the bot created.
///
/// [Bot API](https://core.telegram.org/bots/api#deletestickerfromset)
#[telegram_method("deleteStickerFromSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteStickerFromSet {
    /// The sticker to delete, by `file_id`.
    pub sticker: String,
}

/// Swaps a sticker of a set for another, like `deleteStickerFromSet`, `addStickerToSet` and
/// `setStickerPositionInSet` in turn.
///
/// [Bot API](https://core.telegram.org/bots/api#replacestickerinset)
#[telegram_method("replaceStickerInSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplaceStickerInSet {
    /// The owner of the set, by id.
    pub user_id: i64,
    /// Name of the set.
    pub name: String,
    /// The sticker to take out, by `file_id`.
    pub old_sticker: String,
    /// The sticker to put in; nothing changes if the set already has it.
    pub sticker: InputSticker,
}

/// Sets the emoji of a sticker, except a mask. The set must be one that the bot created.
///
/// [Bot API](https://core.telegram.org/bots/api#setstickeremojilist)
#[telegram_method("setStickerEmojiList")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStickerEmojiList {
    /// The sticker to change, by `file_id`.
    pub sticker: String,
    /// The emoji that go with the sticker.
    pub emoji_list: Vec<String>,
}

/// Sets the search words of a sticker, except a mask. The set must be one that the bot created.
///
/// [Bot API](https://core.telegram.org/bots/api#setstickerkeywords)
#[telegram_method("setStickerKeywords")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStickerKeywords {
    /// The sticker to change, by `file_id`.
    pub sticker: String,
    /// The words to find the sticker by, 64 characters at most in all.
    pub keywords: Option<Vec<String>>,
}

/// Sets where a mask sticker goes on a face. The set must be one that the bot created.
///
/// [Bot API](https://core.telegram.org/bots/api#setstickermaskposition)
#[telegram_method("setStickerMaskPosition")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStickerMaskPosition {
    /// The mask sticker to change, by `file_id`.
    pub sticker: String,
    /// Where the mask goes; unset removes the position.
    pub mask_position: Option<MaskPosition>,
}

/// Sets the title of a sticker set that the bot created.
///
/// [Bot API](https://core.telegram.org/bots/api#setstickersettitle)
#[telegram_method("setStickerSetTitle")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStickerSetTitle {
    /// Name of the set.
    pub name: String,
    /// The title to set.
    pub title: String,
}

/// Sets the thumbnail of a sticker set, regular or mask. Its format must be that of the stickers.
///
/// [Bot API](https://core.telegram.org/bots/api#setstickersetthumbnail)
#[telegram_method("setStickerSetThumbnail")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetStickerSetThumbnail {
    /// Name of the set.
    pub name: String,
    /// The owner of the set, by id.
    pub user_id: i64,
    /// A 100 by 100 pixel WEBP or PNG up to 128 kB, or a TGS or WEBM up to 32 kB, not by URL. Left
    /// out shows the first sticker.
    pub thumbnail: Option<InputFile>,
    /// Format of the thumbnail: `"static"` (WEBP or PNG), `"animated"` (TGS) or `"video"` (WEBM).
    pub format: StickerFormat,
}

/// Sets the thumbnail of a custom emoji set.
///
/// [Bot API](https://core.telegram.org/bots/api#setcustomemojistickersetthumbnail)
#[telegram_method("setCustomEmojiStickerSetThumbnail")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetCustomEmojiStickerSetThumbnail {
    /// Name of the set.
    pub name: String,
    /// The sticker of the set to show, by custom emoji id; empty falls back to the first sticker.
    pub custom_emoji_id: Option<String>,
}

/// Deletes a sticker set the bot created.
///
/// [Bot API](https://core.telegram.org/bots/api#deletestickerset)
#[telegram_method("deleteStickerSet")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteStickerSet {
    /// Name of the set.
    pub name: String,
}
