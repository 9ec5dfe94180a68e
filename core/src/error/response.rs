//! An answer that is not one of the Bot API.

use std::fmt;

use bytes::Bytes;

use crate::http::request::Size;

/// An answer came, but it is not one of the Bot API: a proxy's error page, an empty body, or JSON
/// that is cut or of another form.
#[derive(Clone)]
pub struct ResponseError {
    method: &'static str,
    status: u16,
    kind: ResponseErrorKind,
    body: Bytes,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseErrorKind {
    /// The body is empty. The server answers so when it could not read the call: 400 for one that
    /// is malformed, 413 for one that is too large.
    Empty,
    /// The body is a web page, as proxies send it when the server is down.
    Html,
    /// The body is neither JSON nor a web page.
    NotJson,
    /// The body is JSON that ends too early.
    Truncated,
    /// The body is JSON, but has no `ok`.
    NotAnEnvelope,
    /// The call was carried out, but there is no `result`.
    NoResult,
    /// The body is not UTF-8.
    InvalidUtf8,
    /// The body is larger than the bot's limit, and was not read to its end.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
}

impl ResponseError {
    pub(crate) fn new(
        method: &'static str,
        status: u16,
        kind: ResponseErrorKind,
        body: Bytes,
    ) -> Self {
        Self {
            method,
            status,
            kind,
            body,
        }
    }

    /// The method that was called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// The HTTP status of the answer.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What is wrong with the answer.
    #[must_use]
    pub fn kind(&self) -> ResponseErrorKind {
        self.kind
    }

    /// The answer's body as it was received, or nothing if it was too large. It may hold what
    /// people write, or repeat the URL of the call, so it is not shown by `Debug` and `Display`.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Whether the server is known to have carried the call out, because `ok` is `true` at the
    /// start of the answer or only the result is missing.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.kind == ResponseErrorKind::NoResult || self.body.starts_with(br#"{"ok":true,"#)
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, status, .. } = self;
        write!(f, "`{method}` was answered with status {status} and ")?;
        match self.kind {
            ResponseErrorKind::Empty => f.write_str("an empty body"),
            ResponseErrorKind::Html => f.write_str("a web page instead of JSON"),
            ResponseErrorKind::NotJson => f.write_str("a body that is not JSON"),
            ResponseErrorKind::Truncated => f.write_str("JSON that ends too early"),
            ResponseErrorKind::NotAnEnvelope => f.write_str("JSON without `ok`"),
            ResponseErrorKind::NoResult => {
                f.write_str("`ok`, so it was carried out, but without `result`")
            }
            ResponseErrorKind::InvalidUtf8 => f.write_str("a body that is not UTF-8"),
            ResponseErrorKind::TooLarge { limit } => {
                write!(f, "a body larger than the limit of {limit} bytes")
            }
        }
    }
}

impl fmt::Debug for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseError")
            .field("method", &self.method)
            .field("status", &self.status)
            .field("kind", &self.kind)
            .field("body", &Size(self.body.len()))
            .finish()
    }
}

impl std::error::Error for ResponseError {}
