//! Parameters that could not be encoded.

use std::error::Error as StdError;
use std::{fmt, io};

use serde::ser::Error as _;

use crate::error::redact::{Redact, any_token, redact_io, redact_text};

/// A value cannot be encoded as JSON, or a file to upload cannot be read. Nothing was sent.
///
/// `Display` names the method, the path of the value and what is wrong with it. The text of the
/// error that caused it is a part of that, so [`source`](StdError::source) continues with the
/// source of the cause.
#[derive(Debug)]
pub struct EncodeError {
    method: &'static str,
    path: String,
    problem: EncodeProblem,
}

impl EncodeError {
    /// What looks like a token is redacted, because not every caller has a bot that knows its own.
    pub(crate) fn new(method: &'static str, path: String, problem: EncodeProblem) -> Self {
        let error = Self {
            method,
            path,
            problem,
        };
        error.redact(&any_token)
    }

    /// Returns the name of the method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Returns the path of the value, from the parameter on, such as `latitude` or `media[2]`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns why a file to upload cannot be read; `None` if something else is wrong.
    #[must_use]
    pub fn io_error(&self) -> Option<&io::Error> {
        match &self.problem {
            EncodeProblem::Unreadable { error, .. } => Some(error),
            _ => None,
        }
    }

    /// Redacts the path and the texts of the problem: names of files, and errors of other crates.
    pub(crate) fn redact(mut self, redact: Redact<'_>) -> Self {
        redact_text(&mut self.path, redact);
        self.problem = match self.problem {
            EncodeProblem::Unreadable { mut file, error } => {
                redact_text(&mut file, redact);
                let error = redact_io(error, redact);
                EncodeProblem::Unreadable { file, error }
            }
            EncodeProblem::Serialize(error) => {
                let redacted = redact(&error.to_string());
                EncodeProblem::Serialize(redacted.map_or(error, serde_json::Error::custom))
            }
            other => other,
        };
        self
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, path, .. } = self;
        write!(f, "`{method}` was not sent: `{path}` ")?;
        match &self.problem {
            EncodeProblem::NotFinite(number) if number.is_nan() => {
                f.write_str("must be a finite number, but is NaN")
            }
            EncodeProblem::NotFinite(number) => {
                let sign = if *number < 0.0 { "negative " } else { "" };
                write!(f, "must be a finite number, but is {sign}infinite")
            }
            EncodeProblem::AbsentItem => {
                f.write_str("must have a value, because it is an item of a list")
            }
            EncodeProblem::Unreadable { file, error } => {
                write!(f, "is the file `{file}`, which cannot be read: {error}")
            }
            EncodeProblem::Serialize(error) => write!(f, "cannot be encoded as JSON: {error}"),
        }
    }
}

impl StdError for EncodeError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.problem {
            EncodeProblem::Unreadable { error, .. } => error.source(),
            EncodeProblem::Serialize(error) => error.source(),
            EncodeProblem::NotFinite(_) | EncodeProblem::AbsentItem => None,
        }
    }
}

/// What is wrong with a value.
#[derive(Debug)]
pub(crate) enum EncodeProblem {
    NotFinite(f64),
    /// An item of a list has no value.
    AbsentItem,
    Unreadable {
        /// The path of the file, or the name of a stream.
        file: String,
        error: io::Error,
    },
    Serialize(serde_json::Error),
}

impl From<serde_json::Error> for EncodeProblem {
    fn from(error: serde_json::Error) -> Self {
        Self::Serialize(error)
    }
}
