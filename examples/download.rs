//! Downloads the pictures and files that users send, on the fake server and without a token.
//!
//! ```text
//! cargo run --example download
//! ```

use telegrammar::Bot;
use telegrammar::methods::GetUpdates;
use telegrammar::types::{Message, UpdateKind};
use telegrammar_testing::{FakeBotApi, Reply};

/// Stores the document of a message, and returns the size of its picture.
async fn receive(bot: &Bot, message: &Message) -> Result<(), telegrammar::Error> {
    if let Some(document) = &message.document {
        let path = std::env::temp_dir().join("telegrammar-download.csv");
        let size = bot
            .download(document)
            .on_progress(|done, total| println!("progress  {done} of {total:?} bytes"))
            .to_path(&path)
            .await?;
        println!("stored    {size} bytes in {}", path.display());
    }
    // The sizes of a photo are in ascending order.
    if let Some(photo) = message.photo.iter().flatten().next_back() {
        let picture = bot.download(photo).bytes(20 << 20).await?;
        println!("picture   {} bytes", picture.len());
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeBotApi::start().await?;
    let ann = fake.user("Ann");
    ann.sends_document("table.csv", "a,b\n1,2\n".repeat(1000));
    ann.sends_photo("not really a picture");
    // The connection is lost in the middle of the document, so that its rest is requested.
    fake.reply_to_download(Reply::cut(5000));

    let bot = fake.bot();
    for update in GetUpdates::new().send(&bot).await? {
        if let UpdateKind::Message(message) = update.kind {
            receive(&bot, &message).await?;
        }
    }
    Ok(())
}
