//! A call that is dropped at any point leaves nothing behind.

use std::time::Duration;

use telegrammar_core::{Retry, Throttle};

use crate::memory::{Memory, Step, error, flood, ok, send};

#[tokio::test(start_paused = true)]
async fn a_call_may_be_dropped_at_any_time() {
    let throttle = Throttle::telegram();
    let mut seen = std::collections::BTreeSet::new();
    // The steps of a call last for 1 s, 0.3 s, a flood of 2 s, and a back-off of up to 1 s.
    for time in (0..6_000).step_by(25).map(Duration::from_millis) {
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
