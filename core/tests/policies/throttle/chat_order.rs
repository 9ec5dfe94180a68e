//! The order in which the server sees the calls of a chat, and what does not wait for it.

use std::pin::Pin;
use std::sync::Mutex;
use std::task::Poll;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::error::TransportErrorKind;
use telegrammar_core::transport::{Limit, Timer as _};

/// Messages to chat 1 take 100 s, and all other calls no time.
fn with_slow_chat() -> Server {
    Server::with_latency_of(
        |request| match (request.method(), request.chat().as_deref()) {
            ("sendMessage", Some("1")) => (secs(50), secs(50)),
            _ => (ms(0), ms(0)),
        },
    )
}

/// Polls a call once.
async fn poll<F: Future + Unpin>(future: &mut F) -> Poll<F::Output> {
    std::future::poll_fn(|cx| Poll::Ready(Pin::new(&mut *future).poll(cx))).await
}

#[tokio::test(start_paused = true)]
async fn the_server_sees_the_calls_of_a_chat_in_the_order_in_which_they_were_made() {
    for seed in 1..6 {
        let way = Mutex::new(Random(seed));
        let server = Server::with_latency(move || {
            let mut way = way.lock().unwrap();
            (ms(way.below(400)), ms(way.below(400)))
        });
        let bot = server.bot(&Throttle::telegram(), 1);
        // Now a call of the one chat, now one of 50 others.
        let calls = (0..100).map(|number| match number % 2 {
            0 => numbered(0, number),
            _ => numbered(number, number),
        });
        send_all(&bot, calls).await;
        let expected: Vec<_> = (0..50).map(|number| 2 * number).collect();
        assert_eq!(server.numbers(0), expected, "seed {seed}");
        let others = server.record().into_iter().filter(|call| call.chat != "0");
        let last = others.map(|call| call.at).max().unwrap();
        assert!(last < secs(5), "seed {seed}: {last:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn paid_broadcasts_and_other_calls_to_one_chat_are_in_one_order() {
    let way = Mutex::new(Random(3));
    let server = Server::with_latency(move || (ms(way.lock().unwrap().below(50)), ms(0)));
    let throttle = Throttle::telegram().chat(Limit::unlimited());
    let bot = server.bot(&throttle, 1);
    let calls = (0..40).map(|number| {
        let is_paid = number % 3 != 0;
        let body = format!(r#"{{"chat_id":1,"allow_paid_broadcast":{is_paid},"number":{number}}}"#);
        request("sendMessage", body)
    });
    send_all(&bot, calls).await;
    assert_eq!(server.numbers(1), (0..40).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn a_slow_upload_holds_up_its_own_chat_only() {
    let server = with_slow_chat();
    let bot = server.bot(&Throttle::telegram(), 1);
    let upload = spawn(&bot, message(1)).await;
    let behind = spawn(&bot, message(1)).await;
    send_all(&bot, (2..30).map(message)).await;
    // They are no chat's.
    send_all(&bot, [request("getMe", "{}"), request("getMe", "{}")]).await;
    send_all(&bot, [request("answerCallbackQuery", r#"{"chat_id":1}"#)]).await;
    assert!(server.clock.now() < secs(2), "{:?}", server.clock.now());
    upload.await.unwrap().unwrap();
    behind.await.unwrap().unwrap();
    assert_eq!(server.clock.now(), secs(200));
}

/// As a bot shows that it uploads something.
#[tokio::test(start_paused = true)]
async fn chat_actions_do_not_wait_for_a_call_in_flight_but_count_and_freeze_with_their_chat() {
    let action = || request("sendChatAction", r#"{"chat_id":1}"#);
    let server = with_slow_chat();
    let bot = server.bot(&Throttle::telegram(), 1);
    let upload = spawn(&bot, message(1)).await;
    send_all(&bot, [action(), action(), action()]).await;
    // The upload counts, too.
    assert_eq!(server.times(), [0, 0, 3000]);
    upload.await.unwrap().unwrap();

    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    server.flood("1", r#","parameters":{"retry_after":5}"#);
    send_all(&bot, [message(1)]).await;
    send_all(&bot, [action()]).await;
    assert_eq!(server.times(), [0, 5000]);
}

/// An album needs half of what the group has in a minute, and the actions would take more than the other
/// half.
#[tokio::test(start_paused = true)]
async fn a_loop_of_actions_leaves_room_for_an_album() {
    let server = Server::with_latency(|| (ms(50), ms(50)));
    let bot = server.bot(&Throttle::telegram(), 1);
    let action = || request("sendChatAction", r#"{"chat_id":-1}"#);
    let mut album = None;
    let mut actions = 0;
    for round in 0..60 {
        send_all(&bot, [action()]).await;
        tokio::time::sleep(ms(4500)).await;
        if round == 15 {
            let body = r#"{"chat_id":-1,"media":[1,2,3,4,5,6,7,8,9,10]}"#;
            album = Some(spawn(&bot, request("sendMediaGroup", body)).await);
        }
        if album.as_ref().is_some_and(|album| !album.is_finished()) {
            actions += 1;
        }
    }
    album.unwrap().await.unwrap().unwrap();
    assert!(actions <= 3, "{actions}");
}

/// Neither takes all the room that the chat gets.
#[tokio::test(start_paused = true)]
async fn actions_and_messages_of_a_busy_chat_share_its_limit() {
    for latency in [0, 50, 1500] {
        let server = Server::with_latency(move || (ms(latency), ms(latency)));
        let bot = server.bot(&Throttle::telegram(), 1);
        let calls =
            (0..30).flat_map(|_| [message(1), request("sendChatAction", r#"{"chat_id":1}"#)]);
        send_all(&bot, calls).await;
        for method in ["sendMessage", "sendChatAction"] {
            let record = server.record();
            let first = record.iter().take(30).filter(|call| call.method == method);
            let first = first.count();
            assert!(
                (8..=22).contains(&first),
                "{method} after {latency} ms: {first}"
            );
        }
    }
}

/// Dropped on its way there, and on its way back.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_in_flight_releases_the_next() {
    for (dropped_at, arrived) in [(10, 1), (70, 2)] {
        let server = with_slow_chat();
        let throttle = Throttle::telegram();
        let bot = server.bot(&throttle, 1);
        let first = spawn(&bot, message(1)).await;
        let second = spawn(&bot, message(1)).await;
        tokio::time::sleep(secs(dropped_at)).await;
        first.abort();
        second.await.unwrap().unwrap();
        assert_eq!(server.clock.now(), secs(dropped_at + 100));
        assert_eq!(server.record().len(), arrived);
        throttle.drain().await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_fails_releases_the_next() {
    let server = Server::with_latency(|| (ms(30), ms(30)));
    let bot = server.bot(&Throttle::telegram(), 1);
    server.flood("1", r#","parameters":{"retry_after":2}"#);
    send_all(&bot, (0..3).map(|number| numbered(1, number))).await;
    assert_eq!(server.numbers(1), [0, 1, 2]);
    assert_eq!(server.times(), [30, 2090, 2150]);
}

/// With nobody but the throttle to look at the deadline.
#[tokio::test(start_paused = true)]
async fn a_deadline_behind_a_slow_call_ends_in_time_and_no_earlier() {
    let server = with_slow_chat();
    let throttle = Throttle::telegram();
    let bot = server.bot(&throttle, 1);
    let upload = spawn(&bot, message(1)).await;
    // It may be over in time, for all that is known.
    let due = message(1).with_deadline(Some(ms(20_500)));
    let error = send(&bot, due).await.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Throttled);
    assert_eq!(server.clock.now(), ms(20_500));
    assert_eq!(throttle.pending(), 0);
    let due = message(1).with_deadline(Some(secs(1000)));
    send(&bot, due).await.unwrap();
    assert!(upload.is_finished());
    assert_eq!(server.clock.now(), secs(200));
}

#[tokio::test(start_paused = true)]
async fn drain_waits_for_the_calls_that_wait_for_one_in_flight() {
    let server = with_slow_chat();
    let throttle = Throttle::telegram();
    let bot = server.bot(&throttle, 1);
    let calls = [spawn(&bot, message(1)).await, spawn(&bot, message(1)).await];
    assert_eq!(throttle.pending(), 1);
    throttle.close();
    throttle.drain().await;
    assert_eq!(server.clock.now(), secs(200));
    assert!(calls.iter().all(tokio::task::JoinHandle::is_finished));
}

/// The task of the first call waits for the second one, as `buffered` does with the body of a loop
/// over its results.
#[tokio::test(start_paused = true)]
async fn a_call_whose_task_waits_for_the_next_of_its_chat_holds_it_up_for_a_time_only() {
    let server = Server::with_latency(|| (ms(50), ms(50)));
    let bot = server.bot(&Throttle::telegram(), 1);
    let mut first = send(&bot, numbered(1, 1));
    assert!(poll(&mut first).await.is_pending());
    send(&bot, numbered(1, 2)).await.unwrap();
    let waited = server.clock.now();
    assert!((secs(5)..secs(7)).contains(&waited), "{waited:?}");
    first.await.unwrap();
    send(&bot, numbered(1, 3)).await.unwrap();
    assert_eq!(server.clock.now(), waited + ms(150));
}

/// Neither the chat nor another is lost with it.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_forgotten_in_flight_holds_up_no_other_chat() {
    let server = Server::with_latency(|| (ms(50), ms(50)));
    let bot = server.bot(&Throttle::telegram(), 1);
    let mut forgotten = send(&bot, message(1));
    assert!(poll(&mut forgotten).await.is_pending());
    std::mem::forget(forgotten);
    send_all(&bot, (2..20).map(message)).await;
    assert_eq!(server.clock.now(), ms(100));
    send_all(&bot, [message(1)]).await;
    assert!(server.clock.now() < secs(7), "{:?}", server.clock.now());
}
