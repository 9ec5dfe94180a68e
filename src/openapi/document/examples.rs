//! Examples of requests and responses, recorded from calls to the fake server of telegrammar-testing.

use std::sync::LazyLock;

use serde_json::Value;

use super::super::json::{Map, Node};

/// `{"getMe": {"request": {…}, "response": {…}}, …}`
static RECORDED: &str = include_str!("examples.json");

/// Returns the example of a request, if one was recorded.
pub(super) fn request(method: &str) -> Option<Map> {
    example(method, "request")
}

/// Returns the example of a response, if one was recorded.
pub(super) fn response(method: &str) -> Option<Map> {
    example(method, "response")
}

fn example(method: &str, part: &str) -> Option<Map> {
    let value = recorded(method, part)?.clone();
    let example = Map::new().with("value", Node::from(value));
    Some(Map::new().with("recorded", example))
}

/// Returns the `request` or the `response` that was recorded of a method of the Bot API.
pub(in crate::openapi) fn recorded(method: &str, part: &str) -> Option<&'static Value> {
    static ALL: LazyLock<Value> =
        LazyLock::new(|| serde_json::from_str(RECORDED).unwrap_or_default());
    ALL.get(method)?.get(part)
}
