//! A call that is dropped at any point leaves nothing behind.

use std::time::Duration;

use telegrammar_core::{Bot, Retry, Throttle};

use crate::memory::{Memory, Step, error, flood, ok, send};
use crate::polled::polled;

/// Returns a bot whose calls last for 1 s, 0.3 s, a flood of 2 s, and a back-off of up to 1 s.
fn eventful(throttle: &Throttle) -> (Memory, Bot) {
    let steps = [
        Step::Late(Duration::from_secs(1)),
        error(400, "\"migrate_to_chat_id\":-1001"),
        flood(2),
        Step::Fail(telegrammar_core::error::TransportErrorKind::Connect),
        Step::Late(Duration::from_millis(300)),
        ok(),
    ];
    let memory = Memory::new(steps);
    let bot = memory
        .builder()
        .retry(Retry::standard())
        .throttle(throttle.clone())
        .follow_migrations(|_, _| ())
        .timeout(Duration::from_secs(100))
        .build()
        .unwrap();
    (memory, bot)
}

#[tokio::test(start_paused = true)]
async fn a_call_may_be_dropped_at_any_time() {
    let throttle = Throttle::telegram();
    let mut seen = std::collections::BTreeSet::new();
    for time in (0..6_000).step_by(25).map(Duration::from_millis) {
        let (memory, bot) = eventful(&throttle);
        bot.send(send("-5")).await.unwrap();
        let dropped = tokio::time::timeout(time, bot.send(send("-5"))).await;
        seen.insert((memory.count(), dropped.is_ok()));
        assert_eq!(throttle.pending(), 0, "after {time:?}");
        bot.send(send("-5")).await.unwrap();
        drop(bot);
        // The budget of the chat recovers.
        tokio::time::sleep(Duration::from_secs(200)).await;
    }
    // It was dropped before, between and after its attempts.
    assert!(seen.len() >= 4, "{seen:?}");
    assert!(
        tokio::time::timeout(Duration::from_secs(1), throttle.drain())
            .await
            .is_ok()
    );
}

/// The same at each point of suspension: in the throttle, in an attempt, before a repetition.
#[tokio::test(start_paused = true)]
async fn a_call_may_be_dropped_after_each_poll() {
    let throttle = Throttle::telegram();
    let mut counts = Vec::new();
    let mut polls = 0;
    loop {
        let (memory, bot) = eventful(&throttle);
        bot.send(send("-5")).await.unwrap();
        let result = polled(bot.send(send("-5")), polls).await;
        counts.push(memory.count());
        assert_eq!(throttle.pending(), 0, "after {polls} polls");
        bot.send(send("-5")).await.unwrap();
        drop(bot);
        tokio::time::sleep(Duration::from_secs(200)).await;
        if let Some(result) = result {
            assert!(result.unwrap());
            break;
        }
        polls += 1;
    }
    counts.dedup();
    // A migration is followed without a point of suspension.
    assert_eq!(counts, [1, 3, 4, 5], "each wait was dropped");
    let drained = tokio::time::timeout(Duration::from_secs(1), throttle.drain());
    assert!(drained.await.is_ok());
}

/// The call waits for its turn behind others, and its deadline passes.
#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_its_turn_may_be_dropped_after_each_poll() {
    let memory = Memory::new([Step::Late(Duration::from_millis(700))]);
    let throttle = Throttle::telegram();
    let builder = memory.builder().throttle(throttle.clone());
    let bot = builder.retry(Retry::standard()).build().unwrap();
    for timeout in [5, 100].map(Duration::from_secs) {
        for polls in 0..20 {
            let others: Vec<_> = (0..8).map(|_| tokio::spawn(bot.send(send("-5")))).collect();
            tokio::task::yield_now().await;
            let call = bot.send(send("-5")).timeout(timeout);
            let _ = polled(call, polls).await;
            for other in others {
                assert!(other.await.unwrap().unwrap(), "after {polls} polls");
            }
            assert_eq!(throttle.pending(), 0, "after {polls} polls");
            bot.send(send("-5")).await.unwrap();
            tokio::time::sleep(Duration::from_secs(200)).await;
        }
    }
}
