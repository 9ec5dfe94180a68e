//! A bot that makes an album of each photo: the photo itself and an upload. It sends the last album
//! again without another upload.
//!
//! ```text
//! cargo run --example album
//! ```

use telegrammar::methods::SendMediaGroup;
use telegrammar::types::{InputMediaPhoto, Message, MessageContent, UpdateKind};
use telegrammar::updates::BotUpdates as _;
use telegrammar::{Bot, InputFile};
use telegrammar_testing::FakeBotApi;

type Result = std::result::Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// The bot.
async fn run(bot: Bot) -> Result {
    let mut album = Vec::new();
    let mut updates = bot.updates();
    while let Some(update) = updates.next().await {
        if let UpdateKind::Message(message) = update?.kind
            && let Err(error) = handle(&bot, &message, &mut album).await
        {
            eprintln!("{error}");
        }
    }
    Ok(())
}

/// `album` has the files of the last album, by id. Such ids can be stored: they do not expire.
async fn handle(bot: &Bot, message: &Message, album: &mut Vec<InputFile>) -> Result {
    match message.content() {
        MessageContent::Photo(_) => {
            let id = message.file_id().unwrap_or_default();
            let content = bot.download(id).bytes(20 << 20).await?;
            let mirrored: Vec<u8> = content.iter().rev().copied().collect();
            let upload = InputFile::bytes(mirrored).file_name("mirrored.jpg");
            let photos = [InputFile::id(id), upload].map(InputMediaPhoto::new);
            let call = SendMediaGroup::album(message.chat.id, photos);
            let sent = call.send(bot).await?;
            let ids = sent.iter().filter_map(Message::file_id);
            *album = ids.map(InputFile::id).collect();
        }
        MessageContent::Text("again") if !album.is_empty() => {
            let photos = album.iter().cloned().map(InputMediaPhoto::new);
            let call = SendMediaGroup::album(message.chat.id, photos);
            call.send(bot).await?;
        }
        _ => {
            message.reply("Send me a photo.").send(bot).await?;
        }
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result {
    let fake = FakeBotApi::start().await?;
    tokio::spawn(run(fake.bot()));
    let ann = fake.user("Ann");
    ann.sends_photo("abc");
    ann.says("again");
    fake.idle().await;
    print!("{}", fake.transcript());

    let requests = fake.requests();
    let uploads: Vec<_> = requests.iter().flat_map(|it| it.files().iter()).collect();
    assert_eq!(fake.calls::<SendMediaGroup>().len(), 2);
    assert_eq!((uploads.len(), &**uploads[0].content()), (1, &b"cba"[..]));
    Ok(())
}
