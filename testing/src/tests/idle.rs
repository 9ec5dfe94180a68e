//! Waiting until a bot has handled everything.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use telegrammar::Bot;
use telegrammar::methods::{GetUpdates, SendMessage};
use telegrammar::types::UpdateKind;

use super::start;

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
