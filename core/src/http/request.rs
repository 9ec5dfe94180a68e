//! What goes through a transport: a call as a method's name and a body, an answer as a status and
//! bytes. No HTTP crate is needed for either.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use crate::http::body::Body;
use crate::schema::MethodInfo;

/// The default for [`Request::response_limit`]: 64 MiB. A hundred updates stay far below it.
pub(crate) const RESPONSE_LIMIT: usize = 64 << 20;

/// A call that is ready to be sent. Clones share the body.
///
/// It knows neither token nor server: a transport adds them, see
/// [`Server::method_url`](crate::Server::method_url).
#[derive(Clone)]
pub struct Request {
    info: &'static MethodInfo,
    body: Body,
    timeout: Option<Duration>,
    response_limit: usize,
}

impl Request {
    /// A call of the method with this body, without a timeout and with the default response limit.
    #[must_use]
    pub fn new(info: &'static MethodInfo, body: Body) -> Self {
        Self {
            info,
            body,
            timeout: None,
            response_limit: RESPONSE_LIMIT,
        }
    }

    /// The same call with a timeout; `None` waits for ever.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Option<Duration>) -> Self {
        self.timeout = timeout;
        self
    }

    /// The same call with a limit for the size of the answer's body, in bytes.
    #[must_use]
    pub fn with_response_limit(mut self, limit: usize) -> Self {
        self.response_limit = limit;
        self
    }

    /// The method's name on the wire, such as `getMe`.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.info.name()
    }

    /// What is known of the method.
    #[must_use]
    pub fn info(&self) -> &'static MethodInfo {
        self.info
    }

    /// The arguments.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// How long the transport waits, from the start of the call to the end of the answer.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// The largest body of an answer that the transport reads, in bytes. It gives up beyond that
    /// with [`TransportErrorKind::TooLarge`](crate::error::TransportErrorKind::TooLarge).
    #[must_use]
    pub fn response_limit(&self) -> usize {
        self.response_limit
    }
}

/// The body is left out, because it holds what people write.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.info.name())
            .field("body", &self.body)
            .field("timeout", &self.timeout)
            .field("response_limit", &self.response_limit)
            .finish()
    }
}

/// What the server answered: an HTTP status and the bytes of the body. Clones share the body.
#[derive(Clone)]
pub struct Response {
    status: u16,
    body: Bytes,
}

impl Response {
    /// An answer with this HTTP status and body.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            body: body.into(),
        }
    }

    /// The HTTP status, such as 200.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The body as it was received.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

/// Only the body's size is shown, because it holds what people write.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body", &Size(self.body.len()))
            .finish()
    }
}

/// Stands for a body in `Debug` output.
pub(crate) struct Size(pub(crate) usize);

impl fmt::Debug for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0)
    }
}
