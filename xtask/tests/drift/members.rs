//! Members, kinds and words.

use serde_json::{Value, json};

use crate::{chat, finds, lines, message, update};

#[test]
fn nothing_is_found_in_what_the_facts_know() {
    finds(&[], &update(json!({"text": "a"})), &[]);
    let me = json!({"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "A"}});
    finds(&["--method", "getMe"], &me, &[]);
    finds(
        &["--method", "editMessageText"],
        &json!({"ok": true, "result": true}),
        &[],
    );
    finds(&["--method", "editMessageText"], &message(json!({})), &[]);
    finds(&["--method", "getChatMemberCount"], &json!(5), &[]);
    finds(&["--type", "ForumTopicClosed"], &json!({}), &[]);
    // The server may write a whole number as a float.
    finds(&["--method", "getChatMemberCount"], &json!(5.0), &[]);
}

#[test]
fn an_unknown_member_is_named_with_its_path_and_the_kind_of_its_value() {
    for (value, kind) in [
        (json!("secret words"), "String"),
        (json!(1), "Integer"),
        (json!(1.5), "Float"),
        (json!(true), "Boolean"),
        (json!(null), "null"),
        (json!(["secret"]), "Array"),
        (json!({"secret": {"secret": 1}}), "Object"),
    ] {
        let expected = format!("unknown member `Message.mood` ({kind}) at $.message.mood, once");
        finds(&[], &update(json!({"mood": value})), &[&expected]);
    }
    let user = json!({"id": 1, "is_bot": false, "first_name": "A", "age": 1});
    finds(
        &[],
        &json!({"update_id": 1, "planet": {}, "message": message(json!({"new_chat_members": [user]}))}),
        &[
            "unknown member `Update.planet` (Object) at $.planet, once",
            "unknown member `User.age` (Integer) at $.message.new_chat_members[0].age, once",
        ],
    );
    finds(
        &["--type", "ForumTopicClosed"],
        &json!({"by": 1}),
        &["unknown member `ForumTopicClosed.by` (Integer) at $.by, once"],
    );
}

#[test]
fn a_member_is_found_in_lists_of_lists() {
    let photo = |more: Value| {
        let mut photo = json!({"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1});
        let more = more.as_object().expect("an object").clone();
        photo.as_object_mut().expect("an object").extend(more);
        photo
    };
    let rows = json!([
        [photo(json!({}))],
        [photo(json!({})), photo(json!({"hue": 1}))]
    ]);
    finds(
        &["--method", "getUserProfilePhotos"],
        &json!({"ok": true, "result": {"total_count": 2, "photos": rows}}),
        &["unknown member `PhotoSize.hue` (Integer) at $.result.photos[1][1].hue, once"],
    );
    finds(
        &["--method", "getUserProfilePhotos"],
        &json!({"total_count": 2, "photos": [photo(json!({}))]}),
        &[
            "wrong kind of `UserProfilePhotos.photos`: expected Array of PhotoSize (Object) at $.photos[0], once",
        ],
    );
}

#[test]
fn a_kind_that_disagrees_is_named_without_the_value() {
    for (member, value, expected) in [
        ("text", json!(5), "expected String (Integer)"),
        ("message_id", json!("secret"), "expected Integer (String)"),
        ("message_id", json!(1.5), "expected Integer (Float)"),
        ("chat", json!("secret"), "expected Chat (String)"),
        ("chat", json!([chat()]), "expected Chat (Array)"),
        (
            "entities",
            json!({}),
            "expected Array of MessageEntity (Object)",
        ),
        ("is_topic_message", json!("true"), "expected True (String)"),
        ("via_bot", json!(null), "expected User (null)"),
    ] {
        let line =
            format!("wrong kind of `Message.{member}`: {expected} at $.message.{member}, once");
        finds(&[], &update(json!({member: value})), &[&line]);
    }
    finds(
        &["--type", "Location"],
        &json!({"latitude": 1, "longitude": "1.5"}),
        &["wrong kind of `Location.longitude`: expected Float (String) at $.longitude, once"],
    );
    finds(
        &["--method", "getMe"],
        &json!({"ok": true, "result": [{"id": 1}]}),
        &["wrong kind of `User`: expected User (Array) at $.result, once"],
    );
    finds(
        &["--method", "editMessageText"],
        &json!("secret"),
        &["wrong kind of `Message or True`: expected Message or True (String) at $, once"],
    );
}

#[test]
fn an_unknown_word_is_named_also_in_a_set_that_may_grow() {
    let entity = |ty: &str| json!({"type": ty, "offset": 0, "length": 1});
    let entities = json!({"entities": [entity("bold"), entity("sparkle"), entity("sparkle")]});
    finds(
        &[],
        &update(entities),
        &[
            "unknown word `sparkle` of `MessageEntity.type` (String) at $.message.entities[1].type, 2 times",
        ],
    );
    let webhook = json!({
        "url": "", "has_custom_certificate": false, "pending_update_count": 0,
        "allowed_updates": ["message", "dream", "two words"],
    });
    finds(
        &["--method", "getWebhookInfo"],
        &webhook,
        &[
            "unknown word `dream` of `WebhookInfo.allowed_updates` (String) at $.allowed_updates[1], once",
            "unknown word `(9 characters)` of `WebhookInfo.allowed_updates` (String) at $.allowed_updates[2], once",
        ],
    );
}

#[test]
fn a_required_member_that_is_missing_is_named() {
    finds(
        &[],
        &json!({}),
        &["missing member `Update.update_id` (Object) at $, once"],
    );
    finds(
        &[],
        &json!({"update_id": 1, "message": {"message_id": 1}}),
        &[
            "missing member `Message.date` (Object) at $.message, once",
            "missing member `Message.chat` (Object) at $.message, once",
        ],
    );
    finds(
        &["--type", "ChatMember"],
        &json!({"status": "left"}),
        &["missing member `ChatMemberLeft.user` (Object) at $, once"],
    );
}

#[test]
fn an_integer_that_is_out_of_range_is_named() {
    let line = |bits: u8| {
        format!(
            "out of range of `Update.update_id`: expected an Integer of {bits} bits (Integer) at $.update_id, once"
        )
    };
    for number in [
        "123456789012345678901234567890",
        "-123456789012345678901234567890",
        "9223372036854775808",
        "1e30",
    ] {
        let input = format!("{{\"update_id\": {number}}}");
        assert_eq!(lines(&[], &input), [line(64)], "{number}");
    }
    for number in ["9223372036854775807", "-9223372036854775808", "1e15"] {
        let input = format!("{{\"update_id\": {number}}}");
        assert_eq!(lines(&[], &input), [""; 0], "{number}");
    }
    let user = |id: i64| json!({"id": id, "is_bot": false, "first_name": "A"});
    finds(&["--type", "User"], &user((1 << 52) - 1), &[]);
    finds(
        &["--type", "User"],
        &user(1 << 52),
        &["out of range of `User.id`: expected an Integer of 52 bits (Integer) at $.id, once"],
    );
}
