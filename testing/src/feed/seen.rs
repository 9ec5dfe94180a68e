//! A chat as text, as the users in it see it.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::world::{Bot, Chat};

/// Returns a chat as a user in it sees it, or without what each user sees for itself.
pub(crate) fn seen(bot: &Bot, chat: &Chat, user: Option<i64>) -> String {
    let messages = chat.messages.iter();
    let mut text: String = messages
        .map(|(id, message)| line(chat, *id, message))
        .collect();
    for draft in &chat.drafts {
        let draft = &draft.message;
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
    let replied = message.get("reply_to_message").and_then(Value::as_object);
    // Everything in a topic replies to its beginning.
    let replied = replied.filter(|replied| !replied.contains_key("forum_topic_created"));
    if let Some(replied) = replied {
        let id = replied.get("message_id").and_then(Value::as_i64);
        let now = id.and_then(|id| chat.messages.get(&id));
        let said = content(now.unwrap_or(replied));
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
