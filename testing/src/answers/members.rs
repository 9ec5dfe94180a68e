//! Members whose standing the bot changes, and its own.

use serde_json::{Map, Value, json};

use super::call::{Call, Outcome, bad};
use super::{notices, rights};
use crate::protocol::envelope::Answer;
use crate::world::Bot;
use crate::world::standing::{self, Standing};

/// Times closer than this, and times further away, are forever, in seconds.
const SOONEST: i64 = 30;
const LATEST: i64 = 366 * 24 * 60 * 60;
/// The most characters of the title of an administrator.
const LONGEST_TITLE: usize = 16;
/// What is permitted together, unless permissions are independent.
const IMPLIED: [(&str, &[&str]); 3] = [
    ("can_send_polls", &["can_send_messages"]),
    ("can_send_other_messages", &MESSAGES),
    ("can_add_web_page_previews", &MESSAGES),
];
/// The permissions to send messages.
pub(super) const MESSAGES: [&str; 7] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
];

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    let user = call.arguments.integer("user_id").unwrap_or_default();
    let new = match call.name {
        "leaveChat" if chat < 0 => {
            stands(bot, call, chat, bot.id, standing::plain("left"));
            return Some(Ok(true.into()));
        }
        "banChatMember" => ban(bot, call, chat, user),
        "unbanChatMember" => unban(bot, call, chat, user),
        "restrictChatMember" => restrict(bot, call, chat, user),
        "promoteChatMember" => promote(bot, call, chat, user),
        "setChatAdministratorCustomTitle" => titled(bot, call, chat, user),
        "setChatPermissions" if chat > 0 => {
            return Some(Err(bad("can't change private chat permissions")));
        }
        "setChatPermissions" => {
            let given = standing::permissions(|name| permits(call, name));
            if let Some(chat) = bot.chats.get_mut(&chat) {
                chat.info.insert("permissions".to_owned(), given.into());
            }
            return Some(Ok(true.into()));
        }
        _ => return None,
    };
    Some(new.map(|new| {
        if let Some(new) = new {
            stands(bot, call, chat, user, new);
        }
        true.into()
    }))
}

/// What a user becomes, if that is something else.
type Becomes = Result<Option<Standing>, Answer>;

fn ban(bot: &Bot, call: &Call<'_>, chat: i64, user: i64) -> Becomes {
    if chat > 0 {
        return Err(bad("can't ban members in private chats"));
    }
    may_restrict(bot, chat, user)?;
    known(bot, user)?;
    let mut new = standing::banned();
    new.insert("until_date".to_owned(), until(call).into());
    Ok(Some(new))
}

/// Who is not banned but in the chat is removed, too.
fn unban(bot: &Bot, call: &Call<'_>, chat: i64, user: i64) -> Becomes {
    rights::of_kind(bot, call, chat)?;
    may_restrict(bot, chat, user)?;
    known(bot, user)?;
    let is_banned = standing::status(&bot.standing(chat, user)) == "kicked";
    let changes = is_banned || !call.arguments.is_true("only_if_banned");
    Ok(changes.then(|| standing::plain("left")))
}

fn restrict(bot: &Bot, call: &Call<'_>, chat: i64, user: i64) -> Becomes {
    rights::of_kind(bot, call, chat)?;
    may_restrict(bot, chat, user)?;
    known(bot, user)?;
    let is_in = standing::is_in(&bot.standing(chat, user));
    let mut new = standing::restricted(|name| permits(call, name));
    if standing::permits_all(&new) {
        return Ok(Some(standing::plain(if is_in { "member" } else { "left" })));
    }
    new.insert("is_member".to_owned(), is_in.into());
    new.insert("until_date".to_owned(), until(call).into());
    Ok(Some(new))
}

/// Returns whether a call gives a permission.
fn permits(call: &Call<'_>, name: &str) -> bool {
    let given = call.arguments.get("permissions").and_then(Value::as_object);
    let is_given = |name: &str| given.and_then(|it| it.get(name)) == Some(&true.into());
    let is_independent = call.arguments.is_true("use_independent_chat_permissions");
    let by = |(by, implied): &(&str, &[&str])| implied.contains(&name) && is_given(by);
    is_given(name) || !is_independent && IMPLIED.iter().any(by)
}

/// Without any right, the user is no administrator.
fn promote(bot: &Bot, call: &Call<'_>, chat: i64, user: i64) -> Becomes {
    rights::of_kind(bot, call, chat)?;
    if user == bot.id {
        return Err(bad("can't promote self"));
    }
    not_owner(bot, chat, user)?;
    if !rights::has(bot, chat, "can_promote_members") {
        return Err(bad("not enough rights"));
    }
    known(bot, user)?;
    let kind = bot.chat_kind(chat);
    let before = bot.standing(chat, user);
    match standing::status(&before) {
        "administrator" if before.get("can_be_edited") != Some(&true.into()) => {
            return Err(bad("CHAT_ADMIN_REQUIRED"));
        }
        "kicked" => return Err(bad("USER_KICKED")),
        _ if !standing::is_in(&before) => return Err(bad("USER_NOT_MUTUAL_CONTACT")),
        _ => {}
    }
    let given = |name: &str| call.arguments.is_true(name);
    let is_any = standing::rights(kind).any(given) || given("is_anonymous");
    if !is_any {
        let is_administrator = standing::status(&before) == "administrator";
        return Ok(is_administrator.then(|| standing::plain("member")));
    }
    // Nobody gives a right that the bot does not have.
    if standing::rights(kind).any(|right| given(right) && !rights::has(bot, chat, right)) {
        return Err(bad("RIGHT_FORBIDDEN"));
    }
    // Whoever has any right has this one.
    let mut new = standing::administrator(kind, |name| name == "can_manage_chat" || given(name));
    new.insert("can_be_edited".to_owned(), true.into());
    Ok(Some(new))
}

fn titled(bot: &Bot, call: &Call<'_>, chat: i64, user: i64) -> Becomes {
    rights::of_kind(bot, call, chat)?;
    let mut new = bot.standing(chat, user);
    if standing::status(&new) == "creator" {
        return Err(bad("only the owner can edit their custom title"));
    }
    if standing::status(&new) != "administrator" {
        return Err(bad("user is not an administrator"));
    }
    if new.get("can_be_edited") != Some(&true.into()) {
        return Err(bad("not enough rights to change custom title of the user"));
    }
    let title = call.arguments.text("custom_title");
    if title.is_some_and(|title| title.chars().count() > LONGEST_TITLE) {
        return Err(bad("CUSTOM_TITLE_INVALID"));
    }
    match title {
        Some(title) => new.insert("custom_title".to_owned(), title.into()),
        None => new.remove("custom_title"),
    };
    Ok(Some(new))
}

fn known(bot: &Bot, user: i64) -> Result<(), Answer> {
    if bot.users.contains_key(&user) {
        return Ok(());
    }
    Err(bad("PARTICIPANT_ID_INVALID"))
}

fn not_owner(bot: &Bot, chat: i64, user: i64) -> Result<(), Answer> {
    if standing::status(&bot.standing(chat, user)) == "creator" {
        return Err(bad("can't remove chat owner"));
    }
    Ok(())
}

fn may_restrict(bot: &Bot, chat: i64, user: i64) -> Result<(), Answer> {
    if user == bot.id {
        return Err(bad("can't restrict self"));
    }
    not_owner(bot, chat, user)?;
    if !rights::has(bot, chat, "can_restrict_members") {
        return Err(bad("not enough rights to restrict/unrestrict chat member"));
    }
    let standing = bot.standing(chat, user);
    let may_edit = standing.get("can_be_edited") == Some(&true.into());
    if standing::status(&standing) == "administrator" && !may_edit {
        return Err(bad("user is an administrator of the chat"));
    }
    Ok(())
}

/// Returns until when something is so, or 0 for forever.
fn until(call: &Call<'_>) -> i64 {
    let until = call.arguments.integer("until_date").unwrap_or_default();
    let is_soon = (SOONEST..=LATEST).contains(&until.saturating_sub(call.now));
    if is_soon { until } else { 0 }
}

/// Changes what a user, or the bot, is in a chat, and tells the bot.
fn stands(bot: &mut Bot, call: &Call<'_>, chat: i64, user: i64, new: Standing) {
    stands_as(bot, call, (chat, user), new, Map::new());
}

/// Changes what a user, or the bot, is in a chat, and tells the bot, with more members of the event.
pub(super) fn stands_as(
    bot: &mut Bot,
    call: &Call<'_>,
    (chat, user): (i64, i64),
    new: Standing,
    how: Map<String, Value>,
) {
    let was_in = standing::is_in(&bot.standing(chat, user));
    let is_removed = was_in && !standing::is_in(&new) && user != bot.id;
    let Some(mut event) = bot.member_updated((chat, bot.id), user, new, call.now) else {
        return;
    };
    if let Some(event) = event.as_object_mut() {
        event.extend(how);
    }
    let kind = if user == bot.id {
        "my_chat_member"
    } else {
        "chat_member"
    };
    bot.tell(Map::from_iter([(kind.to_owned(), event)]));
    if is_removed && bot.chat_kind(chat) != "channel" {
        let content = json!({"left_chat_member": bot.user_object(user)});
        notices::add(bot, call, chat, &content);
    }
}
