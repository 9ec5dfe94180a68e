//! Chats that the bot cannot reach any more: it was blocked or removed, or the chat is gone.

use super::call::Call;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, standing};

/// What a call does with its chat, in the order of what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Access {
    Read,
    ReadMembers,
    Edit,
    Write,
}

/// Refuses a call whose chat the bot cannot reach.
pub(super) fn check(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<(), Answer> {
    // The chat is reached by the account of a user.
    if call.arguments.get("business_connection_id").is_some() {
        return Ok(());
    }
    let sends = ["send", "forward", "copy"];
    let sends = sends.iter().any(|verb| call.name.starts_with(verb));
    reach(bot, chat, access(bot, call), sends)
}

/// Refuses to read a chat that the bot cannot reach.
pub(super) fn check_source(bot: &Bot, chat: i64) -> Result<(), Answer> {
    reach(bot, chat, Access::Read, false)
}

fn access(bot: &Bot, call: &Call<'_>) -> Access {
    match call.name {
        "getChat" | "leaveChat" | "setMessageReaction" | "getGameHighScores" | "verifyChat"
        | "sendGift" | "getChatGifts" => Access::Read,
        "getChatMember" if call.arguments.integer("user_id") == Some(bot.id) => Access::Read,
        "getChatMember" | "getChatAdministrators" | "getChatMemberCount" => Access::ReadMembers,
        "stopPoll" | "setGameScore" => Access::Edit,
        name if name.starts_with("editMessage") => Access::Edit,
        _ => Access::Write,
    }
}

fn reach(bot: &Bot, chat: i64, access: Access, sends: bool) -> Result<(), Answer> {
    let Some(known) = bot.chats.get(&chat) else {
        return Ok(());
    };
    let standing = bot.standing(chat, bot.id);
    let is_in = standing::is_in(&standing);
    let is_kicked = standing::status(&standing) == "kicked";
    let is_private = !known.info.contains_key("username");
    let refusal = match known.kind() {
        "private" if known.is_deactivated && access >= Access::Edit => Refusal::UserDeactivated,
        "private" if sends && bot.is_bot(chat) => {
            return Err(Answer::error(
                403,
                "Forbidden: the bot can't send messages to the bot",
            ));
        }
        "private" if sends && known.is_stranger && known.reachable_until <= bot.now() => {
            Refusal::CannotInitiateConversation
        }
        "private" if !is_in && sends && access == Access::Write => Refusal::BlockedByUser,
        "private" => return Ok(()),
        "group" => match known.migrated_to {
            Some(id) if matches!(access, Access::Write | Access::ReadMembers) => {
                return Err(Answer::migrate(id));
            }
            _ if is_in || access < Access::Edit => return Ok(()),
            _ if is_kicked => Refusal::KickedFromGroup,
            _ => Refusal::NotAMemberOfGroup,
        },
        _ if is_in || !is_kicked && !is_private && access < Access::Edit => return Ok(()),
        "channel" if is_kicked => Refusal::KickedFromChannel,
        "channel" => Refusal::NotAMemberOfChannel,
        _ if is_kicked => Refusal::KickedFromSupergroup,
        _ => Refusal::NotAMemberOfSupergroup,
    };
    Err(refusal.answer())
}
