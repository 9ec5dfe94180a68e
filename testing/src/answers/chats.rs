//! The bot, chats and their members.

use serde_json::{Map, Value, json};
use telegrammar::types::{ChatFullInfo, User};

use super::call::{Call, Outcome, bad};
use super::{sample, schema};
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    if call.name == "getMe" {
        return Some(Ok(me(bot)));
    }
    let chat = call.chat?;
    Some(match call.name {
        "getChat" => Ok(full(bot, call, chat)),
        "getChatMember" => {
            let user = call.arguments.integer("user_id").unwrap_or_default();
            Ok(member(bot, call, chat, user))
        }
        "getChatMemberCount" => {
            let members = bot.chats.get(&chat).map_or(0, |chat| chat.members.len());
            // The bot is one too.
            Ok((members + 1).into())
        }
        "getChatAdministrators" => administrators(bot, call, chat),
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
    let is_ability = |name: &str| {
        let starts = ["can_", "supports_", "has_", "allows_"];
        starts.iter().any(|start| name.starts_with(start))
    };
    if let Some(me) = me.as_object_mut() {
        for field in User::INFO
            .fields
            .iter()
            .filter(|field| is_ability(field.name))
        {
            me.insert(
                field.name.to_owned(),
                (field.name == "can_join_groups").into(),
            );
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

/// Returns a variant of `ChatMember`.
fn standing(bot: &Bot, call: &Call<'_>, status: &str, user: i64) -> Map<String, Value> {
    let union = schema::union("ChatMember");
    let variants = union.map_or(&[][..], |union| union.variants);
    let variant = variants.iter().find(|variant| variant.tag == status);
    let info = variant.and_then(|variant| schema::object(variant.name));
    let mut member = info.map_or_else(Map::new, |info| sample::object(info, call.now));
    member.insert("status".to_owned(), status.into());
    member.insert("user".to_owned(), bot.user_object(user));
    member
}

fn member(bot: &Bot, call: &Call<'_>, chat: i64, user: i64) -> Value {
    let known = bot.chats.get(&chat);
    let is_member = known.is_some_and(|chat| chat.members.contains(&user));
    let is_private = known.is_some_and(|chat| chat.kind() == "private");
    let status = match user {
        user if user == bot.id && !is_private => "administrator",
        user if user == bot.id || is_member => "member",
        _ => "left",
    };
    standing(bot, call, status, user).into()
}

fn administrators(bot: &Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let Some(known) = bot.chats.get(&chat) else {
        return Err(Refusal::ChatNotFound.answer());
    };
    if known.kind() == "private" {
        return Err(bad("there are no administrators in the private chat"));
    }
    let owner = known.members.iter().next().copied();
    let owner = owner.map(|user| standing(bot, call, "creator", user));
    let bot = standing(bot, call, "administrator", bot.id);
    Ok(json!(owner.into_iter().chain([bot]).collect::<Vec<_>>()))
}
