//! What users see.

use std::fmt::Write as _;

use serde_json::{Map, Value, from_value};
use telegrammar::types::Message;

use crate::user::User;

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

    /// Returns the chat as text, oldest message first: a line for who says what, with `[label]` for each
    /// inline button, and lines for more lines of a text. The reason why the last payment has failed, and
    /// the labels of the keyboard that this user sees below the input field are the last lines. A keyboard
    /// for one use is hidden after it, but its buttons can still be [pressed](Self::presses).
    #[must_use]
    pub fn sees(&self) -> String {
        self.with_bot(|bot| {
            let Some(chat) = self.chat_in(bot) else {
                return String::new();
            };
            let mut text: String = chat.messages.values().map(line).collect();
            let now = bot.clock.time();
            if let Some(error) = bot.payments.refusal(self.id(), self.chat, now) {
                let _ = writeln!(text, "<payment failed> {error}");
            }
            let keyboard = chat.keyboard(self.id()).filter(|it| !it.is_hidden);
            if let Some(rows) = keyboard.and_then(|it| it.rows()) {
                text.push_str(&labels(rows));
                text.push('\n');
            }
            text
        })
    }
}

fn line(message: &Map<String, Value>) -> String {
    let of = |name: &str, field: &str| message.get(name)?.get(field)?.as_str();
    let sender = of("from", "first_name").or(of("sender_chat", "title"));
    let edited = if message.contains_key("edit_date") {
        " (edited)"
    } else {
        ""
    };
    let rows = message.get("reply_markup");
    let rows = rows.and_then(|markup| markup.get("inline_keyboard"));
    let buttons = rows.map(labels).filter(|labels| !labels.is_empty());
    let buttons = buttons.map(|labels| format!(" {labels}"));
    format!(
        "{}: {}{edited}{}\n",
        sender.unwrap_or_default(),
        content(message),
        buttons.unwrap_or_default()
    )
}

/// Returns the text or, in angle brackets, what else there is, with its caption.
fn content(message: &Map<String, Value>) -> String {
    let text = |name: &str| message.get(name).and_then(Value::as_str);
    if let Some(text) = text("text") {
        return text.to_owned();
    }
    if let Some(poll) = message.get("poll") {
        let question = poll.get("question").and_then(Value::as_str);
        let options = poll.get("options").and_then(Value::as_array);
        let options = options.into_iter().flatten();
        let options = options.filter_map(|option| option.get("text")?.as_str());
        let options: Vec<_> = options.collect();
        let question = question.unwrap_or_default();
        return format!("<poll> {question} ({})", options.join(", "));
    }
    // What says how and where a message was sent is in every message.
    let about = ["chat", "from", "sender_chat", "via_bot", "reply_markup"];
    let about = |name: &str| about.contains(&name) || name.starts_with("forward");
    let what = message.iter().find(|(name, value)| {
        let is_content = value.is_object() || value.is_array();
        let is_reply = name.starts_with("reply_to") || name.ends_with("entities");
        is_content && !is_reply && !about(name)
    });
    let what = what.map_or("message", |(name, _)| name.as_str());
    match text("caption") {
        Some(caption) => format!("<{what}> {caption}"),
        None => format!("<{what}>"),
    }
}

/// Returns the labels of buttons in rows.
fn labels(rows: &Value) -> String {
    let rows = rows.as_array().into_iter().flatten();
    let buttons = rows.filter_map(Value::as_array).flatten();
    let labels = buttons.filter_map(|button| button.get("text").unwrap_or(button).as_str());
    let labels: Vec<_> = labels.map(|label| format!("[{label}]")).collect();
    labels.join(" ")
}
