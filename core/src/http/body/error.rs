//! Uploads that failed.

use std::error::Error as StdError;
use std::{fmt, io};

use crate::error::redact::{Redact, any_token, redact_io, redact_text};

/// A file to upload could not be opened or read while the request was sent. The server did not
/// receive the complete request, so it did not perform it.
///
/// `Display` names the file, the parameter and the reason, so [`source`](StdError::source) continues
/// with the source of the reason.
#[derive(Debug)]
pub struct UploadError {
    param: &'static str,
    file: String,
    problem: Problem,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
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
    /// What looks like a token is redacted, because a body knows no bot.
    pub(crate) fn new(param: &'static str, file: String, problem: Problem) -> Self {
        let error = Self {
            param,
            file,
            problem,
        };
        error.redact(&any_token)
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

    /// Returns why the file could not be opened or read; `None` if something else is wrong.
    #[must_use]
    pub fn io_error(&self) -> Option<&io::Error> {
        match &self.problem {
            Problem::Io(error) => Some(error),
            _ => None,
        }
    }

    /// Redacts the name of the file and the text of the reason.
    pub(crate) fn redact(mut self, redact: Redact<'_>) -> Self {
        redact_text(&mut self.file, redact);
        if let Problem::Io(error) = self.problem {
            self.problem = Problem::Io(redact_io(error, redact));
        }
        self
    }
}

impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            param,
            file,
            problem,
        } = self;
        write!(
            f,
            "the file `{file}` in `{param}` cannot be sent: {problem}"
        )
    }
}

impl StdError for UploadError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.problem.source()
    }
}
