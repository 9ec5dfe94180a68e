//! Members that the server still sends beside those that replaced them.

use serde_json::{Map, Value, json};
use telegrammar::schema::ApiType;

use super::members::MESSAGES;
use super::replies::Members;
use super::schema;

/// Members of a message that have an earlier name: the member, and the earlier name.
const RENAMED: [(&str, &str); 5] = [
    ("left_chat_member", "left_chat_participant"),
    ("video_chat_scheduled", "voice_chat_scheduled"),
    ("video_chat_started", "voice_chat_started"),
    ("video_chat_ended", "voice_chat_ended"),
    (
        "video_chat_participants_invited",
        "voice_chat_participants_invited",
    ),
];

/// Adds the legacy members to a value of a type, and to all that is in it.
pub(crate) fn add(value: &mut Value, ty: &ApiType) {
    match value {
        Value::Array(items) => {
            let item = match ty {
                ApiType::Array(item) => *item,
                other => other,
            };
            for value in items {
                add(value, item);
            }
        }
        Value::Object(members) => {
            let Some(info) = schema::object_of(ty, members) else {
                return;
            };
            for field in info.fields {
                if let Some(value) = members.get_mut(field.name) {
                    add(value, &field.api_type);
                }
            }
            members.extend(of(info.name, members));
        }
        _ => {}
    }
}

/// Returns the legacy members of an object.
fn of(name: &str, members: &Members) -> Members {
    let mut legacy = Map::new();
    let mut set = |name: &str, value: Value| {
        legacy.insert(name.to_owned(), value);
    };
    if let Some(thumbnail) = members.get("thumbnail") {
        set("thumb", thumbnail.clone());
    }
    let is_true = |name: &str| members.get(name) == Some(&true.into());
    match name {
        "Message" => {
            let origin = members.get("forward_origin").and_then(Value::as_object);
            legacy.extend(origin.map(forward).unwrap_or_default());
            legacy.extend(event(members));
        }
        "Chat" | "ChatFullInfo" => {
            let is_group = members.get("type") == Some(&"group".into());
            if is_group {
                set("all_members_are_administrators", false.into());
            }
            if is_group && name == "Chat" {
                set("accepted_gift_types", gifts());
            }
            if name == "ChatFullInfo" {
                set("can_send_gift", true.into());
            }
        }
        "ChatMemberAdministrator" => set(
            "can_manage_voice_chats",
            is_true("can_manage_video_chats").into(),
        ),
        "ChatPermissions" | "ChatMemberRestricted" => set(
            "can_send_media_messages",
            // Those to send anything but texts were one.
            MESSAGES
                .iter()
                .all(|name| *name == "can_send_messages" || is_true(name))
                .into(),
        ),
        "StickerSet" => {
            let is_mask = members.get("sticker_type") == Some(&"mask".into());
            set("contains_masks", is_mask.into());
        }
        "UsersShared" => set("user_ids", shared(members).into()),
        "Poll" => {
            let correct = members.get("correct_option_ids");
            if let Some(first) = correct.and_then(|ids| ids.get(0)) {
                set("correct_option_id", first.clone());
            }
        }
        _ => {}
    }
    legacy
}

fn gifts() -> Value {
    json!({
        "unlimited_gifts": false,
        "limited_gifts": false,
        "unique_gifts": false,
        "premium_subscription": false,
    })
}

fn shared(members: &Members) -> Vec<Value> {
    let users = members.get("users").and_then(Value::as_array);
    let users = users.into_iter().flatten();
    users
        .filter_map(|user| user.get("user_id").cloned())
        .collect()
}

/// Returns what a message said about a forward before there was an origin.
fn forward(origin: &Members) -> Members {
    let mut legacy = Map::new();
    for (name, earlier) in [
        ("date", "forward_date"),
        ("sender_user", "forward_from"),
        ("sender_user_name", "forward_sender_name"),
        ("sender_chat", "forward_from_chat"),
        ("chat", "forward_from_chat"),
        ("message_id", "forward_from_message_id"),
        ("author_signature", "forward_signature"),
    ] {
        if let Some(value) = origin.get(name) {
            legacy.insert(earlier.to_owned(), value.clone());
        }
    }
    legacy
}

/// Returns what a service message had before.
fn event(members: &Members) -> Members {
    let mut legacy = Map::new();
    for (name, earlier) in RENAMED {
        if let Some(value) = members.get(name) {
            legacy.insert(earlier.to_owned(), value.clone());
        }
    }
    let first = members
        .get("new_chat_members")
        .and_then(|users| users.get(0));
    for earlier in ["new_chat_member", "new_chat_participant"] {
        if let Some(user) = first {
            legacy.insert(earlier.to_owned(), user.clone());
        }
    }
    if let Some(Value::Object(users)) = members.get("users_shared")
        && let [user] = shared(users).as_slice()
    {
        let request = users.get("request_id");
        let user = json!({"request_id": request, "user_id": user});
        legacy.insert("user_shared".to_owned(), user);
    }
    legacy
}
