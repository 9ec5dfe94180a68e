//! The events as a reader gets them from the server.

use std::collections::BTreeMap;

use http_body_util::BodyExt;
use hyper::Request;
use serde_json::Value;
use tokio::time::timeout;

use super::super::PATIENCE;
use super::wire::Wire;
use crate::protocol::response::Content;
use crate::server::http::handle;

/// What a reader of the events knows, by what identifies an item.
pub(super) type Items = BTreeMap<String, Value>;

/// Takes an item as it is now.
pub(super) fn learn(items: &mut Items, item: &Value) {
    let id = |path: &str| item.pointer(path).unwrap_or(&Value::Null);
    let of_kind = match item["kind"].as_str() {
        Some("user") => id("/user/id"),
        Some("chat") => id("/chat/id"),
        Some("message") => id("/id"),
        Some("call" | "complaint") => id("/number"),
        _ => &Value::Null,
    };
    let chat = if item["kind"] == "message" {
        id("/chat")
    } else {
        &Value::Null
    };
    let bot = if item["kind"] == "call" {
        &Value::Null
    } else {
        id("/bot")
    };
    let key = format!("{} {bot} {chat} {of_kind}", item["kind"]);
    items.insert(key, item.clone());
}

/// A reader of the events.
pub(super) struct Stream {
    body: Content,
    /// The last position, from which another reader can continue.
    position: String,
    pub(super) items: Items,
}

impl Stream {
    /// Begins to read. What an earlier reader knows is not sent again.
    pub(super) async fn open(wire: &Wire, earlier: Option<Self>) -> Self {
        let mut request = Request::get("/control/events");
        let (position, items) = earlier
            .map(|it| (it.position, it.items))
            .unwrap_or_default();
        if !position.is_empty() {
            request = request.header("Last-Event-ID", position.as_str());
        }
        let request = request.body(String::new()).expect("a request");
        let response = handle(wire.running.clone(), request).await;
        Self {
            body: response.into_body(),
            position,
            items,
        }
    }

    /// Reads up to a position.
    pub(super) async fn read_to(&mut self, position: &str) {
        while self.position != position {
            let frame = timeout(PATIENCE, self.body.frame()).await;
            let frame = frame.expect("an event").expect("no end").expect("readable");
            let event = frame.into_data().expect("data");
            self.take(std::str::from_utf8(&event).expect("UTF-8"));
        }
    }

    fn take(&mut self, event: &str) {
        let lines = event.lines();
        let of = |name: &str| lines.clone().find_map(|line| line.strip_prefix(name));
        if of("event: ") == Some("reset") {
            self.items.clear();
        }
        let data = of("data: ").unwrap_or("{}");
        let data: Value = serde_json::from_str(data).expect("JSON");
        for item in data["items"].as_array().into_iter().flatten() {
            learn(&mut self.items, item);
        }
        if let Some(position) = of("id: ") {
            self.position = position.to_owned();
        }
    }
}
