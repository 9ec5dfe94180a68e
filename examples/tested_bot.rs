//! A bot that counts votes, and its tests: real HTTP, no token, no JSON by hand, and no sleep.
//!
//! ```sh
//! cargo test --example tested_bot
//! cargo run --example tested_bot
//! ```

use telegrammar::methods::{AnswerCallbackQuery, EditMessageText, GetUpdates, SendMessage};
use telegrammar::types::{InlineKeyboardButton, InlineKeyboardMarkup, Update, UpdateKind};
use telegrammar::{Bot, Error};
use telegrammar_testing::FakeBotApi;

/// The bot: it polls until the server is gone.
async fn run(bot: Bot) -> Result<(), Error> {
    let mut votes = 0;
    let mut offset = 0;
    loop {
        for update in GetUpdates::new()
            .offset(offset)
            .timeout(50)
            .send(&bot)
            .await?
        {
            offset = update.update_id + 1;
            if let Err(error) = handle(&bot, update, &mut votes).await {
                eprintln!("{error}");
            }
        }
    }
}

async fn handle(bot: &Bot, update: Update, votes: &mut u32) -> Result<(), Error> {
    match update.kind {
        UpdateKind::Message(message) if message.text.as_deref() == Some("/start") => {
            let call = SendMessage::new(message.chat.id, "0 votes").reply_markup(keyboard());
            call.send(bot).await?;
        }
        UpdateKind::CallbackQuery(query) => {
            *votes += 1;
            AnswerCallbackQuery::new(query.id)
                .text("Thank you!")
                .send(bot)
                .await?;
            if let Some(message) = query.message {
                let (chat, id) = (message.chat().id, message.message_id());
                let text = format!("{votes} votes");
                EditMessageText::new(chat, id)
                    .text(text)
                    .reply_markup(keyboard())
                    .send(bot)
                    .await?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn keyboard() -> InlineKeyboardMarkup {
    let vote = InlineKeyboardButton::new("Vote").callback_data("vote");
    InlineKeyboardMarkup::new(vec![vec![vote]])
}

/// Shows a conversation.
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeBotApi::start().await?;
    tokio::spawn(run(fake.bot()));
    let ann = fake.user("Ann");
    ann.says("/start");
    fake.idle().await;
    ann.presses("Vote");
    fake.idle().await;
    print!("{}", fake.transcript());
    Ok(())
}

#[cfg(test)]
mod tests {
    use telegrammar_testing::{Refusal, Reply};

    use super::*;

    #[tokio::test]
    async fn a_vote_is_counted() {
        let fake = FakeBotApi::start().await.expect("a port");
        tokio::spawn(run(fake.bot()));
        let ann = fake.user("Ann");
        ann.says("/start");
        assert_eq!(fake.call::<SendMessage>().await.text, "0 votes");
        fake.idle().await;
        ann.presses("Vote");
        let edit = fake.call::<EditMessageText>().await;
        assert_eq!(edit.text.as_deref(), Some("1 votes"));
        fake.idle().await;
        assert_eq!(fake.calls::<AnswerCallbackQuery>().len(), 1);
        assert!(fake.complaints().is_empty());
    }

    #[tokio::test]
    async fn a_bot_that_was_blocked_goes_on() {
        let fake = FakeBotApi::start().await.expect("a port");
        tokio::spawn(run(fake.bot()));
        let blocked = Reply::refuse(Refusal::BlockedByUser);
        fake.reply(
            "sendMessage",
            blocked.when("chat_id", fake.user("Ann").id()),
        );
        fake.user("Ann").says("/start");
        fake.user("Ben").says("/start");
        fake.idle().await;
        assert_eq!(fake.calls::<SendMessage>().len(), 2);
        assert!(fake.unused_replies().is_empty());
    }
}
