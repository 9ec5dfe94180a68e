//! Failures of downloads.

use std::error::Error as StdError;
use std::fmt;
use std::path::PathBuf;

use super::chain::Causes;
use super::transport::{BoxError, redact_source};
use crate::error::Delivery;
use crate::http::token::Token;

/// A file could not be downloaded, although `getFile` did not fail, or was not called.
#[derive(Debug)]
pub struct DownloadError {
    kind: DownloadErrorKind,
    received: u64,
    source: Option<BoxError>,
}

/// How a download failed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DownloadErrorKind {
    /// The object has no `file_id`, or an empty one. Nothing was requested.
    NoId,
    /// The bot has a custom transport, but none for files. Nothing was requested.
    NoTransport,
    /// The result of `getFile` has no `file_path`.
    NoPath,
    /// The `file_path` cannot be part of a URL: it is absolute, although the server is not
    /// [local](crate::Server::local), or has a segment `..`. Nothing was requested.
    BadPath {
        /// The path.
        path: String,
    },
    /// The server has no file at the path of `getFile` (404), or a link that has expired could not
    /// be renewed.
    NotFound,
    /// The server does not offer a file of this size: without `--local`, the limit is 20 MiB.
    ServerLimit {
        /// The size of the file in bytes, if known.
        size: Option<u64>,
    },
    /// The file is larger than the caller's limit. If its size is known, nothing was fetched.
    TooLarge {
        /// The size of the file in bytes, if known.
        size: Option<u64>,
        /// The limit in bytes.
        limit: u64,
    },
    /// The server refused the request for the file with this HTTP status.
    Status {
        /// The HTTP status.
        status: u16,
    },
    /// The connection was lost, or made no progress, in several attempts in a row.
    Interrupted,
    /// The timeout of the download has passed.
    Timeout,
    /// The size of the content is not the size that was announced.
    WrongSize {
        /// The announced size in bytes.
        announced: u64,
        /// The size in bytes; if the content goes on, the size so far.
        actual: u64,
    },
    /// The file was replaced by another while it was downloaded: `ETag` or `Last-Modified` differ.
    /// What was received before is a part of the old one.
    Changed,
    /// A file on the disk cannot be read or written, or the writer failed.
    Io {
        /// The path of the file; `None` for a writer.
        path: Option<PathBuf>,
    },
}

impl DownloadError {
    #[cold]
    pub(crate) fn new(kind: DownloadErrorKind, received: u64) -> Self {
        Self {
            kind,
            received,
            source: None,
        }
    }

    pub(crate) fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Returns the error that caused this one, such as an [`io::Error`](std::io::Error) or the
    /// [`Error`](crate::Error) of `getFile`, for downcasting.
    #[must_use]
    pub fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }

    /// Returns how the download failed.
    #[must_use]
    pub fn kind(&self) -> &DownloadErrorKind {
        &self.kind
    }

    /// Returns the number of bytes that were received before.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.received
    }

    /// Returns whether a later download may succeed: the connection was lost, or the server had an
    /// internal error (5xx) or too many requests (429), or the file was replaced.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(
            self.kind,
            DownloadErrorKind::Interrupted
                | DownloadErrorKind::Timeout
                | DownloadErrorKind::Changed
                | DownloadErrorKind::Status {
                    status: 429 | 500..=599
                }
        )
    }

    pub(super) fn delivery(&self) -> Delivery {
        match self.kind {
            DownloadErrorKind::NoId
            | DownloadErrorKind::NoTransport
            | DownloadErrorKind::BadPath { .. }
            | DownloadErrorKind::Io { .. } => Delivery::NotSent,
            DownloadErrorKind::Interrupted | DownloadErrorKind::Timeout => Delivery::Unknown,
            DownloadErrorKind::NoPath
            | DownloadErrorKind::NotFound
            | DownloadErrorKind::ServerLimit { .. }
            | DownloadErrorKind::TooLarge { .. }
            | DownloadErrorKind::Status { .. }
            | DownloadErrorKind::WrongSize { .. }
            | DownloadErrorKind::Changed => Delivery::Answered,
        }
    }

    /// Redacts the token's secret, which paths of a local server contain.
    pub(crate) fn redact(mut self, token: &Token) -> Self {
        match &mut self.kind {
            DownloadErrorKind::BadPath { path } => {
                if let Some(redacted) = token.redact(path) {
                    *path = redacted;
                }
            }
            DownloadErrorKind::Io { path: Some(path) } => {
                if let Some(redacted) = token.redact(&path.to_string_lossy()) {
                    *path = redacted.into();
                }
            }
            _ => {}
        }
        self.source = self.source.map(|source| redact_source(source, token));
        self
    }
}

/// Says what failed, and the cause.
impl fmt::Display for DownloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.explain(f)?;
        match &self.source {
            Some(source) => write!(f, ": {}", Causes(&**source)),
            None => Ok(()),
        }
    }
}

impl DownloadError {
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let received = self.received;
        f.write_str("the file was not downloaded: ")?;
        match &self.kind {
            DownloadErrorKind::NoId => f.write_str("`file_id` is empty"),
            DownloadErrorKind::NoTransport => f.write_str(
                "the bot's custom transport serves no files; give one with `BotBuilder::file_transport`",
            ),
            DownloadErrorKind::NoPath => f.write_str("the result of `getFile` has no `file_path`"),
            DownloadErrorKind::BadPath { path } => write!(
                f,
                "`file_path` must be a relative path without empty segments, `.` and `..`, but is {path:?}; absolute paths need `Server::local(true)`"
            ),
            DownloadErrorKind::NotFound => {
                f.write_str("the server has no file at its `file_path` (404)")
            }
            DownloadErrorKind::ServerLimit { size } => {
                f.write_str("the server limits downloads to 20 MiB")?;
                if let Some(size) = size {
                    write!(f, ", and the file has {size} bytes")?;
                }
                f.write_str("; your own Bot API server with `--local` has no limit")
            }
            DownloadErrorKind::TooLarge {
                size: Some(size),
                limit,
            } => write!(f, "it has {size} bytes, but the limit is {limit} bytes"),
            DownloadErrorKind::TooLarge { size: None, limit } => {
                write!(f, "it is larger than the limit of {limit} bytes")
            }
            DownloadErrorKind::Status { status } => write!(
                f,
                "the server responded with status {status} after {received} bytes"
            ),
            DownloadErrorKind::Interrupted => write!(
                f,
                "it broke off after {received} bytes, and could not be resumed"
            ),
            DownloadErrorKind::Timeout => {
                write!(f, "its timeout passed after {received} bytes")
            }
            DownloadErrorKind::WrongSize { announced, actual } => write!(
                f,
                "{announced} bytes were announced, but the content has {actual} bytes or more",
            ),
            DownloadErrorKind::Changed => write!(
                f,
                "it was replaced by another file after {received} bytes",
            ),
            DownloadErrorKind::Io { path: Some(path) } => {
                write!(f, "{} cannot be read or written", path.display())
            }
            DownloadErrorKind::Io { path: None } => {
                write!(f, "the writer failed after {received} bytes")
            }
        }
    }
}

/// The cause is part of the text, so it is no source.
impl StdError for DownloadError {}
