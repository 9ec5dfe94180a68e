//! A baseline: an album in structs that borrow their data, with serde's derive.

use std::hint::black_box;

use serde::Serialize;

use super::arguments::{ALBUM, CHAT};

#[derive(Default, Serialize)]
struct SendMediaGroup<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    business_connection_id: Option<&'a str>,
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    media: Vec<InputMedia<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disable_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    protect_content: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_effect_id: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum InputMedia<'a> {
    Photo(InputMediaPhoto<'a>),
}

#[derive(Default, Serialize)]
struct InputMediaPhoto<'a> {
    media: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parse_mode: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    show_caption_above_media: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_spoiler: Option<bool>,
}

pub(super) fn album() -> Vec<u8> {
    let photo = |&(media, caption): &(&'static str, &'static str)| {
        InputMedia::Photo(InputMediaPhoto {
            media,
            caption: Some(caption),
            ..InputMediaPhoto::default()
        })
    };
    let album = SendMediaGroup {
        chat_id: black_box(CHAT),
        media: black_box(&ALBUM).iter().map(photo).collect(),
        ..SendMediaGroup::default()
    };
    serde_json::to_vec(&album).expect("JSON")
}
