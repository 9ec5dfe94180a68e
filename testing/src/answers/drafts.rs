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

/// Shows a draft. One with the same id takes the place of the earlier one.
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
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.drafts.insert(id, draft);
    }
    Ok(true.into())
}

/// Remembers the draft that the bot shows. A message ends it.
pub(super) fn remember(bot: &mut Bot, call: &Call<'_>) {
    let Some(chat) = call.chat else {
        return;
    };
    let arguments = &call.arguments;
    match call.name {
        "sendMessageDraft" | "sendRichMessageDraft" => {
            let draft = Draft {
                id: arguments.integer("draft_id").unwrap_or_default(),
                topic: arguments.integer("message_thread_id"),
                can_stop: arguments.is_true("can_stop"),
                date: call.now,
            };
            bot.drafts.insert(chat, draft);
        }
        "sendMessage" | "sendRichMessage" => {
            bot.drafts.remove(&chat);
        }
        _ => {}
    }
}
