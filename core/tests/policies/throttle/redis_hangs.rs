//! A redis server that does not respond, or is told something strange.

use super::redis_started::Redis;
use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::error::TransportErrorKind;
use telegrammar_core::transport::{Limit, Timer as _};

#[tokio::test]
async fn a_flood_counts_although_redis_does_not_get_to_know_it() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::with_latency(|| (ms(0), ms(200)));
    let bot = server.bot(&Throttle::telegram().budget(redis.budget().await), 1);
    server.flood("1", r#","parameters":{"retry_after":30}"#);
    let flooded = spawn(&bot, message(1)).await;
    tokio::time::sleep(ms(100)).await;
    redis.hang(true);
    assert_eq!(flooded.await.unwrap().unwrap().status(), 429);
    redis.hang(false);
    tokio::time::sleep(secs(1)).await;
    let sent = tokio::time::timeout(secs(2), send(&bot, message(1))).await;
    assert!(sent.is_err(), "{:?}", server.times());
}

#[tokio::test]
async fn a_flood_of_any_length_is_told_to_redis() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::new();
    let budget = redis.budget().await;
    let bots = [(); 2].map(|()| server.bot(&Throttle::telegram().budget(budget.clone()), 1));
    for (chat, time) in [(1, u64::MAX), (2, 9_300_000_000_000_000)] {
        server.flood(
            &chat.to_string(),
            &format!(r#","parameters":{{"retry_after":{time}}}"#),
        );
        send_all(&bots[0], [message(chat)]).await;
        let sent = tokio::time::timeout(ms(300), send(&bots[1], message(chat))).await;
        assert!(sent.is_err(), "{time}");
    }
}

#[tokio::test]
async fn calls_do_not_wait_one_after_another_for_a_server_that_hangs() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram().budget(redis.budget().await), 1);
    send_all(&bot, [message(100)]).await;
    redis.hang(true);
    let started = std::time::Instant::now();
    let calls: Vec<_> = (0..20)
        .map(|number| tokio::spawn(send(&bot, message(number / 2))))
        .collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Budget);
        let text = with_sources(&error);
        assert!(text.contains("redis server of the budget"), "{text}");
    }
    assert!(started.elapsed() < secs(4), "{:?}", started.elapsed());
    redis.hang(false);
    tokio::time::sleep(secs(2)).await;
    send_all(&bot, [message(5)]).await;
}

/// As many as a busy bot has.
#[tokio::test]
async fn a_thousand_calls_that_wait_do_not_wait_for_a_server_that_hangs() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::new();
    let throttle = Throttle::telegram().bot(Limit::new(5, secs(1)));
    let throttle = throttle.budget(redis.budget().await);
    let bot = server.bot(&throttle, 1);
    let mut calls = Vec::new();
    for number in 0..1000 {
        calls.push(tokio::spawn(send(&bot, message(number / 2))));
    }
    while server.record().len() < 5 {
        tokio::time::sleep(ms(10)).await;
    }
    redis.hang(true);
    let started = std::time::Instant::now();
    // Its own deadline ends earlier, or it is known to be too early.
    let due = server.clock.now() + ms(300);
    let late = tokio::spawn(send(&bot, message(5000).with_deadline(Some(due))));
    // They do not need the budget.
    for method in ["getUpdates", "answerCallbackQuery"] {
        send(&bot, request(method, "{}")).await.unwrap();
    }
    let error = late.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Throttled);
    assert!(started.elapsed() < secs(1), "{:?}", started.elapsed());
    let mut failed = 0;
    for call in calls {
        if let Err(error) = call.await.unwrap() {
            assert_eq!(error.kind(), TransportErrorKind::Budget);
            failed += 1;
        }
    }
    // At most a second until the next question, and two for the answer.
    assert!(failed > 900, "{failed}");
    assert!(started.elapsed() < secs(6), "{:?}", started.elapsed());
    assert_eq!(throttle.pending(), 0);
    throttle.drain().await;
    redis.hang(false);
    tokio::time::sleep(secs(2)).await;
    send_all(&bot, [message(5)]).await;
}
