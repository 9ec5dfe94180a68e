//! Section [Updating messages](https://core.telegram.org/bots/api#updating-messages).

use crate::telegram_method;
use crate::types::{
    ChatId, InlineKeyboardMarkup, InputChecklist, InputMedia, InputRichMessage, LinkPreviewOptions,
    MessageEntity, ParseMode,
};

/// Changes a text, rich or game message; returns `true` for inline ones. Business messages of
/// others without an inline keyboard allow it for 48 hours.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagetext)
///
/// For messages sent through inline mode there is [`EditInlineMessageText`].
#[telegram_method("editMessageText")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditMessageText {
    /// The business connection through which the message was sent.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`; needed without `inline_message_id`.
    pub chat_id: ChatId,
    /// The message to edit; needed without `inline_message_id`.
    pub message_id: i64,
    /// The text to put in; needed without `rich_message`.
    pub text: Option<String>,
    /// How to read formatting marks in the text.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub entities: Option<Vec<MessageEntity>>,
    /// How to preview links in the message.
    pub link_preview_options: Option<LinkPreviewOptions>,
    /// The rich content to put in; needed without `text`. Inline messages take no new or URL
    /// files.
    pub rich_message: Option<Box<InputRichMessage>>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes a text, rich or game message; returns `true` for inline ones. Business messages of
/// others without an inline keyboard allow it for 48 hours.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagetext)
///
/// For messages that were sent through inline mode.
#[telegram_method("editMessageText")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditInlineMessageText {
    /// The inline message to edit, in place of `chat_id` and `message_id`.
    pub inline_message_id: String,
    /// The text to put in; needed without `rich_message`.
    pub text: Option<String>,
    /// How to read formatting marks in the text.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub entities: Option<Vec<MessageEntity>>,
    /// How to preview links in the message.
    pub link_preview_options: Option<LinkPreviewOptions>,
    /// The rich content to put in; needed without `text`. Inline messages take no new or URL
    /// files.
    pub rich_message: Option<Box<InputRichMessage>>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes the caption of a message; returns `true` for inline ones. Business messages of others
/// without an inline keyboard allow it for 48 hours.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagecaption)
///
/// For messages sent through inline mode there is [`EditInlineMessageCaption`].
#[telegram_method("editMessageCaption")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditMessageCaption {
    /// The business connection through which the message was sent.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`; needed without `inline_message_id`.
    pub chat_id: ChatId,
    /// The message to edit; needed without `inline_message_id`.
    pub message_id: i64,
    /// The caption to put in; empty removes it.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Put the caption above the media; for animations, photos and videos only.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes the caption of a message; returns `true` for inline ones. Business messages of others
/// without an inline keyboard allow it for 48 hours.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagecaption)
///
/// For messages that were sent through inline mode.
#[telegram_method("editMessageCaption")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditInlineMessageCaption {
    /// The inline message to edit, in place of `chat_id` and `message_id`.
    pub inline_message_id: String,
    /// The caption to put in; empty removes it.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Put the caption above the media; for animations, photos and videos only.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Replaces the media of a message, if inline without uploads; albums keep their kind. Results and
/// time limits are those of `editMessageText`.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagemedia)
///
/// For messages sent through inline mode there is [`EditInlineMessageMedia`].
#[telegram_method("editMessageMedia")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditMessageMedia {
    /// The business connection through which the message was sent.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`; needed without `inline_message_id`.
    pub chat_id: ChatId,
    /// The message to edit; needed without `inline_message_id`.
    pub message_id: i64,
    /// The media to put in.
    pub media: InputMedia,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Replaces the media of a message, if inline without uploads; albums keep their kind. Results and
/// time limits are those of `editMessageText`.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagemedia)
///
/// For messages that were sent through inline mode.
#[telegram_method("editMessageMedia")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditInlineMessageMedia {
    /// The inline message to edit, in place of `chat_id` and `message_id`.
    pub inline_message_id: String,
    /// The media to put in.
    pub media: InputMedia,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Moves a live location that has not ended; the result is `true` for an inline message.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagelivelocation)
///
/// For messages sent through inline mode there is [`EditInlineMessageLiveLocation`].
#[telegram_method("editMessageLiveLocation")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditMessageLiveLocation {
    /// The business connection through which the message was sent.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`; needed without `inline_message_id`.
    pub chat_id: ChatId,
    /// The message to edit; needed without `inline_message_id`.
    pub message_id: i64,
    /// Latitude to move to, in degrees.
    pub latitude: f64,
    /// Longitude to move to, in degrees.
    pub longitude: f64,
    /// Seconds it stays live, from sending on; at most a day more than before, ending within 90
    /// days, or `0x7FFFFFFF` forever. Unset keeps it.
    pub live_period: Option<i64>,
    /// How far off the point may be, in meters.
    pub horizontal_accuracy: Option<f64>,
    /// Which way the user moves, in degrees.
    pub heading: Option<i64>,
    /// How near, in meters, another member must come to set off an alert.
    pub proximity_alert_radius: Option<i64>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Moves a live location that has not ended; the result is `true` for an inline message.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagelivelocation)
///
/// For messages that were sent through inline mode.
#[telegram_method("editMessageLiveLocation")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditInlineMessageLiveLocation {
    /// The inline message to edit, in place of `chat_id` and `message_id`.
    pub inline_message_id: String,
    /// Latitude to move to, in degrees.
    pub latitude: f64,
    /// Longitude to move to, in degrees.
    pub longitude: f64,
    /// Seconds it stays live, from sending on; at most a day more than before, ending within 90
    /// days, or `0x7FFFFFFF` forever. Unset keeps it.
    pub live_period: Option<i64>,
    /// How far off the point may be, in meters.
    pub horizontal_accuracy: Option<f64>,
    /// Which way the user moves, in degrees.
    pub heading: Option<i64>,
    /// How near, in meters, another member must come to set off an alert.
    pub proximity_alert_radius: Option<i64>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Ends a live location before its time; the result is `true` for an inline message.
///
/// [Bot API](https://core.telegram.org/bots/api#stopmessagelivelocation)
///
/// For messages sent through inline mode there is [`StopInlineMessageLiveLocation`].
#[telegram_method("stopMessageLiveLocation")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StopMessageLiveLocation {
    /// The business connection through which the message was sent.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`; needed without `inline_message_id`.
    pub chat_id: ChatId,
    /// The message with the live location; needed without `inline_message_id`.
    pub message_id: i64,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Ends a live location before its time; the result is `true` for an inline message.
///
/// [Bot API](https://core.telegram.org/bots/api#stopmessagelivelocation)
///
/// For messages that were sent through inline mode.
#[telegram_method("stopMessageLiveLocation")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StopInlineMessageLiveLocation {
    /// The inline message to edit, in place of `chat_id` and `message_id`.
    pub inline_message_id: String,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes a checklist for a connected business account.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagechecklist)
#[telegram_method("editMessageChecklist")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditMessageChecklist {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The message to edit.
    pub message_id: i64,
    /// The checklist to put in.
    pub checklist: InputChecklist,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes only the inline keyboard of a message; returns `true` for inline ones. Business
/// messages of others without one allow it for 48 hours.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagereplymarkup)
///
/// For messages sent through inline mode there is [`EditInlineMessageReplyMarkup`].
#[telegram_method("editMessageReplyMarkup")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditMessageReplyMarkup {
    /// The business connection through which the message was sent.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`; needed without `inline_message_id`.
    pub chat_id: ChatId,
    /// The message to edit; needed without `inline_message_id`.
    pub message_id: i64,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes only the inline keyboard of a message; returns `true` for inline ones. Business
/// messages of others without one allow it for 48 hours.
///
/// [Bot API](https://core.telegram.org/bots/api#editmessagereplymarkup)
///
/// For messages that were sent through inline mode.
#[telegram_method("editMessageReplyMarkup")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditInlineMessageReplyMarkup {
    /// The inline message to edit, in place of `chat_id` and `message_id`.
    pub inline_message_id: String,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Closes a poll that the bot sent.
///
/// [Bot API](https://core.telegram.org/bots/api#stoppoll)
#[telegram_method("stopPoll")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StopPoll {
    /// The business connection through which the message was sent.
    pub business_connection_id: Option<String>,
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The message with the poll.
    pub message_id: i64,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes an ephemeral text or rich message. The user may miss the change, above all when
/// offline.
///
/// [Bot API](https://core.telegram.org/bots/api#editephemeralmessagetext)
#[telegram_method("editEphemeralMessageText")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditEphemeralMessageText {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The user who got the ephemeral message, by id.
    pub receiver_user_id: i64,
    /// The ephemeral message to edit, by its own id.
    pub ephemeral_message_id: i64,
    /// The text to put in; needed without `rich_message`.
    pub text: Option<String>,
    /// How to read formatting marks in the text.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`.
    pub entities: Option<Vec<MessageEntity>>,
    /// The rich content to put in; needed without `text`.
    pub rich_message: Option<Box<InputRichMessage>>,
    /// How to preview links in the message.
    pub link_preview_options: Option<LinkPreviewOptions>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Replaces the media of an ephemeral message. The user may miss the change, above all when
/// offline.
///
/// [Bot API](https://core.telegram.org/bots/api#editephemeralmessagemedia)
#[telegram_method("editEphemeralMessageMedia")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditEphemeralMessageMedia {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The user who got the ephemeral message, by id.
    pub receiver_user_id: i64,
    /// The ephemeral message to edit, by its own id.
    pub ephemeral_message_id: i64,
    /// The media to put in.
    pub media: InputMedia,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes the caption of an ephemeral message. The user may miss the change, above all when
/// offline.
///
/// [Bot API](https://core.telegram.org/bots/api#editephemeralmessagecaption)
#[telegram_method("editEphemeralMessageCaption")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditEphemeralMessageCaption {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The user who got the ephemeral message, by id.
    pub receiver_user_id: i64,
    /// The ephemeral message to edit, by its own id.
    pub ephemeral_message_id: i64,
    /// The caption to put in; empty removes it.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Put the caption above the media; for animations, photos and videos only.
    pub show_caption_above_media: Option<bool>,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Changes only the inline keyboard of an ephemeral message. The user may miss the change, above
/// all when offline.
///
/// [Bot API](https://core.telegram.org/bots/api#editephemeralmessagereplymarkup)
#[telegram_method("editEphemeralMessageReplyMarkup")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditEphemeralMessageReplyMarkup {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The user who got the ephemeral message, by id.
    pub receiver_user_id: i64,
    /// The ephemeral message to edit, by its own id.
    pub ephemeral_message_id: i64,
    /// The inline keyboard to attach.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Accepts a suggested post. Needs the `can_post_messages` administrator right in the channel.
///
/// [Bot API](https://core.telegram.org/bots/api#approvesuggestedpost)
#[telegram_method("approveSuggestedPost")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ApproveSuggestedPost {
    /// The direct messages chat, by id.
    pub chat_id: i64,
    /// The message with the suggested post.
    pub message_id: i64,
    /// When to publish, as Unix time in seconds, up to 30 days ahead; leave unset if the suggestion
    /// already has a date.
    pub send_date: Option<i64>,
}

/// Turns down a suggested post. Needs the `can_manage_direct_messages` administrator right in the
/// channel.
///
/// [Bot API](https://core.telegram.org/bots/api#declinesuggestedpost)
#[telegram_method("declineSuggestedPost")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeclineSuggestedPost {
    /// The direct messages chat, by id.
    pub chat_id: i64,
    /// The message with the suggested post.
    pub message_id: i64,
    /// What to tell the author of the post.
    pub comment: Option<String>,
}

/// Deletes a message under 48 hours old; dice in private chats must be over 24. Messages of others
/// in groups, and all in channels, need administrator rights.
///
/// [Bot API](https://core.telegram.org/bots/api#deletemessage)
#[telegram_method("deleteMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteMessage {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The message to delete.
    pub message_id: i64,
}

/// Deletes several messages at once, skipping those that do not exist.
///
/// [Bot API](https://core.telegram.org/bots/api#deletemessages)
#[telegram_method("deleteMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteMessages {
    /// The chat that holds the messages, by id or `@username`.
    pub chat_id: ChatId,
    /// The messages to delete; the limits of `deleteMessage` hold.
    pub message_ids: Vec<i64>,
}

/// Deletes an ephemeral message. The user may miss the deletion, above all when offline.
///
/// [Bot API](https://core.telegram.org/bots/api#deleteephemeralmessage)
#[telegram_method("deleteEphemeralMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteEphemeralMessage {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The user who got the ephemeral message, by id.
    pub receiver_user_id: i64,
    /// The ephemeral message to delete, by its own id.
    pub ephemeral_message_id: i64,
}

/// Removes one reaction from a group or supergroup message. Needs the `can_delete_messages`
/// administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#deletemessagereaction)
#[telegram_method("deleteMessageReaction")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteMessageReaction {
    /// The chat that holds the message, by id or `@username`.
    pub chat_id: ChatId,
    /// The message with the reaction.
    pub message_id: i64,
    /// Whose reaction to remove, if a user reacted.
    pub user_id: Option<i64>,
    /// Whose reaction to remove, if a chat reacted.
    pub actor_chat_id: Option<i64>,
}

/// Removes up to 10000 latest reactions of one user or chat in a group or supergroup. Needs the
/// `can_delete_messages` administrator right.
///
/// [Bot API](https://core.telegram.org/bots/api#deleteallmessagereactions)
#[telegram_method("deleteAllMessageReactions")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteAllMessageReactions {
    /// The chat to act on, by id or `@username`.
    pub chat_id: ChatId,
    /// Whose reactions to remove, if a user reacted.
    pub user_id: Option<i64>,
    /// Whose reactions to remove, if a chat reacted.
    pub actor_chat_id: Option<i64>,
}
