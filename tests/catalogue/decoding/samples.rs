//! Values that are right, to be made wrong.

use serde_json::{Value, json};
use telegrammar::types::{Message, Update, UpdateKind};

pub(crate) fn user() -> Value {
    json!({"id": 7, "is_bot": false, "first_name": "Ann"})
}

pub(crate) fn chat() -> Value {
    json!({"id": -5, "type": "group", "title": "Friends"})
}

/// A message with more members.
pub(crate) fn message(more: &Value) -> Value {
    with(
        json!({"message_id": 1, "date": 1_700_000_000, "chat": chat()}),
        more,
    )
}

/// An update with more members.
pub(crate) fn update(more: &Value) -> Value {
    with(json!({"update_id": 3}), more)
}

/// An update that is a message with more members.
pub(crate) fn message_update(more: &Value) -> Value {
    update(&json!({"message": message(more)}))
}

pub(crate) fn with(mut value: Value, more: &Value) -> Value {
    for (name, member) in more.as_object().expect("an object") {
        value[name] = member.clone();
    }
    value
}

pub(crate) fn without(mut value: Value, name: &str) -> Value {
    let members = value.as_object_mut().expect("an object");
    members.remove(name).expect(name);
    value
}

/// An administrator who may do all that is required to be told.
pub(crate) fn administrator() -> Value {
    json!({
        "status": "administrator", "user": user(), "can_be_edited": true, "is_anonymous": true,
        "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": true,
        "can_restrict_members": true, "can_promote_members": true, "can_change_info": true,
        "can_invite_users": true, "can_post_stories": true, "can_edit_stories": true,
        "can_delete_stories": true, "can_send_welcome_messages": true,
    })
}

/// The message that an update is.
#[track_caller]
pub(crate) fn message_of(update: &Update) -> &Message {
    match &update.kind {
        UpdateKind::Message(message) => message,
        kind => panic!("{kind:?}"),
    }
}
