//! The bot, chats and their members.

use serde_json::Value;
use telegrammar::types::{ChatFullInfo, User};

use super::call::{Call, Outcome, bad};
use super::{sample, schema};
use crate::actions::is_ability;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, standing};

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    if call.name == "getMe" {
        return Some(Ok(me(bot)));
    }
    let chat = call.chat?;
    Some(match call.name {
        "getChat" => Ok(full(bot, call, chat)),
        "getChatMember" => {
            let user = call.arguments.integer("user_id").unwrap_or_default();
            let standing = bot.standing(chat, user);
            Ok(standing::member(standing, bot.user_object(user)))
        }
        "getChatMemberCount" => {
            let members = bot.chats.get(&chat).map_or(0, |chat| chat.members.len());
            let bot = usize::from(standing::is_in(&bot.standing(chat, bot.id)));
            Ok((members + bot).into())
        }
        "getChatAdministrators" => administrators(bot, chat),
        "createForumTopic" => {
            let topic = super::echo::object(bot, call, schema::object("ForumTopic")?);
            topic.map(|mut topic| {
                if let Some(chat) = bot.chats.get_mut(&chat) {
                    topic.insert("message_thread_id".to_owned(), chat.next_topic_id().into());
                }
                topic.into()
            })
        }
        "deleteChatStickerSet" => {
            if let Some(chat) = bot.chats.get_mut(&chat) {
                chat.info.remove("sticker_set_name");
            }
            Ok(true.into())
        }
        name if name.starts_with("setChat") => {
            set(bot, call, chat);
            return None;
        }
        _ => return None,
    })
}

/// Returns the bot with everything that only `getMe` returns.
fn me(bot: &Bot) -> Value {
    let mut me = bot.user();
    if let Some(me) = me.as_object_mut() {
        for field in User::INFO
            .fields
            .iter()
            .filter(|field| is_ability(field.name))
        {
            me.insert(field.name.to_owned(), bot.has_ability(field.name).into());
        }
    }
    me
}

fn full(bot: &Bot, call: &Call<'_>, chat: i64) -> Value {
    let mut full = sample::object(ChatFullInfo::INFO, call.now);
    if let Some(chat) = bot.chats.get(&chat) {
        full.extend(chat.info.clone());
        let pinned = chat.pinned.last().and_then(|id| chat.messages.get(id));
        if let Some(pinned) = pinned {
            let mut pinned = pinned.clone();
            pinned.remove("reply_to_message");
            full.insert("pinned_message".to_owned(), pinned.into());
        }
    }
    full.into()
}

/// Sets what a chat is described by, such as its title.
fn set(bot: &mut Bot, call: &Call<'_>, chat: i64) {
    // A private chat is described by its user.
    let chat = bot
        .chats
        .get_mut(&chat)
        .filter(|chat| chat.kind() != "private");
    if let Some(chat) = chat {
        // What is empty is removed.
        for param in call
            .method
            .info
            .params()
            .iter()
            .filter(|param| !param.required)
        {
            chat.info.remove(param.name);
        }
        for (name, value) in &call.arguments.values {
            let is_known = schema::field(ChatFullInfo::INFO, name).is_some();
            if is_known && name != "photo" {
                chat.info.insert(name.clone(), value.clone());
            }
        }
    }
}

/// Returns the administrators, the owner first.
fn administrators(bot: &Bot, chat: i64) -> Outcome {
    let Some(known) = bot.chats.get(&chat) else {
        return Err(Refusal::ChatNotFound.answer());
    };
    if known.kind() == "private" {
        return Err(bad("there are no administrators in the private chat"));
    }
    let all = known.members.iter().copied().chain([bot.id]);
    let all: Vec<_> = all.map(|user| (user, bot.standing(chat, user))).collect();
    let of = |wanted: &'static str| {
        let some = all.iter();
        let some = some.filter(move |(_, standing)| standing::status(standing) == wanted);
        some.map(|(user, standing)| standing::member(standing.clone(), bot.user_object(*user)))
    };
    Ok(of("creator").chain(of("administrator")).collect())
}
