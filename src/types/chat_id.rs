//! A chat, by whatever names it.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{Chat, User};
use crate::__private::{
    Content, Decode, Discriminator, Target, Union, UnionInfo, VariantInfo, type_check,
};
use crate::value::{Param, Value};

/// A chat, by its numeric id or by its public `@username`.
///
/// ```
/// use telegrammar::types::ChatId;
///
/// assert_eq!(ChatId::from(-1_001_234_567_890), ChatId::Id(-1_001_234_567_890));
/// assert_eq!(ChatId::from("@news"), ChatId::Username("@news".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ChatId {
    /// The id: positive for a user, negative for a group or channel.
    Id(i64),
    /// The name of a public supergroup, channel or bot, with the `@` in front.
    Username(String),
}

impl From<i64> for ChatId {
    fn from(id: i64) -> Self {
        Self::Id(id)
    }
}

impl From<&str> for ChatId {
    fn from(username: &str) -> Self {
        Self::Username(username.to_owned())
    }
}

impl From<String> for ChatId {
    fn from(username: String) -> Self {
        Self::Username(username)
    }
}

impl From<&Self> for ChatId {
    fn from(chat: &Self) -> Self {
        chat.clone()
    }
}

/// The id of the chat.
impl From<&Chat> for ChatId {
    fn from(chat: &Chat) -> Self {
        Self::Id(chat.id)
    }
}

/// The private chat with the user, which has the id of the user.
impl From<&User> for ChatId {
    fn from(user: &User) -> Self {
        Self::Id(user.id)
    }
}

impl fmt::Display for ChatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Username(username) => username.fmt(f),
        }
    }
}

impl Param for ChatId {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Id(id) => Value::Int(*id),
            Self::Username(username) => Value::Text(username),
        }
    }

    #[cfg(feature = "openapi")]
    fn shape() -> crate::schema::Shape {
        crate::schema::Shape::Chat
    }
}

impl type_check::Chat for ChatId {}

// No result of the Bot API is an id or a name.
impl type_check::Declared for ChatId {
    type Kind = ();
}

impl ChatId {
    const INFO: &UnionInfo = &UnionInfo::new("Integer or String", Discriminator::Fields, &[])
        .with_plain(&[
            VariantInfo::new("Integer", "").holding(Content::Number),
            VariantInfo::new("String", "").holding(Content::Text),
        ]);
}

impl Union for ChatId {
    fn info(&self) -> &'static UnionInfo {
        Self::INFO
    }

    fn select(&mut self, index: usize) -> Option<Target<'_>> {
        *self = match index {
            0 => Self::Id(0),
            _ => Self::Username(String::new()),
        };
        Some(match self {
            Self::Id(id) => id.target(),
            Self::Username(username) => username.target(),
        })
    }
}

impl Decode for ChatId {
    const CONTENT: Content = Content::Union(Self::INFO);

    fn empty() -> Self {
        Self::Id(0)
    }

    fn target(&mut self) -> Target<'_> {
        Target::Union(self)
    }
}

impl Serialize for ChatId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ChatId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::__private::decode(deserializer)
    }
}
