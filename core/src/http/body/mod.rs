//! Request bodies. Here: JSON and `multipart/form-data`, and the reading of files. Not here: how a
//! value is written as JSON (`json::encode`).

mod attachment;
mod boundary;
mod chat;
pub(crate) mod encode;
pub(crate) mod error;
pub(crate) mod file;
mod form;
mod multipart;
mod part;
mod stream;

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

pub use error::UploadError;
pub use multipart::Multipart;
pub use stream::BodyStream;

/// The parameters of a call in one of the [formats that the server
/// accepts](https://core.telegram.org/bots/api#making-requests). Clones share them.
#[derive(Clone)]
#[non_exhaustive]
pub enum Body {
    /// A JSON object.
    Json(Bytes),
    /// A form with at least one file to upload.
    Multipart(Multipart),
}

impl Body {
    /// Returns the value of the `Content-Type` header.
    #[must_use]
    pub fn content_type(&self) -> &str {
        match self {
            Self::Json(_) => "application/json",
            Self::Multipart(form) => &form.0.content_type,
        }
    }

    /// Returns the length in bytes. It is `None` for a stream whose length is unknown, which must
    /// be sent in chunks.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        match self {
            Self::Json(json) => u64::try_from(json.len()).ok(),
            Self::Multipart(form) => form.0.len,
        }
    }

    /// Opens all files and returns a stream of the bytes to send. Each call returns the same bytes.
    ///
    /// Within a tokio runtime, files are opened on a blocking thread.
    ///
    /// # Errors
    ///
    /// A file is missing or no regular file, or the body contains a one-shot stream that has been
    /// read.
    pub async fn open(&self) -> Result<BodyStream, UploadError> {
        match self {
            Self::Json(json) => Ok(BodyStream::of_bytes(json.clone())),
            Self::Multipart(form) => BodyStream::of_form(form).await,
        }
    }

    /// Returns the value of the parameter `chat_id`.
    pub(crate) fn chat(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Json(json) => chat::of_json(json),
            Self::Multipart(form) => form.chat(),
        }
    }

    /// Returns the value of a parameter that is no file: a text without quotes, anything else as
    /// JSON.
    pub(crate) fn param(&self, name: &str) -> Option<Cow<'_, str>> {
        match self {
            Self::Json(json) => chat::param(json, name),
            Self::Multipart(form) => form.param(name),
        }
    }

    /// Returns whether a chat is named beside the parameter `chat_id`.
    pub(crate) fn names_other_chats(&self) -> bool {
        let replied = self.param("reply_parameters");
        self.param("from_chat_id").is_some()
            || replied.is_some_and(|json| json.contains("\"chat_id\""))
    }

    /// Replaces the value of the parameter `chat_id`, if there is one.
    pub(crate) fn with_chat(self, chat_id: i64) -> Self {
        match self {
            Self::Json(json) => Self::Json(chat::replace(&json, chat_id).unwrap_or(json)),
            Self::Multipart(form) => Self::Multipart(form.with_chat(chat_id)),
        }
    }

    /// Adds a parameter, whose value is given as JSON.
    pub(crate) fn with_param(self, name: &str, json: &str) -> Self {
        match self {
            Self::Json(body) => Self::Json(chat::append(&body, name, json)),
            Self::Multipart(form) => Self::Multipart(form::with_param(form, name, json)),
        }
    }

    /// Returns whether the body can be sent more than once. Only a one-shot stream cannot.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        match self {
            Self::Json(_) => true,
            Self::Multipart(form) => form.0.files.iter().all(part::FilePart::is_repeatable),
        }
    }
}

/// Displays only the size, because the body may contain user data.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(json) => write!(f, "Json({} bytes)", json.len()),
            Self::Multipart(form) => form.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
