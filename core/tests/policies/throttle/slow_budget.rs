//! Budgets that take their time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{
    Body, Budget, BudgetFuture, MemoryBudget, Reservation, Reserved, Timer as _,
};

/// A budget in memory whose answers take time.
#[derive(Clone, Default)]
struct Slow {
    inner: MemoryBudget,
    reserve: Duration,
    /// What the next answers take in addition, the last one first.
    next: Arc<Mutex<Vec<Duration>>>,
    freeze: Duration,
}

impl Budget for Slow {
    fn reserve(&self, reservation: Reservation) -> BudgetFuture<Reserved> {
        let this = self.clone();
        Box::pin(async move {
            let next = this.next.lock().unwrap().pop().unwrap_or_default();
            let time = this.reserve + next;
            if !time.is_zero() {
                tokio::time::sleep(time).await;
            }
            this.inner.reserve(reservation).await
        })
    }

    fn finish(&self, reservation: &Reservation, now: Duration, is_spent: bool) {
        self.inner.finish(reservation, now, is_spent);
    }

    fn freeze(&self, keys: Vec<Arc<str>>, time: Duration, now: Duration) -> BudgetFuture<()> {
        let this = self.clone();
        Box::pin(async move {
            tokio::time::sleep(this.freeze).await;
            this.inner.freeze(keys, time, now).await
        })
    }
}

/// The chats `1` and, with a call without a chat, all of them.
#[tokio::test(start_paused = true)]
async fn a_flood_counts_although_its_call_is_dropped_before_the_budget_knows_it() {
    for (chat, call) in [("1", message(1)), ("", request("getMe", "{}"))] {
        let server = Server::new();
        let budget = Slow {
            freeze: secs(5),
            ..Slow::default()
        };
        let bot = server.bot(&Throttle::telegram().budget(budget), 1);
        server.flood(chat, r#","parameters":{"retry_after":30}"#);
        let dropped = tokio::time::timeout(secs(1), send(&bot, call)).await;
        assert!(dropped.is_err());
        let late = message(1).with_deadline(Some(secs(30)));
        assert!(send(&bot, late).await.is_err());
        assert_eq!(server.clock.now(), secs(1), "it fails at once");
        send_all(&bot, (0..3).map(|_| message(1))).await;
        assert_eq!(server.times(), [0, 30_000, 30_000, 30_000]);
    }
}

/// A call that waits already for the chat.
#[tokio::test(start_paused = true)]
async fn a_flood_counts_for_the_calls_that_wait() {
    let server = Server::with_latency(|| (ms(0), ms(10)));
    let budget = Slow {
        freeze: secs(5),
        ..Slow::default()
    };
    let bot = server.bot(&Throttle::telegram().budget(budget), 1);
    server.flood("1", r#","parameters":{"retry_after":30}"#);
    let dropped = spawn(&bot, message(1)).await;
    let waiting = [1, 1, 1].map(|chat| tokio::spawn(send(&bot, message(chat))));
    tokio::time::sleep(secs(1)).await;
    dropped.abort();
    for task in waiting {
        task.await.unwrap().unwrap();
    }
    assert_eq!(server.times(), [0, 30_010, 30_020, 30_030]);
}

/// The call is not polled while the budget gets to know the flood, and its task waits for the next one.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_left_while_the_budget_is_told_of_a_flood_releases_its_chat() {
    let server = Server::with_latency(|| (ms(0), ms(10)));
    let budget = Slow {
        freeze: ms(500),
        ..Slow::default()
    };
    let bot = server.bot(&Throttle::telegram().budget(budget), 1);
    server.flood("1", r#","parameters":{"retry_after":2}"#);
    let mut left = send(&bot, message(1));
    assert!(tokio::time::timeout(ms(100), &mut left).await.is_err());
    send_all(&bot, [message(1)]).await;
    assert!(server.clock.now() < secs(8), "{:?}", server.clock.now());
    left.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_any_length_is_no_error() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let after = format!(r#","parameters":{{"retry_after":{}}}"#, u64::MAX);
    server.flood("1", &after);
    send_all(&bot, [message(1)]).await;
    let waits = tokio::time::timeout(secs(100_000), send(&bot, message(1))).await;
    assert!(waits.is_err());
    send_all(&bot, [message(2)]).await;
}

#[tokio::test(start_paused = true)]
async fn a_call_behind_others_that_wait_too_long_fails_at_once() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    server.flood("", r#","parameters":{"retry_after":100}"#);
    send_all(&bot, [request("getMe", "{}")]).await;
    let waiting = spawn(&bot, message(1)).await;
    let late = send(&bot, message(2).with_deadline(Some(secs(50)))).await;
    let kind = late.unwrap_err().kind();
    assert_eq!(kind, telegrammar_core::error::TransportErrorKind::Throttled);
    assert_eq!(server.clock.now(), Duration::ZERO);
    waiting.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_budget_that_answers_late_keeps_the_order_of_a_chat() {
    let server = Server::new();
    let budget = Slow {
        reserve: ms(1500),
        ..Slow::default()
    };
    let bot = server.bot(&Throttle::telegram().budget(budget), 1);
    let mut calls = Vec::new();
    for number in 0..6 {
        calls.push(spawn(&bot, numbered(1, number)).await);
    }
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.numbers(1), [0, 1, 2, 3, 4, 5]);
}

/// The first call is overtaken. That it is sent while the second one asks, or is in flight, changes nothing
/// for the third.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_overtaken_because_of_the_budget_lets_no_other_overtake() {
    for (first, second) in [(secs(6), secs(0)), (secs(6), secs(4))] {
        let server = Server::with_latency_of(|request| match request.body() {
            Body::Json(json) if json.ends_with(b":1}") => (secs(50), secs(50)),
            _ => (ms(0), ms(10)),
        });
        let budget = Slow {
            next: Arc::new(Mutex::new(vec![second, first])),
            ..Slow::default()
        };
        let bot = server.bot(&Throttle::telegram().budget(budget), 1);
        send_all(&bot, (0..4).map(|number| numbered(1, number))).await;
        assert_eq!(server.numbers(1), [0, 1, 2, 3]);
    }
}
