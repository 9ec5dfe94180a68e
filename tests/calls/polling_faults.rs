//! The stream of updates against servers that fail, in paused time on a transport in memory.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use telegrammar::Bot;
use telegrammar::transport::{Body, Request, Response};
use telegrammar::types::UpdateKind;
use telegrammar::updates::{BotUpdates as _, PollErrorKind, UpdatesHandle};
use tokio::time::Instant;
use tower::service_fn;

use crate::TOKEN;

/// More polls than any test makes without spinning.
const MANY: usize = 1_000;

/// The status and the body of an answer.
type Answer = (u16, Vec<u8>);

/// The offsets of the polls, 0 for none.
type Offsets = Arc<Mutex<Vec<i64>>>;

/// Creates a bot whose polls are answered by a function of the number of the poll and of its
/// offset. `None` is no answer.
fn scripted(
    answer: impl Fn(usize, i64) -> Option<Answer> + Send + Sync + 'static,
) -> (Bot, Offsets) {
    let offsets = Offsets::default();
    let polls = Arc::clone(&offsets);
    let answer = Arc::new(answer);
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |request: Request| {
            let (polls, answer) = (Arc::clone(&polls), Arc::clone(&answer));
            async move {
                let Body::Json(json) = request.body() else {
                    panic!("{request:?}")
                };
                let json: serde_json::Value = serde_json::from_slice(json).expect("JSON");
                let offset = json["offset"].as_i64().unwrap_or(0);
                let number = {
                    let mut polls = polls.lock().expect("a list");
                    polls.push(offset);
                    polls.len() - 1
                };
                assert!(number < MANY, "the stream spins");
                match answer(number, offset) {
                    Some((status, body)) => Ok::<_, Infallible>(Response::new(status, body)),
                    None => std::future::pending().await,
                }
            }
        }))
        .build()
        .expect("a bot");
    (bot, offsets)
}

#[allow(clippy::unnecessary_wraps, reason = "a script may also give no answer")]
fn result(result: &str) -> Option<Answer> {
    let body = format!(r#"{{"ok":true,"result":{result}}}"#);
    Some((200, body.into_bytes()))
}

fn flood(seconds: i64) -> Answer {
    let body = format!(
        r#"{{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {seconds}","parameters":{{"retry_after":{seconds}}}}}"#
    );
    (429, body.into_bytes())
}

fn all(offsets: &Offsets) -> Vec<i64> {
    offsets.lock().expect("a list").clone()
}

/// Stops the stream after a time.
fn stop_after(handle: UpdatesHandle, time: Duration) {
    tokio::spawn(async move {
        tokio::time::sleep(time).await;
        handle.stop();
        handle.clone().stop();
    });
}

#[tokio::test(start_paused = true)]
async fn no_failure_makes_it_spin() {
    let failures = [
        Some(flood(0)),
        Some(flood(-1)),
        Some((429, Vec::new())),
        Some((502, b"<html>Bad Gateway</html>".to_vec())),
        Some((200, b"<html>a proxy</html>".to_vec())),
        Some((200, Vec::new())),
        Some((200, br#"{"ok":false}"#.to_vec())),
        Some((200, br#"{"ok":true,"result":[]}{"#.to_vec())),
        result("null"),
        result(r#"[{"update_id":"x"}]"#),
    ];
    for failure in failures {
        let (bot, offsets) = scripted(move |_, _| failure.clone());
        let mut updates = bot.updates();
        let minutes = Duration::from_secs(600);
        tokio::time::timeout(minutes, updates.next())
            .await
            .expect_err("nothing comes");
        // After five back-offs at most, one in 15 to 30 s.
        let polls = all(&offsets).len();
        assert!((20..60).contains(&polls), "{polls} polls in 10 min");
    }
}

#[tokio::test(start_paused = true)]
async fn at_most_once_hands_out_nothing_before_its_confirmation_succeeded() {
    let confirmed = Arc::new(Mutex::new(0));
    let confirmations = Arc::clone(&confirmed);
    let (bot, offsets) = scripted(move |number, offset| match number {
        0 => result(r#"[{"update_id":1},{"update_id":2}]"#),
        1 => Some((502, Vec::new())),
        2 => Some(flood(7)),
        3 => None,
        4 => {
            *confirmations.lock().expect("a number") = offset;
            // It answers, although the next update cannot be read.
            result(r#"[{"update_id":"x"}]"#)
        }
        _ => result(r#"[{"update_id":3}]"#),
    });
    let mut updates = bot.updates().at_most_once(true);
    for id in 1..=3 {
        let update = updates.next().await.expect("an update").expect("no error");
        assert_eq!(update.update_id, id);
        assert_eq!(*confirmed.lock().expect("a number"), 3);
    }
    assert_eq!(all(&offsets), [0, 3, 3, 3, 3, 3, 4]);

    // What may be confirmed or not is handed out in no case.
    let (bot, _) = scripted(|number, _| match number {
        0 => result(r#"[{"update_id":1}]"#),
        _ => Some((
            401,
            br#"{"ok":false,"error_code":401,"description":"Unauthorized"}"#.to_vec(),
        )),
    });
    let mut updates = bot.updates().at_most_once(true);
    let error = updates.next().await.expect("an item").expect_err("a 401");
    assert_eq!(error.kind(), PollErrorKind::Unauthorized);
    assert!(updates.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn it_stops_within_a_second_whatever_it_waits_for() {
    let waits = [None, Some(flood(3_000)), Some((502, Vec::new()))];
    for wait in waits {
        let (bot, offsets) = scripted(move |number, _| match number {
            0 => result(r#"[{"update_id":1000}]"#),
            _ => wait.clone(),
        });
        let mut updates = bot.updates().timeout(50);
        updates.next().await.expect("an update").expect("no error");
        let started = Instant::now();
        stop_after(updates.handle(), Duration::from_millis(49_100));
        assert!(updates.next().await.is_none());
        let taken = started.elapsed();
        assert!(taken < Duration::from_millis(50_100), "{taken:?}");
        assert_eq!(all(&offsets).last(), Some(&1001));
        updates.handle().stop();
        assert!(updates.next().await.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn ids_that_restart_lower_are_followed() {
    let (bot, offsets) = scripted(|number, _| match number {
        0 => result(r#"[{"update_id":1000}]"#),
        1 => result(r#"[{"update_id":5},{"update_id":6}]"#),
        _ => None,
    });
    let mut updates = bot.updates();
    for id in [1000, 5, 6] {
        let update = updates.next().await.expect("an update").expect("no error");
        assert_eq!(update.update_id, id);
    }
    stop_after(updates.handle(), Duration::from_secs(1));
    assert!(updates.next().await.is_none());
    assert_eq!(all(&offsets), [0, 1001, 7, 7]);
}

#[tokio::test(start_paused = true)]
async fn keeping_the_json_changes_nothing_else() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep = format!(r#"[{{"update_id":5,"poll":{{"id":{deep}}}}},{{"update_id":6}}]"#);
    let bytes =
        b"{\"ok\":true,\"result\":[{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":2,\
        \"chat\":{\"id\":3,\"type\":\"private\"},\"text\":\"\xff\"}},{\"update_id\":6}]}";
    for keep in [false, true] {
        let deep = deep.clone();
        let (bot, offsets) = scripted(move |_, _| result(&deep));
        let mut updates = bot.updates().keep_raw(keep);
        let update = updates.next().await.expect("an update").expect("no error");
        let UpdateKind::Undecodable { raw, .. } = update.kind else {
            panic!("{update:?}");
        };
        assert_eq!(updates.raw(), keep.then_some(&*raw));
        let update = updates.next().await.expect("an update").expect("no error");
        assert_eq!((update.update_id, all(&offsets).len()), (6, 1));

        let (bot, offsets) = scripted(|_, _| Some((200, bytes.to_vec())));
        let mut updates = bot.updates().keep_raw(keep);
        let update = updates.next().await.expect("an update").expect("no error");
        let text = update.message().and_then(|it| it.text.clone());
        assert_eq!(text.as_deref(), Some("\u{fffd}"));
        assert_eq!(
            updates.raw().is_some_and(|raw| raw.contains("\u{fffd}")),
            keep
        );
        assert_eq!(all(&offsets).len(), 1);

        let errors = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&errors);
        let (bot, _) = scripted(|number, _| {
            result(if number == 0 {
                r#"[{"update_id":5},{"update_id":"x"}]"#
            } else {
                r#"[{"update_id":5}]"#
            })
        });
        let mut updates = bot.updates().keep_raw(keep).on_error(move |error| {
            told.lock().expect("a list").push(error.to_string());
        });
        updates.next().await.expect("an update").expect("no error");
        let errors = errors.lock().expect("a list");
        assert_eq!(errors.len(), 1);
        assert!(errors[0].contains("`result[1].update_id`"), "{}", errors[0]);
    }
}
