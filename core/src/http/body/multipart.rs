//! A form with files.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use super::part::FilePart;

/// A body of type `multipart/form-data`. Files are not loaded into memory: they are opened and read
/// each time the body is sent.
#[derive(Clone)]
pub struct Multipart(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) content_type: String,
    pub(super) files: Vec<FilePart>,
    /// The bytes after the last file.
    pub(super) end: Bytes,
    pub(super) len: Option<u64>,
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
