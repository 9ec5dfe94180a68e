//! The bot, chats and their members.

use serde_json::{Value, json};
use telegrammar::types::{ChatFullInfo, User};

use super::call::{Call, Outcome, bad};
use super::{notices, sample, schema};
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, is_ability, standing};

/// Methods that describe a chat, and what they change.
const DESCRIBED: [(&str, &str); 2] = [
    ("setChatTitle", "title"),
    ("setChatDescription", "description"),
];

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    if call.name == "getMe" {
        return Some(Ok(me(bot)));
    }
    let chat = call.chat?;
    Some(match call.name {
        "getChat" => Ok(full(bot, call, chat)),
        "getChatMember" => {
            let user = call.arguments.integer("user_id").unwrap_or_default();
            if user != bot.id && !bot.users.contains_key(&user) {
                return Some(Err(bad("member not found")));
            }
            let standing = bot.standing(chat, user);
            Ok(standing::member(standing, bot.user_object(user)))
        }
        "getChatMemberCount" => {
            let members = bot.chats.get(&chat).map_or(0, |chat| chat.members.len());
            let bot = usize::from(standing::is_in(&bot.standing(chat, bot.id)));
            Ok((members + bot).into())
        }
        "getChatAdministrators" => administrators(bot, chat),
        "deleteChatStickerSet" => {
            if let Some(chat) = bot.chats.get_mut(&chat) {
                chat.info.remove("sticker_set_name");
            }
            Ok(true.into())
        }
        "setChatPhoto" => set_photo(bot, call, chat),
        "deleteChatPhoto" => delete_photo(bot, call, chat),
        name if name.starts_with("setChat") => {
            let what = DESCRIBED.iter().find(|(method, _)| *method == name);
            if let Some((_, what)) = what.filter(|_| bot.chat_kind(chat) == "private") {
                return Some(Err(bad(&format!("can't change private chat {what}"))));
            }
            if name == "setChatDescription" && is_described(bot, call, chat) {
                return Some(Err(bad("chat description is not modified")));
            }
            let title = |bot: &Bot| bot.chats.get(&chat)?.info.get("title").cloned();
            let before = title(bot);
            set(bot, call, chat);
            let after = title(bot);
            if after != before {
                let content = json!({"new_chat_title": after});
                notices::add(bot, call, chat, &content);
            }
            return None;
        }
        _ => return None,
    })
}

/// Returns whether a chat has the description that a call gives.
fn is_described(bot: &Bot, call: &Call<'_>, chat: i64) -> bool {
    let known = bot.chats.get(&chat);
    let before = known.and_then(|chat| chat.info.get("description")?.as_str());
    let after = call.arguments.text("description");
    before.unwrap_or_default() == after.unwrap_or_default()
}

/// Sets the photo, and tells of it.
fn set_photo(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    if bot.chat_kind(chat) == "private" {
        return Err(bad("can't change private chat photo"));
    }
    let file = call.arguments.text("photo");
    let file = file.and_then(|file| call.arguments.upload(file));
    let content = file.map(|file| file.content().clone()).unwrap_or_default();
    let photo = bot.files.photo(content);
    let sizes = photo.get("photo").and_then(Value::as_array);
    let of = |size: Option<&Value>, name: &str| size.and_then(|size| size.get(name)).cloned();
    let (small, big) = (
        sizes.and_then(|sizes| sizes.first()),
        sizes.and_then(|sizes| sizes.last()),
    );
    let whole = json!({
        "small_file_id": of(small, "file_id"),
        "small_file_unique_id": of(small, "file_unique_id"),
        "big_file_id": of(big, "file_id"),
        "big_file_unique_id": of(big, "file_unique_id"),
    });
    if let Some(chat) = bot.chats.get_mut(&chat) {
        chat.info.insert("photo".to_owned(), whole);
    }
    notices::add(bot, call, chat, &json!({"new_chat_photo": sizes}));
    Ok(true.into())
}

fn delete_photo(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    if bot.chat_kind(chat) == "private" {
        return Err(bad("can't change private chat photo"));
    }
    let known = bot.chats.get_mut(&chat);
    if known.is_some_and(|chat| chat.info.remove("photo").is_some()) {
        notices::add(bot, call, chat, &json!({"delete_chat_photo": true}));
    }
    Ok(true.into())
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

fn full(bot: &Bot, call: &Call<'_>, id: i64) -> Value {
    let mut full = sample::object(ChatFullInfo::INFO, call.now);
    if let Some(chat) = bot.chats.get(&id) {
        if matches!(chat.kind(), "group" | "supergroup") {
            let all = standing::permissions(|_| true);
            full.insert("permissions".to_owned(), all.into());
        }
        full.extend(chat.info.clone());
        let invites = bot.standing(id, bot.id).get("can_invite_users") == Some(&true.into());
        if let Some(link) = chat.primary().filter(|_| invites) {
            full.insert("invite_link".to_owned(), link.into());
        }
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
