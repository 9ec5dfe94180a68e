//! Examples of requests and responses, recorded from calls to the fake server of telegrammar-testing.

use std::sync::LazyLock;

use serde_json::Value;

use super::super::json::{Map, Node};

/// `{"getMe": {"request": {…}, "response": {…}}, …}`
static RECORDED: &str = include_str!("examples.json");

/// Returns the example of a request as JSON, if one without files was recorded.
pub(super) fn request(method: &str) -> Option<Map> {
    let request = recorded(method, "request")?;
    uploads(request)
        .is_empty()
        .then(|| example(request.clone()))
}

/// Returns the example of a request as a form, if one with files was recorded. A parameter is the file
/// itself, or names another part.
pub(super) fn form(method: &str) -> Option<Map> {
    let mut request = recorded(method, "request")?.clone();
    let named = uploads(&request);
    let parts = request.as_object_mut().filter(|_| !named.is_empty())?;
    let file = Value::from("the bytes of the file");
    let mut others = Vec::new();
    for part in parts.values_mut() {
        if part.is_string() && !uploads(part).is_empty() {
            *part = file.clone();
        } else {
            others.extend(uploads(part));
        }
    }
    parts.extend(others.into_iter().map(|name| (name, file.clone())));
    Some(example(request))
}

/// Returns the names of the files that are uploaded, from `attach://` and the name.
fn uploads(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => text
            .strip_prefix("attach://")
            .map(str::to_owned)
            .into_iter()
            .collect(),
        Value::Array(items) => items.iter().flat_map(uploads).collect(),
        Value::Object(members) => members.values().flat_map(uploads).collect(),
        _ => Vec::new(),
    }
}

/// Returns the example of a response, if one was recorded.
pub(super) fn response(method: &str) -> Option<Map> {
    recorded(method, "response").cloned().map(example)
}

fn example(value: Value) -> Map {
    let example = Map::new().with("value", Node::from(value));
    Map::new().with("recorded", example)
}

/// Returns the `request` or the `response` that was recorded of a method of the Bot API.
pub(in crate::openapi) fn recorded(method: &str, part: &str) -> Option<&'static Value> {
    static ALL: LazyLock<Value> =
        LazyLock::new(|| serde_json::from_str(RECORDED).unwrap_or_default());
    ALL.get(method)?.get(part)
}
