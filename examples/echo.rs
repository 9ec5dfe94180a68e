//! A bot that replies to each message with its own text, until it is stopped.
//!
//! Without a token, it runs on a fake Bot API server on this machine. With one, Ctrl-C stops it.
//!
//! ```text
//! cargo run --example echo
//! TELEGRAM_BOT_TOKEN=… cargo run --example echo
//! ```

use std::error::Error;

use telegrammar::Bot;
use telegrammar::methods::{GetUpdates, SendMessage};
use telegrammar::types::{MessageContent, UpdateKind};
use telegrammar::updates::{BotUpdates as _, PollError, Updates};
use telegrammar_testing::FakeBotApi;

/// The bot: it replies until its stream of updates is stopped.
async fn run(bot: Bot, mut updates: Updates) -> Result<(), PollError> {
    while let Some(update) = updates.next().await {
        if let UpdateKind::Message(message) = update?.kind {
            let text = match message.content() {
                MessageContent::Text(text) => text.to_owned(),
                other => format!("I cannot echo a {}.", other.name()),
            };
            // The user may have blocked the bot by now, which does not concern the others.
            if let Err(error) = message.reply(text).send(&bot).await {
                eprintln!("{error}");
            }
        }
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var_os("TELEGRAM_BOT_TOKEN").is_some() {
        let bot = Bot::from_env()?;
        let updates = bot.updates();
        let handle = updates.handle();
        tokio::spawn(async move { tokio::signal::ctrl_c().await.map(|()| handle.stop()) });
        return Ok(run(bot, updates).await?);
    }
    let fake = FakeBotApi::start().await?;
    let updates = fake.bot().updates();
    let handle = updates.handle();
    let running = tokio::spawn(run(fake.bot(), updates));
    let ann = fake.user("Ann");
    ann.says("Hello");
    ann.sends_photo("not really a picture");
    fake.idle().await;

    // The poll that waits for updates ends at once, and what was handled does not come again.
    handle.stop();
    running.await??;
    let replies = fake.calls::<SendMessage>();
    let texts: Vec<_> = replies.iter().map(|reply| &*reply.text).collect();
    assert_eq!(texts, ["Hello", "I cannot echo a photo."]);
    assert_eq!(GetUpdates::new().send(&fake.bot()).await?, []);
    print!("{}", fake.transcript());
    Ok(())
}
