//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): sending messages.

use crate::telegram_method;
use crate::types::{
    ChatAction, ChatId, DiceEmoji, EphemeralMessageParameters, InlineKeyboardMarkup,
    InputChecklist, InputFile, InputMedia, InputPaidMedia, InputPollMedia, InputPollOption,
    LinkPreviewOptions, MessageEntity, ParseMode, PollType, ReplyMarkup, ReplyParameters,
    SuggestedPostParameters,
};

/// Sends a text message.
///
/// [Bot API](https://core.telegram.org/bots/api#sendmessage)
#[telegram_method("sendMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendMessage {
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
    /// The text to send.
    pub text: String,
    /// How to read formatting marks in the text.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub entities: Option<Vec<MessageEntity>>,
    /// How to show the link preview.
    pub link_preview_options: Option<LinkPreviewOptions>,
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

/// Forwards a message. Service messages and those with protected content cannot be forwarded.
///
/// [Bot API](https://core.telegram.org/bots/api#forwardmessage)
#[telegram_method("forwardMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForwardMessage {
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// The chat the message comes from, by id or `@username`.
    pub from_chat_id: ChatId,
    /// Where in the forwarded video to start, in seconds.
    pub video_start_timestamp: Option<i64>,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
    /// The effect to show with the message; private chats only.
    pub message_effect_id: Option<String>,
    /// Terms of a suggested post; direct messages chats only.
    pub suggested_post_parameters: Option<SuggestedPostParameters>,
    /// Id of the message in `from_chat_id`.
    pub message_id: i64,
}

/// Forwards several messages, keeping albums together. Skips missing, service and protected
/// messages.
///
/// [Bot API](https://core.telegram.org/bots/api#forwardmessages)
#[telegram_method("forwardMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForwardMessages {
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// The chat the messages come from, by id or `@username`.
    pub from_chat_id: ChatId,
    /// Ids of messages in `from_chat_id`, each higher than the one before.
    pub message_ids: Vec<i64>,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
}

/// Copies a message without a link to the original. Not for service, paid media, giveaway or
/// invoice messages; a quiz only if the bot knows its `correct_option_ids`.
///
/// [Bot API](https://core.telegram.org/bots/api#copymessage)
#[telegram_method("copyMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CopyMessage {
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// The chat the message comes from, by id or `@username`.
    pub from_chat_id: ChatId,
    /// Id of the message in `from_chat_id`.
    pub message_id: i64,
    /// Where in the copied video to start, in seconds.
    pub video_start_timestamp: Option<i64>,
    /// New caption for the media; unset keeps the old one.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media; ignored without a new caption.
    pub show_caption_above_media: Option<bool>,
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

/// Copies several messages without links to the originals, keeping albums together. Skips what is
/// missing or cannot be copied, such as service, paid media, giveaway and invoice messages, or a
/// quiz whose `correct_option_ids` the bot does not know.
///
/// [Bot API](https://core.telegram.org/bots/api#copymessages)
#[telegram_method("copyMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CopyMessages {
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// The chat the messages come from, by id or `@username`.
    pub from_chat_id: ChatId,
    /// Ids of messages in `from_chat_id`, each higher than the one before.
    pub message_ids: Vec<i64>,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
    /// Leave the captions out.
    pub remove_caption: Option<bool>,
}

/// Sends a photo.
///
/// [Bot API](https://core.telegram.org/bots/api#sendphoto)
#[telegram_method("sendPhoto")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendPhoto {
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
    /// The photo: a file id, URL or upload. At most 10 MB; width plus height up to 10000, ratio up
    /// to 20.
    pub photo: InputFile,
    /// Caption of the photo.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// Cover the media with a spoiler animation.
    pub has_spoiler: Option<bool>,
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

/// Sends a live photo.
///
/// [Bot API](https://core.telegram.org/bots/api#sendlivephoto)
#[telegram_method("sendLivePhoto")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendLivePhoto {
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
    /// The video of the live photo: a file id or upload, no URL. At most 10 seconds and 10 MB.
    pub live_photo: InputFile,
    /// The still picture: a file id or upload, no URL.
    pub photo: InputFile,
    /// Caption of the live photo.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// Cover the media with a spoiler animation.
    pub has_spoiler: Option<bool>,
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

/// Sends an audio file for the music player, as MP3 or M4A of at most 50 MB. For voice messages
/// there is `sendVoice`.
///
/// [Bot API](https://core.telegram.org/bots/api#sendaudio)
#[telegram_method("sendAudio")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendAudio {
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
    /// The audio file: a file id, URL or upload.
    pub audio: InputFile,
    /// Caption of the audio.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Audio duration in seconds.
    pub duration: Option<i64>,
    /// Who performs the track.
    pub performer: Option<String>,
    /// Title of the track.
    pub title: Option<String>,
    /// JPEG thumbnail under 200 kB, at most 320 pixels a side; used only when the file itself is
    /// uploaded.
    pub thumbnail: Option<InputFile>,
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

/// Sends a file of any type, at most 50 MB.
///
/// [Bot API](https://core.telegram.org/bots/api#senddocument)
#[telegram_method("sendDocument")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendDocument {
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
    /// The file: a file id, URL or upload.
    pub document: InputFile,
    /// JPEG thumbnail under 200 kB, at most 320 pixels a side; used only when the file itself is
    /// uploaded.
    pub thumbnail: Option<InputFile>,
    /// Caption of the document.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Do not let the server guess the type of an uploaded file.
    pub disable_content_type_detection: Option<bool>,
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

/// Sends an MPEG4 video of at most 50 MB. Other formats may be sent as a `Document`.
///
/// [Bot API](https://core.telegram.org/bots/api#sendvideo)
#[telegram_method("sendVideo")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendVideo {
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
    /// The video: a file id, URL or upload.
    pub video: InputFile,
    /// Video duration in seconds.
    pub duration: Option<i64>,
    /// Video width in pixels.
    pub width: Option<i64>,
    /// Video height in pixels.
    pub height: Option<i64>,
    /// JPEG thumbnail under 200 kB, at most 320 pixels a side; used only when the file itself is
    /// uploaded.
    pub thumbnail: Option<InputFile>,
    /// Cover of the video: a file id, URL or upload.
    pub cover: Option<InputFile>,
    /// Where in the video to start, in seconds.
    pub start_timestamp: Option<i64>,
    /// Caption of the video.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// Cover the media with a spoiler animation.
    pub has_spoiler: Option<bool>,
    /// The uploaded video is fit for streaming.
    pub supports_streaming: Option<bool>,
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

/// Sends an animation, as a GIF or silent H.264/MPEG-4 video of at most 50 MB.
///
/// [Bot API](https://core.telegram.org/bots/api#sendanimation)
#[telegram_method("sendAnimation")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendAnimation {
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
    /// The animation: a file id, URL or upload.
    pub animation: InputFile,
    /// Animation duration in seconds.
    pub duration: Option<i64>,
    /// Animation width in pixels.
    pub width: Option<i64>,
    /// Animation height in pixels.
    pub height: Option<i64>,
    /// JPEG thumbnail under 200 kB, at most 320 pixels a side; used only when the file itself is
    /// uploaded.
    pub thumbnail: Option<InputFile>,
    /// Caption of the animation.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// Cover the media with a spoiler animation.
    pub has_spoiler: Option<bool>,
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

/// Sends a voice message, as OGG with OPUS, MP3 or M4A of at most 50 MB. Anything else has to go
/// as `Audio` or `Document`.
///
/// [Bot API](https://core.telegram.org/bots/api#sendvoice)
#[telegram_method("sendVoice")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendVoice {
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
    /// The recording: a file id, URL or upload.
    pub voice: InputFile,
    /// Caption of the voice message.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Recording length in seconds.
    pub duration: Option<i64>,
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

/// Sends a video note: a round MPEG4 video of at most 1 minute.
///
/// [Bot API](https://core.telegram.org/bots/api#sendvideonote)
#[telegram_method("sendVideoNote")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendVideoNote {
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
    /// The video note: a file id or upload, no URL.
    pub video_note: InputFile,
    /// Video duration in seconds.
    pub duration: Option<i64>,
    /// Diameter of the video in pixels.
    pub length: Option<i64>,
    /// JPEG thumbnail under 200 kB, at most 320 pixels a side; used only when the file itself is
    /// uploaded.
    pub thumbnail: Option<InputFile>,
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

/// Sends media that users pay Telegram Stars to see. Sent to a channel, the Stars go to its
/// balance; otherwise to the bot's.
///
/// [Bot API](https://core.telegram.org/bots/api#sendpaidmedia)
#[telegram_method("sendPaidMedia")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendPaidMedia {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// Price of the media in Telegram Stars.
    pub star_count: i64,
    /// The media to send.
    pub media: Vec<InputPaidMedia>,
    /// Your own reference for the media; users do not see it.
    pub payload: Option<String>,
    /// Caption of the media.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Show the caption above the media.
    pub show_caption_above_media: Option<bool>,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
    /// Send up to 1000 messages a second for a fee of 0.1 Stars each.
    pub allow_paid_broadcast: Option<bool>,
    /// Terms of a suggested post; direct messages chats only.
    pub suggested_post_parameters: Option<SuggestedPostParameters>,
    /// Which message to reply to, and how.
    pub reply_parameters: Option<Box<ReplyParameters>>,
    /// The inline keyboard, reply keyboard or reply instruction to attach.
    pub reply_markup: Option<ReplyMarkup>,
}

/// Sends an album of videos, photos, live photos, audio files or documents. Documents only go with
/// documents, audio with audio.
///
/// [Bot API](https://core.telegram.org/bots/api#sendmediagroup)
#[telegram_method("sendMediaGroup")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendMediaGroup {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// Items of the album.
    pub media: Vec<InputMedia>,
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
}

/// Sends a point on the map, fixed or live.
///
/// [Bot API](https://core.telegram.org/bots/api#sendlocation)
#[telegram_method("sendLocation")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendLocation {
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
    /// Latitude of the point in degrees.
    pub latitude: f64,
    /// Longitude of the point in degrees.
    pub longitude: f64,
    /// How far off the point may be, in meters.
    pub horizontal_accuracy: Option<f64>,
    /// How many seconds a live location stays editable; `0x7FFFFFFF` means without end, and
    /// ephemeral messages need 0.
    pub live_period: Option<i64>,
    /// Which way the user moves, in degrees; live locations only.
    pub heading: Option<i64>,
    /// How near, in meters, another member must come to set off an alert; live locations only.
    pub proximity_alert_radius: Option<i64>,
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

/// Sends a venue: a named place on the map.
///
/// [Bot API](https://core.telegram.org/bots/api#sendvenue)
#[telegram_method("sendVenue")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendVenue {
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
    /// Latitude of the place in degrees.
    pub latitude: f64,
    /// Longitude of the place in degrees.
    pub longitude: f64,
    /// What the place is called.
    pub title: String,
    /// Where the place is, as an address.
    pub address: String,
    /// Id of the place at Foursquare.
    pub foursquare_id: Option<String>,
    /// Kind of the place at Foursquare, such as `"food/icecream"`.
    pub foursquare_type: Option<String>,
    /// Id of the place at Google Places.
    pub google_place_id: Option<String>,
    /// Kind of the place at Google Places.
    pub google_place_type: Option<String>,
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

/// Sends a contact with a phone number.
///
/// [Bot API](https://core.telegram.org/bots/api#sendcontact)
#[telegram_method("sendContact")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendContact {
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
    /// Phone number of the contact.
    pub phone_number: String,
    /// First name of the contact.
    pub first_name: String,
    /// Last name of the contact.
    pub last_name: Option<String>,
    /// More about the contact, written as a vCard.
    pub vcard: Option<String>,
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

/// Sends a poll or a quiz.
///
/// [Bot API](https://core.telegram.org/bots/api#sendpoll)
#[telegram_method("sendPoll")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendPoll {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat to send to, by id or `@username`; a channel direct messages chat takes no polls.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// What the poll asks.
    pub question: String,
    /// How to read formatting marks in the question; it may hold custom emoji only.
    pub question_parse_mode: Option<ParseMode>,
    /// Formatting of the question, instead of `question_parse_mode`.
    pub question_entities: Option<Vec<MessageEntity>>,
    /// The answers to choose from.
    pub options: Vec<InputPollOption>,
    /// Hide who voted for what.
    pub is_anonymous: Option<bool>,
    /// Kind of poll: `"regular"` or `"quiz"`.
    pub r#type: Option<PollType>,
    /// Let a voter pick several answers.
    pub allows_multiple_answers: Option<bool>,
    /// Let voters change their minds; the default is `true` for a regular poll and `false` for a
    /// quiz.
    pub allows_revoting: Option<bool>,
    /// Show the answers in random order.
    pub shuffle_options: Option<bool>,
    /// Let new answers be added later; not for quizzes or anonymous polls.
    pub allow_adding_options: Option<bool>,
    /// Keep the results secret for as long as the poll is open.
    pub hide_results_until_closes: Option<bool>,
    /// Take votes only from those in the channel for over 24 hours; channels only.
    pub members_only: Option<bool>,
    /// ISO 3166-1 alpha-2 codes of the countries that may vote, `"FT"` being anonymous numbers;
    /// channels only, empty for all.
    pub country_codes: Option<Vec<String>>,
    /// Positions of the right answers, counted from 0, in ascending order; a quiz needs them.
    pub correct_option_ids: Option<Vec<i64>>,
    /// What to show after a wrong answer, or on a tap on the lamp; quizzes only.
    pub explanation: Option<String>,
    /// How to read formatting marks in the explanation.
    pub explanation_parse_mode: Option<ParseMode>,
    /// Formatting of the explanation, instead of `explanation_parse_mode`.
    pub explanation_entities: Option<Vec<MessageEntity>>,
    /// Media to show with the explanation of a quiz.
    pub explanation_media: Option<Box<InputPollMedia>>,
    /// How many seconds the poll stays open; not together with `close_date`.
    pub open_period: Option<i64>,
    /// When the poll closes, as Unix time in seconds, 5 to 2628000 seconds from now; not together
    /// with `open_period`.
    pub close_date: Option<i64>,
    /// Send the poll already closed, for instance as a preview.
    pub is_closed: Option<bool>,
    /// Text to show with the poll.
    pub description: Option<String>,
    /// How to read formatting marks in the description.
    pub description_parse_mode: Option<ParseMode>,
    /// Formatting of the description, instead of `description_parse_mode`.
    pub description_entities: Option<Vec<MessageEntity>>,
    /// Media to show with the description.
    pub media: Option<Box<InputPollMedia>>,
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
    /// The inline keyboard, reply keyboard or reply instruction to attach.
    pub reply_markup: Option<ReplyMarkup>,
}

/// Sends a checklist for a connected business account.
///
/// [Bot API](https://core.telegram.org/bots/api#sendchecklist)
#[telegram_method("sendChecklist")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendChecklist {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The checklist to send.
    pub checklist: InputChecklist,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
    /// The effect to show with the message.
    pub message_effect_id: Option<String>,
    /// Which message to reply to, and how.
    pub reply_parameters: Option<Box<ReplyParameters>>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Sends an animated emoji that lands on a random value.
///
/// [Bot API](https://core.telegram.org/bots/api#senddice)
#[telegram_method("sendDice")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendDice {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// Which animation to throw: `🎲`, `🎯` and `🎳` give 1 to 6, `🏀` and `⚽` 1 to 5, `🎰` 1 to 64.
    pub emoji: Option<DiceEmoji>,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded.
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

/// Streams part of a message that is still being written. The draft lasts 30 seconds; send the
/// whole text with `sendMessage` to keep it.
///
/// [Bot API](https://core.telegram.org/bots/api#sendmessagedraft)
#[telegram_method("sendMessageDraft")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendMessageDraft {
    /// The private chat to send to, by id.
    pub chat_id: i64,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// Id of the draft, never 0; updates under one id are animated.
    pub draft_id: i64,
    /// The text so far; empty shows a placeholder for thinking.
    pub text: Option<String>,
    /// How to read formatting marks in the text.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub entities: Option<Vec<MessageEntity>>,
    /// Show a button to stop the drafts; a press arrives as a `stopped_message_generation` update.
    pub can_stop: Option<bool>,
    /// Leave the draft in place after the button is pressed, until it expires or the bot sends
    /// something.
    pub keep_on_stop: Option<bool>,
}

/// Shows a status such as typing for 5 seconds, or until the next message of the bot. Meant for
/// answers that take a while.
///
/// [Bot API](https://core.telegram.org/bots/api#sendchataction)
#[telegram_method("sendChatAction")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendChatAction {
    /// The business connection on whose behalf to act.
    pub business_connection_id: Option<String>,
    /// The chat to show the status in, by id or `@username`; channels and their direct messages
    /// chats are not supported.
    pub chat_id: ChatId,
    /// The forum topic or message thread to show the status in.
    pub message_thread_id: Option<i64>,
    /// What to announce, such as `"typing"` ahead of a text or `"upload_photo"` ahead of a photo.
    pub action: ChatAction,
}
