//! Replies to each message with its own text.

use frankenstein::AsyncTelegramApi;
use frankenstein::client_reqwest::Bot;
use frankenstein::methods::{GetUpdatesParams, SendMessageParams};
use frankenstein::updates::UpdateContent;

const PREFIX: &str = "echo: ";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bot = Bot::new(&std::env::var("TELEGRAM_BOT_TOKEN")?);
    let mut wanted = GetUpdatesParams::builder().timeout(30_u32).build();
    loop {
        let updates = bot.get_updates(&wanted).await?.result;
        for update in updates {
            wanted.offset = Some(i64::from(update.update_id) + 1);
            if let UpdateContent::Message(message) = update.content
                && let Some(text) = &message.text
            {
                let reply = SendMessageParams::builder()
                    .chat_id(message.chat.id)
                    .text(format!("{PREFIX}{text}"))
                    .build();
                bot.send_message(&reply).await?;
            }
        }
    }
}
