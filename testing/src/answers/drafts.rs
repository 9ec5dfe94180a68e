//! Messages that users see while they are written.

use serde_json::Value;

use super::call::{Call, Outcome, bad};
use super::messages;
use crate::world::{Bot, Draft};

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    if !matches!(call.name, "sendMessageDraft" | "sendRichMessageDraft") {
        return None;
    }
    let chat = call.chat?;
    Some(draft(bot, call, chat))
}

/// Shows a draft instead of an earlier one with the same id. A message ends it.
fn draft(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let id = call.arguments.integer("draft_id").unwrap_or_default();
    if id == 0 {
        return Err(bad("RANDOM_ID_INVALID"));
    }
    let mut draft = messages::blank(bot, call, chat);
    let mut given = call.arguments.values.clone();
    given.remove("draft_id");
    messages::content(bot, call, &given, &mut draft)?;
    let has_content = ["text", "rich_message"]
        .iter()
        .any(|name| draft.get(*name).is_some_and(|it| !it.is_null()));
    if !has_content {
        // The user is told that the bot is thinking.
        draft.insert("text".to_owned(), Value::from("…"));
    }
    let draft = Draft {
        id,
        message: draft,
        topic: call.arguments.integer("message_thread_id"),
        can_stop: call.arguments.is_true("can_stop"),
        is_stopped: false,
        date: call.now,
    };
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.drafts.retain(|known| known.id != id);
        chat.drafts.push(draft);
    }
    Ok(true.into())
}
