//! Section [Available types](https://core.telegram.org/bots/api#available-types): media of messages.

use super::*;
use crate::{Unknown, telegram_type};

/// One size of a photo or thumbnail.
///
/// [Bot API](https://core.telegram.org/bots/api#photosize)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PhotoSize {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// Size in bytes.
    pub file_size: Option<i64>,
}

/// A GIF, or an H.264/MPEG-4 AVC video that has no sound.
///
/// [Bot API](https://core.telegram.org/bots/api#animation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Animation {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Width in pixels, as the sender declared it.
    pub width: i64,
    /// Height in pixels, as the sender declared it.
    pub height: i64,
    /// Length in seconds, as the sender declared it.
    pub duration: i64,
    /// Thumbnail, as the sender supplied it.
    pub thumbnail: Option<Box<PhotoSize>>,
    /// Original file name, as the sender gave it.
    pub file_name: Option<String>,
    /// MIME type, as the sender declared it.
    pub mime_type: Option<String>,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
}

/// An audio file that apps treat as music.
///
/// [Bot API](https://core.telegram.org/bots/api#audio)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Audio {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Length in seconds, as the sender declared it.
    pub duration: i64,
    /// Performer, from the sender or the audio tags.
    pub performer: Option<String>,
    /// Title, from the sender or the audio tags.
    pub title: Option<String>,
    /// Original file name, as the sender gave it.
    pub file_name: Option<String>,
    /// MIME type, as the sender declared it.
    pub mime_type: Option<String>,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
    /// Thumbnail of the album cover.
    pub thumbnail: Option<Box<PhotoSize>>,
}

/// A file that is not a photo, voice message or audio.
///
/// [Bot API](https://core.telegram.org/bots/api#document)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Thumbnail, as the sender supplied it.
    pub thumbnail: Option<Box<PhotoSize>>,
    /// Original file name, as the sender gave it.
    pub file_name: Option<String>,
    /// MIME type, as the sender declared it.
    pub mime_type: Option<String>,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
}

/// A live photo: a still picture with a short video.
///
/// [Bot API](https://core.telegram.org/bots/api#livephoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LivePhoto {
    /// The sizes of the still picture.
    pub photo: Option<Vec<PhotoSize>>,
    /// The video file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Width of the video in pixels, as the sender declared it.
    pub width: i64,
    /// Height of the video in pixels, as the sender declared it.
    pub height: i64,
    /// Length of the video in seconds, as the sender declared it.
    pub duration: i64,
    /// MIME type, as the sender declared it.
    pub mime_type: Option<String>,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
}

/// A story posted by a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#story)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Story {
    /// The chat that posted it.
    pub chat: Chat,
    /// Id of the story within that chat.
    pub id: i64,
}

/// A video file in one particular quality.
///
/// [Bot API](https://core.telegram.org/bots/api#videoquality)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VideoQuality {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// How the video is encoded, such as `"h264"`, `"h265"` or `"av01"`.
    pub codec: String,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
}

/// A video, as attached to a message.
///
/// [Bot API](https://core.telegram.org/bots/api#video)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Video {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Width in pixels, as the sender declared it.
    pub width: i64,
    /// Height in pixels, as the sender declared it.
    pub height: i64,
    /// Length in seconds, as the sender declared it.
    pub duration: i64,
    /// Thumbnail of the video.
    pub thumbnail: Option<Box<PhotoSize>>,
    /// The sizes of the cover shown in the message.
    pub cover: Option<Vec<PhotoSize>>,
    /// Second of the video at which playback starts.
    pub start_timestamp: Option<i64>,
    /// The qualities the video comes in.
    pub qualities: Option<Vec<VideoQuality>>,
    /// Original file name, as the sender gave it.
    pub file_name: Option<String>,
    /// MIME type, as the sender declared it.
    pub mime_type: Option<String>,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
}

/// A video message, shown as a circle.
///
/// [Bot API](https://core.telegram.org/bots/api#videonote)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VideoNote {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Width and height, which is the diameter, as the sender declared it.
    pub length: i64,
    /// Length in seconds, as the sender declared it.
    pub duration: i64,
    /// Thumbnail of the video.
    pub thumbnail: Option<Box<PhotoSize>>,
    /// Size in bytes.
    pub file_size: Option<i64>,
}

/// A voice message.
///
/// [Bot API](https://core.telegram.org/bots/api#voice)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Voice {
    /// The file's id, for downloading or resending it.
    pub file_id: String,
    /// An id that stays the same over time and across bots; no good for downloading or resending.
    pub file_unique_id: String,
    /// Length in seconds, as the sender declared it.
    pub duration: i64,
    /// MIME type, as the sender declared it.
    pub mime_type: Option<String>,
    /// Size in bytes; may exceed 2^31.
    pub file_size: Option<i64>,
}

/// The paid media in a message.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmediainfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaidMediaInfo {
    /// Price of access, in Telegram Stars.
    pub star_count: i64,
    /// The media, each piece by itself.
    pub paid_media: Vec<PaidMedia>,
}

/// A piece of paid media.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmedia)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PaidMedia {
    /// Paid media: a live photo.
    LivePhoto(PaidMediaLivePhoto),
    /// Paid media: a photo.
    Photo(PaidMediaPhoto),
    /// Paid media that has not been paid for yet.
    Preview(PaidMediaPreview),
    /// Paid media: a video.
    Video(PaidMediaVideo),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// Paid media: a live photo.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmedialivephoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaidMediaLivePhoto {
    /// The live photo.
    pub live_photo: LivePhoto,
}

/// Paid media: a photo.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmediaphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaidMediaPhoto {
    /// The sizes of the photo.
    pub photo: Vec<PhotoSize>,
}

/// Paid media that has not been paid for yet.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmediapreview)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaidMediaPreview {
    /// Width in pixels, as the sender declared it.
    pub width: Option<i64>,
    /// Height in pixels, as the sender declared it.
    pub height: Option<i64>,
    /// Length in seconds, as the sender declared it.
    pub duration: Option<i64>,
}

/// Paid media: a video.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmediavideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaidMediaVideo {
    /// The video itself.
    pub video: Video,
}

/// A phone contact.
///
/// [Bot API](https://core.telegram.org/bots/api#contact)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Contact {
    /// The contact's phone number.
    pub phone_number: String,
    /// First name of the contact.
    pub first_name: String,
    /// Last name of the contact.
    pub last_name: Option<String>,
    /// The contact's Telegram user id; up to 52 bits, so it fits an `i64`.
    pub user_id: Option<i64>,
    /// More about the contact, as a vCard.
    pub vcard: Option<String>,
}

/// An animated emoji that shows a random value.
///
/// [Bot API](https://core.telegram.org/bots/api#dice)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dice {
    /// The emoji that is thrown.
    pub emoji: String,
    /// What came up: 1 to 6 for the die, darts and bowling, 1 to 5 for basketball and football, 1
    /// to 64 for the slot machine.
    pub value: i64,
}

/// An HTTP link.
///
/// [Bot API](https://core.telegram.org/bots/api#link)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Link {
    /// Where the link leads.
    pub url: String,
}
