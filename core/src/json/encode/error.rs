//! Parameters that could not be encoded.

use std::io;

/// A value cannot be encoded as JSON, or a file to upload cannot be read. Nothing was sent.
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
