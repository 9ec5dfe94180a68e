//! Uploads that failed.

use std::io;

/// A file to upload could not be opened or read while the request was sent. The server did not
/// receive the complete request, so it did not perform it.
#[derive(Debug, thiserror::Error)]
#[error("the file `{file}` in `{param}` cannot be sent")]
pub struct UploadError {
    param: &'static str,
    file: String,
    #[source]
    problem: Problem,
}

#[derive(Debug, thiserror::Error)]
pub(super) enum Problem {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("it is a one-shot stream that has been read already: use `InputFile::stream_with`")]
    UsedUp,
    #[error("it has {found} bytes, not the {expected} that were announced")]
    Shorter { expected: u64, found: u64 },
    #[error("it has more than the {expected} bytes that were announced")]
    Longer { expected: u64 },
}

impl UploadError {
    pub(super) fn new(param: &'static str, file: String, problem: Problem) -> Self {
        Self {
            param,
            file,
            problem,
        }
    }

    /// Returns the parameter that contains the file.
    #[must_use]
    pub fn param(&self) -> &'static str {
        self.param
    }

    /// Returns the name under which the file was to be sent.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file
    }

    /// Returns whether the file is a one-shot stream that an earlier attempt has read.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        matches!(self.problem, Problem::UsedUp)
    }
}
