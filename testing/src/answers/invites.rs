//! Invite links, and requests to join.

use serde_json::{Map, Value, json};

use super::call::{Call, Outcome, bad};
use super::{members, notices, rights};
use crate::protocol::envelope::Answer;
use crate::world::{Bot, Invite, standing};

/// What a link has if it is given.
const SET: [&str; 6] = [
    "name",
    "expire_date",
    "member_limit",
    "creates_join_request",
    "subscription_period",
    "subscription_price",
];

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    let user = call.arguments.integer("user_id").unwrap_or_default();
    Some(match call.name {
        "createChatInviteLink" | "createChatSubscriptionInviteLink" => create(bot, call, chat),
        "editChatInviteLink" | "editChatSubscriptionInviteLink" => edit(bot, call, chat),
        "revokeChatInviteLink" => revoke(bot, call, chat),
        "exportChatInviteLink" => export(bot, chat),
        "approveChatJoinRequest" => approve(bot, call, chat, user),
        "declineChatJoinRequest" => decline(bot, chat, user),
        _ => return None,
    })
}

fn may_invite(bot: &Bot, chat: i64) -> Result<(), Answer> {
    if chat > 0 {
        return Err(bad("can't invite members to a private chat"));
    }
    if !rights::has(bot, chat, "can_invite_users") {
        return Err(bad("not enough rights to manage chat invite link"));
    }
    Ok(())
}

/// Adds a link, and returns it.
fn add(bot: &mut Bot, chat: i64, is_primary: bool, set: Map<String, Value>) -> Map<String, Value> {
    let all = bot.chats.values().map(|chat| chat.invites.len());
    let text = format!("https://t.me/+FakeInvite{}", all.sum::<usize>() + 1);
    let link = json!({
        "invite_link": text,
        "creator": bot.user(),
        "creates_join_request": false,
        "is_primary": is_primary,
        "is_revoked": false,
    });
    let mut link = link.as_object().cloned().unwrap_or_default();
    link.extend(set);
    if let Some(chat) = bot.chats.get_mut(&chat) {
        let invite = Invite {
            link: link.clone(),
            joined: 0,
        };
        chat.invites.insert(text, invite);
    }
    link
}

/// Returns what a call sets of a link.
fn set(call: &Call<'_>) -> Result<Map<String, Value>, Answer> {
    if call.arguments.is_true("creates_join_request")
        && call.arguments.integer("member_limit").unwrap_or_default() > 0
    {
        return Err(bad(
            "member limit can't be specified for links requiring administrator approval",
        ));
    }
    let given = SET.iter().filter_map(|name| {
        let value = call.arguments.get(name)?;
        (value != &json!(0)).then(|| ((*name).to_owned(), value.clone()))
    });
    Ok(given.collect())
}

fn create(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let set = set(call)?;
    may_invite(bot, chat)?;
    Ok(add(bot, chat, false, set).into())
}

/// Returns the link that a call names.
fn named<'b>(bot: &'b mut Bot, call: &Call<'_>, chat: i64) -> Result<&'b mut Invite, Answer> {
    let link = call.arguments.text("invite_link").unwrap_or_default();
    let known = bot.chats.get_mut(&chat);
    let known = known.and_then(|chat| chat.invites.get_mut(link));
    known.ok_or_else(|| bad("INVITE_HASH_EXPIRED"))
}

fn edit(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let set = set(call)?;
    may_invite(bot, chat)?;
    let invite = named(bot, call, chat)?;
    if invite.is("is_revoked") || invite.is("is_primary") {
        return Err(bad("INVITE_HASH_EXPIRED"));
    }
    for name in SET.iter().filter(|name| !name.starts_with("subscription")) {
        invite.link.remove(*name);
    }
    invite
        .link
        .insert("creates_join_request".to_owned(), false.into());
    invite.link.extend(set);
    Ok(shown(bot, call, chat))
}

fn revoke(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    may_invite(bot, chat)?;
    let invite = named(bot, call, chat)?;
    if invite.is("is_revoked") {
        return Err(bad("INVITE_HASH_EXPIRED"));
    }
    invite.link.insert("is_revoked".to_owned(), true.into());
    if invite.is("is_primary") {
        add(bot, chat, true, Map::new());
    }
    Ok(shown(bot, call, chat))
}

fn shown(bot: &Bot, call: &Call<'_>, chat: i64) -> Value {
    let link = call.arguments.text("invite_link").unwrap_or_default();
    let shown = bot.chats.get(&chat).and_then(|chat| chat.invite(link));
    shown.unwrap_or_default()
}

/// Replaces the primary link.
fn export(bot: &mut Bot, chat: i64) -> Outcome {
    may_invite(bot, chat)?;
    if let Some(known) = bot.chats.get_mut(&chat) {
        for invite in known.invites.values_mut().filter(|it| it.is("is_primary")) {
            invite.link.insert("is_revoked".to_owned(), true.into());
        }
    }
    let link = add(bot, chat, true, Map::new());
    Ok(link.get("invite_link").cloned().unwrap_or_default())
}

/// Removes a request. Returns the link of it, if it was by one.
fn take(bot: &mut Bot, chat: i64, user: i64) -> Result<Option<String>, Answer> {
    may_invite(bot, chat)?;
    if standing::is_in(&bot.standing(chat, user)) {
        return Err(bad("USER_ALREADY_PARTICIPANT"));
    }
    let known = bot.chats.get_mut(&chat);
    let request = known.and_then(|chat| chat.requests.remove(&user));
    request.ok_or_else(|| bad("HIDE_REQUESTER_MISSING"))
}

fn approve(bot: &mut Bot, call: &Call<'_>, chat: i64, user: i64) -> Outcome {
    let link = take(bot, chat, user)?;
    let mut how = Map::new();
    if let (Some(link), Some(known)) = (link, bot.chats.get_mut(&chat)) {
        if let Some(invite) = known.invites.get_mut(&link) {
            invite.joined += 1;
        }
        if let Some(invite) = known.invite(&link) {
            how.insert("invite_link".to_owned(), invite);
        }
    }
    how.insert("via_join_request".to_owned(), true.into());
    members::stands_as(bot, call, (chat, user), standing::plain("member"), how);
    if bot.chat_kind(chat) != "channel" {
        let user = bot.user_object(user);
        let content = json!({"from": user, "new_chat_members": [user]});
        notices::add(bot, call, chat, &content);
    }
    Ok(true.into())
}

fn decline(bot: &mut Bot, chat: i64, user: i64) -> Outcome {
    take(bot, chat, user)?;
    Ok(true.into())
}
