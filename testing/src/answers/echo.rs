//! Answers for every method: a made-up result with the arguments that it can carry.

use serde_json::{Map, Value};
use telegrammar::schema::{ApiType, TypeInfo};

use super::call::{Call, Outcome, result_type};
use super::convert::Converter;
use super::{sample, schema};
use crate::protocol::envelope::Answer;
use crate::world::{Bot, USER};

/// Answers a call from its definition alone.
pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Outcome {
    of_type(bot, call, &result_type(call))
}

fn of_type(bot: &mut Bot, call: &Call<'_>, ty: &ApiType) -> Outcome {
    Ok(match ty {
        ApiType::Array(item) => vec![of_type(bot, call, item)?].into(),
        ApiType::Object(name) => match schema::object(name) {
            Some(info) => object(bot, call, info)?.into(),
            None => sample::value(ty, call.now),
        },
        ApiType::String => text(bot).into(),
        other => sample::value(other, call.now),
    })
}

/// Returns an object with the arguments that it can carry.
pub(super) fn object(
    bot: &mut Bot,
    call: &Call<'_>,
    info: &TypeInfo,
) -> Result<Map<String, Value>, Answer> {
    let mut members = sample::object(info, call.now);
    people(bot, call, info, &mut members);
    Converter::new(bot, call).fill(info, &call.arguments.values, &mut members)?;
    numbers(bot, call, info, &mut members);
    Ok(members)
}

/// Sets the user and the chat that a call names, and the bot where the result has a creator.
fn people(bot: &Bot, call: &Call<'_>, info: &TypeInfo, members: &mut Map<String, Value>) {
    for field in info.fields.iter().filter(|field| field.required) {
        let value = match field.api_type {
            ApiType::Object("User") if field.name == "user" => {
                bot.user_object(call.arguments.integer("user_id").unwrap_or(USER))
            }
            ApiType::Object("User") => bot.user(),
            ApiType::Object("Chat") => match bot.chats.get(&call.chat.unwrap_or(USER)) {
                Some(chat) => chat.short(),
                None => continue,
            },
            _ => continue,
        };
        members.insert(field.name.to_owned(), value);
    }
}

/// Makes ids that the server assigns different from each other.
fn numbers(bot: &mut Bot, call: &Call<'_>, info: &TypeInfo, members: &mut Map<String, Value>) {
    for field in info.fields.iter().filter(|field| field.required) {
        let is_id = field.name == "id" || field.name.ends_with("_id");
        if !is_id || call.arguments.get(field.name).is_some() {
            continue;
        }
        // What is asked for by its id has that id: a `Story` that of `story_id`.
        if let Some(id) = call
            .arguments
            .get(&(schema::snake_case(info.name) + "_id"))
            .filter(|_| field.name == "id")
        {
            members.insert("id".to_owned(), id.clone());
            continue;
        }
        let number = bot.number();
        let value = match field.api_type {
            ApiType::Integer => number.into(),
            ApiType::String => format!("Fake-{number}").into(),
            _ => continue,
        };
        members.insert(field.name.to_owned(), value);
    }
    if let Some(link) = members.get_mut("invite_link")
        && call.arguments.get("invite_link").is_none()
    {
        *link = format!("https://t.me/+Fake{}", bot.number()).into();
    }
}

fn text(bot: &mut Bot) -> String {
    format!("https://t.me/+Fake{}", bot.number())
}
