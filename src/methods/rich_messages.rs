//! Section [Rich messages](https://core.telegram.org/bots/api#rich-messages).

use crate::telegram_method;
use crate::types::{
    ChatId, EphemeralMessageParameters, InputRichMessage, ReplyMarkup, ReplyParameters,
    SuggestedPostParameters,
};

/// Sends a rich message. Media in it needs the right to send that kind of media to the chat.
///
/// [Bot API](https://core.telegram.org/bots/api#sendrichmessage)
#[telegram_method("sendRichMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendRichMessage {
    /// The business connection on whose behalf to act; its user must be able to send rich
    /// messages.
    pub business_connection_id: Option<String>,
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// Makes the message ephemeral, and says for whom.
    pub ephemeral_message_parameters: Option<EphemeralMessageParameters>,
    /// The content to send.
    pub rich_message: InputRichMessage,
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

/// Streams part of a rich message that is still being written. The draft lasts 30 seconds; send
/// the whole with `sendRichMessage` to keep it.
///
/// [Bot API](https://core.telegram.org/bots/api#sendrichmessagedraft)
#[telegram_method("sendRichMessageDraft")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendRichMessageDraft {
    /// The private chat to send to, by id.
    pub chat_id: i64,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// Id of the draft, never 0; updates under one id are animated.
    pub draft_id: i64,
    /// The content so far, without new files or files from a URL.
    pub rich_message: InputRichMessage,
    /// Show a button to stop the drafts; a press arrives as a `stopped_message_generation` update.
    pub can_stop: Option<bool>,
    /// Leave the draft in place after the button is pressed, until it expires or the bot sends
    /// something.
    pub keep_on_stop: Option<bool>,
}
