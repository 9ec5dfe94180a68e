//! The stream of updates: over HTTP on the fake server, and in paused time on a transport in memory.

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::json;
use telegrammar::methods::{GetUpdates, SetWebhook};
use telegrammar::transport::{Body, Request, Response};
use telegrammar::types::{UpdateKind, UpdateType};
use telegrammar::updates::{AllowedUpdates, BotUpdates as _, PollErrorKind, Updates};
use telegrammar::{Bot, Error};
use telegrammar_testing::{FakeBotApi, Reply};
use tower::service_fn;

use crate::TOKEN;

async fn fake() -> FakeBotApi {
    FakeBotApi::start().await.expect("a server")
}

/// Returns the text of the next update.
async fn text(updates: &mut Updates) -> String {
    let update = updates.next().await.expect("an update").expect("no error");
    match update.kind {
        UpdateKind::Message(message) => message.text.expect("a text"),
        other => panic!("{other:?}"),
    }
}

fn say(fake: &FakeBotApi, texts: &[&str]) {
    for text in texts {
        fake.user("Ann").says(text);
    }
}

#[tokio::test]
async fn updates_arrive_in_order_and_are_confirmed_by_asking_for_the_next() {
    let fake = fake().await;
    say(&fake, &["a", "b", "c"]);
    let mut updates = fake.bot().updates().limit(2).timeout(1);
    for expected in ["a", "b", "c"] {
        assert_eq!(text(&mut updates).await, expected);
    }
    let next = updates.next_offset().expect("an offset");
    let offsets: Vec<_> = fake
        .calls::<GetUpdates>()
        .iter()
        .map(|call| call.offset)
        .collect();
    assert_eq!(
        offsets,
        [None, Some(next - 1)],
        "the last one is not confirmed yet"
    );
    drop(updates);
    // It comes again, because its successor was never asked for.
    let mut again = fake.bot().updates();
    assert_eq!(text(&mut again).await, "c");
}

#[tokio::test]
async fn a_program_that_dies_at_any_point_loses_nothing() {
    let all = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    for deaths in 0..all.len() {
        for stores in [false, true] {
            let fake = fake().await;
            say(&fake, &all);
            let mut seen = Vec::new();
            let mut updates = fake.bot().updates().limit(4).timeout(0);
            // The update in work at the end was not stored as done.
            let mut stored = None;
            for _ in 0..=deaths {
                stored = updates.next_offset();
                seen.push(text(&mut updates).await);
            }
            drop(updates);
            seen.pop();
            let mut updates = fake.bot().updates().limit(3).timeout(0);
            if let (true, Some(stored)) = (stores, stored) {
                updates = updates.offset(stored);
            }
            let mut rest = Vec::new();
            while rest.last().map(String::as_str) != Some("9") {
                rest.push(text(&mut updates).await);
            }
            if stores {
                seen.extend(rest);
                assert_eq!(seen, all, "death at {deaths}");
            } else {
                // Without a stored offset, a batch starts anew.
                assert_eq!(rest[..], all[all.len() - rest.len()..], "death at {deaths}");
                assert!(rest.len() >= all.len() - deaths, "death at {deaths}");
            }
        }
    }
}

#[tokio::test]
async fn stopping_ends_a_long_poll_at_once_and_confirms_what_was_handed_out() {
    let fake = fake().await;
    say(&fake, &["a"]);
    let mut updates = fake.bot().updates().timeout(50);
    let handle = updates.handle();
    assert_eq!(text(&mut updates).await, "a");
    let stopper = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(200)).await;
        handle.clone().stop();
        assert!(handle.is_stopped());
    });
    let started = Instant::now();
    assert!(updates.next().await.is_none());
    assert!(
        started.elapsed() < Duration::from_millis(1200),
        "{:?}",
        started.elapsed()
    );
    stopper.await.expect("no panic");
    assert!(updates.next().await.is_none(), "it stays at its end");
    let calls = fake.calls::<GetUpdates>();
    let last = calls.last().expect("a confirmation");
    assert_eq!(
        (last.offset, last.timeout),
        (updates.next_offset(), Some(0))
    );

    say(&fake, &["b"]);
    assert_eq!(text(&mut fake.bot().updates()).await, "b");
}

#[tokio::test]
async fn what_was_fetched_and_not_handed_out_is_not_confirmed() {
    let fake = fake().await;
    say(&fake, &["a", "b", "c"]);
    let mut updates = fake.bot().updates();
    assert_eq!(text(&mut updates).await, "a");
    updates.handle().stop();
    assert!(updates.next().await.is_none());
    let mut again = fake.bot().updates();
    assert_eq!(text(&mut again).await, "b");
    assert_eq!(text(&mut again).await, "c");
}

#[tokio::test]
async fn the_rest_of_a_batch_is_counted() {
    let fake = fake().await;
    say(&fake, &["a", "b", "c"]);
    let mut updates = fake.bot().updates().limit(2).timeout(1);
    assert_eq!(updates.buffered(), 0);
    for (expected, rest, polls) in [("a", 1, 1), ("b", 0, 1), ("c", 0, 2)] {
        assert_eq!(text(&mut updates).await, expected);
        assert_eq!(updates.buffered(), rest, "{expected}");
        assert_eq!(fake.calls::<GetUpdates>().len(), polls, "{expected}");
    }
}

#[tokio::test]
async fn a_stream_that_was_stopped_before_it_began_requests_nothing() {
    let fake = fake().await;
    say(&fake, &["a"]);
    let mut updates = fake.bot().updates().offset(-5);
    updates.handle().stop();
    assert!(updates.next().await.is_none());
    assert!(fake.requests().is_empty());
}

#[tokio::test]
async fn at_most_once_confirms_before_it_hands_out() {
    let fake = fake().await;
    say(&fake, &["a", "b"]);
    let mut updates = fake.bot().updates().at_most_once(true);
    assert_eq!(text(&mut updates).await, "a");
    drop(updates);
    say(&fake, &["c"]);
    assert_eq!(text(&mut fake.bot().updates()).await, "c");
}

#[tokio::test]
async fn what_comes_with_a_confirmation_is_the_next_batch() {
    let fake = fake().await;
    say(&fake, &["a", "b", "c", "d", "e"]);
    for keep in [false, true] {
        let mut updates = fake.bot().updates().limit(2).at_most_once(true);
        updates = updates.keep_raw(keep);
        for expected in ["a", "b", "c", "d", "e"] {
            assert_eq!(text(&mut updates).await, expected);
        }
        // One for each two updates, and one that confirms the last.
        assert_eq!(fake.take_requests().len(), 4);
        say(&fake, &["a", "b", "c", "d", "e"]);
    }
}

#[tokio::test]
async fn failures_that_pass_are_told_and_repaired() {
    let fake = fake().await;
    say(&fake, &["a"]);
    fake.reply(
        "getUpdates",
        Reply::raw(502, "text/html", "<html>Bad Gateway</html>"),
    );
    fake.reply("getUpdates", Reply::disconnect());
    fake.reply("getUpdates", Reply::result(json!([{"message": 1}])));
    fake.reply("getUpdates", Reply::flood(1));
    let told = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&told);
    let mut updates = fake.bot().updates().on_error(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
    });
    assert_eq!(text(&mut updates).await, "a");
    assert!(told.load(Ordering::SeqCst) >= 3, "{told:?}");
}

#[tokio::test]
async fn what_will_not_pass_ends_the_stream_and_says_what_to_do() {
    let cases = [
        (
            Reply::error(401, "Unauthorized"),
            PollErrorKind::Unauthorized,
            "@BotFather",
        ),
        (
            Reply::error(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            ),
            PollErrorKind::OtherPoller,
            "another program polls",
        ),
        (
            Reply::error(400, "Bad Request: nonsense"),
            PollErrorKind::Refused,
            "nonsense",
        ),
    ];
    for (reply, kind, words) in cases {
        let fake = fake().await;
        fake.reply("getUpdates", reply);
        let mut updates = fake.bot().updates();
        let error = updates
            .next()
            .await
            .expect("an item")
            .expect_err("an error");
        assert_eq!(error.kind(), kind);
        assert!(error.to_string().contains(words), "{error}");
        assert!(updates.next().await.is_none());
        assert!(matches!(Error::from(error), Error::Api(_)));
    }

    let fake = fake().await;
    let webhook = SetWebhook::new("http://127.0.0.1:1/hook");
    webhook.send(&fake.bot()).await.expect("a webhook");
    let error = fake.bot().updates().next().await.expect("an item");
    let error = error.expect_err("a conflict");
    assert_eq!(error.kind(), PollErrorKind::WebhookSet);
    assert!(error.to_string().contains("deleteWebhook"), "{error}");

    let mut wrong = fake.bot().updates().limit(101);
    let error = wrong
        .next()
        .await
        .expect("an item")
        .expect_err("101 is too many");
    assert_eq!(error.kind(), PollErrorKind::Refused);
    assert!(matches!(error.call_error(), Error::Invalid(_)));
}

#[tokio::test]
async fn the_raw_json_is_kept_beside_the_update() {
    let fake = fake().await;
    fake.deliver_json(
        json!({"message": {"message_id": 1, "date": 1, "text": "a", "brand_new": [1],
        "chat": {"id": 1, "type": "private", "first_name": "Ann"}}}),
    );
    let mut updates = fake.bot().updates().keep_raw(true);
    assert_eq!(text(&mut updates).await, "a");
    let raw: serde_json::Value = serde_json::from_str(updates.raw().expect("JSON")).expect("JSON");
    assert_eq!(raw["message"]["brand_new"], json!([1]));
    assert_eq!(raw["update_id"], updates.next_offset().expect("an id") - 1);
}

#[tokio::test]
async fn an_undecodable_update_is_an_item() {
    let fake = fake().await;
    fake.reply(
        "getUpdates",
        Reply::result(json!([{"update_id": 7, "message": 1}])),
    );
    let mut updates = fake.bot().updates();
    let update = updates.next().await.expect("an item").expect("no error");
    assert!(
        matches!(update.kind, UpdateKind::Undecodable { .. }),
        "{update:?}"
    );
    assert_eq!(updates.next_offset(), Some(8));
}

#[tokio::test]
async fn kinds_are_asked_for_in_four_ways() {
    let fake = fake().await;
    for (allowed, expected) in [
        (AllowedUpdates::Unchanged, None),
        (AllowedUpdates::ServerDefault, Some(0)),
        (
            AllowedUpdates::All,
            Some(telegrammar::types::Update::INFO.fields.len() - 1),
        ),
        (
            [UpdateType::Message, UpdateType::ChatMember].into(),
            Some(2),
        ),
    ] {
        say(&fake, &["a"]);
        let mut updates = fake.bot().updates().allowed(allowed);
        text(&mut updates).await;
        let calls = fake.calls::<GetUpdates>();
        let asked = calls.last().expect("a call").allowed_updates.as_ref();
        assert_eq!(asked.map(Vec::len), expected);
        updates.handle().stop();
        assert!(updates.next().await.is_none());
    }
}

/// A bot whose polls are answered by a function of the number of the poll and of its offset.
fn scripted(
    answer: impl Fn(usize, i64) -> Option<String> + Send + Sync + 'static,
) -> (Bot, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let answer = Arc::new(answer);
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |request: Request| {
            let (counted, answer) = (Arc::clone(&counted), Arc::clone(&answer));
            async move {
                let Body::Json(json) = request.body() else {
                    panic!("{request:?}")
                };
                let json: serde_json::Value = serde_json::from_slice(json).expect("JSON");
                let offset = json["offset"].as_i64().unwrap_or(1);
                let number = counted.fetch_add(1, Ordering::SeqCst);
                match answer(number, offset) {
                    Some(result) => {
                        let body = format!(r#"{{"ok":true,"result":{result}}}"#);
                        Ok::<_, Infallible>(Response::new(200, body))
                    }
                    None => std::future::pending().await,
                }
            }
        }))
        .build()
        .expect("a bot");
    (bot, count)
}

#[tokio::test(start_paused = true)]
async fn a_poll_that_neither_answers_nor_fails_is_made_again() {
    let (bot, count) =
        scripted(|number, _| (number > 1).then(|| r#"[{"update_id":5}]"#.to_owned()));
    let errors = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&errors);
    let mut updates = bot.updates().timeout(50).on_error(move |error| {
        told.lock().expect("a list").push(error.to_string());
    });
    let started = tokio::time::Instant::now();
    updates.next().await.expect("an update").expect("no error");
    assert_eq!(count.load(Ordering::SeqCst), 3);
    assert_eq!(errors.lock().expect("a list").len(), 2);
    let taken = started.elapsed();
    assert!(
        taken > Duration::from_secs(100) && taken < Duration::from_secs(140),
        "{taken:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_wait_is_not_polled_faster() {
    for timeout in [0, 50] {
        let (bot, count) = scripted(|_, _| Some("[]".to_owned()));
        let mut updates = bot.updates().timeout(timeout);
        let long = Duration::from_secs(20);
        tokio::time::timeout(long, updates.next())
            .await
            .expect_err("nothing comes");
        let polls = count.load(Ordering::SeqCst);
        assert!((10..=21).contains(&polls), "{polls} polls in 20 s");
    }
}

#[tokio::test]
async fn a_hundred_thousand_updates_pass_and_none_is_kept() {
    let (bot, count) = scripted(|_, offset| {
        let batch = offset..offset + 100;
        let batch: Vec<_> = batch.map(|id| format!(r#"{{"update_id":{id}}}"#)).collect();
        Some(format!("[{}]", batch.join(",")))
    });
    let mut updates = bot.updates();
    for id in 1..=100_000 {
        let update = updates.next().await.expect("an update").expect("no error");
        assert_eq!(update.update_id, id);
    }
    assert_eq!(count.load(Ordering::SeqCst), 1_000);
}

#[tokio::test(start_paused = true)]
async fn asking_may_be_cancelled_without_a_loss() {
    let (bot, _) = scripted(|_, offset| Some(format!(r#"[{{"update_id":{offset}}}]"#)));
    let mut updates = bot.updates();
    for id in 1..50 {
        let update = loop {
            let next = tokio::time::timeout(Duration::ZERO, updates.next());
            if let Ok(update) = next.await {
                break update;
            }
        };
        assert_eq!(update.expect("an update").expect("no error").update_id, id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_that_says_how_long_to_wait_is_waited_for() {
    for code in [400, 403, 409, 420, 429] {
        let times = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&times);
        let bot = Bot::builder(TOKEN)
            .transport(service_fn(move |_: Request| {
                let mut times = noted.lock().expect("a list");
                times.push(tokio::time::Instant::now());
                let response = if times.len() > 2 {
                    Response::new(200, r#"{"ok":true,"result":[{"update_id":5}]}"#)
                } else {
                    let parameters = r#"{"retry_after":70}"#;
                    let body = format!(
                        r#"{{"ok":false,"error_code":{code},"description":"Bad Request: slow down","parameters":{parameters}}}"#
                    );
                    Response::new(code, body)
                };
                std::future::ready(Ok::<_, Infallible>(response))
            }))
            .build()
            .expect("a bot");
        let told = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&told);
        let mut updates = bot.updates().on_error(move |error| {
            assert_eq!(error.retry_after(), Some(Duration::from_secs(70)));
            count.fetch_add(1, Ordering::SeqCst);
        });
        let update = updates.next().await.expect("an item");
        assert_eq!(update.expect("no error").update_id, 5, "{code}");
        assert_eq!(told.load(Ordering::SeqCst), 2);
        let times = times.lock().expect("a list");
        let asked = Duration::from_secs(70);
        for waited in times.windows(2).map(|pair| pair[1] - pair[0]) {
            // The clock of tokio has steps of 1 ms.
            let exact = asked..=asked + Duration::from_millis(2);
            assert!(exact.contains(&waited), "{code}: {waited:?}");
        }
    }
}
