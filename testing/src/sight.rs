//! What users see.

use std::fmt::Write as _;

use serde_json::{Map, Value, from_value};
use telegrammar::types::Message;

use crate::fake::FakeBotApi;
use crate::user::User;
use crate::world::{Bot, Chat};

/// The most lines of a chat that are printed if a test fails.
const MOST_LINES: usize = 30;

impl FakeBotApi {
    /// Returns what is printed if a test fails: the exchange, and the chats as users see them, without the
    /// token.
    pub(crate) fn report(&self) -> String {
        let mut report = String::new();
        let transcript = self.transcript();
        if !transcript.is_empty() {
            let _ = writeln!(
                report,
                "What the fake Bot API received and sent:\n{transcript}"
            );
        }
        let mut state = self.shared.state();
        let bot = state.world.bot(&self.key);
        let chats = bot.map(|bot| all_seen(bot, MOST_LINES));
        if let Some(chats) = chats.filter(|chats| !chats.is_empty()) {
            let _ = writeln!(report, "What users see:\n{chats}");
        }
        report.replace(self.token(), "(token)")
    }
}

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

/// Returns a chat as a user in it sees it, or without what each user sees for itself.
pub(crate) fn seen(bot: &Bot, chat: &Chat, user: Option<i64>) -> String {
    let messages = chat.messages.iter();
    let mut text: String = messages
        .map(|(id, message)| line(chat, *id, message))
        .collect();
    for draft in chat.drafts.values() {
        let draft = format!("{}: {} (draft)\n", sender(draft), content(draft));
        text.push_str(&draft);
    }
    let Some(user) = user else {
        return text;
    };
    let id = chat.info.get("id").and_then(Value::as_i64);
    let error = id.and_then(|id| bot.payments.refusal(user, id, bot.clock.time()));
    if let Some(error) = error {
        let _ = writeln!(text, "<payment failed> {error}");
    }
    let keyboard = chat.keyboard(user).filter(|it| !it.is_hidden);
    if let Some(rows) = keyboard.and_then(|it| it.rows()) {
        text.push_str(&labels(rows));
        text.push('\n');
    }
    text
}

/// Returns the chats in which something was said, each with its newest lines below its name.
pub(crate) fn all_seen(bot: &Bot, most: usize) -> String {
    let mut text = String::new();
    for (id, chat) in &bot.chats {
        // In a private chat, the user has the id of the chat.
        let seen = seen(bot, chat, Some(*id).filter(|id| *id > 0));
        let lines: Vec<&str> = seen.lines().collect();
        let newest = lines.get(lines.len().saturating_sub(most)..);
        let newest = newest.unwrap_or_default();
        if newest.is_empty() {
            continue;
        }
        let name = ["title", "first_name"];
        let name = name.iter().find_map(|name| chat.info.get(*name)?.as_str());
        let _ = writeln!(text, "{} ({id})", name.unwrap_or("Chat"));
        for line in newest {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

/// The most characters of a message that a reply shows.
const LONGEST_REPLY: usize = 20;

fn sender(message: &Map<String, Value>) -> &str {
    let of = |name: &str, field: &str| message.get(name)?.get(field)?.as_str();
    let sender = of("sender_chat", "title").or(of("from", "first_name"));
    sender.unwrap_or_default()
}

fn line(chat: &Chat, id: i64, message: &Map<String, Value>) -> String {
    let mut line = format!("{}: {}", sender(message), content(message));
    let of = |name: &str, field: &str| message.get(name)?.get(field)?.as_str();
    if let Some(origin) = message.get("forward_origin") {
        let _ = write!(line, " (forwarded from {})", origin_name(origin));
    }
    if let Some(Value::Object(replied)) = message.get("reply_to_message") {
        let said = content(replied);
        let mut start: String = said.chars().take(LONGEST_REPLY).collect();
        if start.len() < said.len() {
            start.push('…');
        }
        let _ = write!(line, " (reply to \"{}\")", start.replace('\n', " "));
    } else if let Some(origin) = message
        .get("external_reply")
        .and_then(|it| it.get("origin"))
    {
        let _ = write!(line, " (reply to {})", origin_name(origin));
    }
    if message.contains_key("edit_date") {
        line.push_str(" (edited)");
    }
    if chat.pinned.contains(&id) {
        line.push_str(" (pinned)");
    }
    if let Some(receiver) = of("receiver_user", "first_name") {
        let _ = write!(line, " (only for {receiver})");
    }
    let rows = message.get("reply_markup");
    let rows = rows.and_then(|markup| markup.get("inline_keyboard"));
    let buttons = rows.map(labels).filter(|labels| !labels.is_empty());
    if let Some(buttons) = buttons {
        let _ = write!(line, " {buttons}");
    }
    if let Some(reactions) = reactions(chat, id) {
        let _ = write!(line, " ({reactions})");
    }
    line.push('\n');
    line
}

/// Returns who has said first what was forwarded.
fn origin_name(origin: &Value) -> &str {
    let places = [
        "/sender_user/first_name",
        "/sender_user_name",
        "/sender_chat/title",
        "/chat/title",
    ];
    let name = places.iter().find_map(|at| origin.pointer(at)?.as_str());
    name.unwrap_or_default()
}

/// Returns the reactions to a message, and how often each was given. `None` if there are none.
fn reactions(chat: &Chat, message: i64) -> Option<String> {
    let given = chat.reactions.get(&message)?.values().flatten();
    let mut counts: Vec<(&str, i64)> = Vec::new();
    for reaction in given {
        let emoji = reaction.get("emoji").or_else(|| reaction.get("type"));
        let emoji = emoji.and_then(Value::as_str).unwrap_or_default();
        match counts.iter_mut().find(|(known, _)| *known == emoji) {
            Some((_, count)) => *count += 1,
            None => counts.push((emoji, 1)),
        }
    }
    let counts: Vec<String> = counts
        .iter()
        .map(|(emoji, count)| format!("{emoji} {count}"))
        .collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// Returns the text or, in angle brackets, what else there is, with its caption.
fn content(message: &Map<String, Value>) -> String {
    let text = |name: &str| message.get(name).and_then(Value::as_str);
    if let Some(text) = text("text") {
        return text.to_owned();
    }
    if let Some(poll) = message.get("poll") {
        return poll_text(poll);
    }
    if let Some(checklist) = message.get("checklist") {
        return checklist_text(checklist);
    }
    if let Some(pinned) = message.get("pinned_message").and_then(Value::as_object) {
        return format!("<pinned_message> {}", content(pinned));
    }
    // What says how and where a message was sent is in every message.
    let about = [
        "chat",
        "from",
        "sender_chat",
        "via_bot",
        "reply_markup",
        "link_preview_options",
        "external_reply",
        "quote",
        "receiver_user",
        "direct_messages_topic",
        "suggested_post_info",
    ];
    let about = |name: &str| about.contains(&name) || name.starts_with("forward_");
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

/// Returns the question and the options of a poll, with their votes if there are any.
fn poll_text(poll: &Value) -> String {
    let text = |value: &Value, name: &str| {
        let text = value.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let count = |value: &Value, name: &str| value.get(name).and_then(Value::as_i64);
    let has_votes = count(poll, "total_voter_count").is_some_and(|votes| votes > 0);
    let options = poll.get("options").and_then(Value::as_array);
    let options = options.into_iter().flatten().map(|option| {
        let votes = count(option, "voter_count").unwrap_or_default();
        if has_votes {
            format!("{}: {votes}", text(option, "text"))
        } else {
            text(option, "text")
        }
    });
    let options: Vec<String> = options.collect();
    let closed = match poll.get("is_closed") {
        Some(Value::Bool(true)) => " (closed)",
        _ => "",
    };
    let question = text(poll, "question");
    format!("<poll> {question} ({}){closed}", options.join(", "))
}

/// Returns the title and the tasks of a checklist, each with `✓` if it is done.
fn checklist_text(checklist: &Value) -> String {
    let text = |value: &Value, name: &str| {
        let text = value.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let tasks = checklist.get("tasks").and_then(Value::as_array);
    let tasks = tasks.into_iter().flatten().map(|task| {
        let is_done = task.get("completion_date").is_some();
        let mark = if is_done { "✓ " } else { "" };
        format!("{mark}{}", text(task, "text"))
    });
    let tasks: Vec<String> = tasks.collect();
    format!(
        "<checklist> {} ({})",
        text(checklist, "title"),
        tasks.join(", ")
    )
}

/// Returns the labels of buttons in rows.
fn labels(rows: &Value) -> String {
    let rows = rows.as_array().into_iter().flatten();
    let buttons = rows.filter_map(Value::as_array).flatten();
    let labels = buttons.filter_map(|button| button.get("text").unwrap_or(button).as_str());
    let labels: Vec<_> = labels.map(|label| format!("[{label}]")).collect();
    labels.join(" ")
}
