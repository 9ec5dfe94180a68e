//! Members whose standing the bot changes, and its own.

use serde_json::Map;

use super::call::{Call, Outcome};
use crate::world::Bot;
use crate::world::standing::{self, Standing};

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat.filter(|chat| *chat < 0)?;
    Some(match call.name {
        "leaveChat" => {
            stands(bot, call, chat, bot.id, standing::plain("left"));
            Ok(true.into())
        }
        _ => return None,
    })
}

/// Changes what a user, or the bot, is in a chat, and tells the bot.
fn stands(bot: &mut Bot, call: &Call<'_>, chat: i64, user: i64, new: Standing) {
    let event = bot.member_updated((chat, bot.id), user, new, call.now);
    let kind = if user == bot.id {
        "my_chat_member"
    } else {
        "chat_member"
    };
    bot.tell(Map::from_iter([(kind.to_owned(), event)]));
}
