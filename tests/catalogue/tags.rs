//! The constant field that identifies an object is checked when the object is read on its own.

use serde_json::{Value, json};
use telegrammar::types::{
    Chat, ForceReply, InlineQueryResult, MenuButtonDefault, MessageOriginUser, ReplyParameters,
};
use telegrammar::{from_json, from_json_strict, telegram_type};

use crate::facts::{Entry, Field, read};
use crate::list::objects;
use crate::sample::{Extent, Samples};

/// Writes members in this order, with names and values as JSON.
fn object(members: &[(String, String)]) -> String {
    let members = members
        .iter()
        .map(|(name, value)| format!("{name}:{value}"));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

#[test]
fn each_tag_is_checked_wherever_it_is_and_however_it_is_written() {
    let facts = read();
    let mut tagged = 0;
    for it in objects() {
        let Some((tag, value)) = it.info.tag else {
            continue;
        };
        tagged += 1;
        let sample = Samples(&facts).of(it.name, Extent::Required);
        let read = |text: &str| match (it.cycle)(text) {
            Ok(again) => {
                let again: Value = serde_json::from_str(&again).expect("JSON");
                assert_eq!(again, sample, "{} {text}", it.name);
                None
            }
            Err(error) => Some(error),
        };
        let others = sample.as_object().expect("members").iter();
        let others = others.filter(|(name, _)| *name != tag);
        let others = others.map(|(name, value)| (format!("{name:?}"), value.to_string()));
        let others: Vec<_> = others.collect();
        // The tag at each position, with these values one after the other.
        let written = |name: &str, values: &[String]| {
            let all = (0..=others.len()).map(|at| {
                let mut members = others.clone();
                for value in values.iter().rev() {
                    members.insert(at, (name.to_owned(), value.clone()));
                }
                object(&members)
            });
            all.collect::<Vec<_>>()
        };
        let (first, rest) = tag.split_at(1);
        let escaped = format!("\"\\u{:04x}{rest}\"", first.as_bytes()[0]);
        let right = format!("{value:?}");
        let (initial, others_of_value) = value.split_at(1);
        let right_escaped = format!("\"\\u{:04x}{others_of_value}\"", initial.as_bytes()[0]);
        let wrong = "\"wrong one\"".to_owned();
        let null = "null".to_owned();
        for name in [format!("{tag:?}"), format!("{tag:?} "), escaped] {
            for values in [
                vec![],
                vec![right.clone()],
                vec![right_escaped.clone()],
                vec![format!(" {right}\n")],
                vec![null.clone()],
                vec![right.clone(), wrong.clone()],
                vec![right_escaped.clone(), wrong.clone()],
                vec![null.clone(), right.clone(), wrong.clone()],
            ] {
                for text in written(&name, &values) {
                    assert_eq!(read(&text), None, "{} {text}", it.name);
                }
            }
            let problem = format!("`{tag}`: expected {value:?}, found \"wrong one\"");
            for values in [
                vec![wrong.clone()],
                vec![wrong.clone(), right.clone()],
                vec![null.clone(), wrong.clone()],
            ] {
                for text in written(&name, &values) {
                    let error = read(&text).expect("an error");
                    assert!(error.starts_with(&problem), "{} {text}: {error}", it.name);
                }
            }
            for (value, found) in [("5", "a number"), ("{}", "an object"), ("[1]", "an Array")] {
                let problem = format!("`{tag}`: expected a String, found {found}");
                for text in written(&name, &[value.to_owned()]) {
                    let error = read(&text).expect("an error");
                    assert!(error.starts_with(&problem), "{} {text}: {error}", it.name);
                }
            }
        }
        let upper = format!("{:?}", value.to_uppercase());
        for text in written(&format!("{tag:?}"), &[upper]) {
            let ignores_case = it.name.starts_with("InlineQueryResult");
            assert_eq!(read(&text).is_none(), ignores_case, "{} {text}", it.name);
        }
    }
    let has_tag = |entry: &&Entry| entry.fields.iter().any(Field::is_tag);
    assert_eq!(tagged, facts.values().filter(has_tag).count());
    assert!(tagged > 0);
}

#[test]
fn other_sources_than_text_are_checked_too() {
    assert!(serde_json::from_value::<MenuButtonDefault>(json!({})).is_ok());
    assert!(serde_json::from_value::<MenuButtonDefault>(json!({"type": "default"})).is_ok());
    let error = serde_json::from_value::<MenuButtonDefault>(json!({"type": "web_app"}));
    assert_eq!(
        error.expect_err("another button").to_string(),
        r#"`type`: expected "default", found "web_app""#
    );
}

#[telegram_type(unlisted)]
#[derive(Debug)]
struct Buttons {
    button: MenuButtonDefault,
    more: Option<Vec<MenuButtonDefault>>,
}

#[test]
fn the_error_of_an_inner_tag_has_its_path() {
    let read = |json: &Value| from_json::<Buttons>(json.to_string());
    let right = json!({"button": {"type": "default"}, "more": [{}, {"type": "default"}]});
    assert!(read(&right).is_ok());
    for (json, path) in [
        (json!({"button": {"type": "commands"}}), "button.type"),
        (
            json!({"button": {}, "more": [{}, {"type": "commands"}]}),
            "more[1].type",
        ),
    ] {
        let error = read(&json).expect_err(path);
        assert_eq!(error.path(), path);
        assert_eq!(error.problem(), r#"expected "default", found "commands""#);
        let position = json.to_string().find("\"commands\"");
        assert_eq!(error.offset(), position);
    }
}

/// A message of which only one kind of origin matters.
#[telegram_type("Message")]
#[derive(Debug)]
struct Forwarded {
    message_id: i64,
    date: i64,
    chat: Chat,
    forward_origin: Option<MessageOriginUser>,
}

#[telegram_type("ExternalReplyInfo")]
#[derive(Debug)]
struct Reply {
    origin: MessageOriginUser,
}

#[test]
fn in_what_is_received_another_tag_is_repaired_where_that_is_possible() {
    let user = json!({"id": 1, "is_bot": false, "first_name": "a"});
    let origin = |kind: &str| json!({"type": kind, "date": 1, "sender_user": user});
    let message = |kind: &str| {
        let chat = json!({"id": 1, "type": "private"});
        let origin = origin(kind);
        json!({"message_id": 1, "date": 1, "chat": chat, "forward_origin": origin}).to_string()
    };
    let read = |kind| from_json::<Forwarded>(message(kind)).expect("a message");
    assert!(read("user").forward_origin.is_some());
    assert!(read("chat").forward_origin.is_none());
    let error = from_json_strict::<Forwarded>(message("chat")).expect_err("another origin");
    assert_eq!(error.path(), "forward_origin.type");
    let reply = |kind| from_json::<Reply>(json!({"origin": origin(kind)}).to_string());
    assert_eq!(reply("user").expect("a reply").origin.date, 1);
    assert_eq!(reply("chat").expect_err("a chat").path(), "origin.type");
}

#[telegram_type(unlisted, tag = "kind")]
#[derive(Debug, PartialEq)]
enum Answer {
    #[telegram(rename = "reply")]
    Reply(ReplyParameters),
    #[telegram(rename = "force")]
    Force(ForceReply),
}

#[test]
fn the_tag_of_a_union_is_no_unknown_member_of_its_objects() {
    for text in [
        r#"{"kind":"reply","message_id":1}"#,
        r#"{"kind":"force","force_reply":true}"#,
    ] {
        let read: Answer = from_json_strict(text).expect(text);
        assert_eq!(serde_json::to_string(&read).expect("JSON"), text);
        let more = text.replace('}', r#","new":1}"#);
        let error = from_json_strict::<Answer>(&more).expect_err(&more);
        assert_eq!(error.path(), "new");
    }
}

#[test]
fn an_inline_result_is_read_in_any_case_and_written_in_the_usual_one() {
    let text = r#"{"type":"ArTicLe","id":"1","title":"a","input_message_content":{"message_text":"a","parse_mode":"html"}}"#;
    let read: InlineQueryResult = from_json(text).expect("a result");
    let again = serde_json::to_string(&read).expect("JSON");
    assert_eq!(
        again,
        text.replace("ArTicLe", "article").replace("html", "HTML")
    );
}
