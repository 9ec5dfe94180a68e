//! A baseline: structs that borrow their data, with serde's derive.

use std::hint::black_box;

use serde::Serialize;

use super::arguments::{BUTTONS, CHAT, REPLY_TO, TEXT, USER};

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
    #[serde(skip_serializing_if = "Option::is_none")]
    message_effect_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<ReplyParameters<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<InlineKeyboardMarkup<'a>>,
}

#[derive(Default, Serialize)]
struct ReplyParameters<'a> {
    message_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    chat_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_sending_without_reply: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote_parse_mode: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote_position: Option<i64>,
}

#[derive(Serialize)]
struct InlineKeyboardMarkup<'a> {
    inline_keyboard: Vec<Vec<InlineKeyboardButton<'a>>>,
}

#[derive(Default, Serialize)]
struct InlineKeyboardButton<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    callback_data: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    switch_inline_query: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    switch_inline_query_current_chat: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay: Option<bool>,
}

#[derive(Serialize)]
struct GetUserProfilePhotos {
    user_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<i64>,
}

pub(crate) fn message() -> Vec<u8> {
    let button = |&(text, data): &(&'static str, &'static str)| InlineKeyboardButton {
        text,
        callback_data: Some(data),
        ..InlineKeyboardButton::default()
    };
    let message = SendMessage {
        chat_id: black_box(CHAT),
        text: black_box(TEXT),
        reply_parameters: Some(ReplyParameters {
            message_id: black_box(REPLY_TO),
            ..ReplyParameters::default()
        }),
        reply_markup: Some(InlineKeyboardMarkup {
            inline_keyboard: black_box(&BUTTONS)
                .iter()
                .map(|row| row.iter().map(button).collect())
                .collect(),
        }),
        ..SendMessage::default()
    };
    serde_json::to_vec(&message).expect("JSON")
}

pub(crate) fn photos() -> Vec<u8> {
    let photos = GetUserProfilePhotos {
        user_id: black_box(USER),
        offset: Some(black_box(42)),
        limit: Some(black_box(100)),
    };
    serde_json::to_vec(&photos).expect("JSON")
}
