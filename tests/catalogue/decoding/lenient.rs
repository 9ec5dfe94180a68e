//! Who holds a fault: the innermost of a union with `Unknown`, an optional field, and an update.

use serde_json::json;
use telegrammar::types::{
    CallbackQuery, ChatFullInfo, ChatMember, ChatMemberUpdated, Message, MessageOrigin,
    ReactionType, RichBlock, RichMessage, Update, UpdateKind, User, UserProfilePhotos,
};
use telegrammar::{Unknown, from_json, from_json_strict};

use crate::decoding::samples::{
    administrator, chat, message, message_of, message_update, update, user, with,
};
use crate::decoding::ways::{in_every_way, in_no_way, refused, repaired};

fn hidden_user_without_name() -> serde_json::Value {
    json!({"type": "hidden_user", "date": 5})
}

#[test]
fn an_optional_field_that_cannot_be_decoded_is_none() {
    let origin = json!({"type": "hidden_user", "date": 5, "sender_user_name": "Bo"});
    let reply = json!({"origin": origin, "story": {}, "message_id": 4});
    let json = message(&json!({"external_reply": reply, "text": "hi"})).to_string();
    in_every_way(&json, |message: &Message| {
        let reply = message.external_reply.as_ref().expect("a reply");
        assert_eq!(reply.story, None);
        assert_eq!(reply.message_id, Some(4));
        assert_eq!(message.text.as_deref(), Some("hi"));
    });
    let (_, repairs) = repaired::<Message>(&json);
    let expected = ["result.external_reply.story", "missing field `chat`", "{}"];
    assert_eq!(repairs, [expected]);
}

#[test]
fn every_kind_of_optional_field_holds_a_fault() {
    let wrong = json!({
        "text": 5, "edit_date": "noon", "photo": {}, "from": [], "forward_origin": 1,
        "is_topic_message": "yes", "new_chat_photo": true, "forum_topic_closed": [],
        "direct_messages_topic": false, "sender_tag": {}, "pinned_message": "x",
    });
    let json = message(&wrong).to_string();
    in_every_way(&json, |read: &Message| {
        let read = serde_json::to_value(read).expect("JSON");
        // A union that can hold anything does so.
        assert_eq!(read, message(&json!({"forward_origin": 1})));
    });
    let (_, repairs) = repaired::<Message>(&json);
    let mut told: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    told.sort_unstable();
    let mut names: Vec<_> = wrong.as_object().expect("an object").keys().collect();
    names.sort_unstable();
    let paths: Vec<_> = names.iter().map(|name| format!("result.{name}")).collect();
    assert_eq!(told, paths);
}

#[test]
fn a_union_with_unknown_keeps_the_json_the_tag_and_the_error() {
    let json = hidden_user_without_name().to_string();
    in_every_way(&json, |origin: &MessageOrigin| {
        let MessageOrigin::Unknown(unknown) = origin else {
            panic!("{origin:?}");
        };
        assert_eq!(unknown.tag(), "hidden_user");
        assert_eq!(unknown.error(), Some("missing field `sender_user_name`"));
        assert_eq!(unknown.json().replace(' ', ""), json);
        assert_eq!(
            serde_json::to_value(origin).expect("JSON"),
            hidden_user_without_name()
        );
    });
    let (_, repairs) = repaired::<MessageOrigin>(&json);
    let [path, error, raw] = &repairs[0];
    assert_eq!((path.as_str(), raw), ("result", &json));
    assert_eq!(error, "missing field `sender_user_name`");
    assert_eq!(repairs.len(), 1);
}

#[test]
fn a_new_variant_is_no_fault() {
    let json = r#"{"type":"hologram","x":{"y":[1,"\ud83d\ude00"]}}"#;
    in_every_way(json, |origin: &MessageOrigin| {
        let MessageOrigin::Unknown(unknown) = origin else {
            panic!("{origin:?}");
        };
        assert_eq!((unknown.tag(), unknown.error()), ("hologram", None));
    });
    assert!(repaired::<MessageOrigin>(json).1.is_empty());
    assert!(from_json_strict::<MessageOrigin>(json).is_ok());
}

#[test]
fn the_error_of_a_damaged_variant_has_the_path_within_it() {
    let origin =
        json!({"type": "user", "date": 5, "sender_user": with(user(), &json!({"id": "x"}))});
    let MessageOrigin::Unknown(unknown) = from_json(origin.to_string()).expect("a union") else {
        panic!("not held");
    };
    let expected = "`sender_user.id`: expected an Integer, found a String";
    assert_eq!(unknown.error(), Some(expected));
    let origin = json!({"type": 7, "date": 5});
    let MessageOrigin::Unknown(unknown) = from_json(origin.to_string()).expect("a union") else {
        panic!("not held");
    };
    assert_eq!(unknown.tag(), "");
    assert_eq!(
        unknown.error(),
        Some("`type`: expected a String, found a number")
    );
}

#[test]
fn a_union_with_unknown_holds_values_that_are_no_objects() {
    for json in [
        "5",
        "true",
        r#""text""#,
        "[]",
        "{}",
        "[{\"type\":\"user\"}]",
        "-1.5e3",
    ] {
        in_every_way(json, |origin: &MessageOrigin| {
            let MessageOrigin::Unknown(unknown) = origin else {
                panic!("{origin:?}");
            };
            assert_eq!(unknown.tag(), "");
            assert!(unknown.error().is_some());
        });
        assert!(from_json_strict::<MessageOrigin>(json).is_err());
    }
}

fn unknown(reaction: &ReactionType) -> Option<&Unknown> {
    match reaction {
        ReactionType::Unknown(unknown) => Some(unknown),
        _ => None,
    }
}

#[test]
fn a_damaged_union_inside_a_list_is_unknown_and_the_others_stay() {
    let info = json!({
        "id": 1, "type": "private", "accent_color_id": 1, "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": true, "limited_gifts": true, "unique_gifts": true,
            "premium_subscription": true, "gifts_from_channels": true,
        },
        "available_reactions": [{"type": "paid"}, {"type": "emoji"}, null, {"type": "new"},
            {"type": "emoji", "emoji": "👍"}],
    });
    in_every_way(&info.to_string(), |chat: &ChatFullInfo| {
        let reactions = chat.available_reactions.as_ref().expect("a list");
        let errors: Vec<_> = reactions
            .iter()
            .map(|reaction| unknown(reaction).map(|unknown| (unknown.tag(), unknown.error())))
            .collect();
        let missing = Some(("emoji", Some("missing field `emoji`")));
        assert_eq!(errors[0], None);
        assert_eq!(errors[1], missing);
        assert!(matches!(errors[2], Some(("", Some(_)))));
        assert_eq!(errors[3], Some(("new", None)));
        assert!(matches!(reactions[4], ReactionType::Emoji(_)));
    });
    let (_, repairs) = repaired::<ChatFullInfo>(info.to_string());
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    let reaction = |index| format!("result.available_reactions[{index}]");
    assert_eq!(paths, [reaction(1), reaction(2)]);
}

#[test]
fn an_update_that_cannot_be_decoded_keeps_its_json() {
    let broken = json!({"message": {"message_id": 1, "date": 5}});
    let json = update(&broken).to_string();
    in_every_way(&json, |update: &Update| {
        assert_eq!(update.update_id, 3);
        let UpdateKind::Undecodable { error, raw } = &update.kind else {
            panic!("{update:?}");
        };
        assert_eq!(error, "`message`: missing field `chat`");
        let raw: serde_json::Value = serde_json::from_str(raw).expect("JSON");
        assert_eq!(raw.to_string(), json);
        assert_eq!(serde_json::to_value(update).expect("JSON"), raw);
        let [repair] = update.repairs() else {
            panic!("{:?}", update.repairs());
        };
        assert_eq!((repair.path.as_str(), &repair.error), ("", error));
    });
    assert!(from_json_strict::<Update>(&json).is_err());
}

#[test]
fn an_update_does_not_cost_the_others_of_its_batch() {
    let good = message_update(&json!({}));
    let broken = update(&json!({"poll": 5}));
    let json = json!([good, broken, good]).to_string();
    let (updates, repairs) = repaired::<Vec<Update>>(&json);
    let kinds: Vec<_> = updates.iter().map(|update| update.kind.name()).collect();
    assert_eq!(kinds, ["message", "", "message"]);
    let error = "`poll`: expected Poll, found a number";
    assert_eq!(repairs, [["result[1]", error, &broken.to_string()]]);
    let strict = refused::<Vec<Update>>(&json);
    assert_eq!(strict, ["result[1].poll", "expected Poll, found a number"]);
}

#[test]
fn the_innermost_holder_holds() {
    // A union in an optional field of a message that would cost the update.
    let json = message_update(&json!({"forward_origin": hidden_user_without_name()})).to_string();
    in_every_way(&json, |update: &Update| {
        let origin = message_of(update).forward_origin.as_deref();
        assert!(matches!(origin, Some(MessageOrigin::Unknown(_))));
        assert_eq!(update.repairs()[0].path, "message.forward_origin");
    });
    // A required union in a required object in an optional field: the union again.
    let reply = json!({"origin": hidden_user_without_name()});
    let json = message(&json!({"external_reply": reply})).to_string();
    in_every_way(&json, |message: &Message| {
        let reply = message.external_reply.as_ref().expect("a reply");
        assert!(matches!(reply.origin, MessageOrigin::Unknown(_)));
    });
    // An optional field in a variant: the field, and the variant is known.
    let origin = json!({
        "type": "chat", "date": 5, "sender_chat": chat(), "author_signature": 5,
    });
    in_every_way(&origin.to_string(), |origin: &MessageOrigin| {
        let MessageOrigin::Chat(chat) = origin else {
            panic!("{origin:?}");
        };
        assert_eq!(chat.author_signature, None);
    });
}

#[test]
fn a_list_never_drops_an_item() {
    let size = json!({"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1});
    let broken = json!({"file_id": "a", "file_unique_id": "b", "width": 1});
    // An optional list is given up as a whole.
    let json = message(&json!({"photo": [size, broken, size]})).to_string();
    in_every_way(&json, |message: &Message| assert_eq!(message.photo, None));
    let (_, repairs) = repaired::<Message>(&json);
    let [path, error, raw] = &repairs[0];
    assert_eq!(path, "result.photo");
    assert_eq!(error, "`[1]`: missing field `height`");
    assert_eq!(*raw, json!([size, broken, size]).to_string());
    // A required one passes the fault outwards.
    let json = json!({"total_count": 2, "photos": [[size], [size, broken]]}).to_string();
    in_no_way::<UserProfilePhotos>(&json);
    let error = from_json::<UserProfilePhotos>(&json).expect_err("no photos");
    assert_eq!(error.path(), "photos[1][1]");
    assert_eq!(error.problem(), "missing field `height`");
    assert_eq!(
        refused::<UserProfilePhotos>(&json)[0],
        "result.photos[1][1]"
    );
    let error = from_json::<Vec<User>>(json!([user(), {"id": 1}]).to_string());
    assert_eq!(error.expect_err("no users").path(), "[1]");
}

#[test]
fn a_required_field_passes_a_fault_outwards() {
    let no_chat = with(
        message(&json!({})),
        &json!({"chat": {"id": "x", "type": "group"}}),
    );
    in_no_way::<Message>(&no_chat.to_string());
    let error = from_json::<Message>(no_chat.to_string()).expect_err("no message");
    assert_eq!(error.path(), "chat.id");
    assert_eq!(error.problem(), "expected an Integer, found a String");
    // The next holder on the way out is the optional field.
    let json = message(&json!({"reply_to_message": no_chat})).to_string();
    let (message, repairs) = repaired::<Message>(&json);
    assert_eq!(message.reply_to_message, None);
    let [path, error, _] = &repairs[0];
    assert_eq!(path, "result.reply_to_message");
    assert_eq!(error, "`chat.id`: expected an Integer, found a String");
}

#[test]
fn a_union_without_unknown_passes_a_fault_outwards() {
    let query = json!({"id": "1", "from": user(), "chat_instance": "2", "data": "x"});
    let inaccessible = json!({"chat": {"id": 1}, "message_id": 1, "date": 0});
    let json = with(query, &json!({"message": inaccessible})).to_string();
    in_every_way(&json, |query: &CallbackQuery| {
        assert_eq!(query.message, None);
        assert_eq!(query.data.as_deref(), Some("x"));
    });
    let (_, repairs) = repaired::<CallbackQuery>(&json);
    let [path, error, _] = &repairs[0];
    assert_eq!(path, "result.message");
    assert_eq!(error, "`chat`: missing field `type`");
}

#[test]
fn a_required_union_with_unknown_holds_its_fault() {
    let broken = json!({"status": "member"});
    let change = json!({
        "chat": chat(), "from": user(), "date": 5,
        "old_chat_member": broken, "new_chat_member": administrator(),
    });
    in_every_way(&change.to_string(), |change: &ChatMemberUpdated| {
        let ChatMember::Unknown(old) = &change.old_chat_member else {
            panic!("{change:?}");
        };
        assert_eq!(
            (old.tag(), old.error()),
            ("member", Some("missing field `user`"))
        );
        assert!(matches!(
            change.new_chat_member,
            ChatMember::Administrator(_)
        ));
    });
}

#[test]
fn unions_within_unions_hold_by_themselves() {
    let details = json!({
        "type": "details", "summary": "more", "is_open": true,
        "blocks": [{"type": "anchor"}, {"type": "paragraph", "text": {"type": "bold"}}],
    });
    let json = json!({"blocks": [details]}).to_string();
    in_every_way(&json, |message: &RichMessage| {
        let RichBlock::Details(details) = &message.blocks[0] else {
            panic!("{message:?}");
        };
        assert!(
            matches!(&details.blocks[0], RichBlock::Unknown(unknown) if unknown.tag() == "anchor")
        );
        assert!(matches!(details.blocks[1], RichBlock::Paragraph(_)));
    });
    let (_, repairs) = repaired::<RichMessage>(&json);
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    let inner = "result.blocks[0].blocks";
    assert_eq!(paths, [format!("{inner}[0]"), format!("{inner}[1].text")]);
}
