//! Repairs as data: what is told, to whom, with which path, and what is not told.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use telegrammar::error::Repair;
use telegrammar::types::{
    BackgroundType, MaybeInaccessibleMessage, Message, Update, UpdateKind, User, UserProfilePhotos,
};
use telegrammar::{Error, from_json, from_json_strict, telegram_type};

use crate::decoding::samples::{
    administrator, chat, message, message_of, message_update, update, user, with, without,
};
use crate::decoding::ways::{Outcome, TOKEN, call, envelope, refused, repaired, result};

/// A message whose reply to a story has no story.
fn reply_to_nothing() -> Value {
    let origin = json!({"type": "chat", "date": 5, "sender_chat": chat()});
    json!({"external_reply": {"origin": origin, "story": {}}})
}

const STORY: [&str; 2] = ["missing field `chat`", "{}"];

fn told(repair: &Repair) -> [&str; 3] {
    [&repair.path, &repair.error, &repair.raw]
}

#[test]
fn a_broken_successful_payment_is_visible() {
    let payment = json!({"currency": "XTR", "total_amount": "5", "invoice_payload": "order 9"});
    let json = message_update(&json!({"successful_payment": payment})).to_string();
    let update: Update = from_json(&json).expect("an update");
    assert_eq!(message_of(&update).successful_payment, None);
    let error = "`total_amount`: expected an Integer, found a String";
    let [repair] = update.repairs() else {
        panic!("{:?}", update.repairs());
    };
    assert_eq!(repair.method, "");
    let raw = payment.to_string();
    assert_eq!(told(repair), ["message.successful_payment", error, &raw]);
    let shown = format!("`message.successful_payment`: {error}");
    assert_eq!(repair.to_string(), shown);

    let (updates, repairs) = repaired::<Vec<Update>>(format!("[{json}]"));
    assert_eq!(
        repairs,
        [["result[0].message.successful_payment", error, &raw]]
    );
    assert_eq!(
        told(&updates[0].repairs()[0])[0],
        "message.successful_payment"
    );

    let path = "result[0].message.successful_payment.total_amount";
    assert_eq!(refused::<Vec<Update>>(format!("[{json}]"))[0], path);
    let error = from_json_strict::<Update>(&json).expect_err("strict");
    assert_eq!(error.path(), "message.successful_payment.total_amount");
}

#[test]
fn values_that_are_right_have_no_repairs() {
    let json = message_update(&json!({"from": user(), "new": {"story": {}}})).to_string();
    let update: Update = from_json(&json).expect("an update");
    assert_eq!(update.repairs(), []);
    assert!(repaired::<Vec<Update>>(format!("[{json}]")).1.is_empty());
}

#[test]
fn an_absent_member_has_no_raw_json() {
    let json = without(user(), "is_bot").to_string();
    let (_, repairs) = repaired::<User>(&json);
    assert_eq!(repairs, [["result.is_bot", "missing field `is_bot`", ""]]);
}

#[test]
fn a_null_member_is_told_as_null() {
    let json = with(user(), &json!({"is_bot": null})).to_string();
    let (_, repairs) = repaired::<User>(&json);
    assert_eq!(
        repairs,
        [["result.is_bot", "expected a Boolean, found null", "null"]]
    );
}

#[test]
fn the_path_leads_through_objects_lists_and_unions() {
    let [error, raw] = STORY;
    let message = message(&reply_to_nothing());
    let path = "external_reply.story";
    let at = |prefix: &str| [[format!("{prefix}.{path}"), error.to_owned(), raw.to_owned()]];
    let json = message.to_string();
    assert_eq!(repaired::<Message>(&json).1, at("result"));
    assert_eq!(repaired::<Option<Message>>(&json).1, at("result"));
    assert_eq!(repaired::<Box<Message>>(&json).1, at("result"));
    let list = json!([[], [{"message_id": 1, "date": 0, "chat": chat()}, message]]);
    let repairs = repaired::<Vec<Vec<Message>>>(list.to_string()).1;
    assert_eq!(repairs, at("result[1][1]"));
    let nested = json!({"message_id": 2, "date": 5, "chat": chat(), "reply_to_message": message});
    assert_eq!(
        repaired::<Message>(nested.to_string()).1,
        at("result.reply_to_message")
    );
    // Through a union that is distinguished by a number, in an optional box.
    let pinned = json!({"message_id": 2, "date": 5, "chat": chat(), "pinned_message": message});
    assert_eq!(
        repaired::<Message>(pinned.to_string()).1,
        at("result.pinned_message")
    );
    // Through a tagged union and a required field.
    let member = without(administrator(), "is_anonymous");
    let change = json!({
        "chat": chat(), "from": user(), "date": 5,
        "old_chat_member": administrator(), "new_chat_member": member,
    });
    let json = json!([update(&json!({"my_chat_member": change}))]).to_string();
    let [[path, ..]] = &repaired::<Vec<Update>>(json).1[..] else {
        panic!("not one repair");
    };
    assert_eq!(
        path,
        "result[0].my_chat_member.new_chat_member.is_anonymous"
    );
}

#[test]
fn the_path_leads_through_maps() {
    let [error, raw] = STORY;
    let message = message(&reply_to_nothing());
    let json = json!({"a": message, "b c": message, "": message}).to_string();
    let mut repairs = repaired::<HashMap<String, Message>>(&json).1;
    repairs.sort_unstable();
    let paths = ["result.a", r#"result["b c"]"#, r#"result[""]"#];
    let mut expected = paths.map(|path| {
        [
            format!("{path}.external_reply.story"),
            error.to_owned(),
            raw.to_owned(),
        ]
    });
    expected.sort_unstable();
    assert_eq!(repairs, expected);
    let strict = refused::<BTreeMap<String, Message>>(&json);
    assert_eq!(strict[0], r#"result[""].external_reply.story"#);
}

#[test]
fn paths_of_an_update_start_at_the_update() {
    let broken = message_update(&reply_to_nothing());
    let json = json!([
        message_update(&json!({})),
        broken,
        update(&json!({"poll": 1})),
        broken
    ]);
    let (updates, repairs) = repaired::<Vec<Update>>(json.to_string());
    let of = |index: usize| -> Vec<_> { updates[index].repairs().iter().map(told).collect() };
    let [error, raw] = STORY;
    let poll = "`poll`: expected Poll, found a number";
    let whole = update(&json!({"poll": 1})).to_string();
    let path = "message.external_reply.story";
    assert_eq!(of(0), [[""; 3]; 0]);
    assert_eq!(of(1), [[path, error, raw]]);
    assert_eq!(of(2), [["", poll, &whole]]);
    assert_eq!(of(3), [[path, error, raw]]);
    let expected = [
        [&format!("result[1].{path}"), error, raw],
        ["result[2]", poll, &whole],
        [&format!("result[3].{path}"), error, raw],
    ];
    assert_eq!(repairs, expected);
}

#[test]
fn repairs_come_in_the_order_of_the_text() {
    let json = r#"{"message_id":1,"date":5,"chat":{"id":1,"type":"group"},"photo":1,"text":2,
        "from":{"id":7,"first_name":"a","username":3}}"#;
    let (_, repairs) = repaired::<Message>(json);
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    let names = ["photo", "text", "from.username", "from.is_bot"];
    assert_eq!(paths, names.map(|name| format!("result.{name}")));
}

#[test]
fn repairs_of_a_value_that_is_discarded_are_not_told() {
    // In a field that is given up, before and after its fault.
    let from = json!({"first_name": 5, "is_premium": 1, "last_name": 7, "id": 1});
    let json = message(&json!({"from": from, "edit_date": ""})).to_string();
    let (_, repairs) = repaired::<Message>(&json);
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    assert_eq!(paths, ["result.edit_date", "result.from"]);
    // In a variant that is stored as unknown.
    let origin = json!({"type": "user", "date": "x", "sender_user": without(user(), "is_bot")});
    let json = message(&json!({"forward_origin": origin})).to_string();
    let (_, repairs) = repaired::<Message>(&json);
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    assert_eq!(paths, ["result.forward_origin"]);
    // In a list of which a later item is broken.
    let users = json!([without(user(), "is_bot"), {"id": 1}]);
    let json = message(&json!({"new_chat_members": users})).to_string();
    let (_, repairs) = repaired::<Message>(&json);
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    assert_eq!(paths, ["result.new_chat_members"]);
    // In an update that is undecodable.
    let content = with(
        without(message(&reply_to_nothing()), "chat"),
        &json!({"text": 5}),
    );
    let json = update(&json!({"message": content})).to_string();
    let update: Update = from_json(&json).expect("an update");
    assert!(matches!(update.kind, UpdateKind::Undecodable { .. }));
    assert_eq!(update.repairs().len(), 1);
    // In a result that is an error.
    let photos = json!({"photos": [], "new": 1});
    let Outcome { value, repairs } = call::<UserProfilePhotos>(envelope(photos.to_string()), false);
    assert!(value.is_err() && repairs.is_empty());
}

#[test]
fn a_later_entry_with_the_same_key_is_neither_read_nor_repaired() {
    let json = format!(
        r#"{{"a":{},"a":{}}}"#,
        message(&json!({})),
        message(&reply_to_nothing())
    );
    let (map, repairs) = repaired::<HashMap<String, Message>>(&json);
    assert_eq!(map["a"].external_reply, None);
    assert_eq!(repairs, [[""; 3]; 0]);
    let json = format!(
        r#"{{"a":{0},"b":{0},"a":{0}}}"#,
        message(&reply_to_nothing())
    );
    let (_, repairs) = repaired::<HashMap<String, Message>>(&json);
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    assert_eq!(
        paths,
        ["a", "b"].map(|key| format!("result.{key}.external_reply.story"))
    );
}

#[test]
fn a_member_that_comes_again_is_neither_read_nor_repaired() {
    let json = r#"{"id":1,"is_bot":true,"first_name":"a","id":"x","is_bot":5,"username":null,
        "username":"b","username":7}"#;
    let (user, repairs) = repaired::<User>(json);
    assert_eq!((user.id, user.is_bot), (1, true));
    assert_eq!(user.username.as_deref(), Some("b"));
    assert_eq!(repairs, [[""; 3]; 0]);
    assert!(from_json_strict::<User>(json).is_ok());
    // The first counts, also if it is the one that is wrong.
    let json = r#"{"id":1,"is_bot":true,"first_name":"a","username":7,"username":"b"}"#;
    let (user, repairs) = repaired::<User>(json);
    assert_eq!((user.username, repairs.len()), (None, 1));
}

#[test]
fn a_strict_bot_repairs_nothing() {
    let [error, _] = STORY;
    let json = message(&reply_to_nothing()).to_string();
    let path = "result.external_reply.story";
    assert_eq!(refused::<Message>(&json), [path, error]);
    let no_flag = without(user(), "is_bot").to_string();
    assert_eq!(
        refused::<User>(&no_flag),
        ["result", "missing field `is_bot`"]
    );
    let null = with(user(), &json!({"is_bot": null})).to_string();
    assert_eq!(
        refused::<User>(&null),
        ["result.is_bot", "expected a Boolean, found null"]
    );
    let outcome = call::<Message>(envelope(&json), true);
    assert!(outcome.repairs.is_empty());
    // What is right is right for it too.
    let outcome = call::<Message>(envelope(message(&json!({"new": 1})).to_string()), true);
    assert_eq!(outcome.value.expect("a message").message_id, 1);
}

#[test]
fn the_first_fault_of_the_text_is_the_error_of_a_strict_bot() {
    let json = r#"[{"id":1,"first_name":"a","is_bot":7,"username":[]},{"id":"x"}]"#;
    let expected = ["result[0].is_bot", "expected a Boolean, found a number"];
    assert_eq!(refused::<Vec<User>>(json), expected);
}

#[test]
fn a_repair_does_not_show_the_token() {
    let secret = TOKEN.split_once(':').expect("a token").1;
    let from = json!({"id": 1, "is_bot": true, "first_name": {"url": secret}, secret: 1});
    let json = message(&json!({"from": from})).to_string();
    let (_, repairs) = repaired::<Message>(&json);
    assert_eq!(repairs[0][0], "result.from");
    assert!(
        !repairs[0].iter().any(|text| text.contains(secret)),
        "{repairs:?}"
    );
}

/// A type that only serde reads, and whose errors quote what they found.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
struct Quoting {
    number: i64,
}
telegrammar::field!(Quoting);

#[telegram_type(unlisted)]
struct Holder {
    quoting: Option<Quoting>,
}

#[test]
fn no_error_shows_a_token_that_the_json_holds_whole_or_cut() {
    // The start of the secret is what a cut would leave.
    let start = &TOKEN.split_once(':').expect("a token").1[..8];
    for padding in 0..80 {
        let url = format!(
            "{}https://api.telegram.org/bot{TOKEN}/getMe",
            "p".repeat(padding)
        );
        let map = json!({&url: "x"}).to_string();
        let error = from_json::<HashMap<String, i64>>(&map).expect_err("a text");
        assert!(!format!("{error} {error:?}").contains(start), "{error}");
        let error = refused::<HashMap<String, i64>>(&map);
        assert!(!error.concat().contains(start), "{error:?}");
    }
    let url = format!("https://api.telegram.org/bot{TOKEN}/getMe");
    let holder = json!({"quoting": {"number": url}}).to_string();
    let error = from_json::<Holder>(&holder)
        .map(|_| ())
        .expect_err("a text");
    assert!(!format!("{error} {error:?}").contains(start), "{error}");
    assert!(
        error.to_string().contains("/bot123456789:***/getMe"),
        "{error}"
    );
}

#[test]
fn a_second_known_kind_of_an_update_is_stored() {
    let poll_answer = json!({"poll_id": "1", "option_ids": [], "option_persistent_ids": []});
    let json = update(&json!({"message": message(&json!({})), "poll_answer": poll_answer}));
    let update: Update = from_json(json.to_string()).expect("an update");
    assert_eq!(update.kind.name(), "message");
    let again = serde_json::to_value(&update).expect("JSON");
    assert_eq!(again["poll_answer"], poll_answer);
}

#[test]
fn an_answer_read_without_a_bot_is_lenient_too() {
    let json = message(&reply_to_nothing()).to_string();
    assert!(result::<Message>(&json).is_ok());
    assert!(matches!(result::<Message>("{}"), Err(Error::Decode(_))));
}

#[test]
fn a_discriminator_that_is_null_at_first_counts_where_it_is_not() {
    let json = r#"{"type":null,"type":"chat_theme","theme_name":"x"}"#;
    let read: BackgroundType = from_json_strict(json).expect("a variant");
    assert!(matches!(read, BackgroundType::ChatTheme(_)));
    let json = r#"{"date":null,"date":0,"message_id":1,"chat":{"id":1,"type":"group"}}"#;
    let read: MaybeInaccessibleMessage = from_json_strict(json).expect("a variant");
    assert!(matches!(read, MaybeInaccessibleMessage::Inaccessible(_)));
    let error = from_json_strict::<BackgroundType>(r#"{"type":null,"x":1}"#).expect_err("null");
    assert_eq!(
        (error.path(), error.problem()),
        ("type", "expected a String, found null")
    );
}
