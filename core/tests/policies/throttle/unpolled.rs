//! Calls whose tasks do not poll them: they hold up others for a second at most.

use std::time::Duration;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{Transport, TransportFuture};

/// Returns a call to a chat that was polled once.
async fn left(bot: &Transport, chat: i64) -> TransportFuture {
    let mut call = send(bot, message(chat));
    let polled = tokio::time::timeout(ms(0), &mut call).await;
    assert!(polled.is_err());
    call
}

fn flood(server: &Server, chat: &str, seconds: u64) {
    let after = format!(r#","parameters":{{"retry_after":{seconds}}}"#);
    server.flood(chat, &after);
}

#[tokio::test(start_paused = true)]
async fn a_call_of_a_frozen_chat_holds_up_another_for_a_second_at_most() {
    for (first, second) in [(5, 6), (20, 33), (64, 65)] {
        let server = Server::new();
        let bot = server.bot(&Throttle::telegram(), 1);
        flood(&server, "1", first);
        flood(&server, "2", second);
        send_all(&bot, [message(1), message(2)]).await;
        let _left = left(&bot, 1).await;
        send_all(&bot, [message(2)]).await;
        let at = server.times()[2];
        let end = u128::from(second) * 1000;
        assert!((end..=end + 1100).contains(&at), "{at} ms");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_of_a_frozen_bot_holds_up_others_for_a_second_at_most() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    flood(&server, "", 64);
    send_all(&bot, [request("getMe", "{}")]).await;
    let _left = [left(&bot, 1).await, left(&bot, 2).await];
    send_all(&bot, (3..20).map(message)).await;
    let times = server.times();
    assert!((64_000..=65_100).contains(&times[17]), "{times:?}");
}

/// Returns the longest time in which nothing arrived.
fn longest_gap(server: &Server) -> Duration {
    let times: Vec<_> = server.record().iter().map(|arrival| arrival.at).collect();
    let gaps = times.windows(2).map(|pair| pair[1].saturating_sub(pair[0]));
    gaps.max().unwrap()
}

/// The line is so long that those behind have waited for more than a minute. Without such a call, the
/// longest pause is 1 s.
#[tokio::test(start_paused = true)]
async fn a_call_in_a_long_line_holds_up_others_for_a_second_at_most() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let mut tasks = Vec::new();
    let mut call = None;
    for chat in 0..4000 {
        if chat == 3000 {
            call = Some(left(&bot, chat).await);
        } else {
            tasks.push(spawn(&bot, message(chat)).await);
        }
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(server.times().len(), 3999);
    let gap = longest_gap(&server);
    assert!(gap <= ms(2100), "{gap:?}");
    // It goes on when it is polled again.
    call.unwrap().await.unwrap();
}

/// Such as those of one task that has stopped to poll all of them.
#[tokio::test(start_paused = true)]
async fn many_such_calls_hold_up_others_for_a_little_more() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let mut tasks = Vec::new();
    let mut calls = Vec::new();
    for chat in 0..4000 {
        if (3000..3050).contains(&chat) {
            calls.push(left(&bot, chat).await);
        } else {
            tasks.push(spawn(&bot, message(chat)).await);
        }
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let gap = longest_gap(&server);
    // 20 ms for each one after the first.
    assert!(gap <= ms(3500), "{gap:?}");
    for call in calls {
        call.await.unwrap();
    }
    assert_eq!(server.times().len(), 4000);
}

/// In a chat, with nobody else to look.
#[tokio::test(start_paused = true)]
async fn a_call_holds_up_those_behind_it_in_its_chat_for_a_second_at_most() {
    let server = Server::with_latency(|| (ms(20), ms(20)));
    let bot = server.bot(&Throttle::telegram(), 1);
    let mut tasks = Vec::new();
    let mut calls = Vec::new();
    for number in 0..300 {
        if number == 150 {
            calls.push(left(&bot, 1).await);
        } else {
            tasks.push(spawn(&bot, numbered(1, number)).await);
        }
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let numbers = server.numbers(1);
    assert_eq!(numbers.len(), 299);
    assert!(numbers.is_sorted());
    let gap = longest_gap(&server);
    assert!(gap <= ms(5100), "{gap:?}");
}

/// The call becomes the first one of its chat when the one in flight is over.
#[tokio::test(start_paused = true)]
async fn a_call_behind_one_in_flight_holds_up_the_next_for_a_second_at_most() {
    let slow = std::sync::Mutex::new(vec![(secs(100), ms(0))]);
    let server = Server::with_latency(move || slow.lock().unwrap().pop().unwrap_or_default());
    let bot = server.bot(&Throttle::telegram(), 1);
    let upload = spawn(&bot, message(1)).await;
    let _left = left(&bot, 1).await;
    send_all(&bot, [message(1)]).await;
    assert!(upload.is_finished());
    let at = server.times()[1];
    assert!((101_000..=102_100).contains(&at), "{at} ms");
}

/// A call that was passed over, and is polled again when another is the last one of its chat.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_polled_again_waits_behind_the_last_and_neither_is_lost() {
    let server = Server::new();
    let throttle = Throttle::telegram();
    let bot = server.bot(&throttle, 1);
    send_all(&bot, [1, 1, 1].map(message)).await;
    let mut late = send(&bot, numbered(1, 0));
    assert!(tokio::time::timeout(ms(0), &mut late).await.is_err());
    let calls = (1..9).map(|number| tokio::spawn(send(&bot, numbered(1, number))));
    let calls: Vec<_> = calls.collect();
    // The first of them are sent without it.
    tokio::time::sleep(secs(5)).await;
    let late = tokio::time::timeout(secs(100), late).await;
    late.expect("the call is lost").unwrap();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(throttle.pending(), 0);
    let numbers: Vec<_> = server.record()[3..]
        .iter()
        .map(|call| number(&call.body))
        .collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 0]);
}

/// As the last waker of a task does whose future nothing else holds.
struct Holds {
    _call: std::sync::Mutex<TransportFuture>,
}

impl std::task::Wake for Holds {
    fn wake(self: std::sync::Arc<Self>) {}
}

/// When its call has moved to another task, or is dropped there.
#[tokio::test(start_paused = true)]
async fn a_waker_may_drop_another_call() {
    for is_polled in [true, false] {
        let server = Server::new();
        let throttle = Throttle::telegram();
        let bot = server.bot(&throttle, 1);
        send_all(&bot, [1, 1, 1].map(message)).await;
        let held = left(&bot, 1).await;
        let waker = std::task::Waker::from(std::sync::Arc::new(Holds {
            _call: std::sync::Mutex::new(held),
        }));
        let mut call = send(&bot, message(1));
        let mut cx = std::task::Context::from_waker(&waker);
        assert!(call.as_mut().poll(&mut cx).is_pending());
        drop(waker);
        assert_eq!(throttle.pending(), 2);
        if is_polled {
            call.await.unwrap();
        } else {
            drop(call);
        }
        assert_eq!(throttle.pending(), 0);
    }
}
