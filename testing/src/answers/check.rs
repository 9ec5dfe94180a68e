//! What the server refuses before it does anything, in its order: parameters first, the chat next, then the
//! messages that are named, and last what remains of texts without their markup.

use serde_json::Value;
use telegrammar::schema::{ApiType, FieldInfo};

use super::call::{Call, bad};
use super::{
    access, business, buttons, commands, forwards, locations, missing, named, order, replies,
    rights, schema, texts, topics, validate, wrong,
};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::Bot;

/// The most results of an inline query.
const MOST_RESULTS: usize = 50;
/// The most stickers that a set is created with.
const MOST_STICKERS: usize = 50;

/// Checks the parameters, finds the chat and the messages, and replaces texts by what the server stores of
/// them.
pub(super) fn check(bot: &Bot, call: &mut Call<'_>) -> Result<(), Answer> {
    let params = order::in_order(call.name, call.method.info.params());
    let is_one = matches!(call.name, "forwardMessage" | "copyMessage");
    let is_late = |param: &FieldInfo| is_one && order::is_about_sending(param.name);
    for param in params.iter().filter(|param| !is_late(param)) {
        read(call, param)?;
    }
    if is_one {
        forwards::check_source(bot, call)?;
    }
    for param in params.iter().filter(|param| is_late(param)) {
        read(call, param)?;
    }
    business::check(bot, call)?;
    find_chat(bot, call)?;
    if let Some(chat) = call.chat {
        replies::check(bot, call, chat)?;
        super::edits::check(bot, call, chat)?;
        buttons::check_in_chat(bot, call, chat)?;
    }
    if call.name == "sendPoll" && call.arguments.get("question").is_none() {
        return Err(bad("text must be non-empty"));
    }
    match call.name {
        "sendLocation" | "sendVenue" | "editMessageLiveLocation" => locations::check(call)?,
        "setMyCommands" => commands::store(call)?,
        _ => {}
    }
    texts::store(bot, call)
}

/// Checks a parameter, and parses the texts in it.
fn read(call: &mut Call<'_>, param: &'static FieldInfo) -> Result<(), Answer> {
    if let Some(fault) = call.arguments.fault(param.name) {
        return Err(bad(fault));
    }
    let params = call.method.info.params();
    match call.arguments.get(param.name) {
        None if missing::is_required(call, param) => {
            return Err(missing::answer(call.name, param));
        }
        // Entities are read with their text.
        Some(_) if schema::formatted_texts(params).any(|it| it.entities.name == param.name) => {}
        Some(value) => check_value(call, param, value)?,
        None => {}
    }
    texts::parse(call, param)
}

fn find_chat(bot: &Bot, call: &mut Call<'_>) -> Result<(), Answer> {
    let is_chat = |param: &&FieldInfo| param.name == "chat_id";
    let params = call.method.info.params();
    let Some(param) = params.iter().find(is_chat) else {
        return Ok(());
    };
    let names_message = call.arguments.integer("message_id").unwrap_or_default() != 0;
    if call.name.ends_with("ChatMenuButton") {
        return find_user(bot, call);
    }
    if call.name == "deleteMessage" {
        if call.arguments.get("chat_id").is_none() {
            return Err(bad("chat identifier is not specified"));
        }
        if !names_message {
            return Err(bad("message identifier is not specified"));
        }
    }
    match call.arguments.get("chat_id") {
        None if has_inline_form(call) && !names_message => {
            if call.arguments.inline_message().is_some() {
                return Ok(());
            }
            Err(bad("message identifier is not specified"))
        }
        None if !param.required && !has_inline_form(call) => Ok(()),
        None => Err(bad("chat_id is empty")),
        Some(id) => {
            let chat = bot.chat_id(id).filter(|chat| bot.has_seen(*chat));
            let chat = chat.ok_or_else(|| Refusal::ChatNotFound.answer())?;
            call.chat = Some(chat);
            access::check(bot, call, chat)?;
            rights::check(bot, call, chat)?;
            topics::check(bot, call, chat)
        }
    }
}

/// Finds the user whose private chat a call names.
fn find_user(bot: &Bot, call: &mut Call<'_>) -> Result<(), Answer> {
    let Some(id) = call.arguments.get("chat_id") else {
        return Ok(());
    };
    let id = id.as_i64().filter(|id| *id > 0);
    let id = id.ok_or_else(|| bad("invalid chat_id specified"))?;
    if !bot.users.contains_key(&id) {
        return Err(Refusal::UserNotFound.answer());
    }
    call.chat = Some(id);
    Ok(())
}

/// Returns whether a method can be about an inline message, and then has another result.
fn has_inline_form(call: &Call<'_>) -> bool {
    matches!(call.method.result, ApiType::OneOf(_))
}

fn check_value(call: &Call<'_>, param: &FieldInfo, value: &Value) -> Result<(), Answer> {
    let count = value.as_array().map_or(0, Vec::len);
    match param.name {
        "user_id" if value.as_i64().is_some_and(|id| id <= 0) => {
            return Err(bad("invalid user_id specified"));
        }
        "action" | "emoji" | "sticker_format" | "sticker_type" => word(call, param.name, value)?,
        "type" if call.name == "sendPoll" => word(call, param.name, value)?,
        "results" if count > MOST_RESULTS => {
            return Err(bad("too many inline query results specified"));
        }
        "stickers" if count > MOST_STICKERS => return Err(bad("too many stickers specified")),
        "prices" if count == 0 => return Err(bad("there must be at least one price")),
        "shipping_options" if count == 0 => {
            return Err(bad("there must be at least one shipping option"));
        }
        "emoji_list" => {
            let checked = wrong::emoji(Some(value));
            checked.map_err(|wrong| bad(&format!("can't parse emoji list: {wrong}")))?;
        }
        "correct_option_ids"
            if !value
                .as_array()
                .is_none_or(|ids| ids.iter().all(Value::is_number)) =>
        {
            return Err(bad("correct option identifier must be of type Number"));
        }
        "message_ids" => {
            named::message_ids(call)?;
        }
        "reply_markup" => buttons::check(value)?,
        "photo" | "sticker" if is_upload_only(call.name) => {
            let file = value.as_str().unwrap_or_default();
            if call.arguments.upload(file).is_none() {
                return Err(bad("photo must be uploaded as an InputFile"));
            }
        }
        _ => {}
    }
    if value.is_string() {
        return Ok(());
    }
    validate::check(call.name, param, value)
}

fn is_upload_only(method: &str) -> bool {
    matches!(method, "setChatPhoto" | "uploadStickerFile")
}

/// Refuses a text that is none of a closed set.
fn word(call: &Call<'_>, name: &str, value: &Value) -> Result<(), Answer> {
    let word = value.as_str();
    if word.is_none_or(|word| schema::is_word(call.name, name, word)) {
        return Ok(());
    }
    Err(match name {
        "sticker_format" => bad("invalid sticker format specified"),
        "sticker_type" => bad("unsupported sticker type specified"),
        "type" => bad("unsupported poll type specified"),
        name => bad(&format!("wrong parameter {name} in request")),
    })
}
