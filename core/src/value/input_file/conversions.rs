//! An [`InputFile`] as a parameter, as a field, and to and from other types.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error, Serialize, Serializer};

use super::attached::attached;
use super::content::{Content, Outgoing};
use super::{InputFile, Source};
use crate::value::target::{Decode, Target, Word};
use crate::value::{Param, Value};

/// Creates a file from an id or a URL, which the server distinguishes.
impl From<String> for InputFile {
    fn from(text: String) -> Self {
        Self(Source::Text(text))
    }
}

impl From<&str> for InputFile {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Bytes> for InputFile {
    fn from(content: Bytes) -> Self {
        Self::bytes(content)
    }
}

impl From<Vec<u8>> for InputFile {
    fn from(content: Vec<u8>) -> Self {
        Self::bytes(content)
    }
}

impl From<PathBuf> for InputFile {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl From<&Path> for InputFile {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl Param for InputFile {
    const CAN_UPLOAD: bool = true;

    fn value(&self) -> Value<'_> {
        Value::File(self)
    }

    #[cfg(feature = "openapi")]
    fn shape() -> crate::schema::Shape {
        crate::schema::Shape::File
    }
}

impl Decode for InputFile {
    fn empty() -> Self {
        Self(Source::Text(String::new()))
    }

    fn target(&mut self) -> Target<'_> {
        Target::Word(self)
    }
}

/// Accepts any text as an id or URL.
impl Word for InputFile {
    fn set(&mut self, text: &str) -> bool {
        *self = attached(text).unwrap_or_else(|| Self::from(text));
        true
    }

    fn words(&self) -> &'static [&'static str] {
        &[]
    }
}

/// Serializes an id or URL as its text. An upload cannot be serialized.
impl Serialize for InputFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_str() {
            Some(text) => serializer.serialize_str(text),
            None => Err(S::Error::custom(
                "a file to upload cannot be stored: only an id or URL can",
            )),
        }
    }
}

impl<'de> Deserialize<'de> for InputFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(attached(&text).unwrap_or_else(|| Self::from(text)))
    }
}

/// Compares ids and URLs by their text, paths and bytes by value, streams by identity. Progress
/// callbacks are ignored.
impl PartialEq for InputFile {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Source::Text(one), Source::Text(other)) => one == other,
            (Source::Upload(one), Source::Upload(other)) => {
                Arc::ptr_eq(one, other)
                    || one.file_name == other.file_name
                        && one.media_type == other.media_type
                        && is_same(&one.content, &other.content)
            }
            _ => false,
        }
    }
}

impl Eq for InputFile {}

fn is_same(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Bytes(one), Content::Bytes(other)) => one == other,
        (Content::Path(one), Content::Path(other)) => one == other,
        (
            Content::Repeatable { len, open },
            Content::Repeatable {
                len: other_len,
                open: other,
            },
        ) => len == other_len && Arc::ptr_eq(open, other),
        (Content::Once { stream, .. }, Content::Once { stream: other, .. }) => {
            Arc::ptr_eq(stream, other)
        }
        _ => false,
    }
}

/// Omits the content of an upload.
impl fmt::Debug for InputFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Text(text) => f.debug_tuple("InputFile").field(text).finish(),
            Source::Upload(upload) => upload.fmt(f),
        }
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut upload = f.debug_struct("Upload");
        match &self.content {
            Content::Bytes(bytes) => upload.field("bytes", &bytes.len()),
            Content::Path(path) => upload.field("path", path),
            Content::Repeatable { len, .. } => upload.field("stream", len),
            Content::Once { len, .. } => upload.field("stream_once", len),
        };
        upload
            .field("name", &self.name())
            .field("mime_type", &self.media_type())
            .finish_non_exhaustive()
    }
}
