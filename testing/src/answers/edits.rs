//! Messages that are edited, and polls that are stopped.

use serde_json::{Map, Value};

use super::call::{Call, Outcome, bad};
use super::convert::Converter;
use super::messages::{content, store};
use super::named::{find, is_own};
use super::replies::Members;
use super::schema;
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, MEDIA};

/// The `live_period` of a location that is updated until the bot stops it.
const FOREVER: i64 = 0x7FFF_FFFF;
/// Everything that is replaced if the content of a message is edited.
const CONTENT: [&str; 20] = [
    "text",
    "entities",
    "link_preview_options",
    "rich_message",
    "animation",
    "audio",
    "document",
    "live_photo",
    "photo",
    "video",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "checklist",
    "location",
    "paid_media",
    "sticker",
    "video_note",
    "voice",
];

/// Refuses to edit a message that is not there, or that the bot cannot edit so.
pub(super) fn check(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<(), Answer> {
    if is_edit(call.name) {
        before(bot, call, chat)?;
    }
    Ok(())
}

fn is_edit(method: &str) -> bool {
    method.starts_with("editMessage") || method == "stopMessageLiveLocation"
}

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    if call.name == "stopPoll" {
        return Some(stop_poll(bot, call, call.chat?));
    }
    if !is_edit(call.name) {
        return None;
    }
    Some(match call.chat {
        Some(chat) => edit(bot, call, chat),
        None => inline(bot, call),
    })
}

/// Returns the message that a call edits.
fn before(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<Members, Answer> {
    let (id, message) = find(bot, call, chat, "message to edit")?;
    let has_other_keyboard = bot
        .chats
        .get(&chat)
        .is_some_and(|chat| chat.with_other_markup.contains(&id));
    let may_edit = is_own(bot, &message);
    if !may_edit || message.contains_key("forward_origin") || has_other_keyboard {
        return Err(bad("message can't be edited"));
    }
    has_what_is_edited(call, &message)?;
    Ok(message)
}

/// Edits a message that was sent inline. One that no user has sent is believed to be there.
fn inline(bot: &mut Bot, call: &Call<'_>) -> Outcome {
    let id = call.arguments.inline_message();
    if let Some((chat, id)) = id.and_then(|id| bot.inline_messages.get(id).copied()) {
        let message = bot.chats.get(&chat).and_then(|chat| chat.messages.get(&id));
        let before = message.ok_or_else(|| bad("MESSAGE_ID_INVALID"))?.clone();
        has_what_is_edited(call, &before)?;
        edited(bot, call, chat, &before)?;
    }
    Ok(true.into())
}

fn edit(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let before = before(bot, call, chat)?;
    edited(bot, call, chat, &before)
}

/// Stores a message as a call changes it.
fn edited(bot: &mut Bot, call: &Call<'_>, chat: i64, before: &Members) -> Outcome {
    let mut message = before.clone();
    let mut given = call.arguments.values.clone();
    match call.name {
        "stopMessageLiveLocation" => {
            if let Some(Value::Object(location)) = message.get_mut("location") {
                for live in ["live_period", "heading", "proximity_alert_radius"] {
                    location.remove(live);
                }
            }
        }
        "editMessageLiveLocation" => {
            let location = message.get_mut("location").and_then(Value::as_object_mut);
            if let (Some(location), Some(info)) = (location, schema::object("Location")) {
                Converter::new(bot, call).fill(info, &given, location)?;
            }
        }
        "editMessageReplyMarkup" => {}
        "editMessageCaption" => {
            for name in ["caption", "caption_entities", "show_caption_above_media"] {
                message.remove(name);
            }
        }
        _ => {
            for name in CONTENT {
                message.remove(name);
            }
            if let Some(Value::Object(media)) = given.remove("media") {
                given.extend(media);
            }
        }
    }
    // Without a keyboard, the old one goes.
    message.remove("reply_markup");
    content(bot, call, &given, &mut message)?;
    if message == *before {
        return Err(Refusal::MessageNotModified.answer());
    }
    message.insert("edit_date".to_owned(), call.now.into());
    store(bot, chat, &message);
    Ok(message.into())
}

/// Closes a poll, of which the bot is told.
fn stop_poll(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (_, mut message) = find(bot, call, chat, "message with poll to stop")?;
    let is_own = is_own(bot, &message) && !message.contains_key("forward_origin");
    let Some(Value::Object(poll)) = message.get_mut("poll") else {
        return Err(bad("message is not a poll"));
    };
    if poll.get("is_closed") == Some(&true.into()) {
        return Err(bad("poll has already been closed"));
    }
    if !is_own {
        return Err(bad("poll can't be stopped"));
    }
    poll.insert("is_closed".to_owned(), true.into());
    let poll = poll.clone();
    message.remove("reply_markup");
    content(bot, call, &call.arguments.values, &mut message)?;
    store(bot, chat, &message);
    bot.tell(Map::from_iter([("poll".to_owned(), poll.clone().into())]));
    Ok(poll.into())
}

/// Refuses to edit what a message does not have.
fn has_what_is_edited(call: &Call<'_>, message: &Members) -> Result<(), Answer> {
    let has = |names: &[&str]| names.iter().any(|name| message.contains_key(*name));
    let location = message.get("location");
    let period = location.and_then(|location| location.get("live_period")?.as_i64());
    let sent = message.get("date").and_then(Value::as_i64);
    let is_live = period.is_some();
    if call.name.ends_with("LiveLocation")
        && let (Some(period), Some(sent)) = (period, sent)
        && period != FOREVER
        && call.now >= sent.saturating_add(period)
    {
        return Err(bad("message can't be edited"));
    }
    let (what, is_there) = match call.name {
        "editMessageText" => ("text", has(&["text", "rich_message"])),
        "editMessageCaption" => ("caption", has(&MEDIA)),
        "editMessageMedia" if !has(&MEDIA) && !has(&["text", "rich_message"]) => {
            return Err(bad("message media can't be edited"));
        }
        "editMessageChecklist" => ("checklist", has(&["checklist"])),
        "editMessageLiveLocation" | "stopMessageLiveLocation" => ("live location", is_live),
        _ => return Ok(()),
    };
    if !is_there {
        return Err(bad(&format!("there is no {what} in the message to edit")));
    }
    let kind = call
        .arguments
        .get("media")
        .and_then(|media| media.get("type")?.as_str());
    let is_visual = |kind: &str| matches!(kind, "photo" | "video" | "live_photo");
    let was_visual = has(&["photo", "video", "live_photo"]);
    if has(&["media_group_id"])
        && kind.is_some_and(|kind| !(message.contains_key(kind) || is_visual(kind) && was_visual))
    {
        return Err(bad("can't change media type in the album"));
    }
    Ok(())
}
