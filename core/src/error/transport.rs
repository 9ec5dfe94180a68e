//! Failures of a transport.

use std::error::Error as StdError;
use std::fmt;

use super::chain::{Causes, chain};
use super::redact::{Redacted, any_token};
use crate::error::Delivery;
use crate::http::body::error::UploadError;
use crate::http::token::Token;

/// The error of any transport.
pub(crate) type BoxError = Box<dyn StdError + Send + Sync>;

/// No response was received, or only a part of it.
///
/// `Display` ends with the text of what caused the error, so [`source`](StdError::source) is always
/// `None` and a report of the chain says nothing twice. [`cause`](Self::cause) returns the error
/// itself.
pub struct TransportError {
    method: &'static str,
    kind: TransportErrorKind,
    source: Option<BoxError>,
}

/// How a transport failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection was established, or not before its timeout. The request was definitely not
    /// sent.
    Connect,
    /// The response did not arrive before the deadline, which may have passed while connecting. The
    /// server may have performed the request.
    Timeout,
    /// The connection was lost before the response was complete. The server may have performed the
    /// request.
    Interrupted,
    /// As many calls as [`Throttle::queue`](crate::Throttle::queue) allows are waiting already. The
    /// request was not sent.
    QueueFull,
    /// [`Throttle::close`](crate::Throttle::close) was called. The request was not sent.
    Closed,
    /// The throttle would make the call wait longer than its
    /// [timeout](crate::Call::timeout), or has done so. The request was not sent.
    Throttled,
    /// The [`Budget`](crate::transport::Budget) of the throttle failed; the source says why. The
    /// request was not sent.
    Budget,
    /// The call has a timeout, retries or a throttle, but the bot has no [`Timer`](crate::transport::Timer).
    /// The request was not sent.
    NoTimer,
    /// A file to upload could not be opened or read; the [cause](TransportError::cause) is an
    /// [`UploadError`](crate::error::UploadError). The server did not receive the complete request.
    Upload,
    /// The response is larger than
    /// [`Request::response_limit`](crate::transport::Request::response_limit). A bot reports it as
    /// [`ResponseErrorKind::TooLarge`](crate::error::ResponseErrorKind::TooLarge).
    TooLarge {
        /// The HTTP status of the response.
        status: u16,
        /// The limit in bytes.
        limit: usize,
    },
    /// Another error of a custom transport or layer. The server may have performed the request.
    Other,
}

impl TransportError {
    /// Creates an error without a source, for custom transports.
    #[must_use]
    pub fn new(method: &'static str, kind: TransportErrorKind) -> Self {
        Self {
            method,
            kind,
            source: None,
        }
    }

    /// Sets the error's cause. The URL of one of reqwest's errors is removed.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(without_url(source.into()));
        self
    }

    /// Returns the error that caused this one, such as an
    /// [`UploadError`](crate::error::UploadError) or the error of an HTTP client, for downcasting.
    #[must_use]
    pub fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }

    /// Converts the error of a custom transport. A [`TransportError`] is returned unchanged.
    pub(crate) fn from_foreign(method: &'static str, source: BoxError) -> Self {
        match source.downcast::<Self>() {
            Ok(error) => *error,
            Err(source) => Self::new(method, TransportErrorKind::Other).with_source(source),
        }
    }

    /// Returns the name of the method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Returns how the transport failed.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Returns whether the same request may succeed later: there was no connection, no response in
    /// time, or the connection was lost. The server may have performed the request all the same, see
    /// [`delivery`](Self::delivery).
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(
            self.kind,
            TransportErrorKind::Connect
                | TransportErrorKind::Timeout
                | TransportErrorKind::Interrupted
                | TransportErrorKind::Budget
        )
    }

    /// Returns whether the request reached the server, and thus whether a retry is safe.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        match self.kind {
            TransportErrorKind::Connect
            | TransportErrorKind::QueueFull
            | TransportErrorKind::Closed
            | TransportErrorKind::Throttled
            | TransportErrorKind::Budget
            | TransportErrorKind::NoTimer
            | TransportErrorKind::Upload => Delivery::NotSent,
            TransportErrorKind::TooLarge { .. } => Delivery::Answered,
            TransportErrorKind::Timeout
            | TransportErrorKind::Interrupted
            | TransportErrorKind::Other => Delivery::Unknown,
        }
    }

    /// Redacts the token's secret in the cause. One that has it is replaced by its text, as errors
    /// of an HTTP client that name the URL, unless it is an [`UploadError`].
    pub(crate) fn redact(mut self, token: &Token) -> Self {
        self.source = self.source.map(|source| {
            let source = match source.downcast::<UploadError>() {
                Ok(error) => return error.redact(&|text| token.redact(text)).into(),
                Err(source) => source,
            };
            redact_source(source, token)
        });
        self
    }
}

/// Replaces an error and its sources by their texts if any of them contains the token's secret.
pub(crate) fn redact_source(source: BoxError, token: &Token) -> BoxError {
    if !chain(&*source).any(|error| shows(error, token)) {
        return source;
    }
    let text = Causes(&*source).to_string();
    token.redact(&text).unwrap_or(text).into()
}

/// Returns whether the secret is in the error, or what looks like a token.
fn shows(error: &(dyn StdError + 'static), token: &Token) -> bool {
    [error.to_string(), format!("{error:?}")]
        .iter()
        .any(|text| token.redact(text).or_else(|| any_token(text)).is_some())
}

/// Removes the URL of an error of reqwest: the URL of a method or of a file has the token.
#[cfg(feature = "reqwest")]
fn without_url(source: BoxError) -> BoxError {
    match source.downcast::<reqwest::Error>() {
        Ok(error) => error.without_url().into(),
        Err(source) => source,
    }
}

#[cfg(not(feature = "reqwest"))]
fn without_url(source: BoxError) -> BoxError {
    source
}

/// Writes the cause. Of an error of reqwest, only the innermost says what happened.
fn write_cause(f: &mut fmt::Formatter<'_>, cause: &(dyn StdError + 'static)) -> fmt::Result {
    #[cfg(feature = "reqwest")]
    let cause = if cause.is::<reqwest::Error>() {
        super::chain::root(cause)
    } else {
        cause
    };
    write!(f, ": {}", Causes(cause))
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let method = self.method;
        match self.kind {
            TransportErrorKind::Connect => {
                write!(f, "`{method}` was not sent: no connection to the server")
            }
            TransportErrorKind::QueueFull => {
                write!(
                    f,
                    "`{method}` was not sent: too many calls wait in the throttle"
                )
            }
            TransportErrorKind::Closed => {
                write!(f, "`{method}` was not sent: the throttle is closed")
            }
            TransportErrorKind::Throttled => write!(
                f,
                "`{method}` was not sent: it would wait in the throttle longer than the call's timeout"
            ),
            TransportErrorKind::Budget => {
                write!(f, "`{method}` was not sent: the throttle's budget failed")
            }
            TransportErrorKind::NoTimer => write!(
                f,
                "`{method}` was not sent: the bot has no timer; give one with `BotBuilder::timer`"
            ),
            TransportErrorKind::Upload if self.source.is_some() => {
                write!(f, "`{method}` was not sent")
            }
            TransportErrorKind::Upload => {
                write!(f, "`{method}` was not sent: a file cannot be read")
            }
            TransportErrorKind::Timeout => write!(
                f,
                "`{method}` got no response in time, and the server may have acted on it"
            ),
            TransportErrorKind::Interrupted => write!(
                f,
                "the connection was lost before the response to `{method}` was complete, and the server may have acted on it"
            ),
            TransportErrorKind::TooLarge { limit, .. } => write!(
                f,
                "the response to `{method}` is larger than the limit of {limit} bytes"
            ),
            TransportErrorKind::Other => write!(f, "the transport failed for `{method}`"),
        }?;
        self.cause().map_or(Ok(()), |cause| write_cause(f, cause))
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("method", &self.method)
            .field("kind", &self.kind)
            .field("source", &Redacted(&self.source))
            .finish()
    }
}

impl StdError for TransportError {}
