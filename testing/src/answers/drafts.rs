//! Messages that the bot generates.

use super::call::Call;
use crate::world::{Bot, Draft};

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
