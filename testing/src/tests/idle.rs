//! Waiting until a bot has handled everything.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use telegrammar::Bot;
use telegrammar::methods::{GetUpdates, SendMessage, SetWebhook};
use telegrammar::types::UpdateKind;

use super::{FakeBotApi, start};
use crate::Reply;
use crate::server::idle;

/// The number of repetitions in a row, which `TELEGRAMMAR_REPEAT` raises.
fn repetitions() -> usize {
    let given = std::env::var("TELEGRAMMAR_REPEAT").ok();
    given.and_then(|given| given.parse().ok()).unwrap_or(60)
}

/// A bot that answers each message with two.
async fn echo(bot: Bot, sent: Arc<AtomicUsize>) {
    let mut offset = 0;
    loop {
        let Ok(updates) = GetUpdates::new()
            .offset(offset)
            .timeout(30)
            .send(&bot)
            .await
        else {
            return;
        };
        for update in updates {
            offset = update.update_id + 1;
            if let UpdateKind::Message(message) = update.kind {
                for text in ["first", "second"] {
                    tokio::task::yield_now().await;
                    if SendMessage::new(message.chat.id, text)
                        .send(&bot)
                        .await
                        .is_ok()
                    {
                        sent.fetch_add(1, Ordering::SeqCst);
                    }
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_does_not_return_early_under_load() {
    let fake = start().await;
    let sent = Arc::new(AtomicUsize::new(0));
    tokio::spawn(echo(fake.bot(), Arc::clone(&sent)));
    // Other threads take the processor.
    let is_over = Arc::new(AtomicUsize::new(0));
    let load: Vec<_> = (0..4)
        .map(|_| {
            let is_over = Arc::clone(&is_over);
            std::thread::spawn(move || {
                while is_over.load(Ordering::Relaxed) == 0 {
                    std::hint::spin_loop();
                }
            })
        })
        .collect();
    let ann = fake.user("Ann");
    for number in 1..=repetitions() {
        ann.says("Hello");
        fake.idle().await;
        assert_eq!(sent.load(Ordering::SeqCst), 2 * number);
    }
    is_over.store(1, Ordering::Relaxed);
    for thread in load {
        thread.join().expect("no panic");
    }
}

#[tokio::test]
async fn a_server_without_updates_is_idle() {
    let fake = start().await;
    fake.idle().await;
    SendMessage::new(42, "x")
        .send(&fake.bot())
        .await
        .expect("sent");
    fake.idle().await;
}

/// Returns what is left if a test does not wait long.
async fn left(fake: &FakeBotApi) -> String {
    let patience = Duration::from_millis(200);
    let left = idle::wait(&fake.shared, patience)
        .await
        .expect_err("something");
    let (_, left) = left.split_once("200ms: ").expect("what is left");
    left.to_owned()
}

#[tokio::test]
async fn it_says_that_no_bot_runs() {
    let fake = start().await;
    fake.user("Ann").says("x");
    let expected = "1 update for the bot 123456789, but no bot has called `getUpdates` with its token; start \
                    the bot first, and do not wait in a test that calls `getUpdates` by itself";
    assert_eq!(left(&fake).await, expected);
}

#[tokio::test]
async fn it_says_that_the_bot_has_ended() {
    let fake = start().await;
    let bot = fake.bot();
    assert!(GetUpdates::new().send(&bot).await.expect("none").is_empty());
    fake.user("Ann").says("x");
    let expected = "the bot 123456789 does not call `getUpdates` any more, with 1 update left";
    assert_eq!(left(&fake).await, expected);
    GetUpdates::new().send(&bot).await.expect("an update");
    let expected = "the bot 123456789 has got 1 update, but has not called `getUpdates` again with a \
                    higher `offset`: it still handles them, or has ended";
    assert_eq!(left(&fake).await, expected);
}

#[tokio::test]
async fn it_says_what_has_no_answer() {
    let fake = start().await;
    fake.reply("sendMessage", Reply::stall());
    let sent = Arc::new(AtomicUsize::new(0));
    tokio::spawn(echo(fake.bot(), sent));
    fake.user("Ann").says("x");
    let left = left(&fake).await;
    assert!(
        left.ends_with("; the call of `sendMessage` has no answer"),
        "{left}"
    );
}

#[tokio::test]
async fn it_says_what_the_webhook_answers() {
    let fake = start().await;
    // Nobody listens there any more.
    let closed = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/hook", closed.local_addr().expect("an address"));
    drop(closed);
    SetWebhook::new(&*url).send(&fake.bot()).await.expect("set");
    fake.user("Ann").says("x");
    let left = left(&fake).await;
    let error = "whose last error is: Can't connect to the webhook";
    let expected = format!("1 update for the webhook {url} of the bot 123456789, {error}");
    assert_eq!(left, expected);
}

#[tokio::test]
#[should_panic(expected = "; waited at testing/src/tests/idle.rs:")]
async fn a_panic_names_the_line_of_the_test() {
    let fake = start().await;
    fake.reply("getMe", Reply::stall());
    let call = telegrammar::methods::GetMe::new();
    let bot = fake.bot();
    tokio::spawn(async move { call.send(&bot).await });
    fake.call::<telegrammar::methods::GetMe>().await;
    fake.user("Ann").says("x").await;
}
