//! Repairs in results and updates, and how a bot is notified.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::ready;
use std::io;
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use telegrammar::error::{Repair, ResponseErrorKind};
use telegrammar::methods::{GetChatAdministrators, GetUpdates, SendMessage};
use telegrammar::transport::{Request, Response};
use telegrammar::types::{ChatMember, Message, MessageOrigin, Update, UpdateKind, User};
use telegrammar::{
    Bot, Error, Method, from_json, from_json_strict, telegram_method, telegram_type,
};
use tower::service_fn;

use crate::TOKEN;

/// Calls a method whose response has this result.
async fn call<M: Method>(
    method: M,
    strict: bool,
    result: &[u8],
) -> (Result<M::Response, Error>, Vec<Repair>) {
    let body = [&br#"{"ok":true,"result":"#[..], result, b"}"].concat();
    let repairs = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&repairs);
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |_: Request| {
            ready(Ok::<_, Infallible>(Response::new(200, body.clone())))
        }))
        .strict(strict)
        .on_repair(move |repair| sink.lock().expect("a list").push(repair.clone()))
        .build()
        .expect("a bot");
    let outcome = bot.send(method).await;
    let repairs = repairs.lock().expect("a list").drain(..).collect();
    (outcome, repairs)
}

/// Returns the paths of the repairs, and the raw values.
fn places(repairs: &[Repair]) -> Vec<(&str, &str)> {
    let places = repairs.iter();
    places.map(|repair| (&*repair.path, &*repair.raw)).collect()
}

const MESSAGE: &str = r#""message_id":1,"date":2,"chat":{"id":3,"type":"private"}"#;

#[tokio::test]
async fn an_undecodable_optional_field_is_unset_and_reported() {
    let result = format!(r#"{{{MESSAGE},"text":5,"caption":"a","entities":[{{"offset":"x"}}]}}"#);
    let method = || SendMessage::new(1, "a");
    let (outcome, repairs) = call(method(), false, result.as_bytes()).await;
    let message = outcome.expect("a message");
    assert_eq!((message.text, message.entities), (None, None));
    assert_eq!(message.caption.as_deref(), Some("a"));
    assert_eq!(
        places(&repairs),
        [
            ("result.text", "5"),
            ("result.entities", r#"[{"offset":"x"}]"#)
        ]
    );
    assert_eq!(repairs[0].method, "sendMessage");
    assert_eq!(repairs[0].error, "expected a String, found a number");
    assert_eq!(
        repairs[1].to_string(),
        "`result.entities`: `[0].offset`: expected an Integer, found a String"
    );
    let (outcome, repairs) = call(method(), true, result.as_bytes()).await;
    let Err(Error::Decode(error)) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(error.path(), "result.text");
    assert_eq!(repairs, []);
}

#[tokio::test]
async fn a_fault_is_stored_in_the_innermost_union() {
    let origin = r#"{"type":"user","date":1,"sender_user":{"id":1,"is_bot":false}}"#;
    let result = format!(r#"{{{MESSAGE},"forward_origin":{origin}}}"#);
    let (outcome, repairs) = call(SendMessage::new(1, "a"), false, result.as_bytes()).await;
    let held = outcome.expect("a message").forward_origin;
    let Some(MessageOrigin::Unknown(unknown)) = held.as_deref() else {
        panic!("{held:?}")
    };
    assert_eq!((unknown.tag(), unknown.json()), ("user", origin));
    assert_eq!(
        unknown.error(),
        Some("`sender_user`: missing field `first_name`")
    );
    assert_eq!(places(&repairs), [("result.forward_origin", origin)]);
    // An unknown variant is not a fault.
    let later = r#"{"type":"later","date":1}"#;
    let result = format!(r#"{{{MESSAGE},"forward_origin":{later}}}"#);
    for strict in [false, true] {
        let (outcome, repairs) = call(SendMessage::new(1, "a"), strict, result.as_bytes()).await;
        let origin = outcome.expect("a message").forward_origin;
        let Some(MessageOrigin::Unknown(unknown)) = origin.as_deref() else {
            panic!("{origin:?}")
        };
        assert_eq!((unknown.tag(), unknown.error()), ("later", None));
        assert_eq!(repairs, []);
    }
}

#[tokio::test]
async fn repairs_in_a_discarded_value_are_not_reported() {
    // The flag is repaired, but then the user has no name.
    let result =
        format!(r#"{{{MESSAGE},"from":{{"id":1}},"via_bot":{{"id":1,"first_name":"a"}}}}"#);
    let (outcome, repairs) = call(SendMessage::new(1, "a"), false, result.as_bytes()).await;
    let message = outcome.expect("a message");
    assert_eq!(message.from, None);
    assert!(message.via_bot.is_some_and(|user| !user.is_bot));
    assert_eq!(
        places(&repairs),
        [
            ("result.from", r#"{"id":1}"#),
            ("result.via_bot.is_bot", "")
        ]
    );
    assert_eq!(repairs[1].error, "missing field `is_bot`");
}

#[tokio::test]
async fn no_item_of_a_list_is_dropped() {
    let good = r#"{"status":"left","user":{"id":1,"is_bot":false,"first_name":"a"}}"#;
    let result = format!(r#"[{good},5,{{"status":"left"}},{good}]"#);
    let (outcome, repairs) = call(GetChatAdministrators::new(1), false, result.as_bytes()).await;
    let members = outcome.expect("members");
    let is_left: Vec<_> = members
        .iter()
        .map(|member| matches!(member, ChatMember::Left(_)))
        .collect();
    assert_eq!(is_left, [true, false, false, true]);
    assert_eq!(
        places(&repairs),
        [("result[1]", "5"), ("result[2]", r#"{"status":"left"}"#)]
    );
}

#[tokio::test]
async fn required_identifiers_texts_and_numbers_are_never_made_up() {
    for result in [
        r#"{"message_id":1,"date":2}"#,
        r#"{"message_id":null,"date":2,"chat":{"id":3,"type":"private"}}"#,
        r#"{"message_id":1,"date":"2","chat":{"id":3,"type":"private"}}"#,
        r#"{"message_id":1,"date":2,"chat":{}}"#,
        "null",
        "[]",
    ] {
        let (outcome, repairs) = call(SendMessage::new(1, "a"), false, result.as_bytes()).await;
        assert!(matches!(outcome, Err(Error::Decode(_))), "{outcome:?}");
        assert_eq!(repairs, []);
    }
}

#[tokio::test]
async fn invalid_utf_8_is_reported_with_its_path() {
    let text = [b"{", MESSAGE.as_bytes(), b",\"text\":\"a\xffb\xfe\"}"].concat();
    let (outcome, repairs) = call(SendMessage::new(1, "a"), false, &text).await;
    let message = outcome.expect("a message");
    assert_eq!(message.text.as_deref(), Some("a\u{fffd}b\u{fffd}"));
    assert_eq!(
        places(&repairs),
        [("result.text", "\"a\u{fffd}b\u{fffd}\"")]
    );
    let (outcome, _) = call(SendMessage::new(1, "a"), true, &text).await;
    assert!(
        matches!(&outcome, Err(Error::Response(error)) if error.kind() == ResponseErrorKind::InvalidUtf8),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn an_update_lists_its_repairs() {
    let batch = format!(
        r#"[{{"update_id":1,"message":{{{MESSAGE}}}}},{{"update_id":2,"message":{{{MESSAGE},"text":5}}}},
            {{"update_id":3,"poll":{{}}}}]"#
    );
    let (outcome, repairs) = call(GetUpdates::new(), false, batch.as_bytes()).await;
    let updates = outcome.expect("updates");
    assert_eq!(updates[0].repairs(), []);
    assert_eq!(places(updates[1].repairs()), [("message.text", "5")]);
    assert!(matches!(updates[2].kind, UpdateKind::Undecodable { .. }));
    assert_eq!(
        places(&repairs),
        [
            ("result[1].message.text", "5"),
            ("result[2]", r#"{"update_id":3,"poll":{}}"#)
        ]
    );
    let (outcome, _) = call(GetUpdates::new(), true, batch.as_bytes()).await;
    assert!(
        matches!(outcome, Err(Error::Decode(error)) if error.path() == "result[1].message.text")
    );
}

#[test]
fn an_update_of_a_webhook_is_decoded_in_the_same_way() {
    let text = format!(r#"{{"update_id":2,"message":{{{MESSAGE},"text":5}}}}"#);
    let update: Update = from_json(&text).expect("an update");
    assert_eq!(places(update.repairs()), [("message.text", "5")]);
    let by_serde: Update = serde_json::from_str(&text).expect("an update");
    assert_eq!(by_serde.repairs(), update.repairs());
    let error = from_json_strict::<Update>(&text).expect_err("strict");
    assert_eq!((error.path(), error.line()), ("message.text", Some(1)));
    let bytes = [
        b"{\"update_id\":2,\"message\":{",
        MESSAGE.as_bytes(),
        b",\"text\":\"\xff\"}}",
    ]
    .concat();
    let update: Update = from_json(&bytes).expect("an update");
    assert_eq!(places(update.repairs()), [("message.text", "\"\u{fffd}\"")]);
    let error = from_json_strict::<Update>(&bytes).expect_err("strict");
    assert!(error.is_syntax(), "{error}");
}

#[test]
fn syntax_errors_are_never_repaired() {
    let whole = format!(r#"{{"update_id":2,"message":{{{MESSAGE},"text":[5,"#);
    for end in ["", "]", "]}", "]}}}", "]}},", "x]}}", "01]}}", "\"\\x\"]}}"] {
        let text = format!("{whole}{end}");
        let error = from_json::<Update>(&text).expect_err(&text);
        assert!(error.is_syntax(), "{error}");
    }
}

#[test]
fn types_that_can_be_sent_are_decoded_strictly_on_their_own() {
    // A user can be mentioned in messages that are sent.
    let text = r#"{"id":1,"is_bot":false,"first_name":"a","last_name":5}"#;
    let outcome = from_json::<User>(text);
    assert!(outcome.is_err(), "{outcome:?}");
    let method = r#"{"chat_id":1,"text":"a","disable_notification":5}"#;
    assert!(serde_json::from_str::<SendMessage>(method).is_err());
}

/// A custom type that contains types of the Bot API.
#[derive(Debug, Deserialize)]
struct Batch {
    updates: Vec<Update>,
}

#[telegram_method("getBatch", unlisted, returns = Batch)]
struct GetBatch;

#[tokio::test]
async fn a_result_of_a_custom_type_is_decoded_leniently() {
    let result = format!(r#"{{"updates":[{{"update_id":2,"message":{{{MESSAGE},"text":5}}}}]}}"#);
    let (outcome, _) = call(GetBatch, false, result.as_bytes()).await;
    let batch = outcome.expect("a batch");
    assert_eq!(places(batch.updates[0].repairs()), [("message.text", "5")]);
}

#[telegram_method("countBooks", unlisted, returns = BTreeMap<String, i64>)]
struct CountBooks;

#[telegram_method("getChats", unlisted, returns = BTreeMap<String, Message>)]
struct GetChats;

#[tokio::test]
async fn a_lone_surrogate_affects_only_its_value() {
    let result = format!(r#"{{"a":{{{MESSAGE},"text":"\ud83d","caption":"b"}}}}"#);
    let (outcome, repairs) = call(GetChats, false, result.as_bytes()).await;
    let messages = outcome.expect("messages");
    assert_eq!(messages["a"].caption.as_deref(), Some("b"));
    assert_eq!(places(&repairs), [("result.a.text", r#""\ud83d""#)]);
    // As a name it cannot be stored, but the response is valid.
    for strict in [false, true] {
        let result = br#"{"a":1,"\ud83d":2,"b":3}"#;
        let (outcome, _) = call(CountBooks, strict, result).await;
        assert!(
            matches!(&outcome, Err(Error::Decode(error)) if error.path() == "result"),
            "{outcome:?}"
        );
    }
}

/// The media types that a bot accepts, read by serde.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
enum MediaType {
    #[default]
    #[serde(rename = "text/plain")]
    Plain,
}

telegrammar::field!(MediaType: Text = |_| "text/plain");

#[telegram_type("Document")]
#[derive(Debug, PartialEq)]
struct TextDocument {
    file_id: String,
    file_unique_id: String,
    file_name: Option<String>,
    mime_type: Option<MediaType>,
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("a log").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_is_logged_without_a_bot_quotes_no_json() {
    let log = Log::default();
    let writer = log.clone();
    // For all threads, because `tracing` caches for all threads whether a call site is enabled.
    tracing_subscriber::fmt()
        .with_writer(move || writer.clone())
        .init();
    let document = r#"{"file_id":"a","file_unique_id":"b","file_name":5"#;
    let documents = format!(
        r#"[{document},"mime_type":"a secret"}}{}]"#,
        format!(",{document}}}").repeat(3_000)
    );
    let read: Vec<TextDocument> = from_json(&documents).expect("documents");
    assert_eq!(read.len(), 3_001);
    let log = String::from_utf8(log.0.lock().expect("a log").clone()).expect("UTF-8");
    for part in [
        "expected a String, found a number",
        "the value is rejected by its type",
        "further faults were repaired",
    ] {
        assert!(log.contains(part), "{part} is not in\n{log}");
    }
    assert!(!log.contains("a secret"), "{log}");
}
