//! Section [Stickers](https://core.telegram.org/bots/api#stickers).

use super::*;
use crate::telegram_type;

/// A sticker, mask or custom emoji.
///
/// [Bot API](https://core.telegram.org/bots/api#sticker)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sticker {
    /// Id for downloading the file or sending it again.
    pub file_id: String,
    /// Id that stays the same over time and between bots; no good for downloading or sending.
    pub file_unique_id: String,
    /// `"regular"`, `"mask"` or `"custom_emoji"`. Says nothing of the format: see `is_animated`
    /// and `is_video`.
    pub r#type: StickerType,
    /// Width of the sticker in pixels.
    pub width: i64,
    /// Height of the sticker in pixels.
    pub height: i64,
    /// Whether it is an animated sticker.
    pub is_animated: bool,
    /// Whether it is a video sticker.
    pub is_video: bool,
    /// A smaller preview, in WEBP or JPG format.
    pub thumbnail: Option<Box<PhotoSize>>,
    /// The emoji it stands for, if any.
    pub emoji: Option<String>,
    /// The sticker set it is part of, by name.
    pub set_name: Option<String>,
    /// The premium animation of a regular premium sticker.
    pub premium_animation: Option<Box<File>>,
    /// Where to place it on a face; masks only.
    pub mask_position: Option<MaskPosition>,
    /// The id of the custom emoji; custom emoji only.
    pub custom_emoji_id: Option<String>,
    /// Set when apps must recolor it to suit its place, such as the text color in messages or
    /// white on chat photos.
    pub needs_repainting: bool,
    /// Size of the file in bytes.
    pub file_size: Option<i64>,
}

/// A set of stickers.
///
/// [Bot API](https://core.telegram.org/bots/api#stickerset)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StickerSet {
    /// The name of the set, as used in requests and links.
    pub name: String,
    /// The title of the set, as shown to users.
    pub title: String,
    /// What the set holds: `"regular"`, `"mask"` or `"custom_emoji"`.
    pub sticker_type: StickerType,
    /// All stickers of the set.
    pub stickers: Vec<Sticker>,
    /// A preview of the set, in WEBP, TGS or WEBM format.
    pub thumbnail: Option<Box<PhotoSize>>,
}

/// Where on a face a mask goes by default.
///
/// [Bot API](https://core.telegram.org/bots/api#maskposition)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MaskPosition {
    /// The part of the face to start from: `"forehead"`, `"eyes"`, `"mouth"` or `"chin"`.
    pub point: MaskPoint,
    /// Shift to the right, in mask widths scaled to the face; -1.0 is just left of the usual
    /// place.
    pub x_shift: f64,
    /// Shift downwards, in mask heights scaled to the face; 1.0 is just under the usual place.
    pub y_shift: f64,
    /// Factor to enlarge the mask by; 2.0 doubles its size.
    pub scale: f64,
}

/// A sticker to add to a set.
///
/// [Bot API](https://core.telegram.org/bots/api#inputsticker)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputSticker {
    /// The file: a `file_id`, an HTTP URL, or an upload. No URL for animated and video stickers.
    pub sticker: InputFile,
    /// The file format: `"static"` (WEBP or PNG), `"animated"` (TGS) or `"video"` (WEBM).
    pub format: StickerFormat,
    /// The emoji it stands for, 1 to 20.
    pub emoji_list: Vec<String>,
    /// Where to place it on a face; masks only.
    pub mask_position: Option<MaskPosition>,
    /// Up to 20 search words, 64 characters in all; not for masks.
    pub keywords: Option<Vec<String>>,
}
