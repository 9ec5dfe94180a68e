//! Files in a form that the server received.

use std::fmt;

use bytes::Bytes;

/// A file that was uploaded, as [`FakeBotApi`](crate::FakeBotApi) received it: a part of a form with
/// a file name.
///
/// `Debug` displays the names and the size, not the content.
#[derive(Clone)]
pub struct ReceivedFile {
    pub(crate) part: String,
    pub(crate) file_name: String,
    pub(crate) mime_type: Option<String>,
    pub(crate) content: Bytes,
}

impl ReceivedFile {
    /// Returns the name of the part: that of a parameter, or the name that `attach://` refers to.
    #[must_use]
    pub fn part(&self) -> &str {
        &self.part
    }

    /// Returns the name of the file. It may be empty.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Returns the Content-Type of the part, such as `image/png`.
    #[must_use]
    pub fn mime_type(&self) -> Option<&str> {
        self.mime_type.as_deref()
    }

    /// Returns the content of the file.
    #[must_use]
    pub fn content(&self) -> &Bytes {
        &self.content
    }
}

impl fmt::Debug for ReceivedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceivedFile")
            .field("part", &self.part)
            .field("file_name", &self.file_name)
            .field("mime_type", &self.mime_type)
            .field("length", &self.content.len())
            .finish_non_exhaustive()
    }
}
