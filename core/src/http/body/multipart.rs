//! A form with files.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use super::part::FilePart;

/// A body of `multipart/form-data`. Nothing of its files is held in memory that was not there
/// before: they are opened and read each time that it is sent.
#[derive(Clone)]
pub struct Multipart(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) content_type: String,
    pub(super) files: Vec<FilePart>,
    /// What stands behind the last file.
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
