//! The time of a call as a whole.

use std::time::Duration;

use telegrammar_core::error::{Delivery, TransportErrorKind};
use telegrammar_core::{Error, Retry};
use tokio::time::Instant;

use crate::memory::{Memory, Step, error, flood, ok, send, set};

const SHORT: Duration = Duration::from_millis(1500);

fn kind(error: &Error) -> TransportErrorKind {
    match error {
        Error::Transport(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_on_time() {
    let memory = Memory::new([Step::Hang]);
    let of_bot = memory.builder().timeout(SHORT).build().unwrap();
    let without = memory.builder().build().unwrap();
    for call in [
        of_bot.send(send("1")),
        without.send(send("1")).timeout(SHORT),
    ] {
        let started = Instant::now();
        let error = call.await.unwrap_err();
        let taken = started.elapsed();
        assert!(
            taken >= SHORT && taken < SHORT + Duration::from_millis(5),
            "{taken:?}"
        );
        assert_eq!(kind(&error), TransportErrorKind::Timeout);
        assert_eq!(error.delivery(), Delivery::Unknown);
    }
}

#[tokio::test(start_paused = true)]
async fn there_is_none_by_default() {
    let memory = Memory::new([Step::Late(Duration::from_secs(100_000))]);
    let bot = memory.builder().build().unwrap();
    bot.send(send("1")).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn it_counts_from_when_the_call_is_awaited() {
    let memory = Memory::new([Step::Late(Duration::from_secs(1))]);
    let bot = memory.builder().build().unwrap();
    let call = bot.send(send("1")).timeout(SHORT);
    tokio::time::sleep(Duration::from_secs(60)).await;
    call.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn it_covers_all_attempts_and_waits() {
    let memory = Memory::new([error(500, ""), error(500, ""), Step::Hang]);
    let retry = Retry::standard().backoff(Duration::from_millis(100));
    let bot = memory.builder().retry(retry).build().unwrap();
    let started = Instant::now();
    let error = bot.send(set("1")).timeout(SHORT).await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout);
    assert!(started.elapsed() < SHORT + Duration::from_millis(5));
    let seen = memory.seen();
    assert_eq!(seen.len(), 3);
    // Layers know when it ends, and it is the same for every attempt.
    let deadlines: Vec<_> = seen.iter().map(|seen| seen.deadline).collect();
    assert!(deadlines[0].is_some() && deadlines.iter().all(|it| *it == deadlines[0]));
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_would_end_too_late_fails_at_once_with_the_original_error() {
    for (step, is_late) in [(flood(2), true), (flood(1), false)] {
        let memory = Memory::new([step, ok()]);
        let bot = memory.builder().retry(Retry::standard()).build().unwrap();
        let started = Instant::now();
        let result = bot.send(send("1")).timeout(SHORT).await;
        if is_late {
            let Err(Error::Api(error)) = result else {
                panic!("{result:?}")
            };
            assert_eq!(error.retry_after, Some(Duration::from_secs(2)));
            assert_eq!(started.elapsed(), Duration::ZERO);
            assert_eq!(memory.count(), 1);
        } else {
            result.unwrap();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_layer_that_sleeps_does_not_extend_it() {
    let memory = Memory::new([ok()]);
    let slow = tower::layer::layer_fn(|inner: telegrammar_core::transport::Transport| {
        tower::service_fn(move |request| {
            let mut inner = inner.clone();
            async move {
                tokio::time::sleep(Duration::from_secs(100)).await;
                tower::Service::call(&mut inner, request).await
            }
        })
    });
    let bot = memory.builder().layer(slow).build().unwrap();
    let started = Instant::now();
    let error = bot.send(send("1")).timeout(SHORT).await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout);
    assert!(started.elapsed() < SHORT + Duration::from_millis(5));
    assert_eq!(memory.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn the_longest_and_the_shortest_do_not_overflow() {
    let memory = Memory::new([Step::Late(Duration::from_secs(1))]);
    let bot = memory.builder().timeout(Duration::MAX).build().unwrap();
    bot.send(send("1")).await.unwrap();
    let error = bot
        .send(send("1"))
        .timeout(Duration::ZERO)
        .await
        .unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout);
}
