//! Unions that the page writes as "A or B" and gives no name.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::*;
use crate::__private::{Decode, Discriminator, Target, Union, UnionInfo, VariantInfo, type_check};
use crate::value::{Param, Value};
use crate::{Unknown, telegram_type};

/// What stands below a message: an inline keyboard, a reply keyboard, or an instruction to the
/// app about its reply keyboard.
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

macro_rules! markups {
    ($($index:literal $variant:ident $type:ident $field:literal;)+) => {
        impl Param for ReplyMarkup {
            fn value(&self) -> Value<'_> {
                match self {
                    $(Self::$variant(markup) => markup.value(),)+
                }
            }
        }

        impl Union for ReplyMarkup {
            fn info(&self) -> &'static UnionInfo {
                const INFO: &UnionInfo = &UnionInfo::new("ReplyMarkup", Discriminator::Fields, &[
                    $(VariantInfo::new(stringify!($type), "")
                        .with_discriminating_fields(&[$field]),)+
                ]);
                INFO
            }

            fn select(&mut self, index: usize) -> Option<Target<'_>> {
                match index {
                    $($index => {
                        *self = Self::$variant($type::empty());
                        if let Self::$variant(markup) = self {
                            return Some(markup.target());
                        }
                    })+
                    _ => {}
                }
                None
            }
        }

        $(impl From<$type> for ReplyMarkup {
            fn from(markup: $type) -> Self {
                Self::$variant(markup)
            }
        })+
    };
}

markups! {
    0 InlineKeyboard InlineKeyboardMarkup "inline_keyboard";
    1 Keyboard ReplyKeyboardMarkup "keyboard";
    2 Remove ReplyKeyboardRemove "remove_keyboard";
    3 ForceReply ForceReply "force_reply";
}

impl type_check::Object for ReplyMarkup {}

impl Decode for ReplyMarkup {
    fn empty() -> Self {
        Self::InlineKeyboard(InlineKeyboardMarkup::empty())
    }

    fn target(&mut self) -> Target<'_> {
        Target::Union(self)
    }
}

impl Serialize for ReplyMarkup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Param::value(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ReplyMarkup {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::__private::decode(deserializer)
    }
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
