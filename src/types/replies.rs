//! Replies to a message.

use super::{Message, ReplyParameters};

impl ReplyParameters {
    /// Creates the parameters of a reply to a message in the same chat.
    ///
    /// An ephemeral message is referred to by its
    /// [`ephemeral_message_id`](Message::ephemeral_message_id). For a reply in another chat, set
    /// `chat_id` to the chat of the message.
    ///
    /// ```
    /// use telegrammar::methods::SendPhoto;
    /// use telegrammar::types::{Message, ReplyParameters};
    ///
    /// fn answer(message: &Message) -> SendPhoto {
    ///     SendPhoto::new(&*message.chat, "https://example.com/cat.jpg")
    ///         .reply_parameters(ReplyParameters::to(message))
    /// }
    /// ```
    #[must_use]
    pub fn to(message: &Message) -> Self {
        let parameters = Self::new();
        match message.ephemeral_message_id {
            Some(id) => parameters.ephemeral_message_id(id),
            None => parameters.message_id(message.message_id),
        }
    }
}
