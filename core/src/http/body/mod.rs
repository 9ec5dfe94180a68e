//! The arguments of a call, as the bytes that are sent.

mod boundary;
mod error;
mod file;
mod form;
mod part;
mod stream;

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

pub use error::UploadError;
pub(crate) use form::{Attachment, Form};
pub use stream::BodyStream;

use part::FilePart;

/// How much of a file is read and sent at once.
const PIECE: usize = 256 << 10;

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
            Self::Multipart(form) => form.0.files.iter().all(FilePart::is_repeatable),
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

/// A body of `multipart/form-data`. Nothing of its files is held in memory that was not there
/// before: they are opened and read each time that it is sent.
#[derive(Clone)]
pub struct Multipart(Arc<Inner>);

struct Inner {
    content_type: String,
    files: Vec<FilePart>,
    /// What stands behind the last file.
    end: Bytes,
    len: Option<u64>,
}

impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multipart({} files, ", self.0.files.len())?;
        match self.0.len {
            Some(len) => write!(f, "{len} bytes)"),
            None => f.write_str("unknown size)"),
        }
    }
}

#[cfg(test)]
mod tests;
