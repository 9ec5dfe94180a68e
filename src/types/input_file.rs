//! A file to send.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::{Param, Slot, Target, Value, kind};

/// A file to send, by what the server knows it by already.
///
/// [Bot API](https://core.telegram.org/bots/api#sending-files)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputFile {
    /// A file that is on Telegram's servers, by the `file_id` of an object that was received.
    Id(String),
    /// A file that Telegram fetches, by its HTTP URL.
    Url(String),
}

impl InputFile {
    /// A file that is on Telegram's servers already.
    #[must_use]
    pub fn id(file_id: impl Into<String>) -> Self {
        Self::Id(file_id.into())
    }

    /// A file that Telegram fetches from this HTTP URL.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self::Url(url.into())
    }

    fn text(&self) -> &str {
        match self {
            Self::Id(text) | Self::Url(text) => text,
        }
    }
}

/// An id has no dot, and a URL has one: by that the server tells the two apart.
impl From<String> for InputFile {
    fn from(text: String) -> Self {
        if text.contains('.') {
            Self::Url(text)
        } else {
            Self::Id(text)
        }
    }
}

impl From<&str> for InputFile {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Param for InputFile {
    fn value(&self) -> Value<'_> {
        Value::Text(self.text())
    }
}

impl kind::File for InputFile {}
impl kind::Upload for InputFile {}

impl Slot for InputFile {
    fn blank() -> Self {
        Self::Id(String::new())
    }

    fn open(&mut self) -> Target<'_> {
        Target::Json(self)
    }
}

impl Serialize for InputFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

impl<'de> Deserialize<'de> for InputFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
