//! Calls whose tasks do not poll them, while flood control has frozen something.

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
