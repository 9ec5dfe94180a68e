//! A chat, by whatever names it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{Param, Slot, Target, Value, type_check};

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
}

impl type_check::Chat for ChatId {}

impl Slot for ChatId {
    fn blank() -> Self {
        Self::Id(0)
    }

    fn open(&mut self) -> Target<'_> {
        Target::Json(self)
    }
}

impl Serialize for ChatId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ChatId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ChatIdVisitor)
    }
}

struct ChatIdVisitor;

impl Visitor<'_> for ChatIdVisitor {
    type Value = ChatId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a chat or its @username")
    }

    fn visit_i64<E: Error>(self, id: i64) -> Result<ChatId, E> {
        Ok(ChatId::Id(id))
    }

    fn visit_u64<E: Error>(self, id: u64) -> Result<ChatId, E> {
        i64::try_from(id)
            .map(ChatId::Id)
            .map_err(|_| E::custom(format_args!("{id} is no id of a chat")))
    }

    fn visit_str<E: Error>(self, username: &str) -> Result<ChatId, E> {
        Ok(ChatId::from(username))
    }
}
