//! The request that passes through layers and a transport: a method, a body and settings. It needs
//! no HTTP crate.

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::http::body::Body;
use crate::http::endpoint::Endpoint;
use crate::http::server::Server;
use crate::http::token::Token;
use crate::schema::MethodInfo;

/// Default of [`Request::response_limit`]: 64 MiB. A hundred updates are far smaller.
pub(crate) const RESPONSE_LIMIT: usize = 64 << 20;

/// The number of bytes of an upload for which one second is added to the time for the response:
/// after the last byte was passed on, operating systems may still hold many.
pub(crate) const SLOWEST_UPLOAD: u64 = 32 << 10;

/// A request that is ready to be sent.
///
/// It has no URL: a transport builds it last, from the [`server`](Self::server) and the
/// [`token`](Self::token) of the bot, see [`Server::method_url`]. Its `Debug` output hides the
/// token's secret.
pub struct Request {
    info: &'static MethodInfo,
    body: Body,
    attempt: u32,
    answer_timeout: Option<Duration>,
    idle_timeout: Option<Duration>,
    response_limit: usize,
    endpoint: Option<Arc<Endpoint>>,
    /// What most requests do not have, so that they are moved faster.
    extra: Option<Box<Extra>>,
}

#[derive(Clone, Default)]
struct Extra {
    timeout: Option<Duration>,
    deadline: Option<Duration>,
    extensions: Vec<Extension>,
}

type Extension = Arc<dyn Any + Send + Sync>;

impl Request {
    /// Creates a request without time limits, with the default response limit, and of no bot.
    #[must_use]
    pub fn new(info: &'static MethodInfo, body: Body) -> Self {
        Self {
            info,
            body,
            attempt: 1,
            answer_timeout: None,
            idle_timeout: None,
            response_limit: RESPONSE_LIMIT,
            endpoint: None,
            extra: None,
        }
    }

    /// Returns the request for another attempt. `None` if its body has a one-shot stream, which can
    /// be sent only once.
    ///
    /// The clone has the same attempt number, see [`with_attempt`](Self::with_attempt). Clones share
    /// the body.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        self.body.is_repeatable().then(|| Self {
            info: self.info,
            body: self.body.clone(),
            endpoint: self.endpoint.clone(),
            extra: self.extra.clone(),
            ..*self
        })
    }

    /// Sets whose request this is.
    pub(crate) fn with_endpoint(mut self, endpoint: &Arc<Endpoint>) -> Self {
        self.endpoint = Some(Arc::clone(endpoint));
        self
    }

    /// Sets the number of the attempt. The first is 1.
    #[must_use]
    pub fn with_attempt(mut self, attempt: u32) -> Self {
        self.attempt = attempt;
        self
    }

    /// Sets the time that the call may take in all; `None` for no limit. A
    /// [`DeadlineLayer`](crate::transport::DeadlineLayer) further inside reads it.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Option<Duration>) -> Self {
        if timeout != self.timeout() {
            self.extra.get_or_insert_default().timeout = timeout;
        }
        self
    }

    /// Sets the moment at which the call ends, by the clock of the bot's [`Timer`].
    ///
    /// [`Timer`]: crate::transport::Timer
    #[must_use]
    pub fn with_deadline(mut self, deadline: Option<Duration>) -> Self {
        if deadline != self.deadline() {
            self.extra.get_or_insert_default().deadline = deadline;
        }
        self
    }

    /// Sets the time within which the response must be complete after the request was sent; `None`
    /// for no limit.
    #[must_use]
    pub fn with_answer_timeout(mut self, timeout: Option<Duration>) -> Self {
        self.answer_timeout = timeout;
        self
    }

    /// Sets the time after which an upload without progress fails; `None` for no limit.
    #[must_use]
    pub fn with_idle_timeout(mut self, timeout: Option<Duration>) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// Sets the maximum size of the response body in bytes.
    #[must_use]
    pub fn with_response_limit(mut self, limit: usize) -> Self {
        self.response_limit = limit;
        self
    }

    /// Sets a value for a layer further inside, which reads it by [`extension`](Self::extension). It
    /// replaces an earlier value of the same type.
    #[must_use]
    pub fn with_extension<T: Send + Sync + 'static>(mut self, value: T) -> Self {
        let extensions = &mut self.extra.get_or_insert_default().extensions;
        extensions.retain(|known| !known.is::<T>());
        extensions.push(Arc::new(value));
        self
    }

    /// Sends the request to another chat: replaces the value of `chat_id`. A request without that
    /// parameter is returned unchanged.
    #[must_use]
    pub fn with_chat(mut self, chat_id: i64) -> Self {
        self.body = self.body.with_chat(chat_id);
        self
    }

    /// Replaces the body.
    pub(crate) fn with_body(mut self, body: Body) -> Self {
        self.body = body;
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

    /// Returns the chat that the call concerns, from its parameter `chat_id`: an id as decimal
    /// digits, or a username with its `@`. `None` if the call has no such parameter.
    ///
    /// The body is searched each time, so a layer calls it once.
    #[must_use]
    pub fn chat(&self) -> Option<Cow<'_, str>> {
        self.body.chat()
    }

    /// Returns whether the request may be performed more than once, because the method is
    /// idempotent.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.info.is_repeatable
    }

    /// Returns the number of the attempt, starting at 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// Returns the time that the call may take in all, if it is limited.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        self.extra.as_ref()?.timeout
    }

    /// Returns the moment at which the call ends, if it is limited, by the clock of the bot's
    /// [`Timer`](crate::transport::Timer). A layer that would wait beyond it fails at once.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        self.extra.as_ref()?.deadline
    }

    /// Returns the time within which the response must be complete after the request was sent. A
    /// transport observes it for each attempt.
    #[must_use]
    pub fn answer_timeout(&self) -> Option<Duration> {
        self.answer_timeout
    }

    /// Returns the time after which an upload without progress fails. A transport observes it for
    /// each attempt.
    #[must_use]
    pub fn idle_timeout(&self) -> Option<Duration> {
        self.idle_timeout
    }

    /// Returns the maximum size of the response body in bytes. A transport stops reading beyond it
    /// and returns [`TransportErrorKind::TooLarge`](crate::error::TransportErrorKind::TooLarge).
    #[must_use]
    pub fn response_limit(&self) -> usize {
        self.response_limit
    }

    /// Returns the value of type `T` that [`Call::extension`](crate::Call::extension) or a layer
    /// has set.
    #[must_use]
    pub fn extension<T: Send + Sync + 'static>(&self) -> Option<&T> {
        let mut extensions = self.extra.as_ref()?.extensions.iter();
        extensions.find_map(|value| value.downcast_ref())
    }
}

/// Omits the body, because it may contain user data.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.info.name())
            .field("body", &self.body)
            .field("attempt", &self.attempt)
            .field("timeout", &self.timeout())
            .field("deadline", &self.deadline())
            .field("answer_timeout", &self.answer_timeout)
            .field("idle_timeout", &self.idle_timeout)
            .field("response_limit", &self.response_limit)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}
