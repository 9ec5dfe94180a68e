//! Texts that are sent: markup is parsed, entities are checked, and what the server stores of both takes
//! their place in the arguments.

use serde_json::{Value, json};
use telegrammar::schema::{ApiType, FieldInfo, Rule};
use telegrammar::text::{ParseError, Text, parse_html, parse_markdown, parse_markdown_v2};
use telegrammar::types::MessageEntityType as Type;

use super::call::{Call, bad};
use super::entities;
use super::replies::Members;
use super::schema::{self, FormattedText};
use super::validate;
use crate::detect::with_detected;
use crate::protocol::envelope::Answer;
use crate::world::Bot;

/// The longest text before it is parsed, in bytes.
const LONGEST: usize = 32_768;

/// Parses the texts in a parameter: each becomes a text without markup beside its entities, and its parse
/// mode is removed.
///
/// # Errors
///
/// The answer to markup or entities that the server cannot parse.
pub(super) fn parse(call: &mut Call<'_>, param: &'static FieldInfo) -> Result<(), Answer> {
    let owner = Owner {
        name: call.name,
        fields: call.method.info.params(),
    };
    let members = &mut call.arguments.values;
    let parsed = visit(owner, param, members, &mut |_, text, members| {
        parse_text(text, members)
    });
    parsed.map_err(|wrong| validate::refusal(call.name, param, &wrong))
}

/// Replaces each parsed text by what the server stores: without white space around it, with entities that
/// do not overlap, and with those that the server finds by itself.
///
/// # Errors
///
/// The answer to a text that is empty or too long, and to entities that do not fit it.
pub(super) fn store(bot: &Bot, call: &mut Call<'_>) -> Result<(), Answer> {
    let owner = Owner {
        name: call.name,
        fields: call.method.info.params(),
    };
    for param in owner.fields {
        let members = &mut call.arguments.values;
        let stored = visit(owner, param, members, &mut |owner, text, members| {
            store_text(bot, owner, text, members)
        });
        stored.map_err(|wrong| bad(&wrong))?;
    }
    Ok(())
}

/// A method or an object with texts.
#[derive(Clone, Copy)]
struct Owner {
    name: &'static str,
    fields: &'static [FieldInfo],
}

type Parser = fn(&str) -> Result<Text, ParseError>;

type Visitor<'v> = dyn FnMut(&str, FormattedText, &mut Members) -> Result<(), String> + 'v;

/// Visits a field if it is a text, and the texts inside of its value.
fn visit(
    owner: Owner,
    field: &'static FieldInfo,
    members: &mut Members,
    visitor: &mut Visitor<'_>,
) -> Result<(), String> {
    let mut texts = schema::formatted_texts(owner.fields);
    if let Some(text) = texts.find(|it| it.text.name == field.name) {
        return visitor(owner.name, text, members);
    }
    match members.get_mut(field.name) {
        Some(value) => visit_value(&field.api_type, value, visitor),
        None => Ok(()),
    }
}

fn visit_value(ty: &ApiType, value: &mut Value, visitor: &mut Visitor<'_>) -> Result<(), String> {
    // An option of a poll may be only its text.
    if let (ApiType::Object(name), Value::String(_)) = (ty, &*value)
        && let Some(info) = schema::object(name)
        && schema::formatted_texts(info.fields).any(|it| it.text.name == "text")
    {
        *value = json!({"text": value});
    }
    match (ty, value) {
        (ApiType::Array(item), Value::Array(values)) => values
            .iter_mut()
            .try_for_each(|value| visit_value(item, value, visitor)),
        (ty, Value::Object(members)) => {
            let Some(info) = schema::object_of(ty, members) else {
                return Ok(());
            };
            let owner = Owner {
                name: info.name,
                fields: info.fields,
            };
            let mut fields = info.fields.iter();
            let visited = fields.try_for_each(|field| visit(owner, field, members, visitor));
            visited.map_err(|wrong| match info.name {
                "InputChecklistTask" => format!("Can't parse InputChecklistTask: {wrong}"),
                _ => wrong,
            })
        }
        _ => Ok(()),
    }
}

/// Returns a text, which may be given as a number in JSON.
fn source(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn parse_text(text: FormattedText, members: &mut Members) -> Result<(), String> {
    let markup = source(members.get(text.text.name)).unwrap_or_default();
    if markup.len() > LONGEST {
        return Err("Text is too long".to_owned());
    }
    let mode = source(members.remove(text.mode).as_ref()).unwrap_or_default();
    let parser: Option<Parser> = match mode.to_ascii_lowercase().as_str() {
        _ if markup.is_empty() => None,
        "" | "none" => None,
        "html" => Some(parse_html),
        "markdownv2" => Some(parse_markdown_v2),
        "markdown" => Some(parse_markdown),
        _ => return Err("Unsupported parse_mode".to_owned()),
    };
    if let Some(parser) = parser {
        // Entities beside a parse mode are not even looked at.
        let parsed = parser(&markup).map_err(|error| format!("Can't parse entities: {error}"))?;
        let (letters, entities) = parsed.into_parts();
        let entities: Vec<Value> = entities.iter().map(|it| json!(it)).collect();
        members.insert(text.text.name.to_owned(), letters.into());
        members.insert(text.entities.name.to_owned(), entities.into());
    } else if let Some(entities) = members.get(text.entities.name) {
        validate::entities(text.entities, entities)?;
    }
    Ok(())
}

fn store_text(
    bot: &Bot,
    owner: &str,
    text: FormattedText,
    members: &mut Members,
) -> Result<(), String> {
    let given = members.remove(text.entities.name);
    let name = text.text.name;
    let Some(letters) = source(members.get(name)) else {
        return Ok(());
    };
    let entities = entities::read(bot, &letters, given.as_ref())?;
    let kept = with_detected(Text::from_parts(letters, entities).cleaned());
    let (letters, mut entities) = kept.into_parts();
    entities.retain(|entity| is_kept(owner, name, &entity.r#type));
    let bounds = text.text.rules.iter().find_map(|rule| match rule {
        Rule::Len(bounds) | Rule::LenAfterEntities(bounds) => Some(*bounds),
        _ => None,
    });
    let most = bounds.and_then(|bounds| bounds.max);
    if let Some(most) = most.filter(|most| letters.chars().count() > *most) {
        return Err(too_long(owner, name, most));
    }
    if letters.is_empty() {
        members.remove(name);
        return match bounds.and_then(|bounds| bounds.min) {
            Some(1..) => Err("text must be non-empty".to_owned()),
            _ => Ok(()),
        };
    }
    members.insert(name.to_owned(), letters.into());
    if !entities.is_empty() {
        let entities = entities::write(bot, &entities);
        members.insert(text.entities.name.to_owned(), entities);
    }
    Ok(())
}

/// The server's words for a text with more characters than it may have.
fn too_long(owner: &str, name: &str, most: usize) -> String {
    match (owner, name) {
        (_, "question") => format!("poll question length must not exceed {most}"),
        ("InputPollOption", _) => format!("poll options length must not exceed {most}"),
        ("InputTextMessageContent", _) => "message is too long".to_owned(),
        (owner, "text") if owner.contains("Message") => "message is too long".to_owned(),
        (_, "caption") => "message caption is too long".to_owned(),
        (_, name) => format!("{} is too long", name.replace('_', " ")),
    }
}

/// Returns whether the server keeps entities of this type.
fn is_kept(owner: &str, name: &str, r#type: &Type) -> bool {
    let is_emoji = *r#type == Type::CustomEmoji;
    let is_style = matches!(
        r#type,
        Type::Bold | Type::Italic | Type::Underline | Type::Strikethrough | Type::Spoiler
    );
    match (owner, name) {
        (_, "question") | ("InputPollOption", _) => is_emoji,
        ("InputChecklist" | "InputChecklistTask" | "sendGift" | "giftPremiumSubscription", _)
        | (_, "quote") => is_emoji || is_style || *r#type == Type::DateTime,
        _ => true,
    }
}
