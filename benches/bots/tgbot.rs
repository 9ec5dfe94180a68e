//! Replies to each message with its own text.

use std::time::Duration;

use tgbot::api::Client;
use tgbot::types::{GetUpdates, SendMessage, UpdateType};

const PREFIX: &str = "echo: ";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bot = Client::new(std::env::var("TELEGRAM_BOT_TOKEN")?)?;
    let mut offset = 0;
    loop {
        let wanted = GetUpdates::default()
            .with_offset(offset)
            .with_timeout(Duration::from_secs(30));
        for update in bot.execute(wanted).await? {
            offset = update.id + 1;
            if let UpdateType::Message(message) = &update.update_type
                && let Some(text) = message.get_text()
            {
                let text = format!("{PREFIX}{}", text.data);
                bot.execute(SendMessage::new(message.chat.get_id(), text)).await?;
            }
        }
    }
}
