//! Messages that are edited, deleted and pinned.

use serde_json::Value;

use super::call::{Call, Outcome, bad};
use super::convert::Converter;
use super::forwards::message_ids;
use super::messages::{content, store};
use super::replies::Members;
use super::{business, notices, rights, schema};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, is_service};

/// What can have a caption.
const MEDIA: [&str; 8] = [
    "animation",
    "audio",
    "document",
    "live_photo",
    "paid_media",
    "photo",
    "video",
    "voice",
];
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

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let is_edit = call.name.starts_with("editMessage")
        || matches!(call.name, "stopMessageLiveLocation" | "setGameScore");
    if is_edit {
        return Some(edit(bot, call));
    }
    let chat = call.chat?;
    Some(match call.name {
        "stopPoll" => stop_poll(bot, call, chat),
        "deleteMessage" => delete(bot, call, chat),
        "deleteMessages" => {
            let ids = message_ids(call);
            ids.and_then(|ids| {
                for id in &ids {
                    rights::may_delete(bot, chat, *id)?;
                }
                for id in ids {
                    remove(bot, chat, id);
                }
                Ok(true.into())
            })
        }
        "pinChatMessage" => pin(bot, call, chat),
        "unpinChatMessage" => unpin(bot, call, chat),
        "unpinAllChatMessages" => {
            if let Some(chat) = bot.chats.get_mut(&chat) {
                chat.pinned.clear();
            }
            Ok(true.into())
        }
        "setMessageReaction" => find(bot, call, chat, "message to react").map(|(id, _)| {
            let reaction = call.arguments.get("reaction").and_then(Value::as_array);
            let by = bot.id;
            if let Some(chat) = bot.chats.get_mut(&chat) {
                chat.react(id, by, reaction.cloned().unwrap_or_default());
            }
            true.into()
        }),
        _ => return None,
    })
}

/// Returns the message that a call names.
fn find(bot: &Bot, call: &Call<'_>, chat: i64, what: &str) -> Result<(i64, Members), Answer> {
    let id = call.arguments.integer("message_id").unwrap_or_default();
    let message = bot.chats.get(&chat).and_then(|chat| chat.messages.get(&id));
    match message {
        Some(message) => Ok((id, message.clone())),
        None => Err(bad(&format!("{what} not found"))),
    }
}

fn edit(bot: &mut Bot, call: &Call<'_>) -> Outcome {
    let Some(chat) = call.chat else {
        return edit_inline(bot, call);
    };
    let what = match call.name {
        "setGameScore" => "message to set game score",
        _ => "message to edit",
    };
    let (_, before) = find(bot, call, chat, what)?;
    let by_bot = before.get("from").and_then(|from| from.get("id")?.as_i64()) == Some(bot.id)
        || before.contains_key("sender_chat")
        || business::is_by_bot(bot, &before);
    if !by_bot {
        return Err(bad("message can't be edited"));
    }
    let message = edited(bot, call, before)?;
    store(bot, chat, &message);
    Ok(message.into())
}

/// Edits a message that was sent inline. One that no user has sent is believed to be there.
fn edit_inline(bot: &mut Bot, call: &Call<'_>) -> Outcome {
    let id = call.arguments.inline_message();
    let place = id.and_then(|id| bot.inline_messages.get(id).copied());
    if let Some((chat, id)) = place {
        let message = bot.chats.get(&chat).and_then(|chat| chat.messages.get(&id));
        let before = message.ok_or_else(|| bad("MESSAGE_ID_INVALID"))?.clone();
        let message = edited(bot, call, before)?;
        store(bot, chat, &message);
    }
    Ok(true.into())
}

/// Returns a message as it is after an edit.
fn edited(bot: &mut Bot, call: &Call<'_>, before: Members) -> Result<Members, Answer> {
    has_what_is_edited(call, &before)?;
    let mut message = before.clone();
    let mut given = call.arguments.values.clone();
    match call.name {
        "setGameScore" => return Ok(before),
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
    if message == before {
        return Err(Refusal::MessageNotModified.answer());
    }
    message.insert("edit_date".to_owned(), call.now.into());
    Ok(message)
}

/// Refuses to edit what a message does not have.
fn has_what_is_edited(call: &Call<'_>, message: &Members) -> Result<(), Answer> {
    let has = |names: &[&str]| names.iter().any(|name| message.contains_key(*name));
    let location = message.get("location");
    let period = location.and_then(|location| location.get("live_period")?.as_i64());
    let sent = message.get("date").and_then(Value::as_i64);
    let is_live = period.is_some();
    if is_location_edit(call)
        && let (Some(period), Some(sent)) = (period, sent)
        && period != FOREVER
        && call.now >= sent.saturating_add(period)
    {
        return Err(bad("message can't be edited"));
    }
    let (what, is_there) = match call.name {
        "editMessageText" => ("text", has(&["text", "rich_message"])),
        "editMessageCaption" => ("caption", has(&MEDIA)),
        "editMessageMedia" => ("media", has(&MEDIA) || has(&["text", "rich_message"])),
        "editMessageChecklist" => ("checklist", has(&["checklist"])),
        "editMessageLiveLocation" | "stopMessageLiveLocation" => ("live location", is_live),
        "setGameScore" => ("game", has(&["game"])),
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

fn is_location_edit(call: &Call<'_>) -> bool {
    matches!(
        call.name,
        "editMessageLiveLocation" | "stopMessageLiveLocation"
    )
}

fn stop_poll(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (_, mut message) = find(bot, call, chat, "message with poll to stop")?;
    let Some(Value::Object(poll)) = message.get_mut("poll") else {
        return Err(bad("message poll not found"));
    };
    if poll.get("is_closed") == Some(&true.into()) {
        return Err(bad("poll has already been closed"));
    }
    poll.insert("is_closed".to_owned(), true.into());
    let poll = poll.clone();
    message.remove("reply_markup");
    content(bot, call, &call.arguments.values, &mut message)?;
    store(bot, chat, &message);
    Ok(poll.into())
}

fn remove(bot: &mut Bot, chat: i64, id: i64) -> bool {
    let Some(chat) = bot.chats.get_mut(&chat) else {
        return false;
    };
    chat.pinned.remove(&id);
    chat.messages.remove(&id).is_some()
}

fn delete(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let id = call.arguments.integer("message_id");
    let id = id.ok_or_else(|| bad("message identifier is not specified"))?;
    rights::may_delete(bot, chat, id)?;
    if remove(bot, chat, id) {
        Ok(true.into())
    } else {
        Err(Refusal::MessageToDeleteNotFound.answer())
    }
}

/// Pins a message, and tells of it.
fn pin(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let (id, mut message) = find(bot, call, chat, "message to pin")?;
    rights::may_pin(bot, chat)?;
    if is_service(&message) {
        return Err(bad("service messages can't be pinned"));
    }
    let Some(known) = bot.chats.get_mut(&chat) else {
        return Ok(true.into());
    };
    if known.pinned.insert(id) {
        message.remove("reply_to_message");
        let thread = message.get("message_thread_id").and_then(Value::as_i64);
        let mut notice = Members::new();
        notice.insert("pinned_message".to_owned(), message.into());
        known.set_topic(&mut notice, thread);
        notices::add_members(bot, call, chat, notice);
    }
    Ok(true.into())
}

fn unpin(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    let Some(known) = bot.chats.get(&chat) else {
        return Err(Refusal::ChatNotFound.answer());
    };
    let id = call
        .arguments
        .integer("message_id")
        .or(known.pinned.last().copied());
    let id = id.filter(|id| known.pinned.contains(id));
    let id = id.ok_or_else(|| bad("message to unpin not found"))?;
    rights::may_pin(bot, chat)?;
    if let Some(known) = bot.chats.get_mut(&chat) {
        known.pinned.remove(&id);
    }
    Ok(true.into())
}
