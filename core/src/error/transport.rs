//! No answer, or not all of it.

use std::error::Error as StdError;
use std::fmt;

use crate::error::Delivery;
use crate::http::token::Token;

/// Any error of a foreign transport.
pub(crate) type BoxError = Box<dyn StdError + Send + Sync>;

/// A call got no answer, or not all of it.
#[derive(Debug)]
pub struct TransportError {
    method: &'static str,
    kind: TransportErrorKind,
    source: Option<BoxError>,
}

/// How a transport failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection could be made, also not within the time for that. Surely nothing was sent.
    Connect,
    /// The answer did not come in time, which may have run out while connecting already. The server
    /// may have acted on the call.
    Timeout,
    /// The connection broke before the answer was complete. The server may have acted on the call.
    Interrupted,
    /// A file to upload could not be opened or read; the source is an
    /// [`UploadError`](crate::error::UploadError). Surely the server has not got the whole call.
    Upload,
    /// The answer is larger than [`Request::response_limit`](crate::transport::Request::response_limit). A
    /// bot reports it as [`ResponseErrorKind::TooLarge`](crate::error::ResponseErrorKind::TooLarge).
    TooLarge {
        /// The HTTP status of the answer.
        status: u16,
        /// The limit in bytes.
        limit: usize,
    },
    /// An error of a transport or layer that telegrammar does not know. The server may have acted
    /// on the call.
    Other,
}

impl TransportError {
    /// An error without a source, for a transport of your own.
    #[must_use]
    pub fn new(method: &'static str, kind: TransportErrorKind) -> Self {
        Self {
            method,
            kind,
            source: None,
        }
    }

    /// The same error with the one that caused it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// A foreign error of any kind; one of ours is kept as it is.
    pub(crate) fn from_foreign(method: &'static str, source: BoxError) -> Self {
        match source.downcast::<Self>() {
            Ok(error) => *error,
            Err(source) => Self::new(method, TransportErrorKind::Other).with_source(source),
        }
    }

    /// The method that was called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// How the transport failed.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// How far the call has come, which tells whether it is safe to send it again.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        match self.kind {
            TransportErrorKind::Connect | TransportErrorKind::Upload => Delivery::NotSent,
            TransportErrorKind::TooLarge { .. } => Delivery::Answered,
            TransportErrorKind::Timeout
            | TransportErrorKind::Interrupted
            | TransportErrorKind::Other => Delivery::Unknown,
        }
    }

    /// Replaces the sources by their texts if any of them shows the token's secret, as those of an
    /// HTTP client do that name the URL.
    pub(crate) fn redact(mut self, token: &Token) -> Self {
        self.source = self.source.map(|source| {
            if !chain(&*source).any(|error| shows(error, token)) {
                return source;
            }
            let texts: Vec<_> = chain(&*source).map(ToString::to_string).collect();
            let text = texts.join(": ");
            token.redact(&text).unwrap_or(text).into()
        });
        self
    }
}

fn chain<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}

fn shows(error: &(dyn StdError + 'static), token: &Token) -> bool {
    let secret = token.secret();
    error.to_string().contains(secret) || format!("{error:?}").contains(secret)
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let method = self.method;
        match self.kind {
            TransportErrorKind::Connect => {
                write!(f, "`{method}` was not sent: no connection to the server")
            }
            TransportErrorKind::Upload => {
                write!(f, "`{method}` was not sent: a file cannot be read")
            }
            TransportErrorKind::Timeout => write!(
                f,
                "`{method}` got no answer in time; the server may have acted on it"
            ),
            TransportErrorKind::Interrupted => write!(
                f,
                "the connection broke before the answer to `{method}` was complete; the server may have acted on it"
            ),
            TransportErrorKind::TooLarge { limit, .. } => write!(
                f,
                "the answer to `{method}` is larger than the limit of {limit} bytes"
            ),
            TransportErrorKind::Other => write!(f, "the transport failed for `{method}`"),
        }
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
