//! Section [Inline mode](https://core.telegram.org/bots/api#inline-mode).

use super::*;
use crate::telegram_type;

/// An inline query from a user. An empty one can be answered with default or trending results.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequery)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQuery {
    /// Id of the query.
    pub id: String,
    /// Who sent the query.
    pub from: User,
    /// What the user typed, at most 256 characters.
    pub query: String,
    /// Where the results should start, as chosen earlier by your bot.
    pub offset: String,
    /// Kind of chat the query came from: `"sender"` (private chat with the sender), `"private"`,
    /// `"group"`, `"supergroup"` or `"channel"`. May be missing for secret chats and some
    /// third-party clients.
    pub chat_type: Option<InlineQueryChatType>,
    /// Where the sender is; only for bots that ask for it.
    pub location: Option<Box<Location>>,
}

/// A button above the inline query results. Set exactly one of `web_app` and `start_parameter`.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultsbutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultsButton {
    /// Label of the button.
    pub text: String,
    /// Web App to open on press; it can return to inline mode with `switchInlineQuery`.
    pub web_app: Option<WebAppInfo>,
    /// Parameter of the `/start` message sent on press; 1 to 64 Latin letters, digits, `_` and
    /// `-`.
    pub start_parameter: Option<String>,
}

/// One result of an inline query. Any URL in a result can be seen by users, so treat it as public.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresult)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InlineQueryResult {
    /// An MP3 file Telegram already stores, as an inline result.
    CachedAudio(InlineQueryResultCachedAudio),
    /// A file Telegram already stores, as an inline result.
    CachedDocument(InlineQueryResultCachedDocument),
    /// An animated GIF Telegram already stores, as an inline result.
    CachedGif(InlineQueryResultCachedGif),
    /// A silent H.264/MPEG-4 animation Telegram already stores, as an inline result.
    CachedMpeg4Gif(InlineQueryResultCachedMpeg4Gif),
    /// A photo Telegram already stores, as an inline result.
    CachedPhoto(InlineQueryResultCachedPhoto),
    /// A sticker Telegram already stores, as an inline result.
    CachedSticker(InlineQueryResultCachedSticker),
    /// A video Telegram already stores, as an inline result.
    CachedVideo(InlineQueryResultCachedVideo),
    /// A voice message Telegram already stores, as an inline result.
    CachedVoice(InlineQueryResultCachedVoice),
    /// An article or web page, as an inline result.
    Article(Box<InlineQueryResultArticle>),
    /// An MP3 file by URL, as an inline result.
    Audio(InlineQueryResultAudio),
    /// A contact with a phone number, as an inline result.
    Contact(InlineQueryResultContact),
    /// A game, as an inline result.
    Game(InlineQueryResultGame),
    /// A file by URL, as an inline result. Only PDF and ZIP files work.
    Document(Box<InlineQueryResultDocument>),
    /// An animated GIF by URL, as an inline result.
    Gif(Box<InlineQueryResultGif>),
    /// A point on the map, as an inline result.
    Location(InlineQueryResultLocation),
    /// A silent H.264/MPEG-4 animation by URL, as an inline result.
    Mpeg4Gif(Box<InlineQueryResultMpeg4Gif>),
    /// A photo by URL, as an inline result.
    Photo(Box<InlineQueryResultPhoto>),
    /// A venue, as an inline result.
    Venue(Box<InlineQueryResultVenue>),
    /// A video file or a page with a video player, as an inline result. A page needs
    /// `input_message_content`.
    Video(Box<InlineQueryResultVideo>),
    /// A voice recording by URL (OGG with OPUS), as an inline result.
    Voice(InlineQueryResultVoice),
}

/// An article or web page, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultarticle)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultArticle {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// Title shown for the result.
    pub title: String,
    /// What to send when the result is chosen.
    pub input_message_content: InputMessageContent,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// URL of the article.
    pub url: Option<String>,
    /// Short description shown with the result.
    pub description: Option<String>,
    /// URL of the thumbnail.
    pub thumbnail_url: Option<String>,
    /// Thumbnail width in pixels.
    pub thumbnail_width: Option<i64>,
    /// Thumbnail height in pixels.
    pub thumbnail_height: Option<i64>,
}

/// A photo by URL, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultPhoto {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// URL of the photo; JPEG, at most 5 MB.
    pub photo_url: String,
    /// URL of the thumbnail.
    pub thumbnail_url: String,
    /// Photo width in pixels.
    pub photo_width: Option<i64>,
    /// Photo height in pixels.
    pub photo_height: Option<i64>,
    /// Title shown for the result.
    pub title: Option<String>,
    /// Short description shown with the result.
    pub description: Option<String>,
    /// Caption of the photo, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the photo.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// An animated GIF by URL, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultgif)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultGif {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// URL of the GIF file.
    pub gif_url: String,
    /// GIF width in pixels.
    pub gif_width: Option<i64>,
    /// GIF height in pixels.
    pub gif_height: Option<i64>,
    /// GIF duration in seconds.
    pub gif_duration: Option<i64>,
    /// URL of the thumbnail: a JPEG or GIF if static, MPEG4 if animated.
    pub thumbnail_url: String,
    /// MIME type of the thumbnail: `"image/jpeg"` (the default), `"image/gif"` or `"video/mp4"`.
    pub thumbnail_mime_type: Option<ThumbnailMimeType>,
    /// Title shown for the result.
    pub title: Option<String>,
    /// Caption of the animation, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the animation.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A silent H.264/MPEG-4 animation by URL, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultmpeg4gif)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultMpeg4Gif {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// URL of the MPEG4 file.
    pub mpeg4_url: String,
    /// Video width in pixels.
    pub mpeg4_width: Option<i64>,
    /// Video height in pixels.
    pub mpeg4_height: Option<i64>,
    /// Video duration in seconds.
    pub mpeg4_duration: Option<i64>,
    /// URL of the thumbnail: a JPEG or GIF if static, MPEG4 if animated.
    pub thumbnail_url: String,
    /// MIME type of the thumbnail: `"image/jpeg"` (the default), `"image/gif"` or `"video/mp4"`.
    pub thumbnail_mime_type: Option<ThumbnailMimeType>,
    /// Title shown for the result.
    pub title: Option<String>,
    /// Caption of the animation, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the animation.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A video file or a page with a video player, as an inline result. A page needs
/// `input_message_content`.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultvideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultVideo {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// URL of the video file or player page.
    pub video_url: String,
    /// What `video_url` leads to: `"text/html"` or `"video/mp4"`.
    pub mime_type: VideoMimeType,
    /// URL of the thumbnail; JPEG only.
    pub thumbnail_url: String,
    /// Title shown for the result.
    pub title: String,
    /// Caption of the video, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// Video width in pixels.
    pub video_width: Option<i64>,
    /// Video height in pixels.
    pub video_height: Option<i64>,
    /// Video duration in seconds.
    pub video_duration: Option<i64>,
    /// Short description shown with the result.
    pub description: Option<String>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the video; required when `video_url` is an HTML page.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// An MP3 file by URL, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultaudio)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultAudio {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// URL of the audio file.
    pub audio_url: String,
    /// Title of the track.
    pub title: String,
    /// Caption of the audio, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Who performs the track.
    pub performer: Option<String>,
    /// Audio duration in seconds.
    pub audio_duration: Option<i64>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the audio.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A voice recording by URL (OGG with OPUS), as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultvoice)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultVoice {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// URL of the recording.
    pub voice_url: String,
    /// Title of the recording.
    pub title: String,
    /// Caption of the voice message, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Recording length in seconds.
    pub voice_duration: Option<i64>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the recording.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A file by URL, as an inline result. Only PDF and ZIP files work.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultdocument)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultDocument {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// Title shown for the result.
    pub title: String,
    /// Caption of the document, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// URL of the file.
    pub document_url: String,
    /// MIME type of the file: `"application/pdf"` or `"application/zip"`.
    pub mime_type: DocumentMimeType,
    /// Short description shown with the result.
    pub description: Option<String>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the file.
    pub input_message_content: Option<Box<InputMessageContent>>,
    /// URL of the thumbnail; JPEG only.
    pub thumbnail_url: Option<String>,
    /// Thumbnail width in pixels.
    pub thumbnail_width: Option<i64>,
    /// Thumbnail height in pixels.
    pub thumbnail_height: Option<i64>,
}

/// A point on the map, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultlocation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultLocation {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// Latitude in degrees.
    pub latitude: f64,
    /// Longitude in degrees.
    pub longitude: f64,
    /// Title of the location.
    pub title: String,
    /// How far off the location may be, in meters; 0 to 1500.
    pub horizontal_accuracy: Option<f64>,
    /// How long the location can be updated, in seconds; 60 to 86400, or `0x7FFFFFFF` for no end.
    pub live_period: Option<i64>,
    /// Direction of movement in degrees, 1 to 360; live locations only.
    pub heading: Option<i64>,
    /// Distance in meters at which to alert about another member coming near, 1 to 100000; live
    /// locations only.
    pub proximity_alert_radius: Option<i64>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the location.
    pub input_message_content: Option<Box<InputMessageContent>>,
    /// URL of the thumbnail.
    pub thumbnail_url: Option<String>,
    /// Thumbnail width in pixels.
    pub thumbnail_width: Option<i64>,
    /// Thumbnail height in pixels.
    pub thumbnail_height: Option<i64>,
}

/// A venue, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultvenue)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultVenue {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// Latitude in degrees.
    pub latitude: f64,
    /// Longitude in degrees.
    pub longitude: f64,
    /// Name of the venue.
    pub title: String,
    /// Street address of the venue.
    pub address: String,
    /// Foursquare id of the venue.
    pub foursquare_id: Option<String>,
    /// Foursquare category of the venue, such as `"food/icecream"`.
    pub foursquare_type: Option<String>,
    /// Google Places id of the venue.
    pub google_place_id: Option<String>,
    /// Google Places category of the venue.
    pub google_place_type: Option<String>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the venue.
    pub input_message_content: Option<Box<InputMessageContent>>,
    /// URL of the thumbnail.
    pub thumbnail_url: Option<String>,
    /// Thumbnail width in pixels.
    pub thumbnail_width: Option<i64>,
    /// Thumbnail height in pixels.
    pub thumbnail_height: Option<i64>,
}

/// A contact with a phone number, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcontact)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultContact {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// The contact's phone number.
    pub phone_number: String,
    /// The contact's first name.
    pub first_name: String,
    /// The contact's last name.
    pub last_name: Option<String>,
    /// More about the contact as a vCard, up to 2048 bytes.
    pub vcard: Option<String>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the contact.
    pub input_message_content: Option<Box<InputMessageContent>>,
    /// URL of the thumbnail.
    pub thumbnail_url: Option<String>,
    /// Thumbnail width in pixels.
    pub thumbnail_width: Option<i64>,
    /// Thumbnail height in pixels.
    pub thumbnail_height: Option<i64>,
}

/// A game, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultgame)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultGame {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// Short name of the game, as set in `@BotFather`.
    pub game_short_name: String,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// A photo Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcachedphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedPhoto {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// File id of the photo.
    pub photo_file_id: String,
    /// Title shown for the result.
    pub title: Option<String>,
    /// Short description shown with the result.
    pub description: Option<String>,
    /// Caption of the photo, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the photo.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// An animated GIF Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcachedgif)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedGif {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// File id of the GIF.
    pub gif_file_id: String,
    /// Title shown for the result.
    pub title: Option<String>,
    /// Caption of the animation, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the animation.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A silent H.264/MPEG-4 animation Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcachedmpeg4gif)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedMpeg4Gif {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// File id of the MPEG4 file.
    pub mpeg4_file_id: String,
    /// Title shown for the result.
    pub title: Option<String>,
    /// Caption of the animation, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the animation.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A sticker Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcachedsticker)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedSticker {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// File id of the sticker.
    pub sticker_file_id: String,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the sticker.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A file Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcacheddocument)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedDocument {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// Title shown for the result.
    pub title: String,
    /// File id of the document.
    pub document_file_id: String,
    /// Short description shown with the result.
    pub description: Option<String>,
    /// Caption of the document, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the file.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A video Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcachedvideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedVideo {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// File id of the video.
    pub video_file_id: String,
    /// Title shown for the result.
    pub title: String,
    /// Short description shown with the result.
    pub description: Option<String>,
    /// Caption of the video, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the video.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// A voice message Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcachedvoice)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedVoice {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// File id of the voice message.
    pub voice_file_id: String,
    /// Title of the voice message.
    pub title: String,
    /// Caption of the voice message, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the voice message.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// An MP3 file Telegram already stores, as an inline result.
///
/// [Bot API](https://core.telegram.org/bots/api#inlinequeryresultcachedaudio)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineQueryResultCachedAudio {
    /// Your id for this result, 1 to 64 bytes.
    pub id: String,
    /// File id of the audio file.
    pub audio_file_id: String,
    /// Caption of the audio, at most 1024 characters once entities are parsed.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
    /// What to send instead of the audio.
    pub input_message_content: Option<Box<InputMessageContent>>,
}

/// What a chosen inline result sends: a text, rich message, location, venue, contact or invoice.
///
/// [Bot API](https://core.telegram.org/bots/api#inputmessagecontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputMessageContent {
    /// A text message that an inline result sends.
    Text(InputTextMessageContent),
    /// A rich message that an inline result sends.
    Rich(InputRichMessageContent),
    /// A location that an inline result sends.
    Location(InputLocationMessageContent),
    /// A venue that an inline result sends.
    Venue(InputVenueMessageContent),
    /// A contact that an inline result sends.
    Contact(InputContactMessageContent),
    /// An invoice that an inline result sends.
    Invoice(Box<InputInvoiceMessageContent>),
}

/// A text message that an inline result sends.
///
/// [Bot API](https://core.telegram.org/bots/api#inputtextmessagecontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputTextMessageContent {
    /// The text to send, 1 to 4096 characters.
    pub message_text: String,
    /// How to read formatting marks in the text.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub entities: Option<Vec<MessageEntity>>,
    /// How to show the link preview.
    pub link_preview_options: Option<LinkPreviewOptions>,
}

/// A rich message that an inline result sends.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichmessagecontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichMessageContent {
    /// The rich message to send; its files must have been uploaded before.
    pub rich_message: InputRichMessage,
}

/// A location that an inline result sends.
///
/// [Bot API](https://core.telegram.org/bots/api#inputlocationmessagecontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputLocationMessageContent {
    /// Latitude in degrees.
    pub latitude: f64,
    /// Longitude in degrees.
    pub longitude: f64,
    /// How far off the location may be, in meters; 0 to 1500.
    pub horizontal_accuracy: Option<f64>,
    /// How long the location can be updated, in seconds; 60 to 86400, or `0x7FFFFFFF` for no end.
    pub live_period: Option<i64>,
    /// Direction of movement in degrees, 1 to 360; live locations only.
    pub heading: Option<i64>,
    /// Distance in meters at which to alert about another member coming near, 1 to 100000; live
    /// locations only.
    pub proximity_alert_radius: Option<i64>,
}

/// A venue that an inline result sends.
///
/// [Bot API](https://core.telegram.org/bots/api#inputvenuemessagecontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputVenueMessageContent {
    /// Latitude in degrees.
    pub latitude: f64,
    /// Longitude in degrees.
    pub longitude: f64,
    /// Name of the venue.
    pub title: String,
    /// Street address of the venue.
    pub address: String,
    /// Foursquare id of the venue.
    pub foursquare_id: Option<String>,
    /// Foursquare category of the venue, such as `"food/icecream"`.
    pub foursquare_type: Option<String>,
    /// Google Places id of the venue.
    pub google_place_id: Option<String>,
    /// Google Places category of the venue.
    pub google_place_type: Option<String>,
}

/// A contact that an inline result sends.
///
/// [Bot API](https://core.telegram.org/bots/api#inputcontactmessagecontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputContactMessageContent {
    /// The contact's phone number.
    pub phone_number: String,
    /// The contact's first name.
    pub first_name: String,
    /// The contact's last name.
    pub last_name: Option<String>,
    /// More about the contact as a vCard, up to 2048 bytes.
    pub vcard: Option<String>,
}

/// An invoice that an inline result sends.
///
/// [Bot API](https://core.telegram.org/bots/api#inputinvoicemessagecontent)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputInvoiceMessageContent {
    /// Name of the product, 1 to 32 characters.
    pub title: String,
    /// What the product is, 1 to 255 characters.
    pub description: String,
    /// Your own reference for the invoice, 1 to 128 bytes; users do not see it.
    pub payload: String,
    /// Token of the payment provider, from `@BotFather`; empty for Telegram Stars.
    pub provider_token: Option<String>,
    /// Three-letter ISO 4217 code of the currency; `"XTR"` means Telegram Stars.
    pub currency: String,
    /// What the price is made of, such as product, tax and delivery; exactly one item for Telegram
    /// Stars.
    pub prices: Vec<LabeledPrice>,
    /// Largest tip accepted, in the currency's smallest units; 0 by default. Not for Telegram
    /// Stars.
    pub max_tip_amount: Option<i64>,
    /// Up to 4 tips to offer, in the currency's smallest units; positive, rising, and none above
    /// `max_tip_amount`.
    pub suggested_tip_amounts: Option<Vec<i64>>,
    /// JSON text about the invoice for the payment provider, who defines its fields.
    pub provider_data: Option<String>,
    /// URL of a picture of the product or an ad for the service.
    pub photo_url: Option<String>,
    /// Size of the picture in bytes.
    pub photo_size: Option<i64>,
    /// Picture width in pixels.
    pub photo_width: Option<i64>,
    /// Picture height in pixels.
    pub photo_height: Option<i64>,
    /// Ask for the buyer's full name; ignored for Telegram Stars.
    pub need_name: Option<bool>,
    /// Ask for the buyer's phone number; ignored for Telegram Stars.
    pub need_phone_number: Option<bool>,
    /// Ask for the buyer's email address; ignored for Telegram Stars.
    pub need_email: Option<bool>,
    /// Ask for a shipping address; ignored for Telegram Stars.
    pub need_shipping_address: Option<bool>,
    /// Pass the phone number on to the provider; ignored for Telegram Stars.
    pub send_phone_number_to_provider: Option<bool>,
    /// Pass the email address on to the provider; ignored for Telegram Stars.
    pub send_email_to_provider: Option<bool>,
    /// The final price depends on how the order is shipped; ignored for Telegram Stars.
    pub is_flexible: Option<bool>,
}

/// An inline result that a user picked and sent. Arrives only if inline feedback is on in
/// `@BotFather`.
///
/// [Bot API](https://core.telegram.org/bots/api#choseninlineresult)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChosenInlineResult {
    /// Id of the picked result.
    pub result_id: String,
    /// Who picked it.
    pub from: User,
    /// Where the user is; only for bots that ask for it.
    pub location: Option<Box<Location>>,
    /// Id of the sent inline message, for later edits. Present only if the message has an inline
    /// keyboard.
    pub inline_message_id: Option<String>,
    /// The query that led to the result.
    pub query: String,
}
