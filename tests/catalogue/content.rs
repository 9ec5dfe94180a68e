//! The content of a message, compared with the facts, and its file.

use serde_json::{Value, json};
use telegrammar::from_json;
use telegrammar::types::{Message, MessageContent};

use crate::facts;
use crate::sample::{Extent, Samples};

/// Optional fields that the page lists after the last one that describes any message, and that are
/// still no content.
const ATTRIBUTES: [&str; 7] = [
    "entities",
    "link_preview_options",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "reply_markup",
];

/// Before the text, fields describe any message. These two stand between the text and the media.
const ATTRIBUTES_AFTER_TEXT: [&str; 2] = ["suggested_post_info", "effect_id"];

fn message(members: &[(&str, Value)]) -> Message {
    let mut json = json!({"message_id": 1, "date": 2, "chat": {"id": 3, "type": "private"}});
    for (name, value) in members {
        json[*name] = value.clone();
    }
    from_json(json.to_string()).expect("a message")
}

#[test]
fn each_optional_field_of_the_facts_is_a_content_or_an_attribute() {
    let facts = facts::read();
    let samples = Samples(&facts);
    let mut is_content = false;
    let mut contents = 0;
    for field in &facts["Message"].fields {
        is_content |= field.name == "text";
        let is_attribute = [&ATTRIBUTES[..], &ATTRIBUTES_AFTER_TEXT]
            .concat()
            .contains(&field.name);
        let value = samples.field(field, Extent::Required as usize);
        let message = message(&[(field.name, value)]);
        let content = message.content();
        if is_content && !is_attribute {
            contents += 1;
            assert_eq!(content.name(), field.name, "{content:?}");
        } else {
            assert_eq!(content, MessageContent::Unknown, "{}", field.name);
        }
    }
    assert!(contents > 70, "{contents}");
}

#[test]
fn the_more_specific_of_two_fields_is_the_content() {
    let facts = facts::read();
    let samples = Samples(&facts);
    let of = |name: &'static str| {
        let field = facts["Message"].field(name);
        (name, samples.field(field, Extent::Required as usize))
    };
    for (specific, general) in [
        ("animation", "document"),
        ("live_photo", "photo"),
        ("venue", "location"),
    ] {
        let message = message(&[of(specific), of(general)]);
        assert_eq!(message.content().name(), specific);
    }
}

#[test]
fn a_content_that_is_not_known_is_unknown() {
    let message = message(&[("hologram", json!({"file_id": "h"}))]);
    assert_eq!(message.content(), MessageContent::Unknown);
    assert_eq!(message.content().name(), "");
    assert_eq!(message.file_id(), None);
}

#[test]
fn the_content_is_borrowed_from_the_message() {
    let text = message(&[("text", json!("hi"))]);
    assert_eq!(text.content(), MessageContent::Text("hi"));
    let moved = message(&[("migrate_to_chat_id", json!(-100))]);
    assert_eq!(moved.content(), MessageContent::MigrateToChatId(-100));
    let created = message(&[("group_chat_created", json!(true))]);
    assert_eq!(created.content(), MessageContent::GroupChatCreated);
}

#[test]
fn each_content_with_one_file_has_its_id() {
    let facts = facts::read();
    let samples = Samples(&facts);
    for field in &facts["Message"].fields {
        let has_file = facts
            .get(field.ty)
            .is_some_and(|entry| entry.fields.iter().any(|field| field.name == "file_id"));
        let mut value = samples.field(field, Extent::Required as usize);
        if has_file {
            value["file_id"] = json!("the file");
            let message = message(&[(field.name, value)]);
            assert_eq!(message.file_id(), Some("the file"), "{}", field.name);
        } else if !field.ty.contains("PhotoSize") {
            let message = message(&[(field.name, value)]);
            assert_eq!(message.file_id(), None, "{}", field.name);
        }
    }
}

#[test]
fn a_photo_is_its_largest_size() {
    let size = |id: &str, width: i64, height: i64| json!({"file_id": id, "file_unique_id": id, "width": width, "height": height});
    let sizes = json!([size("s", 9, 9), size("l", 90, 60), size("m", 30, 20)]);
    for name in ["photo", "new_chat_photo"] {
        let message = message(&[(name, sizes.clone())]);
        assert_eq!(message.file_id(), Some("l"));
    }
    assert_eq!(message(&[("photo", json!([]))]).file_id(), None);
}
