//! A baseline: a message with only a text, in a struct that borrows it, with serde's derive.

use std::hint::black_box;

use serde::Serialize;

use super::arguments::CHAT;

#[derive(Default, Serialize)]
struct SendMessage<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    business_connection_id: Option<&'a str>,
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parse_mode: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disable_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    protect_content: Option<bool>,
}

pub(super) fn text(text: &str) -> Vec<u8> {
    let message = SendMessage {
        chat_id: black_box(CHAT),
        text: black_box(text),
        ..SendMessage::default()
    };
    serde_json::to_vec(&message).expect("JSON")
}
