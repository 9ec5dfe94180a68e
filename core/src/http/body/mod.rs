//! The arguments of a call, as the bytes that are sent.

mod attachment;
mod boundary;
pub(crate) mod encode;
mod error;
mod file;
mod form;
mod multipart;
mod part;
mod stream;

use std::fmt;

use bytes::Bytes;

pub use error::UploadError;
pub use multipart::Multipart;
pub use stream::BodyStream;

/// The arguments of a call in one of the
/// [forms that the server reads](https://core.telegram.org/bots/api#making-requests). Clones share
/// them.
#[derive(Clone)]
#[non_exhaustive]
pub enum Body {
    /// A JSON object.
    Json(Bytes),
    /// A form with at least one file to upload.
    Multipart(Multipart),
}

impl Body {
    /// The value of the `Content-Type` header.
    #[must_use]
    pub fn content_type(&self) -> &str {
        match self {
            Self::Json(_) => "application/json",
            Self::Multipart(form) => &form.0.content_type,
        }
    }

    /// How many bytes there are. Not known for a stream whose length was not given, and then it
    /// must be sent in chunks.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        match self {
            Self::Json(json) => u64::try_from(json.len()).ok(),
            Self::Multipart(form) => form.0.len,
        }
    }

    /// Opens all files, and gives the bytes to send: the same each time.
    ///
    /// # Errors
    ///
    /// A file is gone, or the body holds a one-shot stream that has been read already.
    pub fn open(&self) -> Result<BodyStream, UploadError> {
        match self {
            Self::Json(json) => Ok(BodyStream::of_bytes(json.clone())),
            Self::Multipart(form) => BodyStream::of_form(form),
        }
    }

    /// Whether the body can be sent more than once. Only one with a one-shot stream cannot.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        match self {
            Self::Json(_) => true,
            Self::Multipart(form) => form.0.files.iter().all(part::FilePart::is_repeatable),
        }
    }
}

/// Only the size is shown, because the body holds what people write.
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
