//! What has no `file_id` cannot be downloaded.

use telegrammar::Bot;
use telegrammar::types::{Chat, Message, PhotoSize};
use telegrammar::telegram_type;

#[telegram_type(unlisted)]
struct Note {
    text: String,
}

#[telegram_type(unlisted)]
struct LongNote {
    #[telegram(flatten)]
    note: Note,
}

fn downloads(bot: &Bot, chat: &Chat, message: Message, sizes: &[PhotoSize], note: LongNote) {
    let _ = bot.download(&sizes[0]);
    let _ = bot.download(chat); //~ E0277
    let _ = bot.download(message); //~ E0277
    let _ = bot.download(sizes); //~ E0277
    let _ = bot.download(42); //~ E0277
    let _ = bot.download(note); //~ E0277
}

fn main() {}
