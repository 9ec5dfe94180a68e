//! What a 429 freezes, and for how long.

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::Response;

fn after(seconds: u64) -> String {
    format!(r#","parameters":{{"retry_after":{seconds}}}"#)
}

fn arrival(server: &Server, index: usize) -> (String, u128) {
    let arrival = &server.record()[index];
    (arrival.chat.clone(), arrival.at.as_millis())
}

#[tokio::test(start_paused = true)]
async fn a_429_freezes_its_chat_for_as_long_as_asked_and_no_other() {
    let server = Server::with_latency(|| (ms(0), ms(250)));
    let bot = server.bot(&Throttle::telegram(), 1);
    server.flood("1", &after(17));
    let response = send(&bot, message(1)).await.unwrap();
    assert_eq!(response.error_code(), Some(429), "the error is passed on");
    let frozen = spawn(&bot, message(1)).await;
    send(&bot, message(2)).await.unwrap();
    frozen.await.unwrap().unwrap();
    assert_eq!(arrival(&server, 1), ("2".to_owned(), 250));
    // From the arrival of the response on.
    assert_eq!(arrival(&server, 2), ("1".to_owned(), 17_250));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waits_already_is_frozen_too() {
    let server = Server::with_latency(|| (ms(0), ms(10)));
    let bot = server.bot(&Throttle::telegram(), 1);
    server.flood("1", &after(5));
    send_all(&bot, (0..4).map(|_| message(1))).await;
    assert_eq!(server.times(), [0, 5010, 5020, 5030]);
}

/// The last one waits for the limit of its chat.
#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_its_chat_is_frozen_with_the_bot() {
    let server = Server::with_latency(|| (ms(0), ms(10)));
    let bot = server.bot(&Throttle::telegram(), 1);
    send_all(&bot, (0..3).map(|_| message(1))).await;
    let waiting = spawn(&bot, message(1)).await;
    server.flood("", &after(5));
    send_all(&bot, [request("getMe", "{}")]).await;
    waiting.await.unwrap().unwrap();
    assert_eq!(server.times(), [0, 10, 20, 30, 5040]);
}

#[tokio::test(start_paused = true)]
async fn a_429_without_a_time_freezes_for_a_second() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    server.flood("1", "");
    send_all(&bot, [message(1)]).await;
    send_all(&bot, [message(1)]).await;
    assert_eq!(server.times(), [0, 1000]);
}

#[tokio::test(start_paused = true)]
async fn a_header_says_how_long_too() {
    let reply = || Response::new(429, "<html>").with_retry_after(Some(secs(4)));
    assert_eq!(reply().error_code(), Some(429));
    let server = Server::new();
    let calls = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let inner = {
        let (calls, mut server) = (calls.clone(), server.clone());
        tower::service_fn(move |request| {
            use tower::Service as _;
            let is_first = calls.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0;
            let passed = server.call(request);
            async move {
                let response = passed.await;
                if is_first { Ok(reply()) } else { response }
            }
        })
    };
    let layer =
        telegrammar_core::transport::ThrottleLayer::new(Throttle::telegram()).timer(server.clock);
    let bot = tower::Layer::layer(&layer, inner);
    send_all(&bot, [message(1)]).await;
    send_all(&bot, [message(1)]).await;
    assert_eq!(server.times(), [0, 4000]);
}

#[tokio::test(start_paused = true)]
async fn floods_in_three_chats_freeze_the_bot() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    for (chat, seconds) in [(1, 30), (2, 2), (3, 7)] {
        send_all(&bot, [message(9)]).await;
        server.flood(&chat.to_string(), &after(seconds));
        send_all(&bot, [message(chat)]).await;
    }
    assert_eq!(server.times(), [0; 6]);
    // Paid ones too; but not what is exempt.
    let paid = request(
        "sendMessage",
        r#"{"chat_id":5,"allow_paid_broadcast":true}"#,
    );
    send_all(&bot, [request("getUpdates", "{}")]).await;
    send_all(&bot, [message(4), paid, request("getMe", "{}")]).await;
    assert_eq!(server.times()[6..], [0, 7000, 7000, 7000]);
    send_all(&bot, [message(1)]).await;
    assert_eq!(server.times()[10], 30_000);
}

#[tokio::test(start_paused = true)]
async fn floods_far_apart_or_in_one_chat_do_not_freeze_the_bot() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    for chat in [1, 2, 2, 3] {
        server.flood(&chat.to_string(), &after(6));
        send_all(&bot, [message(chat)]).await;
    }
    send_all(&bot, [message(4)]).await;
    // The second one of chat 2 had to wait, and those of 1 and 3 are 12 s apart from each other.
    assert_eq!(server.times(), [0, 0, 6000, 6000, 12_000]);
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_a_call_without_a_chat_freezes_the_bot() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let other = server.bot(&Throttle::telegram(), 2);
    server.flood("", &after(3));
    send_all(&bot, [request("getMe", "{}")]).await;
    send_all(&other, [message(1)]).await;
    send_all(&bot, [message(1)]).await;
    assert_eq!(server.times(), [0, 0, 3000]);
}
