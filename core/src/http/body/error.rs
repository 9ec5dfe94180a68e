//! A file that could not be sent.

use std::io;

/// A file to upload could not be opened or read when the call was sent. The server has not got the
/// whole call, and so has not acted on it.
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

    /// The parameter that holds the file.
    #[must_use]
    pub fn param(&self) -> &'static str {
        self.param
    }

    /// The name under which the file was to be sent.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file
    }

    /// Whether the file is a one-shot stream that was read by an earlier attempt.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        matches!(self.problem, Problem::UsedUp)
    }
}
