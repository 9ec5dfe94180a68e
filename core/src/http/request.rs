//! The messages that pass through a transport: a request with a method's name and a body, and a
//! response with a status and bytes. Neither needs an HTTP crate.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use crate::http::body::Body;
use crate::http::endpoint::Endpoint;
use crate::http::server::Server;
use crate::http::token::Token;
use crate::schema::MethodInfo;

/// Default of [`Request::response_limit`]: 64 MiB. A hundred updates are far smaller.
pub(crate) const RESPONSE_LIMIT: usize = 64 << 20;

/// A request that is ready to be sent. Clones share the body.
///
/// It has no URL: a transport builds it last, from the [`server`](Self::server) and the
/// [`token`](Self::token) of the bot, see [`Server::method_url`]. Its `Debug` output hides the
/// token's secret.
#[derive(Clone)]
pub struct Request {
    info: &'static MethodInfo,
    body: Body,
    timeout: Option<Duration>,
    response_limit: usize,
    endpoint: Option<Arc<Endpoint>>,
}

impl Request {
    /// Creates a request without a timeout, with the default response limit, and of no bot.
    #[must_use]
    pub fn new(info: &'static MethodInfo, body: Body) -> Self {
        Self {
            info,
            body,
            timeout: None,
            response_limit: RESPONSE_LIMIT,
            endpoint: None,
        }
    }

    /// Sets whose request this is.
    pub(crate) fn with_endpoint(mut self, endpoint: &Arc<Endpoint>) -> Self {
        self.endpoint = Some(Arc::clone(endpoint));
        self
    }

    /// Sets the timeout; `None` waits indefinitely.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Option<Duration>) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the maximum size of the response body in bytes.
    #[must_use]
    pub fn with_response_limit(mut self, limit: usize) -> Self {
        self.response_limit = limit;
        self
    }

    /// Returns the method's name on the wire, such as `getMe`.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.info.name()
    }

    /// Returns the method's description.
    #[must_use]
    pub fn info(&self) -> &'static MethodInfo {
        self.info
    }

    /// Returns the server of the bot that sends this request; `None` if no bot has created it.
    #[must_use]
    pub fn server(&self) -> Option<&Server> {
        self.endpoint.as_deref().map(|endpoint| &endpoint.server)
    }

    /// Returns the token of the bot that sends this request; `None` if no bot has created it.
    ///
    /// A layer or transport that serves many bots tells them apart by it, see
    /// [`Bot::with_token`](crate::Bot::with_token).
    #[must_use]
    pub fn token(&self) -> Option<&Token> {
        self.endpoint.as_deref().map(|endpoint| &endpoint.token)
    }

    /// Returns the body with the parameters.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Returns the deadline, from the start of the call to the end of the response.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// Returns the maximum size of the response body in bytes. A transport stops reading beyond it
    /// and returns [`TransportErrorKind::TooLarge`](crate::error::TransportErrorKind::TooLarge).
    #[must_use]
    pub fn response_limit(&self) -> usize {
        self.response_limit
    }
}

/// Omits the body, because it may contain user data.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.info.name())
            .field("body", &self.body)
            .field("timeout", &self.timeout)
            .field("response_limit", &self.response_limit)
            .field("endpoint", &self.endpoint)
            .finish()
    }
}

/// A response: an HTTP status and the bytes of the body. Clones share the body.
#[derive(Clone)]
pub struct Response {
    status: u16,
    body: Bytes,
}

impl Response {
    /// Creates a response with this HTTP status and body.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            body: body.into(),
        }
    }

    /// Returns the HTTP status, such as 200.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the body as received.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

/// Displays only the body's size, because it may contain user data.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body", &Size(self.body.len()))
            .finish()
    }
}

/// Placeholder for a body in `Debug` output.
pub(crate) struct Size(pub(crate) usize);

impl fmt::Debug for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0)
    }
}
