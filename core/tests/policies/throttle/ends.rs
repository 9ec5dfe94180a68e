//! Calls that are refused, and the end of a throttle.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::server::*;
use telegrammar_core::error::{Delivery, TransportError, TransportErrorKind};
use telegrammar_core::transport::{
    Budget, BudgetFuture, Limit, Request, Reservation, Reserved, Response, RetryLayer,
    ThrottleLayer, Timer as _,
};
use telegrammar_core::{Retry, Throttle};
use tower::{Layer as _, service_fn};

fn error(result: Result<Response, TransportError>) -> TransportErrorKind {
    let error = result.unwrap_err();
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert!(error.to_string().contains("was not sent"), "{error}");
    error.kind()
}

fn due(request: Request, seconds: u64) -> Request {
    request.with_deadline(Some(secs(seconds)))
}

#[tokio::test(start_paused = true)]
async fn a_full_queue_is_an_error_at_once_and_not_repeated() {
    let server = Server::new();
    let throttle = Throttle::telegram().queue(10);
    let bot = server.bot(&throttle, 1);
    send_all(&bot, (0..30).map(message)).await;
    let mut waiting = Vec::new();
    for chat in 0..10 {
        waiting.push(spawn(&bot, message(chat)).await);
    }
    assert_eq!(throttle.pending(), 10);
    let retries = RetryLayer::new(Retry::standard()).timer(server.clock);
    let result = send(&retries.layer(bot.clone()), message(11)).await;
    assert_eq!(error(result), TransportErrorKind::QueueFull);
    assert_eq!(server.clock.now(), Duration::ZERO);
    // Exempt calls need no place.
    send_all(&bot, [request("getUpdates", "{}")]).await;
    for task in waiting {
        task.await.unwrap().unwrap();
    }
    send_all(&bot, [message(11)]).await;
}

#[tokio::test(start_paused = true)]
async fn a_closed_throttle_sends_what_waits_and_refuses_the_rest() {
    let server = Server::with_latency(|| (ms(100), ms(400)));
    let throttle = Throttle::telegram();
    let bot = server.bot(&throttle, 1);
    throttle.drain().await;
    let mut calls = Vec::new();
    for chat in 0..35 {
        calls.push(spawn(&bot, message(chat)).await);
    }
    let poll = spawn(&bot, request("getUpdates", "{}")).await;
    throttle.close();
    assert_eq!(
        error(send(&bot, message(1)).await),
        TransportErrorKind::Closed
    );
    assert_eq!(throttle.pending(), 5);
    throttle.drain().await;
    assert_eq!(server.clock.now(), ms(2000), "sent at 1.5 s, and answered");
    for call in calls {
        assert!(call.is_finished());
    }
    drop(poll);
    send_all(&bot, [request("getUpdates", "{}")]).await;
}

#[tokio::test(start_paused = true)]
async fn a_call_that_would_wait_beyond_its_deadline_fails_at_once() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    send_all(&bot, (0..3).map(|_| message(1))).await;
    let late = send(&bot, due(message(1), 3)).await;
    assert_eq!(error(late), TransportErrorKind::Throttled);
    assert_eq!(server.clock.now(), Duration::ZERO);
    send(&bot, due(message(1), 4)).await.unwrap();
    assert_eq!(server.clock.now(), secs(3));

    // Those ahead of it in its chat count.
    let mut waiting = Vec::new();
    for _ in 0..12 {
        waiting.push(spawn(&bot, message(1)).await);
    }
    let now = server.clock.now();
    let late = send(&bot, due(message(1), 9)).await;
    assert_eq!(error(late), TransportErrorKind::Throttled);
    assert_eq!(server.clock.now(), now);

    // A frozen bot, too.
    server.flood("", r#","parameters":{"retry_after":100}"#);
    send_all(&bot, [request("getMe", "{}")]).await;
    let late = send(&bot, due(message(2), 100)).await;
    assert_eq!(error(late), TransportErrorKind::Throttled);
    assert!(server.clock.now() < secs(5));
}

/// It is known that the call was not sent, although the deadline's own layer cannot know it.
#[tokio::test(start_paused = true)]
async fn a_deadline_that_passes_in_the_queue_says_that_nothing_was_sent() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram().bot(Limit::new(1, secs(1))), 1);
    for chat in 0..20 {
        let _waiting = spawn(&bot, message(chat)).await;
    }
    let layer = telegrammar_core::transport::DeadlineLayer::new().timer(server.clock);
    let bot = layer.layer(bot);
    let late = send(&bot, message(100).with_timeout(Some(ms(5500)))).await;
    assert_eq!(error(late), TransportErrorKind::Throttled);
    assert_eq!(server.clock.now(), ms(5500));
}

#[tokio::test(start_paused = true)]
async fn a_call_without_a_connection_spends_nothing() {
    let clock = Clock::start();
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = calls.clone();
    let unreachable = service_fn(move |request: Request| {
        counted.fetch_add(1, Ordering::SeqCst);
        async move {
            Err::<Response, _>(TransportError::new(
                request.method(),
                TransportErrorKind::Connect,
            ))
        }
    });
    let bot = ThrottleLayer::new(Throttle::telegram())
        .timer(clock)
        .layer(unreachable);
    for _ in 0..100 {
        send(&bot, message(1)).await.unwrap_err();
    }
    assert_eq!(clock.now(), Duration::ZERO);
    assert_eq!(calls.load(Ordering::SeqCst), 100);
}

struct Broken;

impl Budget for Broken {
    fn reserve(&self, _: Reservation) -> BudgetFuture<Reserved> {
        Box::pin(async { Err("no connection to it".into()) })
    }

    fn finish(&self, _: &Reservation, _: Duration, _: bool) {}

    fn freeze(&self, _: Vec<Arc<str>>, _: Duration, _: Duration) -> BudgetFuture<()> {
        Box::pin(async { Err("no connection to it".into()) })
    }
}

#[tokio::test(start_paused = true)]
async fn a_budget_that_fails_is_an_error_that_says_so() {
    let server = Server::new();
    let throttle = Throttle::telegram().budget(Broken);
    let bot = server.bot(&throttle, 1);
    let result = send(&bot, message(1)).await.unwrap_err();
    let text = with_sources(&result);
    assert!(text.contains("no connection to it"), "{text}");
    assert_eq!(error(Err(result)), TransportErrorKind::Budget);
    assert_eq!(throttle.pending(), 0);
    assert!(server.record().is_empty());
}
