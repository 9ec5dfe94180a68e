//! Values inside of parameters that the server refuses: what is missing, of another type, or unknown.

use serde_json::{Map, Value};
use telegrammar::schema::{ApiType, Discriminator, FieldInfo, TypeInfo};

use super::call::bad;
use super::replies::number;
use super::{payments, schema, wrong};
use crate::protocol::envelope::Answer;

/// Checks the value of a parameter that is JSON.
pub(super) fn check(method: &str, param: &FieldInfo, value: &Value) -> Result<(), Answer> {
    // These have texts of their own, and wrong kinds of updates are ignored.
    if matches!(
        param.name,
        "reply_markup" | "message_ids" | "allowed_updates"
    ) {
        return Ok(());
    }
    if let Some(checked) = payments::check(param, value) {
        return checked;
    }
    let checked = member(param.name, &param.api_type, value);
    checked.map_err(|wrong| refusal(method, param, &wrong))
}

/// Checks entities, which are ignored if they are no list. The error is not an answer yet.
pub(super) fn entities(field: &FieldInfo, value: &Value) -> Result<(), String> {
    if !value.is_array() {
        return Ok(());
    }
    let checked = member(field.name, &field.api_type, value);
    checked.map_err(|wrong| format!("Can't parse MessageEntity: {wrong}"))
}

/// The answer to a wrong value inside of a parameter.
pub(super) fn refusal(method: &str, param: &FieldInfo, wrong: &str) -> Answer {
    if let Some(title) = wrong::title(method, &param.api_type) {
        return bad(&format!("{title}: {wrong}"));
    }
    let mut characters = wrong.chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    bad(&first.into_iter().chain(characters).collect::<String>())
}

/// Checks a value. The error is the server's text, without what it is wrapped in.
fn member(name: &str, ty: &ApiType, value: &Value) -> Result<(), String> {
    let must_be = |what: &str| Err(format!("Field \"{name}\" must be {what}"));
    match (ty, value) {
        // As if it were not there.
        (_, Value::Null) | (ApiType::Unlisted, _) => Ok(()),
        (ApiType::Integer, value) if number(value).is_some() => Ok(()),
        (ApiType::Integer, Value::Number(_) | Value::String(_)) => must_be("a valid Number"),
        (ApiType::Integer, _) => must_be("a Number"),
        (ApiType::Float, value) if value.is_number() => Ok(()),
        (ApiType::Float, _) => must_be("of type Number"),
        (ApiType::Boolean, value) if value.is_boolean() => Ok(()),
        (ApiType::Boolean, _) => must_be("of type Boolean"),
        (ApiType::String | ApiType::InputFile | ApiType::ChatId, value) => {
            if value.is_string() || value.is_number() {
                Ok(())
            } else {
                must_be("of type String")
            }
        }
        (ApiType::Array(item), Value::Array(items)) => {
            items.iter().try_for_each(|value| member(name, item, value))
        }
        (ApiType::Array(ApiType::Object("InputChecklistTask")), _) => {
            Err("Expected an Array of InputChecklistTask".to_owned())
        }
        (ApiType::Array(_), _) => must_be("of type Array"),
        (ApiType::Object(object), value) => named(object, value),
        (ApiType::OneOf(types), Value::Object(members)) => one_of(types, members, value),
        (ApiType::OneOf(_), _) => Err("expected an Object".to_owned()),
        _ => Ok(()),
    }
}

/// Checks a value of several types: the one with its tag, or any of them.
fn one_of(types: &[ApiType], members: &Map<String, Value>, value: &Value) -> Result<(), String> {
    let infos = types.iter().filter_map(|ty| match ty {
        ApiType::Object(name) => schema::object(name),
        _ => None,
    });
    let infos: Vec<&TypeInfo> = infos.collect();
    let tag = infos.first().and_then(|info| info.tag).map(|(tag, _)| tag);
    if let Some(tag) = tag.filter(|_| infos.len() == types.len()) {
        let name = infos.first().map_or("", |info| info.name);
        return tagged(name, tag, members, infos.into_iter(), false);
    }
    let mut outcome = Ok(());
    for ty in types {
        outcome = member("", ty, value);
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}

/// Checks an object by the one of these types that has its tag.
fn tagged<'i>(
    name: &str,
    tag: &str,
    members: &Map<String, Value>,
    mut infos: impl Iterator<Item = &'i TypeInfo>,
    ignores_case: bool,
) -> Result<(), String> {
    // The server looks for the file before it looks at the type.
    let has_file = name.starts_with("InputMedia") || name.starts_with("InputPaidMedia");
    if has_file && members.get("media").is_none_or(Value::is_null) {
        return Err(wrong::missing(name, "media"));
    }
    let given = match members.get(tag) {
        None | Some(Value::Null) => return Err(format!("Can't find field \"{tag}\"")),
        Some(Value::String(given)) => given,
        Some(_) => return Err(format!("Field \"{tag}\" must be of type String")),
    };
    let is_it = |info: &&TypeInfo| match info.tag {
        Some((_, known)) => known == *given || ignores_case && known.eq_ignore_ascii_case(given),
        None => false,
    };
    match infos.find(is_it) {
        Some(info) => object(info, members),
        None => Err(wrong::unknown_tag(name, tag, given)),
    }
}

fn named(name: &str, value: &Value) -> Result<(), String> {
    let Some(union) = schema::union(name) else {
        return match (schema::object(name), value) {
            (Some(info), Value::Object(members)) => object(info, members),
            // An option of a poll may be only its text.
            (Some(info), Value::String(_)) if schema::field(info, "text").is_some() => Ok(()),
            (Some(_), _) => Err(wrong::not_an_object(name)),
            (None, _) => Ok(()),
        };
    };
    let Value::Object(members) = value else {
        let may_be_text = name == "RichText" && (value.is_string() || value.is_array());
        return if may_be_text {
            Ok(())
        } else {
            Err(wrong::not_an_object(name))
        };
    };
    let infos = union
        .variants
        .iter()
        .filter_map(|it| schema::object(it.name));
    let Discriminator::Tag(tag) = union.discriminator else {
        let mut outcomes = infos.map(|info| object(info, members));
        return match outcomes.find(Result::is_ok) {
            Some(_) => Ok(()),
            None => Err("expected another Object".to_owned()),
        };
    };
    // Several variants may have the same tag.
    let given = members.get(tag).and_then(Value::as_str);
    let is_same = |info: &&TypeInfo| info.tag.is_some_and(|(_, known)| Some(known) == given);
    let mut same = infos.clone().filter(is_same);
    if same.any(|info| object(info, members).is_ok()) {
        return Ok(());
    }
    tagged(name, tag, members, infos, union.ignores_case)
}

fn object(info: &TypeInfo, members: &Map<String, Value>) -> Result<(), String> {
    for field in info.fields {
        let name = field.name;
        // Entities are read with their text, and of a user who is mentioned, only the id is.
        let mut texts = schema::formatted_texts(info.fields);
        if texts.any(|it| it.entities.name == name) || info.name == "User" && name != "id" {
            continue;
        }
        let Some(value) = members.get(name).filter(|value| !value.is_null()) else {
            // Rights that are not given are off.
            if !field.required || info.name == "ChatAdministratorRights" {
                continue;
            }
            return Err(wrong::missing(info.name, name));
        };
        member(name, &field.api_type, value)?;
        // Whether there is such a reaction is not told before the message is known.
        let word = value.as_str().filter(|_| info.name != "ReactionTypeEmoji");
        if word.is_some_and(|word| !schema::is_word(info.name, name, word)) {
            return Err(wrong::unknown_word(info.name, name));
        }
    }
    wrong::members(info.name, members)
}

/// Checks a member of an object by itself.
pub(super) fn field(owner: &str, name: &str, value: &Value) -> Result<(), String> {
    let field = schema::object(owner).and_then(|owner| schema::field(owner, name));
    field.map_or(Ok(()), |field| member(name, &field.api_type, value))
}
