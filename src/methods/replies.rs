//! Replies to a message.

use super::SendMessage;
use crate::types::{EphemeralMessageParameters, Message, ReplyParameters};

impl Message {
    /// Creates a call that replies to this message with a text, in the same chat and topic.
    ///
    /// It is sent through the business connection that the message came through. The reply to an
    /// ephemeral message is ephemeral, for its sender. A guest message is answered with
    /// [`AnswerGuestQuery`](super::AnswerGuestQuery) instead.
    ///
    /// ```
    /// use telegrammar::types::Message;
    /// use telegrammar::{Bot, Error};
    ///
    /// async fn greet(bot: &Bot, message: &Message) -> Result<(), Error> {
    ///     message.reply("Hello").disable_notification(true).send(bot).await?;
    ///     Ok(())
    /// }
    /// ```
    #[must_use]
    pub fn reply(&self, text: impl Into<String>) -> SendMessage {
        let mut call =
            SendMessage::new(&*self.chat, text).reply_parameters(ReplyParameters::to(self));
        call.business_connection_id = self.business_connection_id.as_deref().cloned();
        call.message_thread_id = self.message_thread_id.filter(|_| self.is_topic_message);
        let topic = self.direct_messages_topic.as_deref();
        call.direct_messages_topic_id = topic.map(|topic| topic.topic_id);
        if self.ephemeral_message_id.is_some()
            && let Some(sender) = &self.from
        {
            call.ephemeral_message_parameters = Some(EphemeralMessageParameters::new(sender.id));
        }
        call
    }
}
