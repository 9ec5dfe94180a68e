//! Section [Available types](https://core.telegram.org/bots/api#available-types): media to send.

use super::*;
use crate::telegram_type;

/// A photo, video or other media file to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmedia)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputMedia {
    /// An animation to send: a GIF or a soundless H.264 video.
    Animation(InputMediaAnimation),
    /// An audio file to send as music.
    Audio(InputMediaAudio),
    /// A file of any type to send.
    Document(InputMediaDocument),
    /// A live photo to send: a still with a short video.
    LivePhoto(InputMediaLivePhoto),
    /// A photo to send as media.
    Photo(InputMediaPhoto),
    /// A video to send as media.
    Video(Box<InputMediaVideo>),
}

/// An animation to send: a GIF or a soundless H.264 video.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediaanimation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaAnimation {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
    /// Preview image as a new JPEG upload under 200 kB, at most 320 pixels each way. Ignored
    /// unless the file itself is uploaded.
    pub thumbnail: Option<InputFile>,
    /// Caption to show with the media; 0 to 1024 characters after formatting is parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media instead of below it.
    pub show_caption_above_media: Option<bool>,
    /// Width of the media in pixels.
    pub width: Option<i64>,
    /// Height of the media in pixels.
    pub height: Option<i64>,
    /// Playing time in seconds.
    pub duration: Option<i64>,
    /// Hide the media behind a spoiler until it is tapped.
    pub has_spoiler: Option<bool>,
}

/// An audio file to send as music.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediaaudio)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaAudio {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
    /// Preview image as a new JPEG upload under 200 kB, at most 320 pixels each way. Ignored
    /// unless the file itself is uploaded.
    pub thumbnail: Option<InputFile>,
    /// Caption to show with the media; 0 to 1024 characters after formatting is parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Playing time in seconds.
    pub duration: Option<i64>,
    /// Who performs the piece.
    pub performer: Option<String>,
    /// The title of the piece.
    pub title: Option<String>,
}

/// A file of any type to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediadocument)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaDocument {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
    /// Preview image as a new JPEG upload under 200 kB, at most 320 pixels each way. Ignored
    /// unless the file itself is uploaded.
    pub thumbnail: Option<InputFile>,
    /// Caption to show with the media; 0 to 1024 characters after formatting is parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Keep the server from guessing the type of an uploaded file; always so in an album.
    pub disable_content_type_detection: Option<bool>,
}

/// An HTTP link to send as media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmedialink)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaLink {
    /// The HTTP address it leads to.
    pub url: String,
}

/// A live photo to send: a still with a short video.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmedialivephoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaLivePhoto {
    /// The video part: a `file_id` or an upload; URLs do not work.
    pub media: InputFile,
    /// The still part: a `file_id` or an upload; URLs do not work.
    pub photo: InputFile,
    /// Caption to show with the media; 0 to 1024 characters after formatting is parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media instead of below it.
    pub show_caption_above_media: Option<bool>,
    /// Hide the media behind a spoiler until it is tapped.
    pub has_spoiler: Option<bool>,
}

/// A point on the map to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmedialocation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaLocation {
    /// Latitude of the location in degrees.
    pub latitude: f64,
    /// Longitude of the location in degrees.
    pub longitude: f64,
    /// How uncertain the location is, as a radius in meters, 0 to 1500.
    pub horizontal_accuracy: Option<f64>,
}

/// A photo to send as media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediaphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaPhoto {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
    /// Caption to show with the media; 0 to 1024 characters after formatting is parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media instead of below it.
    pub show_caption_above_media: Option<bool>,
    /// Hide the media behind a spoiler until it is tapped.
    pub has_spoiler: Option<bool>,
}

/// A sticker to send as media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediasticker)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaSticker {
    /// The sticker: a `file_id`, the HTTP URL of a WEBP file, or a WEBP, TGS or WEBM upload.
    pub media: InputFile,
    /// The emoji it stands for; only for a newly uploaded sticker.
    pub emoji: Option<String>,
}

/// A venue to send: a named place on the map.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediavenue)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaVenue {
    /// Latitude of the venue in degrees.
    pub latitude: f64,
    /// Longitude of the venue in degrees.
    pub longitude: f64,
    /// The name of the venue.
    pub title: String,
    /// The street address of the venue.
    pub address: String,
    /// The venue's id on Foursquare.
    pub foursquare_id: Option<String>,
    /// The venue's type on Foursquare, such as `"food/icecream"`.
    pub foursquare_type: Option<String>,
    /// The venue's id on Google Places.
    pub google_place_id: Option<String>,
    /// The venue's type on Google Places.
    pub google_place_type: Option<String>,
}

/// A video to send as media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediavideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaVideo {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
    /// Preview image as a new JPEG upload under 200 kB, at most 320 pixels each way. Ignored
    /// unless the file itself is uploaded.
    pub thumbnail: Option<InputFile>,
    /// Cover image of the video: a `file_id`, an HTTP URL, or an upload.
    pub cover: Option<InputFile>,
    /// Where in the video playback starts, in seconds.
    pub start_timestamp: Option<i64>,
    /// Caption to show with the media; 0 to 1024 characters after formatting is parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media instead of below it.
    pub show_caption_above_media: Option<bool>,
    /// Width of the media in pixels.
    pub width: Option<i64>,
    /// Height of the media in pixels.
    pub height: Option<i64>,
    /// Playing time in seconds.
    pub duration: Option<i64>,
    /// The uploaded video can be streamed while it loads.
    pub supports_streaming: Option<bool>,
    /// Hide the media behind a spoiler until it is tapped.
    pub has_spoiler: Option<bool>,
}

/// A voice message to send as media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmediavoicenote)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMediaVoiceNote {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
    /// Caption to show with the media; 0 to 1024 characters after formatting is parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Playing time in seconds.
    pub duration: Option<i64>,
}

/// A photo, live photo or video to sell for Telegram Stars.
///
/// [Bot API](https://core.telegram.org/bots/api#inputpaidmedia)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputPaidMedia {
    /// A live photo to send as paid media.
    LivePhoto(InputPaidMediaLivePhoto),
    /// A photo to send as paid media.
    Photo(InputPaidMediaPhoto),
    /// A video to send as paid media.
    Video(InputPaidMediaVideo),
}

/// A live photo to send as paid media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputpaidmedialivephoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputPaidMediaLivePhoto {
    /// The video part: a `file_id` or an upload; URLs do not work.
    pub media: InputFile,
    /// The still part: a `file_id` or an upload; URLs do not work.
    pub photo: InputFile,
}

/// A photo to send as paid media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputpaidmediaphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputPaidMediaPhoto {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
}

/// A video to send as paid media.
///
/// [Bot API](https://core.telegram.org/bots/api#inputpaidmediavideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputPaidMediaVideo {
    /// The file: a `file_id`, an HTTP URL, or an upload.
    pub media: InputFile,
    /// Preview image as a new JPEG upload under 200 kB, at most 320 pixels each way. Ignored
    /// unless the file itself is uploaded.
    pub thumbnail: Option<InputFile>,
    /// Cover image of the video: a `file_id`, an HTTP URL, or an upload.
    pub cover: Option<InputFile>,
    /// Where in the video playback starts, in seconds.
    pub start_timestamp: Option<i64>,
    /// Width of the media in pixels.
    pub width: Option<i64>,
    /// Height of the media in pixels.
    pub height: Option<i64>,
    /// Playing time in seconds.
    pub duration: Option<i64>,
    /// The uploaded video can be streamed while it loads.
    pub supports_streaming: Option<bool>,
}

/// A profile photo to set, still or animated.
///
/// [Bot API](https://core.telegram.org/bots/api#inputprofilephoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputProfilePhoto {
    /// A still profile photo, in JPG format.
    Static(InputProfilePhotoStatic),
    /// A moving profile photo, in MPEG4 format.
    Animated(InputProfilePhotoAnimated),
}

/// A still profile photo, in JPG format.
///
/// [Bot API](https://core.telegram.org/bots/api#inputprofilephotostatic)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputProfilePhotoStatic {
    /// The picture, always as a new upload.
    pub photo: InputFile,
}

/// A moving profile photo, in MPEG4 format.
///
/// [Bot API](https://core.telegram.org/bots/api#inputprofilephotoanimated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputProfilePhotoAnimated {
    /// The animation, always as a new upload.
    pub animation: InputFile,
    /// Which frame serves as the still photo, in seconds from the start; 0.0 if unset.
    pub main_frame_timestamp: Option<f64>,
}

/// A photo or video to post as a story.
///
/// [Bot API](https://core.telegram.org/bots/api#inputstorycontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputStoryContent {
    /// A photo for a story.
    Photo(InputStoryContentPhoto),
    /// A video for a story.
    Video(InputStoryContentVideo),
}

/// A photo for a story.
///
/// [Bot API](https://core.telegram.org/bots/api#inputstorycontentphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputStoryContentPhoto {
    /// The picture, always as a new upload: 1080x1920 pixels, at most 10 MB.
    pub photo: InputFile,
}

/// A video for a story.
///
/// [Bot API](https://core.telegram.org/bots/api#inputstorycontentvideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputStoryContentVideo {
    /// The video, always as a new upload: streamable 720x1280 MPEG4 in H.265 with a key frame
    /// every second, at most 30 MB.
    pub video: InputFile,
    /// Exact playing time in seconds, 0 to 60.
    pub duration: Option<f64>,
    /// Which frame serves as the story's cover, in seconds from the start; 0.0 if unset.
    pub cover_frame_timestamp: Option<f64>,
    /// The video is without sound.
    pub is_animation: Option<bool>,
}
