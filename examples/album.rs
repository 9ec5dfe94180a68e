//! A bot that makes an album of each photo: the photo itself and an upload. It sends the last album
//! of a chat again without another upload.
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
/// The last album of each chat.
type Albums = std::collections::HashMap<i64, Vec<InputFile>>;

/// The bot.
async fn run(bot: Bot) -> Result {
    let (mut albums, mut updates) = (Albums::new(), bot.updates());
    while let Some(update) = updates.next().await {
        if let UpdateKind::Message(message) = update?.kind
            && let Err(error) = handle(&bot, &message, &mut albums).await
        {
            eprintln!("{error}");
        }
    }
    Ok(())
}

/// `albums` has files by their ids. Such ids can be stored: they do not expire.
async fn handle(bot: &Bot, message: &Message, albums: &mut Albums) -> Result {
    let chat = message.chat.id;
    match (message.content(), albums.get(&chat)) {
        (MessageContent::Photo(_), _) => {
            let id = message.file_id().unwrap_or_default();
            let content = bot.download(id).bytes(20 << 20).await?;
            let mirrored: Vec<u8> = content.iter().rev().copied().collect();
            let upload = InputFile::bytes(mirrored).file_name("mirrored.jpg");
            let photos = [InputFile::id(id), upload].map(InputMediaPhoto::new);
            let sent = SendMediaGroup::album(chat, photos).send(bot).await?;
            let ids = sent.iter().filter_map(Message::file_id);
            albums.insert(chat, ids.map(InputFile::id).collect());
        }
        (MessageContent::Text("again"), Some(album)) => {
            let photos = album.iter().cloned().map(InputMediaPhoto::new);
            SendMediaGroup::album(chat, photos).send(bot).await?;
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
    let [ann, bob] = ["Ann", "Bob"].map(|name| fake.user(name));
    ann.sends_photo("abc");
    ann.says("again");
    bob.says("again");
    fake.idle().await;
    print!("{}", fake.transcript());

    let requests = fake.requests();
    let uploads: Vec<_> = requests.iter().flat_map(|it| it.files().iter()).collect();
    // Bob has no album: he does not get Ann's.
    assert_eq!(fake.calls::<SendMediaGroup>().len(), 2);
    assert_eq!((uploads.len(), &**uploads[0].content()), (1, &b"cba"[..]));
    Ok(())
}
