//! What is JSON and what is none, for every kind of target: the list is ours, and `serde_json` must
//! say the same.

use std::fmt::Debug;

use serde::de::IgnoredAny;
use serde_json::Value;
use telegrammar::__private::Decode;
use telegrammar::error::JsonError;
use telegrammar::types::{ChatType, Message, MessageOrigin, Update, User};
use telegrammar::{Error, from_json, from_json_strict};

use crate::decoding::syntax_table::{ACCEPTED, REJECTED};
use crate::decoding::ways::{call, envelope};

/// What `serde_json`, which looks at syntax alone here, says.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Whatever the target is, text that is no JSON is an error, and only such text is a syntax error.
#[track_caller]
fn agrees<T: Decode + Debug>(text: &str, is_json: bool) {
    let agrees = |read: Result<T, JsonError>| match read {
        Ok(value) => assert!(is_json, "{text:?} is {value:?}"),
        Err(error) => {
            assert!(!error.is_syntax() || !is_json, "{text:?}: {error}");
            assert!(error.is_syntax() || !error.is_end(), "{text:?}: {error}");
            let offset = error.offset().expect("an offset");
            assert!(
                offset <= text.len() && text.is_char_boundary(offset),
                "{text:?}: {error}"
            );
        }
    };
    agrees(from_json(text));
    agrees(from_json_strict(text));
}

fn agrees_for_every_target(text: &str, is_json: bool) {
    agrees::<Value>(text, is_json);
    agrees::<bool>(text, is_json);
    agrees::<i64>(text, is_json);
    agrees::<u8>(text, is_json);
    agrees::<i128>(text, is_json);
    agrees::<f64>(text, is_json);
    agrees::<f32>(text, is_json);
    agrees::<String>(text, is_json);
    agrees::<ChatType>(text, is_json);
    agrees::<Option<bool>>(text, is_json);
    agrees::<Vec<i64>>(text, is_json);
    agrees::<Vec<Vec<Option<String>>>>(text, is_json);
    agrees::<std::collections::BTreeMap<String, Vec<Value>>>(text, is_json);
    agrees::<User>(text, is_json);
    agrees::<Message>(text, is_json);
    agrees::<Update>(text, is_json);
    agrees::<MessageOrigin>(text, is_json);
    agrees::<telegrammar::types::MaybeInaccessibleMessage>(text, is_json);
    agrees::<telegrammar::types::InputMessageContent>(text, is_json);
    agrees::<telegrammar::types::InlineQueryResult>(text, is_json);
    agrees::<telegrammar::types::RichText>(text, is_json);
    agrees::<telegrammar::types::ChatId>(text, is_json);
}

/// Texts in which the value stands where it is skipped, kept, looked through for a tag, or wrong.
fn around(text: &str) -> Vec<String> {
    [
        "#",
        "[#]",
        "[1,#,2]",
        r#"{"a":#}"#,
        r#"{"a":1,"b":#,"c":2}"#,
        r#"{"update_id":1,"new":#}"#,
        r#"{"update_id":1,"poll":#,"x":[]}"#,
        r#"{"update_id":#,"message":{}}"#,
        r#"{"update_id":1,"message":{"text":#}}"#,
        r#"{"update_id":1,"message":{"photo":[#]}}"#,
        r#"{"x":#,"type":"user","date":1}"#,
        r#"{"date":#,"type":"user"}"#,
        r#"{"type":#}"#,
        r#"{"x":[{"y":#}],"type":"bold","text":"a"}"#,
        r#"{"type":"bold","text":[#]}"#,
        r#"{"id":#,"is_bot":false,"first_name":"a"}"#,
        r#"{"id":1,"is_bot":#,"first_name":"a"}"#,
        r#"{"id":1,"is_bot":true,"first_name":#}"#,
        r#"{"id":1,"id":#,"is_bot":true,"first_name":"a"}"#,
        r#"{"id":"x","is_bot":true,"first_name":#}"#,
        r#"{"chat":{"id":1,"type":#},"message_id":1,"date":0}"#,
    ]
    .iter()
    .map(|around| around.replace('#', text))
    .collect()
}

#[test]
fn json_is_accepted() {
    for text in ACCEPTED {
        assert!(is_json(text), "{text:?}");
        let value = serde_json::from_str::<Value>(text).ok();
        assert_eq!(from_json::<Value>(text).ok(), value, "{text:?}");
        agrees_for_every_target(text, true);
    }
}

#[test]
fn other_texts_are_rejected() {
    for text in REJECTED {
        assert!(!is_json(text), "{text:?}");
        let error = from_json::<Value>(text).expect_err(text);
        assert!(error.is_syntax(), "{text:?}: {error}");
        agrees_for_every_target(text, false);
    }
}

#[test]
fn that_holds_wherever_the_value_stands() {
    for text in ACCEPTED.iter().chain(REJECTED) {
        for text in around(text) {
            agrees_for_every_target(&text, is_json(&text));
        }
    }
}

#[test]
fn an_answer_is_json_as_a_whole() {
    let mut wrong = Vec::new();
    for text in ACCEPTED.iter().chain(REJECTED) {
        for body in [
            format!(r#"{{"ok":true,"result":{text}}}"#),
            format!(r#"{{"ok":true,"result":true{text}}}"#),
            format!(r#"{{"ok":true,"result":true,"more":{text}}}"#),
            format!(r#"{{"ok":true,"result":true}}{text}"#),
            format!(r#"{{"ok":true,"result":true,{text}}}"#),
            format!(r#"{{"result":true,"ok":true{text}}}"#),
            format!(r#"{{"result":{text},"ok":true}}"#),
            format!(r#"{{"ok":false,"description":{text}}}"#),
            format!(r#"{text}{{"ok":true,"result":true}}"#),
        ] {
            let is_json = is_json(&body);
            let read = call::<Value>(body.as_str(), false).value;
            let is_read = !matches!(read, Err(Error::Response(_)));
            if is_read != is_json {
                wrong.push(format!("{body}: {read:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_lone_surrogate_is_a_fault_and_no_syntax_error() {
    for text in [
        r#""\ud800""#,
        r#""\udfff""#,
        r#""a\uD83Db""#,
        r#""\ud83d\ud83d""#,
        r#""\ude00\ud83d""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#""\ud83d\"""#,
        r#""\ud83d\\""#,
    ] {
        assert!(is_json(text));
        let error = from_json::<String>(text).expect_err(text);
        assert!(!error.is_syntax(), "{error}");
        assert_eq!(error.problem(), "a lone surrogate is not a character");
        // Nobody reads it there.
        let json = format!(r#"{{"id":1,"is_bot":true,"first_name":"a","new":{text},{text}:1}}"#);
        assert_eq!(from_json::<User>(&json).map(|user| user.id), Ok(1));
        for text in around(text) {
            agrees_for_every_target(&text, true);
        }
    }
}

#[test]
fn a_lone_surrogate_costs_no_more_than_its_field() {
    let lone = r#""\ud800""#;
    let chat = r#""message_id":1,"date":1,"chat":{"id":1,"type":"private"}"#;
    let json = format!(r#"{{"text":{lone},"caption":"c","from":{{"id":1,{lone}:2}},{chat}}}"#);
    let message: Message = from_json(&json).expect("a message");
    assert_eq!(
        (message.text, message.caption.as_deref()),
        (None, Some("c"))
    );
    let json = format!(r#"{{"type":{lone},"x":{lone},{lone}:1}}"#);
    let origin: MessageOrigin = from_json(&json).expect("an origin");
    assert!(matches!(origin, MessageOrigin::Unknown(unknown) if unknown.error().is_some()));
}

#[test]
fn values_are_nested_at_most_128_deep_where_they_are_read() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for depth in [1, 100, 127] {
        assert!(from_json::<Value>(nested(depth)).is_ok(), "{depth}");
    }
    for depth in [129, 1_000, 200_000] {
        let text = nested(depth);
        let error = from_json::<Value>(&text).expect_err("too deep");
        assert!(!error.is_syntax(), "{error}");
        assert!(from_json::<Vec<Value>>(&text).is_err());
        // Nobody reads it there, so any depth is fine, and a lack of brackets is not.
        let json = format!(r#"{{"id":1,"new":{text},"is_bot":true,"first_name":"a"}}"#);
        assert!(from_json::<User>(&json).is_ok(), "{depth}");
        let cut = json.replacen(']', "", 1);
        assert!(
            from_json::<User>(cut)
                .expect_err("a bracket too few")
                .is_syntax()
        );
    }
    let quotes = |depth: usize| {
        let open = r#"{"type":"bold","text":"#.repeat(depth);
        format!(r#"{open}"a"{}"#, "}".repeat(depth))
    };
    assert!(from_json::<telegrammar::types::RichText>(quotes(128)).is_ok());
    assert!(from_json::<telegrammar::types::RichText>(quotes(129)).is_err());
    assert!(from_json::<telegrammar::types::RichText>(quotes(100_000)).is_err());
}

#[telegrammar::telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Named {
    name: String,
    map: Option<std::collections::BTreeMap<String, i64>>,
    last: Option<i64>,
}

#[test]
fn a_lone_surrogate_in_a_key_costs_no_more_than_its_map() {
    let json = r#"{"map":{"a":1,"\ud800":2,"b":3},"name":"x","last":4}"#;
    let named = crate::decoding::ways::result::<Named>(json).expect("a value");
    assert_eq!((named.map, named.last), (None, Some(4)));
    let error = from_json::<Named>(json).expect_err("strict");
    assert!(!error.is_syntax());
    assert_eq!(error.path(), "map");
}

/// JSON as servers write it.
fn fixtures() -> Vec<(&'static str, bool)> {
    macro_rules! files {
        ($($name:literal)+) => { vec![$((include_str!(concat!("cases/", $name, ".json")), true)),+] };
    }
    let mut all = files! {
        "accepted_gift_types_older" "administrator_of_server_10_0" "external_reply_empty_story"
        "expandable_blockquote_with_blocks" "poll_option_added_other_name"
        "callback_query_inline_message" "get_me_with_more_members" "unique_gift_colors_in_part"
    };
    all.push((include_str!("../../../benches/data/message1.json"), false));
    all.push((include_str!("../../../benches/data/update1.json"), false));
    all
}

#[test]
fn json_that_is_cut_at_any_byte_is_an_error() {
    fn is_cut<T: Decode + Debug>(json: &[u8]) {
        let error = from_json::<T>(json).expect_err("cut");
        assert!(error.is_end(), "{error}\n{}", String::from_utf8_lossy(json));
        if let Ok(json) = str::from_utf8(json) {
            assert!(from_json_strict::<T>(json).is_err());
        }
    }
    for (fixture, _) in fixtures() {
        let json = fixture.trim().as_bytes();
        for end in 0..json.len() {
            let json = &json[..end];
            is_cut::<Value>(json);
            is_cut::<Message>(json);
            is_cut::<Update>(json);
            is_cut::<MessageOrigin>(json);
            is_cut::<std::collections::BTreeMap<String, Value>>(json);
        }
    }
}

#[test]
fn an_answer_that_is_cut_at_any_byte_is_an_error() {
    for (fixture, is_result) in fixtures() {
        let body = if is_result {
            envelope(fixture.trim())
        } else {
            fixture.trim().into()
        };
        for end in 0..body.len() {
            let read = call::<Value>(&body[..end], false).value;
            assert!(matches!(read, Err(Error::Response(_))), "{read:?}");
        }
    }
}
