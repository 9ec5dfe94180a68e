//! Why an attempt failed.

use std::time::Duration;

use crate::error::{DownloadError, DownloadErrorKind, Error};

pub(super) type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Why an attempt failed that may be repeated.
pub(super) struct Failure {
    kind: DownloadErrorKind,
    pub(super) source: Option<BoxError>,
    /// What the server asks for.
    pub(super) wait: Option<Duration>,
}

impl Failure {
    pub(super) fn new(kind: DownloadErrorKind, source: Option<BoxError>) -> Self {
        Self {
            kind,
            source,
            wait: None,
        }
    }

    pub(super) fn interrupted(source: impl Into<BoxError>) -> Self {
        Self::new(DownloadErrorKind::Interrupted, Some(source.into()))
    }

    pub(super) fn with_wait(mut self, wait: Option<Duration>) -> Self {
        self.wait = wait;
        self
    }

    /// Returns the error if there is no further attempt.
    pub(super) fn into_error(self, received: u64) -> Error {
        let error = DownloadError::new(self.kind, received);
        match self.source {
            Some(source) => error.with_source(source).into(),
            None => error.into(),
        }
    }
}
