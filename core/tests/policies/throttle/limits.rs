//! How many calls of a chat, a group and a bot are sent in which time.

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{Limit, MemoryBudget, Timer as _};

#[tokio::test(start_paused = true)]
async fn a_chat_has_a_small_burst() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    send_all(&bot, (0..7).map(|_| message(1))).await;
    assert_eq!(server.times(), [0, 0, 0, 3000, 3000, 3000, 6000]);
}

#[tokio::test(start_paused = true)]
async fn all_methods_spend_one_budget() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let methods = [
        "sendMessage",
        "editMessageText",
        "sendChatAction",
        "deleteMessage",
    ];
    send_all(
        &bot,
        methods.map(|method| request(method, r#"{"chat_id":1}"#)),
    )
    .await;
    assert_eq!(server.times(), [0, 0, 0, 3000]);
}

#[tokio::test(start_paused = true)]
async fn a_group_has_a_limit_of_a_minute() {
    for chat in ["-100", "\"@name\""] {
        let server = Server::new();
        let throttle = Throttle::telegram().chat(Limit::unlimited());
        let bot = server.bot(&throttle, 1);
        let body = format!(r#"{{"chat_id":{chat}}}"#);
        send_all(&bot, (0..21).map(|_| request("sendMessage", body.clone()))).await;
        assert_eq!(server.times()[19..], [0, 60_000]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_bot_has_a_limit_whatever_its_chats() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let mut requests: Vec<_> = (0..60).map(message).collect();
    requests.push(request("getMe", "{}"));
    send_all(&bot, requests).await;
    let times = server.times();
    assert_eq!(
        (times[29], times[30], times[59], times[60]),
        (0, 1000, 1000, 2000)
    );
}

#[tokio::test(start_paused = true)]
async fn each_bot_has_its_own_budget_and_bots_with_one_token_share_it() {
    let server = Server::new();
    let throttle = Throttle::telegram();
    let bots = [1, 2, 1].map(|id| server.bot(&throttle, id));
    for bot in &bots[..2] {
        send_all(bot, (0..30).map(message)).await;
    }
    assert_eq!(server.times()[59], 0);
    send_all(&bots[2], [message(100)]).await;
    assert_eq!(server.times()[60], 1000);
}

#[tokio::test(start_paused = true)]
async fn paid_broadcasts_have_their_own_limit_and_that_of_the_chat() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    let paid = |chat| {
        let body = format!(r#"{{"chat_id":{chat},"text":"a","allow_paid_broadcast":true}}"#);
        request("sendMessage", body)
    };
    let mut requests: Vec<_> = (0..1001).map(paid).collect();
    requests.extend((2000..2030).map(message));
    send_all(&bot, requests).await;
    let late: Vec<_> = server.times().into_iter().filter(|at| *at > 0).collect();
    assert_eq!(late, [1000]);

    send_all(&bot, (0..4).map(|_| paid(3000))).await;
    assert_eq!(server.times()[1034], 4000);
}

#[tokio::test(start_paused = true)]
async fn a_call_counts_as_many_messages_as_it_sends() {
    let server = Server::new();
    let throttle = Throttle::telegram().chat(Limit::unlimited());
    let bot = server.bot(&throttle, 1);
    let album = r#"{"chat_id":-1,"media":[{"a":[1,2]},2,3,4,5,6,7,8,9,10]}"#;
    for _ in 0..3 {
        send_all(&bot, [request("sendMediaGroup", album)]).await;
    }
    assert_eq!(server.times(), [0, 0, 60_000]);

    // More than fit into any window need a window of their own.
    let ids: Vec<_> = (0..100).collect();
    let copies = format!(r#"{{"chat_id":-2,"message_ids":{ids:?}}}"#);
    for _ in 0..2 {
        send_all(&bot, [request("copyMessages", copies.clone())]).await;
    }
    assert_eq!(server.times()[3..], [61_000, 121_000]);
}

#[tokio::test(start_paused = true)]
async fn polls_and_answers_do_not_wait() {
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram(), 1);
    for chat in 0..100 {
        let _waiting = spawn(&bot, message(chat)).await;
    }
    for _ in 0..50 {
        send(&bot, request("getUpdates", "{}")).await.unwrap();
        send(&bot, request("answerCallbackQuery", "{}"))
            .await
            .unwrap();
    }
    assert_eq!(server.times()[30..], [0; 100]);
}

/// A call may have reached the server at any time until its response.
#[tokio::test(start_paused = true)]
async fn a_call_counts_until_its_window_has_passed_after_its_response() {
    let slow = std::sync::Mutex::new(vec![(ms(0), ms(0)), (ms(0), ms(0)), (ms(900), ms(100))]);
    let server = Server::with_latency(move || slow.lock().unwrap().pop().unwrap_or_default());
    let throttle = Throttle::telegram().chat(Limit::new(1, secs(1)));
    let bot = server.bot(&throttle, 1);
    send_all(&bot, (0..3).map(|_| message(1))).await;
    assert_eq!(server.times(), [900, 2000, 3000]);
}

#[tokio::test(start_paused = true)]
async fn a_call_without_a_response_holds_its_place_for_10_seconds_only() {
    let slow = std::sync::Mutex::new(vec![(secs(100), ms(0))]);
    let server = Server::with_latency(move || slow.lock().unwrap().pop().unwrap_or_default());
    let throttle = Throttle::telegram().bot(Limit::new(1, secs(1)));
    let bot = server.bot(&throttle, 1);
    let upload = spawn(&bot, message(1)).await;
    send_all(&bot, [message(2)]).await;
    assert_eq!(server.times(), [11_000]);
    upload.await.unwrap().unwrap();
    // It counts again when it is over.
    send_all(&bot, [message(1)]).await;
    assert_eq!(server.times(), [11_000, 100_000, 101_000]);
}

#[tokio::test(start_paused = true)]
async fn idle_chats_take_no_memory() {
    let server = Server::new();
    let budget = MemoryBudget::new();
    let throttle = Throttle::telegram()
        .bot(Limit::unlimited())
        .budget(budget.clone());
    let bot = server.bot(&throttle, 1);
    send_all(&bot, (1..=5000).map(|chat| message(-chat))).await;
    assert_eq!(budget.len(), 2 * 5000);
    tokio::time::sleep(secs(61)).await;
    send_all(&bot, [message(1)]).await;
    assert_eq!(budget.len(), 1);
    assert_eq!(throttle.pending(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_window_without_a_length_limits_nothing() {
    let none = Limit::new(1, ms(0));
    let server = Server::with_latency(|| (ms(5), ms(5)));
    let all = Throttle::telegram().bot(none).chat(none).group(none);
    let bot = server.bot(&all, 1);
    send_all(&bot, (0..50).map(|chat| message(-(chat % 10) - 1))).await;
    assert!(server.clock.now() < ms(500));
    // The other limits remain.
    let server = Server::new();
    let bot = server.bot(&Throttle::telegram().bot(none), 1);
    send_all(&bot, (0..4).map(|_| message(1))).await;
    assert_eq!(server.times(), [0, 0, 0, 3000]);
    let bot = server.bot(
        &Throttle::telegram().chat(none).bot(Limit::new(2, secs(1))),
        2,
    );
    send_all(&bot, (0..3).map(|_| message(1))).await;
    assert_eq!(server.times()[4..], [3000, 3000, 4000]);
    // Floods, too.
    server.flood("1", r#","parameters":{"retry_after":7}"#);
    send_all(&bot, [message(1)]).await;
    send_all(&bot, [message(1)]).await;
    assert_eq!(server.times()[7..], [4000, 11_000]);
}
