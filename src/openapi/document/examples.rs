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
    static ALL: LazyLock<Value> =
        LazyLock::new(|| serde_json::from_str(RECORDED).unwrap_or_default());
    let value = ALL.get(method)?.get(part)?.clone();
    let example = Map::new().with("value", Node::from(value));
    Some(Map::new().with("recorded", example))
}
