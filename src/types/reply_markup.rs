//! Unions that the page writes as "A or B" and gives no name.

use super::*;
use crate::{Unknown, telegram_type};

/// What stands below a message: an inline keyboard, a reply keyboard, or an instruction to the
/// app about its reply keyboard.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ReplyMarkup {
    /// Buttons that belong to the message.
    InlineKeyboard(InlineKeyboardMarkup),
    /// Buttons in place of the letters.
    Keyboard(ReplyKeyboardMarkup),
    /// Takes the reply keyboard away.
    Remove(ReplyKeyboardRemove),
    /// Makes the app reply to the message.
    ForceReply(ForceReply),
}

/// The media of a rich message.
#[telegram_type(unlisted, tag = "type")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RichMessageMedia {
    /// An animation.
    Animation(InputMediaAnimation),
    /// An audio file.
    Audio(InputMediaAudio),
    /// A file of any kind.
    Document(InputMediaDocument),
    /// A photo.
    Photo(InputMediaPhoto),
    /// A video.
    Video(InputMediaVideo),
    /// A voice message.
    VoiceNote(InputMediaVoiceNote),
    /// A kind of media that this version of telegrammar does not know.
    Unknown(Unknown),
}
