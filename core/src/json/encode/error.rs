//! Why the parameters of a call could not be encoded.

use std::io;

/// A value cannot be written as JSON, or a file to upload cannot be read. Nothing was sent.
#[derive(Debug, thiserror::Error)]
#[error("`{path}` of `{method}` cannot be sent")]
pub struct EncodeError {
    method: &'static str,
    path: String,
    #[source]
    problem: EncodeProblem,
}

impl EncodeError {
    pub(crate) fn new(method: &'static str, path: String, problem: EncodeProblem) -> Self {
        Self {
            method,
            path,
            problem,
        }
    }

    /// The method that was to be called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Where the value is, from the parameter on: `latitude`, `media[2]`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// What is wrong with a value.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EncodeProblem {
    #[error("{0} is not a finite number")]
    NotFinite(f64),
    #[error("an item of a list cannot be left out")]
    AbsentItem,
    #[error("the file `{file}` cannot be read")]
    Unreadable {
        file: String,
        #[source]
        error: io::Error,
    },
    #[error(transparent)]
    Serialize(#[from] serde_json::Error),
}
