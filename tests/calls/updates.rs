//! Batches of updates, through a call of `getUpdates` over a transport without HTTP.

use std::convert::Infallible;
use std::future::ready;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use telegrammar::methods::GetUpdates;
use telegrammar::transport::{Request, Response};
use telegrammar::types::{Update, UpdateKind};
use telegrammar::value::{Param, Value};
use telegrammar::{Bot, Error, from_json, telegram_method, type_check};
use tower::service_fn;

use crate::TOKEN;

async fn updates(result: &str) -> Result<Vec<Update>, Error> {
    let answer = format!(r#"{{"ok":true,"result":{result}}}"#);
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |_: Request| {
            ready(Ok::<_, Infallible>(Response::new(200, answer.clone())))
        }))
        .build()
        .expect("a bot");
    GetUpdates::new().send(&bot).await
}

const CHAT: &str = r#"{"id":1,"type":"private"}"#;

fn message(update_id: i64, date: &str) -> String {
    format!(
        r#"{{"update_id":{update_id},"message":{{"message_id":1,"date":{date},"chat":{CHAT}}}}}"#
    )
}

#[tokio::test]
async fn every_update_of_a_good_batch_arrives() {
    let batch = format!("[{},{}]", message(1, "5"), message(2, "6"));
    let updates = updates(&batch).await.expect("updates");
    let dates: Vec<_> = updates
        .iter()
        .map(|update| match &update.kind {
            UpdateKind::Message(message) => message.date,
            kind => panic!("{kind:?}"),
        })
        .collect();
    assert_eq!(dates, [5, 6]);
    assert_eq!(updates[0].kind.name(), "message");
}

#[tokio::test]
async fn an_undecodable_update_does_not_affect_others() {
    let batch = format!(
        "[{},{},{}]",
        message(1, "5"),
        message(2, "\"noon\""),
        message(3, "7")
    );
    let updates = updates(&batch).await.expect("updates");
    assert_eq!(
        updates
            .iter()
            .map(|update| update.update_id)
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert!(matches!(updates[0].kind, UpdateKind::Message(_)));
    let UpdateKind::Undecodable { error, raw } = &updates[1].kind else {
        panic!("{:?}", updates[1]);
    };
    assert_eq!(
        *error,
        "`message.date`: expected an Integer, found a String"
    );
    assert_eq!(*raw, message(2, "\"noon\""));
    assert_eq!(serde_json::to_string(&updates[1]).expect("JSON"), *raw);
    assert!(matches!(updates[2].kind, UpdateKind::Message(_)));
}

#[tokio::test]
async fn the_id_of_an_undecodable_update_may_be_a_whole_float() {
    let batch = r#"[{"update_id":5.0,"message":{}}]"#;
    let updates = updates(batch).await.expect("updates");
    assert_eq!(updates[0].update_id, 5);
    assert!(matches!(updates[0].kind, UpdateKind::Undecodable { .. }));
}

#[tokio::test]
async fn an_undecodable_update_is_stored_whatever_the_order_of_its_members() {
    let raw = r#"{"poll":{"id":7},"later":[1],"update_id":8}"#;
    let updates = updates(&format!("[{raw}]")).await.expect("updates");
    assert_eq!(updates[0].update_id, 8);
    let UpdateKind::Undecodable { error, raw: stored } = &updates[0].kind else {
        panic!("{:?}", updates[0]);
    };
    assert!(error.starts_with("`poll.id`: "), "{error}");
    assert_eq!(stored, raw);
}

#[tokio::test]
async fn an_update_that_is_too_deep_is_stored_as_undecodable() {
    let deep = |depth| "[".repeat(depth) + &"]".repeat(depth);
    let batch = |depth| format!(r#"[{{"update_id":1,"poll":{{"id":{}}}}}]"#, deep(depth));
    for depth in [100, 100_000] {
        let stored = updates(&batch(depth)).await.expect("updates");
        assert!(matches!(stored[0].kind, UpdateKind::Undecodable { .. }));
    }
}

#[test]
fn an_undecodable_update_of_a_webhook_is_stored() {
    let update: Update = from_json(message(4, "5")).expect("an update");
    assert!(matches!(update.kind, UpdateKind::Message(_)));
    let broken = message(4, "\"noon\"");
    let update: Update = from_json(&broken).expect("an update");
    assert!(matches!(update.kind, UpdateKind::Undecodable { raw, .. } if raw == broken));
    let error = from_json::<Update>(&broken[..30]).expect_err("cut");
    assert!(error.is_end(), "{error}");
}

#[tokio::test]
async fn an_update_without_an_id_is_an_error() {
    let batch = format!(
        "[{},{{\"update_id\":\"x\",\"poll\":{{}}}}]",
        message(1, "5")
    );
    let error = updates(&batch).await.expect_err("an error");
    let Error::Decode(error) = error else {
        panic!("{error}")
    };
    assert!(error.path().starts_with("result[1]"), "{}", error.path());
}

#[test]
fn an_unknown_kind_of_update_is_stored_and_round_trips() {
    let json = r#"{"update_id":9,"telepathy":{"from":[1,2.50,"\u00e9"]}}"#;
    let update: Update = serde_json::from_str(json).expect("an update");
    let UpdateKind::Unknown { name, raw } = &update.kind else {
        panic!("{update:?}")
    };
    assert_eq!(name, "telepathy");
    assert_eq!(raw, r#"{"from":[1,2.50,"\u00e9"]}"#);
    assert_eq!(serde_json::to_string(&update).expect("JSON"), json);
}

#[test]
fn the_bench_data_round_trips() {
    let text = include_str!("../../benches/data/updates100.json");
    let all: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let sent = all["result"].to_string();
    let updates: Vec<Update> = serde_json::from_str(&sent).expect("updates");
    let again: serde_json::Value = serde_json::to_value(&updates).expect("JSON");
    assert_eq!(again, all["result"]);
}

#[test]
fn an_update_cut_anywhere_is_an_error() {
    let whole = include_str!("../../benches/data/update1.json").trim();
    serde_json::from_str::<Update>(whole).expect("an update");
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let outcome = serde_json::from_str::<Update>(&whole[..end]);
        assert!(outcome.is_err(), "{end}");
    }
}

struct Seconds(u8);
telegrammar::param!(Seconds: Integer = |seconds| seconds.0);

#[derive(serde::Serialize)]
struct SecondsOfSerde(u8);

impl Param for SecondsOfSerde {
    fn value(&self) -> Value<'_> {
        Value::Json(self)
    }
}

impl<const MAX: u16> type_check::SmallInteger<MAX> for SecondsOfSerde {}

#[telegram_method("getUpdates", returns = Vec<Update>)]
struct Poll {
    timeout: Option<Seconds>,
}

#[telegram_method("getUpdates", returns = Vec<Update>)]
struct PollBySerde {
    timeout: Option<SecondsOfSerde>,
}

#[tokio::test]
async fn a_long_poll_extends_its_timeouts() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&seen);
    let bot = Bot::builder(TOKEN)
        .timeout(Duration::from_secs(7))
        .answer_timeout(Duration::from_secs(11))
        .transport(service_fn(move |request: Request| {
            let timeouts = (request.timeout(), request.answer_timeout());
            keep.lock().expect("a list").push(timeouts);
            let empty = Response::new(200, r#"{"ok":true,"result":[]}"#);
            ready(Ok::<_, Infallible>(empty))
        }))
        .build()
        .expect("a bot");
    let waits = [None, Some(0), Some(50), Some(-1), Some(i64::MAX)];
    for wait in waits {
        let mut call = GetUpdates::new();
        call.timeout = wait;
        call.send(&bot).await.expect("no updates");
    }
    Poll::new()
        .timeout(Seconds(50))
        .send(&bot)
        .await
        .expect("none");
    let by_serde = PollBySerde::new().timeout(SecondsOfSerde(50));
    by_serde.send(&bot).await.expect("none");
    let own = GetUpdates::new().timeout(50).send(&bot);
    own.timeout(Duration::from_secs(9)).await.expect("none");
    let seconds: Vec<_> = seen.lock().expect("a list").drain(..).collect();
    let longest = i64::MAX.unsigned_abs();
    let expected = [
        (7, 11),
        (7, 11),
        (57, 61),
        (7, 11),
        (7 + longest, 11 + longest),
        (57, 61),
        (57, 61),
        (9, 61),
    ];
    let in_seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!(
        seconds,
        expected.map(|(call, answer)| (in_seconds(call), in_seconds(answer)))
    );
}
