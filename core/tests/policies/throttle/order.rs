//! Who is sent first, and what a call that is not sent leaves behind.

use std::time::Duration;

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::Limit;

#[tokio::test(start_paused = true)]
async fn calls_of_a_chat_are_sent_in_order() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram().bot(Limit::new(2, secs(1))), 1);
    let requests = (0..200).map(|number| numbered(number % 7, number));
    send_all(&bot, requests).await;
    for chat in 0..7 {
        let numbers = server.numbers(chat);
        assert!(numbers.is_sorted(), "{chat}: {numbers:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_chat_with_many_calls_does_not_starve_others() {
    let server = Server::new();
    let throttle = Throttle::telegram()
        .bot(Limit::new(1, secs(1)))
        .chat(Limit::unlimited());
    let bot = server.bot(&throttle, 1);
    let requests = (0..100).map(|_| message(1)).chain([message(2), message(3)]);
    send_all(&bot, requests).await;
    let chats = server.chats();
    assert_eq!(chats[..5], ["1", "1", "2", "3", "1"], "chats take turns");
}

#[tokio::test(start_paused = true)]
async fn a_chat_that_waits_for_itself_holds_up_no_other() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let busy = (0..300).map(|_| message(-1));
    let mut tasks = Vec::new();
    for request in busy {
        tasks.push(spawn(&bot, request).await);
    }
    let before = server.clock;
    send_all(&bot, (0..27).map(message)).await;
    assert_eq!(
        telegrammar_core::transport::Timer::now(&before),
        Duration::ZERO
    );
}

#[tokio::test(start_paused = true)]
async fn a_dropped_call_gives_up_its_place_and_spends_nothing() {
    let server = Server::new();
    let throttle = Throttle::telegram();
    let bot = server.bot(&throttle, 1);
    send_all(&bot, (0..3).map(|_| message(1))).await;
    // The first waits for the chat, the others wait behind it.
    let mut tasks = Vec::new();
    for number in 0..5 {
        tasks.push(spawn(&bot, numbered(1, number)).await);
    }
    assert_eq!(throttle.pending(), 5);
    for dropped in [0, 2] {
        tasks[dropped].abort();
    }
    tokio::time::sleep(secs(10)).await;
    assert_eq!(server.times(), [0, 0, 0, 3000, 3000, 3000]);
    assert_eq!(throttle.pending(), 0);
    throttle.drain().await;
}

/// Drops calls at every moment: those that remain are all sent, in time.
#[tokio::test(start_paused = true)]
async fn dropping_calls_at_any_await_point_leaves_the_rest_as_it_was() {
    let mut random = Random(7);
    for _ in 0..30 {
        let server = Server::with_latency(|| (ms(20), ms(20)));
        let throttle = Throttle::telegram().bot(Limit::new(5, secs(1)));
        let bot = server.bot(&throttle, 1);
        let mut kept = Vec::new();
        for number in 0..100 {
            let chat = i64::try_from(random.below(10)).unwrap();
            let task = spawn(&bot, numbered(chat, number)).await;
            if random.below(3) == 0 {
                let after = ms(random.below(5000));
                tokio::spawn(async move {
                    tokio::time::sleep(after).await;
                    task.abort();
                });
            } else {
                kept.push(task);
            }
        }
        for task in kept {
            task.await.unwrap().unwrap();
        }
        throttle.drain().await;
        assert_eq!(throttle.pending(), 0);
        let times: Vec<_> = server.record().iter().map(|arrival| arrival.at).collect();
        assert!(most(&times, secs(1)) <= 5);
        let last = times.last().unwrap().as_secs();
        assert!(last <= 100 / 5 + 10, "{last} s");
    }
}

/// Calls that are polled once and then left alone, as by `select!` or `buffer_unordered`.
#[tokio::test(start_paused = true)]
async fn calls_that_are_not_polled_hold_up_no_other() {
    let server = Server::new();
    let throttle = Throttle::telegram().bot(Limit::new(2, secs(1)));
    let bot = server.bot(&throttle, 1);
    send_all(&bot, [message(1), message(2)]).await;
    let mut left = Vec::new();
    for number in 0..50 {
        let mut call = send(&bot, message(number % 3));
        assert!(futures_poll(&mut call).await.is_none());
        left.push(call);
    }
    send(&bot, message(1)).await.unwrap();
    let waited = server.times()[2];
    assert!((2000..10_000).contains(&waited), "{waited} ms");
    // They go on when they are polled again.
    for call in left {
        call.await.unwrap();
    }
    assert_eq!(server.times().len(), 53);
}

/// Polls a call once.
async fn futures_poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    std::future::poll_fn(|cx| match std::pin::Pin::new(&mut *future).poll(cx) {
        std::task::Poll::Ready(output) => std::task::Poll::Ready(Some(output)),
        std::task::Poll::Pending => std::task::Poll::Ready(None),
    })
    .await
}

/// In real time, on several threads.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn threads_wake_each_other() {
    let server = Server::with_latency(|| (ms(1), ms(1)));
    let throttle = Throttle::telegram()
        .bot(Limit::new(100, ms(50)))
        .chat(Limit::new(5, ms(50)));
    let bot = server.bot(&throttle, 1);
    let mut random = Random(11);
    let mut kept = Vec::new();
    for number in 0..3000 {
        let chat = i64::try_from(random.below(200)).unwrap();
        let task = tokio::spawn(send(&bot, numbered(chat, number)));
        match random.below(4) {
            0 => task.abort(),
            _ => kept.push(task),
        }
    }
    let sent = kept.len();
    for task in kept {
        task.await.unwrap().unwrap();
    }
    throttle.drain().await;
    let times: Vec<_> = server.record().iter().map(|arrival| arrival.at).collect();
    assert!(times.len() >= sent);
    let most = most(&times, ms(50));
    assert!(most <= 100, "{most} calls in a window");
    let end = *times.last().unwrap();
    assert!(end < secs(8), "{end:?}");
    println!("{} calls in {end:?}", times.len());
}
