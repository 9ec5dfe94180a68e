//! The types of the Bot API, one file per section of its page.
//!
//! Objects are structs, unions are enums of structs, and closed sets of words are enums. Types that
//! are received support values of later versions of the Bot API: unions and words have a variant
//! `Unknown`, and unknown fields are skipped.
//!
//! Here: the types and their documentation. Not here: methods (`methods`), files to send
//! ([`InputFile`]).
#![allow(
    clippy::large_enum_variant,
    clippy::wildcard_imports,
    reason = "variants hold the page's own objects, and a section's types name those of all others"
)]

mod boosts;
mod bots;
mod business_and_stories;
mod buttons;
mod chat_id;
mod chat_key;
mod chat_members;
mod chats;
mod content;
mod games;
mod getting_updates;
mod gifts;
mod inline_mode;
mod input_media;
mod keyboards;
mod media;
mod members;
mod message_files;
mod messages;
mod payments;
mod polls_and_checklists;
mod posts_and_files;
mod prepared;
mod reactions;
mod replies;
mod reply_markup;
mod rich_messages;
mod service;
mod stickers;
mod telegram_passport;
mod text;
mod update;
mod update_parts;
mod users;
mod users_and_chats;
mod words;

pub use crate::InputFile;
pub use boosts::*;
pub use bots::*;
pub use business_and_stories::*;
pub use chat_id::ChatId;
pub use chat_key::ChatKey;
pub use content::MessageContent;
pub use games::*;
pub use getting_updates::*;
pub use gifts::*;
pub use inline_mode::*;
pub use input_media::*;
pub use keyboards::*;
pub use media::*;
pub use members::*;
pub use messages::*;
pub use payments::*;
pub use polls_and_checklists::*;
pub use posts_and_files::*;
pub use prepared::*;
pub use reactions::*;
pub use reply_markup::{ReplyMarkup, RichMessageMedia};
pub use rich_messages::*;
pub use service::*;
pub use stickers::*;
pub use telegram_passport::*;
pub use update::{Update, UpdateKind};
pub use users_and_chats::*;
pub use words::*;

telegrammar_macros::union_members!();
