//! What is repeated, when, and how often.

use std::time::Duration;

use telegrammar_core::error::{Delivery, TransportErrorKind};
use telegrammar_core::transport::RetryLayer;
use telegrammar_core::{Error, InputFile, Retry};

use crate::memory::{Memory, Step, error, flood, ok, send, set};

fn standard(memory: &Memory) -> telegrammar_core::Bot {
    memory.builder().retry(Retry::standard()).build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn nothing_is_repeated_unless_asked_for() {
    for step in [
        flood(1),
        error(500, ""),
        Step::Fail(TransportErrorKind::Connect),
        Step::Fail(TransportErrorKind::Interrupted),
    ] {
        let memory = Memory::new([step, ok()]);
        let bot = memory.builder().build().unwrap();
        bot.send(set("1")).await.unwrap_err();
        assert_eq!(memory.count(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn only_what_cannot_take_effect_twice_is_repeated() {
    let html = Step::Answer(502, "<html>Bad Gateway</html>".to_owned());
    // Failure, repeated for a method that must not be performed twice, and for one that may.
    let cases = [
        (flood(3), true, true),
        (Step::Answer(429, String::new()), true, true),
        (Step::Fail(TransportErrorKind::Connect), true, true),
        (Step::Fail(TransportErrorKind::Timeout), false, true),
        (Step::Fail(TransportErrorKind::Interrupted), false, true),
        (Step::Fail(TransportErrorKind::Other), false, true),
        (error(500, ""), false, true),
        (html, false, true),
        (Step::Fail(TransportErrorKind::Upload), false, false),
        (Step::Fail(TransportErrorKind::NoTimer), false, false),
        (error(400, ""), false, false),
        (error(401, ""), false, false),
        (error(403, ""), false, false),
        (error(404, ""), false, false),
        (error(409, ""), false, false),
        (Step::Answer(200, "garbage".to_owned()), false, false),
        (
            Step::Answer(200, r#"{"ok":true,"result":7}"#.to_owned()),
            false,
            false,
        ),
    ];
    for (step, once, repeatable) in cases {
        let memory = Memory::new([step.clone(), ok()]);
        let bot = standard(&memory);
        let result = bot.send(send("1")).await;
        assert_eq!(
            (memory.count(), result.is_ok()),
            (1 + usize::from(once), once),
            "{step:?}"
        );
        memory.seen();
        let memory = Memory::new([step.clone(), ok()]);
        let bot = standard(&memory);
        let result = bot.send(set("1")).await;
        let found = (memory.count(), result.is_ok());
        assert_eq!(found, (1 + usize::from(repeatable), repeatable), "{step:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_waits_exactly_as_long_as_asked() {
    let memory = Memory::new([flood(7), flood(0), flood(60), ok()]);
    standard(&memory).send(send("1")).await.unwrap();
    let seen = memory.seen();
    let attempts: Vec<_> = seen.iter().map(|seen| seen.attempt).collect();
    assert_eq!(attempts, [1, 2, 3, 4]);
    let times: Vec<_> = seen.iter().map(|seen| seen.at.as_millis()).collect();
    // The timer of tokio has a resolution of 1 ms, and never wakes early.
    for (found, expected) in times.iter().zip([0, 7_000, 7_000, 67_000]) {
        assert!((expected..expected + 5).contains(found), "{times:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_header_counts_if_the_body_does_not_say() {
    let none = r#"{"ok":false,"error_code":429,"description":"Too Many Requests"}"#;
    let both = r#"{"ok":false,"error_code":429,"parameters":{"retry_after":2}}"#;
    let html = "<h1>429</h1>";
    for (body, seconds) in [(none, 9), (both, 2), (html, 9), ("", 9)] {
        let memory = Memory::new([Step::Header(429, body.to_owned(), 9), ok()]);
        standard(&memory).send(send("1")).await.unwrap();
        let times = memory.times();
        assert!(
            (seconds * 1000..seconds * 1000 + 5).contains(&times[1]),
            "{times:?}"
        );
    }
    // Without a repetition, the caller learns it too.
    let memory = Memory::new([Step::Header(429, none.to_owned(), 9)]);
    let error = memory.builder().build().unwrap().send(send("1")).await;
    let Err(Error::Api(error)) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.retry_after, Some(Duration::from_secs(9)));
}

#[tokio::test(start_paused = true)]
async fn what_may_have_been_performed_is_not_reported_as_not_sent() {
    let lost = Step::Fail(TransportErrorKind::Interrupted);
    let closed = Step::Fail(TransportErrorKind::Closed);
    let connect = Step::Fail(TransportErrorKind::Connect);
    let cases = [
        (vec![lost.clone(), connect.clone()], Delivery::Unknown),
        (vec![lost.clone(), closed.clone()], Delivery::Unknown),
        (vec![lost, flood(1), connect.clone()], Delivery::Unknown),
        (vec![error(500, ""), connect.clone()], Delivery::Answered),
        // Flood control refused it, so it was not performed.
        (vec![flood(1), connect.clone()], Delivery::NotSent),
        (vec![connect.clone(), closed], Delivery::NotSent),
    ];
    for (script, delivery) in cases {
        let memory = Memory::new(script.clone());
        let error = standard(&memory).send(set("1")).await.unwrap_err();
        assert_eq!(error.delivery(), delivery, "{script:?}: {error}");
        assert!(memory.count() >= script.len(), "{script:?}");
    }
    let memory = Memory::new([error(500, ""), connect]);
    let error = standard(&memory).send(set("1")).await.unwrap_err();
    assert!(matches!(&error, Error::Api(error) if error.code == 500));
}

#[tokio::test(start_paused = true)]
async fn above_the_cap_the_original_error_is_returned_at_once() {
    let memory = Memory::new([flood(61)]);
    let error = standard(&memory).send(set("1")).await.unwrap_err();
    assert_eq!(memory.times(), [0]);
    let Error::Api(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.retry_after, Some(Duration::from_secs(61)));

    let memory = Memory::new([flood(61), ok()]);
    let patient = Retry::standard().max_retry_after(Duration::from_secs(61));
    let bot = memory.builder().build().unwrap();
    bot.send(set("1")).retry(patient).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_last_error_is_returned_after_all_attempts() {
    let memory = Memory::new([
        Step::Fail(TransportErrorKind::Connect),
        error(500, ""),
        Step::Fail(TransportErrorKind::Interrupted),
    ]);
    let error = standard(&memory).send(set("1")).await.unwrap_err();
    assert_eq!(memory.count(), 4);
    assert_eq!(error.delivery(), Delivery::Unknown);
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.kind(), TransportErrorKind::Interrupted);
}

#[tokio::test(start_paused = true)]
async fn the_back_off_doubles_is_random_and_bounded() {
    let mut first = std::collections::BTreeSet::new();
    for _ in 0..50 {
        let memory = Memory::new([Step::Fail(TransportErrorKind::Connect)]);
        let retry = Retry::standard()
            .attempts(7)
            .backoff(Duration::from_secs(1))
            .max_backoff(Duration::from_secs(10));
        let bot = memory.builder().retry(retry).build().unwrap();
        bot.send(send("1")).await.unwrap_err();
        let times = memory.times();
        let waits: Vec<_> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        for (wait, most) in waits
            .iter()
            .zip([1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
        {
            assert!((most / 2..=most + 2).contains(wait), "{waits:?}");
        }
        assert_eq!(waits.len(), 6);
        first.insert(waits[0]);
    }
    assert!(first.len() > 10, "the waits are random: {first:?}");
}

#[tokio::test(start_paused = true)]
async fn a_proxy_that_asks_for_a_wait_is_obeyed() {
    let memory = Memory::new([Step::Header(503, "<html>".to_owned(), 30), ok()]);
    standard(&memory).send(set("1")).await.unwrap();
    assert!(memory.times()[1] >= 30_000);
}

#[tokio::test(start_paused = true)]
async fn a_call_has_its_own_policy() {
    let memory = Memory::new([error(500, ""), ok()]);
    let error = standard(&memory).send(set("1")).retry(Retry::never()).await;
    assert!(matches!(error, Err(Error::Api(_))));
    assert_eq!(memory.count(), 1);

    let memory = Memory::new([error_twice(), error_twice(), ok()]);
    let bot = memory.builder().build().unwrap();
    let retry = Retry::standard().attempts(2);
    bot.send(set("1")).retry(retry).await.unwrap_err();
    assert_eq!(memory.count(), 2);
}

fn error_twice() -> Step {
    error(502, "")
}

#[tokio::test(start_paused = true)]
async fn a_one_shot_stream_is_never_sent_again() {
    use std::task::Poll;
    struct Empty;
    impl futures_core::Stream for Empty {
        type Item = std::io::Result<bytes::Bytes>;
        fn poll_next(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> Poll<Option<Self::Item>> {
            Poll::Ready(None)
        }
    }
    for (file, count) in [
        (InputFile::stream_once(Some(0), Empty), 1),
        (InputFile::stream_with(Some(0), || Empty), 2),
        (InputFile::bytes("x"), 2),
    ] {
        let memory = Memory::new([flood(1), ok()]);
        let mut call = set("1");
        call.file = Some(file);
        let result = standard(&memory).send(call).await;
        assert_eq!(memory.count(), count);
        assert_eq!(result.is_ok(), count == 2);
    }
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_not_multiplied() {
    let memory = Memory::new([error(500, "")]);
    let bot = standard(&memory);
    for _ in 0..1_000 {
        bot.send(set("1")).await.unwrap_err();
    }
    // 500 tokens pay for 100 repetitions, and every call is made once.
    assert_eq!(memory.count(), 1_100);
    memory.seen();

    // Another bot has its own budget.
    let other = standard(&memory);
    other.send(set("1")).await.unwrap_err();
    assert_eq!(memory.count(), 4);
}

#[tokio::test(start_paused = true)]
async fn success_fills_the_budget_again() {
    let script = (0..1_000).flat_map(|_| [error(500, ""), ok()]);
    let memory = Memory::new(script);
    let bot = standard(&memory);
    for _ in 0..1_000 {
        bot.send(set("1")).await.unwrap();
    }
    assert_eq!(
        memory.count(),
        2_000,
        "a repetition that succeeds costs nothing"
    );
}

#[tokio::test(start_paused = true)]
async fn the_layer_can_stand_anywhere() {
    let memory = Memory::new([flood(1), ok()]);
    let bot = memory
        .builder()
        .layer(RetryLayer::new(Retry::standard()))
        .build()
        .unwrap();
    bot.send(send("1")).await.unwrap();
    assert_eq!(memory.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn calls_with_a_policy_of_their_own_share_the_bots_budget() {
    let memory = Memory::new([error(500, "")]);
    let bot = memory.builder().build().unwrap();
    for _ in 0..1_000 {
        bot.send(set("1"))
            .retry(Retry::standard())
            .await
            .unwrap_err();
    }
    assert_eq!(memory.count(), 1_100);
}

#[tokio::test(start_paused = true)]
async fn the_wait_is_found_wherever_a_server_says_it() {
    let text = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35"}"#;
    let cases = [
        (Step::Answer(429, text.to_owned()), 35_000),
        (error(420, "\"retry_after\":5"), 5_000),
        (error(400, "\"retry_after\":5"), 5_000),
        (error(429, "\"retry_after\":1.5"), 1_500),
    ];
    for (step, milliseconds) in cases {
        let memory = Memory::new([step.clone(), ok()]);
        standard(&memory).send(send("1")).await.unwrap();
        let times = memory.times();
        let wait = milliseconds..milliseconds + 5;
        assert!(wait.contains(&times[1]), "{step:?}: {times:?}");
    }
    for step in [
        error(429, "\"retry_after\":18446744073709551615"),
        error(429, "\"retry_after\":1e400"),
        error(429, "\"retry_after\":99999999999999999999999"),
    ] {
        let memory = Memory::new([step, ok()]);
        standard(&memory).send(send("1")).await.unwrap_err();
        assert_eq!(memory.count(), 1, "longer than the longest wait");
    }
}

#[tokio::test(start_paused = true)]
async fn a_success_that_a_proxy_labels_as_an_error_is_not_repeated() {
    for body in [
        r#"{ "ok": true, "result": true}"#,
        r#"{"result":true,"ok":true}"#,
        r#"{"ok":true,"result":true}"#,
    ] {
        let memory = Memory::new([Step::Answer(502, body.to_owned()), ok()]);
        standard(&memory).send(set("1")).await.unwrap();
        assert_eq!(memory.count(), 1, "{body}");
    }
}
