//! What users see.

use serde_json::from_value;
use telegrammar::types::Message;

use super::user::User;
use crate::feed::seen;

impl User<'_> {
    /// Returns the newest message in the chat, as it is now, after edits. `None` if there is none.
    ///
    /// ```
    /// use telegrammar::methods::{EditMessageText, SendMessage};
    /// use telegrammar_testing::FakeBotApi;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeBotApi::start().await?;
    /// let (ann, bot) = (fake.user("Ann"), fake.bot());
    /// ann.says("/start");
    /// let sent = SendMessage::new(ann.id(), "Wait").send(&bot).await?;
    /// EditMessageText::new(ann.id(), sent.message_id).text("Done").send(&bot).await?;
    /// let last = ann.last_message().and_then(|message| message.text);
    /// assert_eq!(last.as_deref(), Some("Done"), "{}", ann.sees());
    /// assert_eq!(ann.sees(), "Ann: /start\nFake Bot: Done (edited)\n");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if the message is one that a test has delivered with a content that cannot be decoded.
    #[must_use]
    pub fn last_message(&self) -> Option<Message> {
        let message = self.with_bot(|bot| {
            let chat = self.chat_in(bot)?;
            chat.messages.values().next_back().cloned()
        })?;
        let message = from_value(message.into());
        Some(message.expect("a message that was sent"))
    }

    /// Returns the chat as text, oldest message first: a line for who says what, and lines for more lines of
    /// a text. What is no text is in angle brackets, as `<photo>`; a poll has its options, with the votes if
    /// there are any, and a checklist its tasks.
    ///
    /// After the content, in this order and only if it is so: `(forwarded from Ann)`, `(reply to "Hello")`,
    /// `(edited)`, `(pinned)`, `(only for Ann)`, `[label]` for each inline button, and `(👍 2)` for reactions
    /// and how often they were given. A draft ends with `(draft)`. The last lines are the reason why the last
    /// payment has failed, and the labels of the keyboard that this user sees below the input field. A
    /// keyboard for one use is hidden after it, but its buttons can still be [pressed](Self::presses).
    ///
    /// Over HTTP, that is `GET /control/sees?user=42&chat=42`.
    #[must_use]
    pub fn sees(&self) -> String {
        self.with_bot(|bot| {
            let Some(chat) = self.chat_in(bot) else {
                return String::new();
            };
            seen(bot, chat, Some(self.id()))
        })
    }
}
