//! What a lenient client has to repair in an answer that a test specifies.

use serde_json::Value;
use telegrammar::schema::ApiType;

use super::schema::{self, Listed};

/// The most that is said about one answer.
const MOST: usize = 20;

/// Returns what of a result is missing or has another type than in the Bot API, each with its path.
pub(crate) fn repairs(method: Listed, result: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("result", &method.result, result, &mut found);
    found.truncate(MOST);
    found
}

fn compare(path: &str, ty: &ApiType, value: &Value, found: &mut Vec<String>) {
    if found.len() >= MOST {
        return;
    }
    let is_type = match ty {
        ApiType::Integer => value.is_i64() || value.is_u64(),
        ApiType::Float => value.is_number(),
        ApiType::String | ApiType::InputFile => value.is_string(),
        ApiType::Boolean => value.is_boolean(),
        ApiType::Array(item) => {
            for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                compare(&format!("{path}[{index}]"), item, value, found);
            }
            value.is_array()
        }
        ApiType::Object(_) => value.is_object() || is_plain(ty, value),
        // `true` instead of a message, for example.
        ApiType::OneOf(types) => value.is_object() || types.iter().any(|it| is_plain(it, value)),
        _ => true,
    };
    if !is_type {
        found.push(format!("`{path}` must be of type {ty}"));
    }
    let Some(members) = value.as_object() else {
        return;
    };
    let info = schema::object_of(ty, members);
    for field in info.into_iter().flat_map(|info| info.fields) {
        let path = format!("{path}.{}", field.name);
        match members.get(field.name).filter(|value| !value.is_null()) {
            Some(value) => compare(&path, &field.api_type, value, found),
            None if field.required => found.push(format!("`{path}` is missing")),
            None => {}
        }
    }
}

/// Returns whether a value that is no object is one of a type.
fn is_plain(ty: &ApiType, value: &Value) -> bool {
    match ty {
        ApiType::Boolean => value.is_boolean(),
        ApiType::String => value.is_string(),
        ApiType::Integer => value.is_i64(),
        // A text may be plain, or a list of texts.
        ApiType::Object("RichText") => value.is_string() || value.is_array(),
        _ => false,
    }
}
