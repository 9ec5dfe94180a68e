//! What several clients of one redis server spend together. Each test starts a server of its own.
//!
//! Without the program `redis-server`, the tests are skipped, unless `TELEGRAMMAR_REQUIRE` names
//! `redis`.

use std::time::Instant;

use super::redis_started::Redis;
use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::error::{TransportError, TransportErrorKind};
use telegrammar_core::transport::{
    Limit, RedisBudget, Request, Response, ThrottleLayer, Timer as _, Transport,
};
use tower::{Layer as _, service_fn};

/// Transports with a connection and a queue of their own, as two processes have.
async fn two(redis: &Redis, server: &Server, throttle: &Throttle) -> [Transport; 2] {
    let first = fresh(throttle).budget(redis.budget().await);
    let second = fresh(throttle).budget(redis.budget().await);
    [server.bot(&first, 1), server.bot(&second, 1)]
}

/// A throttle with the same limits and a queue of its own.
fn fresh(throttle: &Throttle) -> Throttle {
    throttle.clone().queue(1000)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_clients_send_together_what_one_may() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let random = std::sync::Mutex::new(Random(3));
    let server = Server::with_latency(move || {
        let mut random = random.lock().unwrap();
        (ms(random.below(10)), ms(random.below(10)))
    });
    let bot = Limit::new(10, ms(500));
    let throttle = Throttle::telegram().bot(bot);
    let bots = two(&redis, &server, &throttle).await;
    let requests = |from| (from..from + 30).map(message);
    tokio::join!(
        send_all(&bots[0], requests(0)),
        send_all(&bots[1], requests(1000))
    );
    let times: Vec<_> = server.record().iter().map(|arrival| arrival.at).collect();
    assert_eq!(times.len(), 60);
    let most = most(&times, bot.per());
    assert!(most <= 10, "{most} calls in a window: {times:?}");
    let end = *times.last().unwrap();
    assert!((ms(2500)..ms(4500)).contains(&end), "{end:?}");
}

#[tokio::test]
async fn the_limit_of_a_chat_and_a_flood_are_shared() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::new();
    let throttle = Throttle::telegram().chat(Limit::new(1, ms(600)));
    let [first, second] = two(&redis, &server, &throttle).await;
    send_all(&first, [message(1)]).await;
    let sent = server.clock.now();
    send_all(&second, [message(1)]).await;
    let waited = server.clock.now().saturating_sub(sent);
    assert!((ms(590)..ms(900)).contains(&waited), "{waited:?}");

    server.flood("2", r#","parameters":{"retry_after":2}"#);
    send_all(&first, [message(2)]).await;
    let frozen = server.clock.now();
    send_all(&second, [message(3)]).await;
    let other = server.clock.now().saturating_sub(frozen);
    assert!(other < ms(300), "{other:?}");
    send_all(&second, [message(2)]).await;
    let waited = server.clock.now().saturating_sub(frozen);
    assert!((ms(1990)..ms(2300)).contains(&waited), "{waited:?}");
}

#[tokio::test]
async fn a_call_that_was_not_sent_gives_back_what_it_reserved() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let throttle = Throttle::telegram()
        .chat(Limit::new(1, secs(60)))
        .budget(redis.budget().await);
    let unreachable = service_fn(|request: Request| async move {
        let error = TransportError::new(request.method(), TransportErrorKind::Connect);
        Err::<Response, _>(error)
    });
    let bot = ThrottleLayer::new(throttle).layer(unreachable);
    for _ in 0..3 {
        let error = send(&bot, message(1).with_deadline(None))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Connect);
        // It is given back in the background.
        tokio::time::sleep(ms(100)).await;
    }
}

#[tokio::test]
async fn all_keys_have_the_prefix_and_expire_and_none_has_the_token() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::new();
    let budget = redis.budget().await.prefix("mine:");
    let bot = server.bot(&Throttle::telegram().budget(budget.clone()), 1);
    server.flood("-5", r#","parameters":{"retry_after":3}"#);
    send_all(&bot, [message(4), message(-5)]).await;
    let client = redis::Client::open(redis.url()).unwrap();
    let mut connection = client.get_multiplexed_async_connection().await.unwrap();
    let mut keys: Vec<String> = redis::cmd("KEYS")
        .arg("*")
        .query_async(&mut connection)
        .await
        .unwrap();
    keys.sort();
    let expected = [
        "mine:1:bot",
        "mine:1:chat:-5",
        "mine:1:chat:-5:frozen",
        "mine:1:chat:4",
        "mine:1:group:-5",
    ];
    assert_eq!(keys, expected);
    for key in keys {
        let rest: i64 = redis::cmd("TTL")
            .arg(&key)
            .query_async(&mut connection)
            .await
            .unwrap();
        assert!((1..=72).contains(&rest), "{key}: {rest} s");
    }
    assert!(!format!("{budget:?}").contains("127.0.0.1"));
}

#[tokio::test]
async fn an_outage_is_an_error_in_time_and_ends_with_the_server_s_return() {
    let Some(mut redis) = Redis::start().await else {
        return;
    };
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram().budget(redis.budget().await), 1);
    send_all(&bot, [message(1)]).await;
    redis.stop();
    for _ in 0..3 {
        let started = Instant::now();
        let error = send(&bot, message(2)).await.unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Budget, "{error}");
        let text = with_sources(&error);
        assert!(text.contains("redis server of the budget"), "{text}");
        assert!(started.elapsed() < secs(5), "{:?}", started.elapsed());
    }
    assert_eq!(server.record().len(), 1, "nothing is sent without a budget");
    redis.restart().await;
    let started = Instant::now();
    while send(&bot, message(3)).await.is_err() {
        assert!(started.elapsed() < secs(10));
        tokio::time::sleep(ms(50)).await;
    }
}

#[tokio::test]
async fn an_error_of_the_connection_shows_no_password() {
    // A port that was free a moment ago.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    for url in [
        format!("redis://user:pass-word@127.0.0.1:{port}/"),
        format!("rediss://user:pass-word@127.0.0.1:{port}/"),
        "redis://user:pass-word@:bad/".to_owned(),
        "http://user:pass-word@127.0.0.1/".to_owned(),
    ] {
        let connected: Result<RedisBudget, _> = RedisBudget::connect(&url).await;
        let error = connected.unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(!text.contains("pass-word"), "{text}");
        assert!(error.to_string().contains("redis"), "{error}");
    }
}

#[tokio::test]
async fn a_window_without_a_length_limits_nothing_in_redis_too() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::new();
    let none = Limit::new(1, ms(0));
    let throttle = Throttle::telegram().bot(none).chat(none);
    let bot = server.bot(&throttle.budget(redis.budget().await), 1);
    send_all(&bot, (0..50).map(|chat| message(chat % 5))).await;
    assert!(server.clock.now() < secs(2), "{:?}", server.times());
}

#[tokio::test]
async fn two_throttles_with_one_connection_send_together_what_one_may() {
    let Some(redis) = Redis::start().await else {
        return;
    };
    let server = Server::with_latency(|| (ms(2), ms(2)));
    let limit = Limit::new(15, ms(500));
    let most = super::shared_budget::together(&server, redis.budget().await, limit).await;
    assert!(most <= 15, "{most} calls in a window");
}
