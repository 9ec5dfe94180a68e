//! Values inside of parameters that the server refuses: what is missing, of another type, or unknown.

use serde_json::{Map, Value};
use telegrammar::schema::{ApiType, Discriminator, FieldInfo, TypeInfo};

use super::call::bad;
use super::replies::number;
use super::{payments, schema};
use crate::protocol::envelope::Answer;

/// Checks the value of a parameter that is JSON.
pub(super) fn check(param: &FieldInfo, value: &Value) -> Result<(), Answer> {
    // These have texts of their own.
    if matches!(param.name, "reply_markup" | "message_ids") {
        return Ok(());
    }
    if let Some(checked) = payments::check(param, value) {
        return checked;
    }
    member(param.name, &param.api_type, value).map_err(|wrong| refusal(param, &wrong))
}

/// Checks an item of a parameter that is a list of objects. The error is not an answer yet.
pub(super) fn item(param: &FieldInfo, object: &'static str, value: &Value) -> Result<(), String> {
    member(param.name, &ApiType::Object(object), value)
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
pub(super) fn refusal(param: &FieldInfo, wrong: &str) -> Answer {
    match title(&param.api_type) {
        Some(title) if param.name != "reply_parameters" => {
            bad(&format!("can't parse {title}: {wrong}"))
        }
        _ => {
            let mut characters = wrong.chars();
            let first = characters.next().map(|first| first.to_ascii_lowercase());
            bad(&first.into_iter().chain(characters).collect::<String>())
        }
    }
}

/// The server's name of a type, in errors.
fn title(ty: &ApiType) -> Option<&'static str> {
    Some(match ty {
        ApiType::Array(item) => return title(item),
        ApiType::OneOf(types) => return types.iter().find_map(title),
        // The server names what is wrong with an option, but not the option.
        ApiType::Object("InputPollOption") => return None,
        ApiType::Object(name) => match *name {
            "MenuButton" => "menu button",
            "MaskPosition" => "mask position",
            "LabeledPrice" => "labeled price",
            "ShippingOption" => "shipping option",
            name if name.starts_with("InlineQueryResult") => "inline query result",
            name if name.starts_with("InputMedia") => "InputMedia",
            name => name,
        },
        _ => return None,
    })
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
        return tagged(tag, members, infos.into_iter(), false);
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
    tag: &str,
    members: &Map<String, Value>,
    mut infos: impl Iterator<Item = &'i TypeInfo>,
    ignores_case: bool,
) -> Result<(), String> {
    let Some(given) = members.get(tag).and_then(Value::as_str) else {
        return Err(format!("Can't find field \"{tag}\""));
    };
    let is_it = |info: &&TypeInfo| match info.tag {
        Some((_, known)) => known == given || ignores_case && known.eq_ignore_ascii_case(given),
        None => false,
    };
    match infos.find(is_it) {
        Some(info) => object(info, members),
        None => Err(format!("type \"{given}\" is unsupported")),
    }
}

fn named(name: &str, value: &Value) -> Result<(), String> {
    let Some(union) = schema::union(name) else {
        return match (schema::object(name), value) {
            (Some(info), Value::Object(members)) => object(info, members),
            // An option of a poll may be only its text.
            (Some(info), Value::String(_)) if schema::field(info, "text").is_some() => Ok(()),
            (Some(_), _) => Err("expected an Object".to_owned()),
            (None, _) => Ok(()),
        };
    };
    let Value::Object(members) = value else {
        let may_be_text = name == "RichText" && (value.is_string() || value.is_array());
        return if may_be_text {
            Ok(())
        } else {
            Err("expected an Object".to_owned())
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
    tagged(tag, members, infos, union.ignores_case)
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
            if !field.required {
                continue;
            }
            let is_media = info.name.starts_with("Input") && matches!(name, "media" | "photo");
            return Err(if is_media {
                format!("{name} not found")
            } else {
                format!("Can't find field \"{name}\"")
            });
        };
        member(name, &field.api_type, value)?;
        let word = value.as_str();
        if word.is_some_and(|word| !schema::is_word(info.name, name, word)) {
            return Err(match name {
                "type" => "Unsupported type specified".to_owned(),
                name => format!("invalid {} specified", name.replace('_', " ")),
            });
        }
    }
    Ok(())
}
