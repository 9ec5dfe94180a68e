//! Bytes that are not UTF-8 cost one character each, and are told.

use std::time::{Duration, Instant};

use serde_json::json;
use telegrammar::error::{ResponseError, ResponseErrorKind};
use telegrammar::types::{Message, Update, UpdateKind, User};
use telegrammar::{Error, from_json, from_json_strict};

use crate::decoding::samples::{message, message_update, update};
use crate::decoding::ways::{Outcome, call, envelope, repaired};

/// JSON with bytes that are not UTF-8 in place of each `?`.
fn broken(json: &serde_json::Value) -> Vec<u8> {
    let bytes = json.to_string().into_bytes();
    bytes
        .iter()
        .flat_map(|&byte| match byte {
            b'?' => vec![0xd0],
            byte => vec![byte],
        })
        .collect()
}

const ERROR: &str = "bytes that are not UTF-8 were replaced by U+FFFD";

#[test]
fn a_text_has_a_replacement_character() {
    let json = broken(&message(&json!({"text": "a?b", "caption": "c"})));
    let read: Message = from_json(&json).expect("a message");
    assert_eq!(read.text.as_deref(), Some("a\u{fffd}b"));
    let (read, repairs) = repaired::<Message>(&json);
    assert_eq!(read.text.as_deref(), Some("a\u{fffd}b"));
    assert_eq!(repairs, [["result.text", ERROR, "\"a\u{fffd}b\""]]);
}

#[test]
fn they_do_not_cost_the_batch() {
    let good = message_update(&json!({"text": "one"}));
    let bad = message_update(&json!({"text": "??x"}));
    let json = broken(&json!([good, bad, good]));
    let (updates, repairs) = repaired::<Vec<Update>>(&json);
    let texts: Vec<_> = updates
        .iter()
        .map(|update| crate::decoding::samples::message_of(update).text.as_deref())
        .collect();
    assert_eq!(texts, [Some("one"), Some("\u{fffd}\u{fffd}x"), Some("one")]);
    let raw = "\"\u{fffd}\u{fffd}x\"";
    assert_eq!(repairs, [["result[1].message.text", ERROR, raw]]);
    assert_eq!(updates[0].repairs(), []);
    let [repair] = updates[1].repairs() else {
        panic!("{:?}", updates[1].repairs());
    };
    assert_eq!(
        (repair.path.as_str(), repair.raw.as_str()),
        ("message.text", raw)
    );
}

#[test]
fn each_text_with_such_bytes_is_told_once() {
    let from = json!({"id": 1, "is_bot": true, "first_name": "?x?y?", "last_name": "?"});
    let json = broken(&message(&json!({"from": from, "text": "?"})));
    let (_, repairs) = repaired::<Message>(&json);
    let mut paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "result.from.first_name",
            "result.from.last_name",
            "result.text"
        ]
    );
}

#[test]
fn a_value_that_is_discarded_for_another_reason_is_told_once() {
    let from = json!({"id": "x", "is_bot": true, "first_name": "?"});
    let json = broken(&message(&json!({"from": from})));
    let (_, repairs) = repaired::<Message>(&json);
    let paths: Vec<_> = repairs.iter().map(|[path, ..]| path.as_str()).collect();
    assert_eq!(paths, ["result.from"]);
}

#[test]
fn members_that_nobody_reads_are_told_too() {
    // Strict reading refuses them, so that somebody must hear of them.
    let json = broken(&message(&json!({"new": ["?"], "text": "x"})));
    let (_, repairs) = repaired::<Message>(&json);
    assert_eq!(repairs, [["result.new[0]", ERROR, "\"\u{fffd}\""]]);
}

#[test]
fn an_undecodable_update_keeps_them_replaced() {
    let json = broken(&update(&json!({"poll": "?"})));
    let update: Update = from_json(&json).expect("an update");
    let UpdateKind::Undecodable { raw, .. } = &update.kind else {
        panic!("{update:?}");
    };
    assert_eq!(raw, "{\"poll\":\"\u{fffd}\",\"update_id\":3}");
    assert_eq!(update.repairs().len(), 1, "{:?}", update.repairs());
}

#[test]
fn outside_of_texts_they_are_not_repaired() {
    for json in [
        &b"\xff"[..],
        b"{\xff}",
        b"{\"id\":1\xff}",
        b"[1,\xff]",
        b"{\"id\":\xc3\xa9}",
    ] {
        let error = from_json::<User>(json).expect_err("a syntax error");
        assert!(error.is_syntax(), "{error}");
        let outcome = call::<User>(envelope(json), false);
        assert!(matches!(outcome.value, Err(Error::Response(_))));
    }
}

#[test]
fn strict_reading_refuses_them() {
    let json = broken(&message(&json!({"text": "a?b"})));
    let at = json.iter().position(|&byte| byte == 0xd0);
    let error = from_json_strict::<Message>(&json).expect_err("not UTF-8");
    assert!(error.is_syntax());
    assert_eq!(error.offset(), at);
    let Outcome { value, repairs } = call::<Message>(envelope(&json), true);
    let is_it = |error: &ResponseError| error.kind() == ResponseErrorKind::InvalidUtf8;
    assert!(matches!(&value, Err(Error::Response(error)) if is_it(error)));
    assert!(repairs.is_empty());
}

#[test]
fn a_type_that_can_be_sent_refuses_them() {
    let json = b"{\"id\":1,\"is_bot\":true,\"first_name\":\"\xff\"}";
    assert!(from_json::<User>(json).is_err());
    assert!(from_json::<String>(b"\"\xff\"").is_err());
}

#[test]
fn the_position_of_an_error_counts_the_bytes_that_came() {
    let json = b"{\"text\":\"\xff\xff\xff\",\n\"caption\":\"\xff\" !}";
    let at = json.iter().position(|&byte| byte == b'!').expect("it");
    let error = from_json::<Message>(json).expect_err("a syntax error");
    assert_eq!(error.offset(), Some(at), "{error}");
    assert_eq!((error.line(), error.column()), (Some(2), Some(15)));
}

#[test]
fn an_answer_whose_result_comes_first_is_read_so_too() {
    let result = broken(&message(&json!({"text": "a?b"})));
    let body = [br#"{"result":"#, &result[..], br#","ok":true}"#].concat();
    let Outcome { value, repairs } = call::<Message>(body, false);
    assert_eq!(
        value.expect("a message").text.as_deref(),
        Some("a\u{fffd}b")
    );
    assert_eq!(repairs.len(), 1);
    assert_eq!(repairs[0].path, "result.text");
}

#[test]
fn a_refusal_is_read_in_spite_of_them() {
    let body = b"{\"ok\":false,\"error_code\":400,\"description\":\"Bad \xff\"}";
    let outcome = call::<Message>(&body[..], false);
    let Err(Error::Api(error)) = outcome.value else {
        panic!("{:?}", outcome.value);
    };
    assert_eq!(error.description, "Bad \u{fffd}");
}

/// How long it takes to read an update with so many texts that are not UTF-8, at best.
fn time_for(texts: usize) -> Duration {
    let entities = vec![json!({"type": "?", "offset": 0, "length": 1}); texts];
    let json = broken(&message_update(&json!({ "entities": entities })));
    let time = |_| {
        let start = Instant::now();
        let update: Update = from_json(&json).expect("an update");
        assert_eq!(update.repairs().len(), texts);
        start.elapsed()
    };
    // A busy machine slows down some of them.
    (0..20).map(time).min().unwrap_or_default()
}

#[test]
fn many_of_them_take_time_in_proportion() {
    let (few, many) = (time_for(200), time_for(1_600));
    // Eight times as many: 64 times as long if each is looked for from the start.
    assert!(many < few * 24, "{few:?} and {many:?}");
}
