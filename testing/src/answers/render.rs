//! Answers as text, with the members in the order in which the server sends them.

use std::fmt::Write as _;

use serde_json::{Map, Value};
use telegrammar::schema::{ApiType, TypeInfo};

use super::schema;

/// Members that the server sends before the others.
const FIRST: [&str; 10] = [
    "update_id",
    "message_id",
    "from",
    "author_signature",
    "sender_chat",
    "sender_business_bot",
    "sender_boost_count",
    "business_connection_id",
    "chat",
    "date",
];

/// Returns a value of a type as JSON.
pub(crate) fn render(value: &Value, ty: &ApiType) -> String {
    let mut text = String::new();
    write_value(value, Some(ty), &mut text);
    text
}

fn write_value(value: &Value, ty: Option<&ApiType>, text: &mut String) {
    match value {
        Value::Object(members) => {
            let info = ty.and_then(|ty| schema::object_of(ty, members));
            write_object(members, info, text);
        }
        Value::Array(items) => {
            let item = match ty {
                Some(ApiType::Array(item)) => Some(*item),
                other => other,
            };
            text.push('[');
            for (at, value) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write_value(value, item, text);
            }
            text.push(']');
        }
        other => {
            let _ = write!(text, "{other}");
        }
    }
}

fn write_object(members: &Map<String, Value>, info: Option<&TypeInfo>, text: &mut String) {
    let name = info.map(|info| info.name);
    let fields = info.map_or(&[][..], |info| info.fields);
    let place = |member: &str| {
        let early = FIRST.iter().position(|name| *name == member);
        let early = early.filter(|_| matches!(name, Some("Message" | "Update")));
        let listed = fields.iter().position(|field| field.name == member);
        let is_tag = info
            .and_then(|info| info.tag)
            .is_some_and(|(tag, _)| tag == member);
        match (early, listed) {
            (Some(early), _) => (0, early),
            _ if is_tag => (1, 0),
            (None, Some(listed)) => (2, listed),
            (None, None) => (3, 0),
        }
    };
    let mut sorted: Vec<_> = members.iter().collect();
    sorted.sort_by_key(|(member, _)| place(member));
    text.push('{');
    for (at, (member, value)) in sorted.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
            // The server begins a new line after the number of an update.
            if at == 1 && name == Some("Update") {
                text.push('\n');
            }
        }
        // Writing to a string does not fail.
        let _ = write!(text, "{}", Value::from(member.as_str()));
        text.push(':');
        let field = fields.iter().find(|field| field.name == member);
        write_value(value, field.map(|field| &field.api_type), text);
    }
    text.push('}');
}
