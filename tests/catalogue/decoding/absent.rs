//! What a required member stands for that is absent or `null`, and what is never made up.

use std::fmt::Debug;

use serde_json::{Value, json};
use telegrammar::types::{
    AcceptedGiftTypes, BusinessConnection, ChatFullInfo, ChatMember, ChatMemberOwner, InlineQuery,
    InputMessageContent, LabeledPrice, MaybeInaccessibleMessage, Message, MessageOrigin,
    MessageReactionUpdated, OwnedGifts, PhotoSize, Poll, SuccessfulPayment, Update, UpdateKind,
    User, UserProfilePhotos, UsersShared, VideoChatParticipantsInvited, WebhookInfo,
};
use telegrammar::{Error, from_json, from_json_strict, telegram_type};

use crate::decoding::samples::{
    administrator, chat, message, message_update, update, user, with, without,
};
use crate::decoding::ways::{Decoded, in_every_way, in_no_way, refused, repaired, result};

/// The value without the member, and with `null` in its place.
fn lacking(value: &Value, name: &str) -> [Value; 2] {
    [
        without(value.clone(), name),
        with(value.clone(), &json!({ name: null })),
    ]
}

#[track_caller]
fn is_repaired<T: Decoded + serde::Serialize + Debug>(
    whole: &Value,
    name: &str,
    stands_for: &Value,
) {
    for lacking in lacking(whole, name) {
        let json = lacking.to_string();
        let expected = with(lacking, &json!({ name: stands_for }));
        let check = |read: &T| {
            assert_eq!(serde_json::to_value(read).expect("JSON"), expected);
        };
        // A type that can be sent is repaired as a result only.
        if T::IS_RECEIVED {
            in_every_way(&json, check);
        } else {
            check(&result(&json).expect("a result"));
            assert!(from_json::<T>(&json).is_err());
        }
        let (_, repairs) = repaired::<T>(&json);
        assert_eq!(repairs.len(), 1, "{repairs:?}");
        assert_eq!(repairs[0][0], format!("result.{name}"));
        assert!(from_json_strict::<T>(&json).is_err());
    }
}

#[test]
fn a_required_boolean_is_false() {
    is_repaired::<User>(&user(), "is_bot", &json!(false));
    let administrator = administrator();
    for (name, right) in administrator.as_object().expect("an object") {
        if right.is_boolean() {
            is_repaired::<ChatMember>(&administrator, name, &json!(false));
        }
    }
    let connection = json!({
        "id": "a", "user": user(), "user_chat_id": 7, "date": 5, "is_enabled": true,
    });
    is_repaired::<BusinessConnection>(&connection, "is_enabled", &json!(false));
}

#[test]
fn a_required_list_is_empty() {
    let reaction = json!({
        "chat": chat(), "message_id": 1, "date": 5, "old_reaction": [{"type": "paid"}],
        "new_reaction": [{"type": "paid"}],
    });
    for name in ["old_reaction", "new_reaction"] {
        is_repaired::<MessageReactionUpdated>(&reaction, name, &json!([]));
    }
    let shared = json!({"request_id": 1, "users": [{"user_id": 7}]});
    is_repaired::<UsersShared>(&shared, "users", &json!([]));
    let photos = json!({"total_count": 0, "photos": []});
    is_repaired::<UserProfilePhotos>(&photos, "photos", &json!([]));
    let gifts = json!({"total_count": 0, "gifts": []});
    is_repaired::<OwnedGifts>(&gifts, "gifts", &json!([]));
}

fn full_info() -> Value {
    json!({
        "id": 1, "type": "private", "accent_color_id": 1, "max_reaction_count": 11,
        "accepted_gift_types": accepted(true),
    })
}

fn accepted(is: bool) -> Value {
    json!({
        "unlimited_gifts": is, "limited_gifts": is, "unique_gifts": is,
        "premium_subscription": is, "gifts_from_channels": is,
    })
}

#[test]
fn a_required_object_of_such_members_is_one() {
    is_repaired::<ChatFullInfo>(&full_info(), "accepted_gift_types", &accepted(false));
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Inner {
    is: bool,
    list: Vec<i64>,
    note: Option<String>,
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Middle {
    inner: Inner,
    boxed: Box<Inner>,
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Outer {
    id: i64,
    middle: Middle,
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Named {
    is: bool,
    named: Name,
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Name {
    is: bool,
    name: String,
}

#[test]
fn that_goes_for_objects_at_any_depth() {
    let inner = json!({"is": false, "list": []});
    let middle = json!({"inner": inner, "boxed": inner});
    for json in [r#"{"id":1}"#, r#"{"id":1,"middle":null}"#] {
        let read = result::<Outer>(json).expect("a value");
        let expected = json!({"id": 1, "middle": middle});
        assert_eq!(serde_json::to_value(read).expect("JSON"), expected);
        assert_eq!(repaired::<Outer>(json).1.len(), 1);
    }
    // One of its members is there, so the other is made up.
    let read = result::<Outer>(r#"{"id":1,"middle":{"inner":{"note":"x"}}}"#).expect("a value");
    assert_eq!(read.middle.inner.note.as_deref(), Some("x"));
    assert!(read.middle.boxed.list.is_empty());
}

#[test]
fn an_object_with_another_required_member_is_not_made_up() {
    let read = result::<Named>(r#"{"is":true}"#);
    assert!(matches!(&read, Err(Error::Decode(error)) if error.path() == "result"));
    let problem = refused::<Named>(r#"{"is":true}"#);
    assert_eq!(problem, ["result", "missing field `named`"]);
}

#[test]
fn an_object_without_any_of_its_members_is_not_made_up() {
    for json in ["{}", r#"{"new":true}"#, r#"{"limited_gifts":null}"#] {
        in_no_way::<AcceptedGiftTypes>(json);
        in_no_way::<VideoChatParticipantsInvited>(&json.replace("limited_gifts", "users"));
    }
    let types = result::<AcceptedGiftTypes>(r#"{"limited_gifts":true}"#).expect("one is there");
    assert!(types.limited_gifts && !types.unlimited_gifts);
    // The next holder is the field that it is the value of.
    for invited in [json!({}), json!({"new": 5}), json!({"users": null})] {
        let more = json!({"video_chat_participants_invited": invited});
        in_every_way(&message(&more).to_string(), |message: &Message| {
            assert_eq!(message.video_chat_participants_invited, None);
        });
    }
}

#[test]
fn a_whole_result_without_members_is_an_error() {
    fn refuse<T: Decoded + Debug>() {
        in_no_way::<T>("{}");
        in_no_way::<T>(r#"{"ok":true}"#);
        let error = result::<T>("{}").expect_err("nothing");
        assert!(
            matches!(&error, Error::Decode(error) if error.path() == "result"),
            "{error}"
        );
        in_no_way::<Vec<T>>("[{}]");
    }
    refuse::<User>();
    refuse::<Message>();
    refuse::<ChatFullInfo>();
    refuse::<AcceptedGiftTypes>();
    refuse::<UserProfilePhotos>();
    refuse::<WebhookInfo>();
    refuse::<Poll>();
    refuse::<Update>();
}

#[test]
fn identifiers_texts_and_numbers_are_never_made_up() {
    fn refuse<T: Decoded + Debug>(whole: &Value, names: &[&str]) {
        assert!(from_json_strict::<T>(whole.to_string()).is_ok(), "{whole}");
        for name in names {
            let [absent, null] = lacking(whole, name);
            in_no_way::<T>(&absent.to_string());
            in_no_way::<T>(&null.to_string());
            let error = from_json::<T>(absent.to_string()).expect_err(name);
            assert_eq!(error.problem(), format!("missing field `{name}`"));
            assert_eq!(error.path(), "");
        }
    }
    refuse::<User>(&user(), &["id", "first_name"]);
    refuse::<Message>(&message(&json!({})), &["message_id", "date", "chat"]);
    refuse::<ChatFullInfo>(
        &full_info(),
        &["id", "type", "accent_color_id", "max_reaction_count"],
    );
    let size = json!({"file_id": "a", "file_unique_id": "b", "width": 1, "height": 2});
    refuse::<PhotoSize>(&size, &["file_id", "file_unique_id", "width", "height"]);
    let query = json!({"id": "1", "from": user(), "query": "", "offset": ""});
    refuse::<InlineQuery>(&query, &["id", "from", "query", "offset"]);
    let payment = json!({
        "currency": "XTR", "total_amount": 5, "invoice_payload": "",
        "telegram_payment_charge_id": "a", "provider_payment_charge_id": "b",
    });
    let names: Vec<_> = payment.as_object().expect("an object").keys().collect();
    let names: Vec<_> = names.iter().map(|name| name.as_str()).collect();
    refuse::<SuccessfulPayment>(&payment, &names);
    refuse::<Update>(&update(&json!({})), &["update_id"]);
    let owner = json!({"user": user(), "is_anonymous": true});
    refuse::<ChatMemberOwner>(&owner, &["user"]);
}

#[test]
fn a_required_union_is_never_made_up() {
    let reply = json!({"external_reply": {"message_id": 4}});
    in_every_way(&message(&reply).to_string(), |message: &Message| {
        assert_eq!(message.external_reply, None);
    });
    let change = json!({
        "chat": chat(), "from": user(), "date": 5, "old_chat_member": administrator(),
    });
    let json = update(&json!({"chat_member": change})).to_string();
    in_every_way(&json, |update: &Update| {
        let UpdateKind::Undecodable { error, .. } = &update.kind else {
            panic!("{update:?}");
        };
        assert_eq!(error, "`chat_member`: missing field `new_chat_member`");
    });
}

#[test]
fn a_member_that_decides_between_variants_is_never_made_up() {
    // The tag.
    in_every_way(
        &without(administrator(), "status").to_string(),
        |member: &ChatMember| {
            let ChatMember::Unknown(unknown) = member else {
                panic!("{member:?}");
            };
            assert_eq!(
                (unknown.tag(), unknown.error()),
                ("", Some("missing field `status`"))
            );
        },
    );
    // The date that is 0 for what cannot be seen.
    let unseen = json!({"chat": chat(), "message_id": 1});
    in_no_way::<MaybeInaccessibleMessage>(&unseen.to_string());
    // The field that only one variant has, although it is a list.
    let invoice = json!({"title": "a", "description": "b", "payload": "c", "currency": "XTR"});
    assert!(result::<InputMessageContent>(invoice.to_string()).is_err());
    let prices: Vec<LabeledPrice> = Vec::new();
    let whole = with(invoice, &json!({"prices": prices}));
    assert!(result::<InputMessageContent>(whole.to_string()).is_ok());
}

#[test]
fn a_boolean_or_list_of_another_type_is_not_replaced() {
    in_no_way::<User>(&with(user(), &json!({"is_bot": 0})).to_string());
    in_no_way::<User>(&with(user(), &json!({"is_bot": "false"})).to_string());
    for wrong in [json!({}), json!(""), json!(0), json!(false)] {
        let shared = json!({"request_id": 1, "users": wrong});
        in_no_way::<UsersShared>(&shared.to_string());
    }
    let origin =
        json!({"type": "user", "date": 5, "sender_user": with(user(), &json!({"is_bot": 1}))});
    in_every_way(&origin.to_string(), |origin: &MessageOrigin| {
        assert!(matches!(origin, MessageOrigin::Unknown(_)));
    });
}

#[test]
fn absent_members_of_a_message_do_not_cost_its_update() {
    let poll = json!({
        "id": "5", "question": "?", "total_voter_count": 0, "type": "regular",
    });
    let json = message_update(&json!({"poll": poll})).to_string();
    in_every_way(&json, |update: &Update| {
        let message = crate::decoding::samples::message_of(update);
        let poll = message.poll.as_ref().expect("a poll");
        assert!(poll.options.is_empty() && !poll.is_closed);
        let mut paths: Vec<_> = update.repairs().iter().map(|repair| &repair.path).collect();
        paths.sort_unstable();
        let names = [
            "allows_multiple_answers",
            "allows_revoting",
            "is_anonymous",
            "is_closed",
            "members_only",
            "options",
        ];
        assert_eq!(
            paths,
            names
                .map(|name| format!("message.poll.{name}"))
                .iter()
                .collect::<Vec<_>>()
        );
    });
}
