//! Replies to each message with its own text.

use telegrammar::Bot;
use telegrammar::methods::{GetUpdates, SendMessage};
use telegrammar::types::UpdateKind;

const PREFIX: &str = "echo: ";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bot = Bot::from_env()?;
    let mut offset = 0;
    loop {
        let updates = GetUpdates::new()
            .offset(offset)
            .timeout(30)
            .send(&bot)
            .await?;
        for update in updates {
            offset = update.update_id + 1;
            if let UpdateKind::Message(message) = update.kind
                && let Some(text) = &message.text
            {
                let text = format!("{PREFIX}{text}");
                SendMessage::new(message.chat.id, text).send(&bot).await?;
            }
        }
    }
}
