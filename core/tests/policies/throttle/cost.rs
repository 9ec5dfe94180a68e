//! What the calls that wait cost: questions to the budget, and waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{
    Budget, BudgetFuture, Limit, MemoryBudget, Reservation, Reserved, Sleep, ThrottleLayer, Timer,
};
use tower::Layer as _;

/// Counts the questions.
#[derive(Clone, Default)]
struct Counted {
    inner: MemoryBudget,
    asked: Arc<AtomicUsize>,
}

impl Budget for Counted {
    fn reserve(&self, reservation: Reservation) -> BudgetFuture<Reserved> {
        self.asked.fetch_add(1, SeqCst);
        self.inner.reserve(reservation)
    }

    fn finish(&self, reservation: &Reservation, now: Duration, is_spent: bool) {
        self.inner.finish(reservation, now, is_spent);
    }

    fn freeze(&self, keys: Vec<Arc<str>>, time: Duration, now: Duration) -> BudgetFuture<()> {
        self.inner.freeze(keys, time, now)
    }
}

/// Counts the waits.
#[derive(Clone)]
struct Counting(Clock, Arc<AtomicUsize>);

impl Timer for Counting {
    fn now(&self) -> Duration {
        self.0.now()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        self.1.fetch_add(1, SeqCst);
        self.0.sleep(duration)
    }
}

const CALLS: usize = 10_000;

/// Sends calls to so many chats. Returns the numbers of questions and of waits.
async fn cost(throttle: Throttle, chats: usize) -> (usize, usize) {
    let server = Server::with_latency(|| (ms(30), ms(30)));
    let budget = Counted::default();
    let waits = Arc::new(AtomicUsize::new(0));
    let bot = ThrottleLayer::new(throttle.budget(budget.clone()))
        .timer(Counting(server.clock, waits.clone()))
        .layer(server.clone());
    let calls = CALLS / chats;
    let chats = (0..CALLS).map(|number| message(i64::try_from(number / calls).unwrap()));
    send_all(&bot, chats).await;
    let cost = (budget.asked.load(SeqCst), waits.load(SeqCst));
    println!("{} questions, {} waits", cost.0, cost.1);
    cost
}

#[tokio::test(start_paused = true)]
async fn only_the_first_call_asks_the_budget_while_5000_chats_wait() {
    let (asked, waits) = cost(Throttle::telegram(), 5000).await;
    assert!(asked < 2 * CALLS, "{asked} questions");
    // Each looks now and then whether the others are polled.
    assert!(waits < 5 * CALLS, "{waits} waits");
}

/// Each is sent after the response to the one before it.
#[tokio::test(start_paused = true)]
async fn the_calls_of_one_chat_cost_no_more() {
    let throttle = Throttle::telegram().chat(Limit::unlimited());
    let (asked, waits) = cost(throttle, 1).await;
    assert!(asked < 2 * CALLS, "{asked} questions");
    assert!(waits < 5 * CALLS, "{waits} waits");
}
