//! The stream of updates over HTTP: two pollers, webhooks, storms of errors, and connections that are
//! dead. A clock that runs faster shortens the waits.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use telegrammar::methods::{GetUpdates, SetWebhook};
use telegrammar::transport::{Sleep, Timer};
use telegrammar::updates::{BotUpdates as _, PollErrorKind, Updates};
use telegrammar::{Bot, Server};
use telegrammar_testing::{FakeBotApi, Reply};

use crate::TOKEN;

/// How many times faster the clock of the bots is.
const SPEED: u32 = 50;

struct FastTimer;

impl Timer for FastTimer {
    fn now(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed() * SPEED
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        Box::pin(tokio::time::sleep(duration / SPEED))
    }
}

/// Starts a server with updates of these texts.
async fn fake(texts: &[&str]) -> FakeBotApi {
    let fake = FakeBotApi::with_token(TOKEN).await.expect("a server");
    let ann = fake.user("Ann");
    for text in texts {
        ann.says(text);
    }
    fake
}

fn fast_bot(fake: &FakeBotApi) -> Bot {
    Bot::builder(TOKEN)
        .server(Server::new(fake.url()).expect("a server"))
        .timer(FastTimer)
        .build()
        .expect("a bot")
}

/// Returns the text of the next update.
async fn text(updates: &mut Updates) -> String {
    let update = updates.next().await.expect("an update").expect("no error");
    let text = update.message().and_then(|message| message.text.clone());
    text.expect("a text")
}

/// Waits until the server has received this number of polls.
async fn polled(fake: &FakeBotApi, count: usize) {
    while fake.requests().len() < count {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn the_older_of_two_pollers_ends() {
    let fake = fake(&[]).await;
    let mut older = fake.bot().updates();
    let older = tokio::spawn(async move { older.next().await });
    polled(&fake, 1).await;
    let mut newer = fake.bot().updates();
    let newer = tokio::spawn(async move { text(&mut newer).await });
    let error = older.await.expect("no panic").expect("an item");
    let error = error.expect_err("a conflict");
    assert_eq!(error.kind(), PollErrorKind::OtherPoller);
    assert!(error.to_string().contains("another program"), "{error}");
    fake.user("Ann").says("a");
    assert_eq!(newer.await.expect("no panic"), "a");
}

#[tokio::test]
async fn a_webhook_that_is_set_meanwhile_ends_the_stream() {
    let fake = fake(&[]).await;
    let mut updates = fake.bot().updates();
    let waiting = tokio::spawn(async move { updates.next().await });
    polled(&fake, 1).await;
    let webhook = SetWebhook::new("http://127.0.0.1:1/hook");
    webhook.send(&fake.bot()).await.expect("a webhook");
    let error = waiting.await.expect("no panic").expect("an item");
    let error = error.expect_err("a conflict");
    assert_eq!(error.kind(), PollErrorKind::WebhookSet);
    assert!(error.to_string().contains("deleteWebhook"), "{error}");
}

#[tokio::test]
async fn a_storm_of_errors_costs_no_update() {
    let fake = fake(&["a", "b"]).await;
    let storm = || Reply::raw(502, "text/html", "<html>Bad Gateway</html>").times(6);
    fake.reply("getUpdates", storm());
    let told = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&told);
    let mut updates = fast_bot(&fake).updates().limit(1).on_error(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
    });
    assert_eq!(text(&mut updates).await, "a");
    assert_eq!(told.load(Ordering::SeqCst), 6);
    fake.reply("getUpdates", storm());
    fake.reply("getUpdates", Reply::cut(40));
    assert_eq!(text(&mut updates).await, "b");
    assert_eq!(told.load(Ordering::SeqCst), 13);
}

#[tokio::test]
async fn a_dead_connection_is_given_up() {
    let fake = fake(&["a"]).await;
    fake.reply("getUpdates", Reply::stall().times(2));
    let mut updates = fast_bot(&fake).updates().timeout(20);
    assert_eq!(text(&mut updates).await, "a");
    assert_eq!(fake.requests().len(), 3);
}

#[tokio::test]
async fn it_stops_at_any_point_of_a_batch() {
    let texts = ["a", "b", "c", "d"];
    for count in 0..=texts.len() {
        for limit in [2, 100] {
            let fake = fake(&texts).await;
            let mut updates = fake.bot().updates().limit(limit);
            for expected in &texts[..count] {
                assert_eq!(text(&mut updates).await, *expected);
            }
            let handle = updates.handle();
            handle.stop();
            assert!(updates.next().await.is_none());
            assert_eq!(fake.calls::<GetUpdates>().is_empty(), count == 0);
            let mut again = fake.bot().updates();
            for expected in &texts[count..] {
                assert_eq!(text(&mut again).await, *expected);
            }
            fake.user("Ann").says("e");
            assert_eq!(text(&mut again).await, "e", "{count} of {limit}");
        }
    }
}
