//! Responses that are not Bot API responses.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use crate::http::size::Size;

/// The response is not a Bot API response: a proxy's error page, an empty body, or JSON that is
/// truncated or has another form.
#[derive(Clone)]
pub struct ResponseError {
    method: &'static str,
    status: u16,
    kind: ResponseErrorKind,
    body: Bytes,
    retry_after: Option<Duration>,
}

/// What is wrong with a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseErrorKind {
    /// The body is empty. The server does this if it could not parse the request: status 400 if it
    /// is malformed, 413 if it is too large.
    Empty,
    /// The body is a web page, which proxies send while the server is down.
    Html,
    /// The body is neither JSON nor a web page.
    NotJson,
    /// The body is JSON that ends too early.
    Truncated,
    /// The body is JSON, but has no `ok`.
    NotAnEnvelope,
    /// The request succeeded, but there is no `result`.
    NoResult,
    /// The body is not UTF-8.
    InvalidUtf8,
    /// The body is larger than the bot's limit and was not read to its end.
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
            retry_after: None,
        }
    }

    pub(crate) fn with_retry_after(mut self, retry_after: Option<Duration>) -> Self {
        self.retry_after = retry_after;
        self
    }

    /// Returns how long to wait before sending the request again, if the header `Retry-After` of the
    /// response says so.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns the name of the method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Returns the HTTP status of the response.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns what is wrong with the response.
    #[must_use]
    pub fn kind(&self) -> ResponseErrorKind {
        self.kind
    }

    /// Returns the body as received; empty if it was too large. It may contain user data or the URL
    /// of the request, so `Debug` and `Display` omit it.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns whether the server is known to have performed the request, because `ok` is `true` at
    /// the start of the body or only `result` is missing.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.kind == ResponseErrorKind::NoResult || self.body.starts_with(br#"{"ok":true,"#)
    }

    /// Returns whether the same request may succeed later: the status is that of an internal error
    /// (5xx) or of too many requests (429), and the server is not known to have performed the
    /// request.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self.status, 429 | 500..=599) && !self.accepted()
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, status, .. } = self;
        write!(f, "`{method}` returned status {status} and ")?;
        match self.kind {
            ResponseErrorKind::Empty => f.write_str("an empty body"),
            ResponseErrorKind::Html => f.write_str("a web page instead of JSON"),
            ResponseErrorKind::NotJson => f.write_str("a body that is not JSON"),
            ResponseErrorKind::Truncated => f.write_str("JSON that ends too early"),
            ResponseErrorKind::NotAnEnvelope => f.write_str("JSON without `ok`"),
            ResponseErrorKind::NoResult => f.write_str("`ok`, so it succeeded, but no `result`"),
            ResponseErrorKind::InvalidUtf8 => f.write_str("a body that is not UTF-8"),
            ResponseErrorKind::TooLarge { limit } => {
                write!(f, "a body larger than the limit of {limit} bytes")
            }
        }?;
        match (self.status, self.kind) {
            (_, ResponseErrorKind::TooLarge { .. }) => {
                f.write_str(", which `BotBuilder::response_limit` sets")
            }
            (400, ResponseErrorKind::Empty) => f.write_str(", as for a malformed request"),
            (413, _) => f.write_str(": the request is larger than the server accepts"),
            (429, _) => f.write_str(": there are too many requests"),
            (500..=599, _) if !self.accepted() => f.write_str(": the server is not available"),
            (300..=399, _) => f.write_str(": the server's URL redirects, which is not followed"),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseError")
            .field("method", &self.method)
            .field("status", &self.status)
            .field("kind", &self.kind)
            .field("retry_after", &self.retry_after)
            .field("body", &Size(self.body.len()))
            .finish()
    }
}

impl std::error::Error for ResponseError {}
