//! One HTTP exchange of a call, and its `tracing` events.
//!
//! No event is above level `DEBUG`: the caller gets every error, and only the caller knows whether
//! it deserves a warning.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use tracing::Span;
use tracing::field::Empty;

use crate::client::shared::Shared;
use crate::error::{
    Error, Repair, ResponseError, ResponseErrorKind, TransportError, TransportErrorKind,
};
use crate::http::body::Body;
use crate::http::envelope::Options;
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::transport::TransportFuture;
use crate::json::decode::report;

const TARGET: &str = "telegrammar";

pub(super) struct Exchange {
    bot: Arc<Shared>,
    method: &'static str,
    state: State,
    span: Span,
    started: Duration,
}

enum State {
    /// Nothing is sent yet.
    Prepared(Request),
    /// Nothing will be sent.
    Refused(Box<Error>),
    Sent(TransportFuture),
    Ended,
}

impl Exchange {
    pub(super) fn new(
        bot: Arc<Shared>,
        method: &'static str,
        request: Result<Request, Error>,
    ) -> Self {
        Self {
            state: State::of(request, &bot),
            bot,
            method,
            span: Span::none(),
            started: Duration::ZERO,
        }
    }

    /// Changes the request before it is sent.
    pub(super) fn map(&mut self, change: impl FnOnce(Request) -> Result<Request, Error>) {
        self.state = match std::mem::replace(&mut self.state, State::Ended) {
            State::Prepared(request) => State::of(change(request), &self.bot),
            // A call that has been polled is not changed any more.
            state => state,
        };
    }

    /// Starts the call when it is first polled.
    fn start(&mut self) {
        self.span = tracing::debug_span!(
            target: TARGET,
            "call",
            method = self.method,
            status = Empty,
            latency_ms = Empty,
            outcome = Empty,
        );
        if !self.span.is_disabled() {
            self.started = self.bot.timer.now();
        }
    }

    pub(super) fn method(&self) -> &'static str {
        self.method
    }

    /// Returns the options for decoding the response.
    pub(super) fn options(&self) -> Options {
        let settings = &self.bot.settings;
        Options {
            limit: settings.response_limit,
            strict: settings.strict,
            reports: self.bot.on_repair.is_some(),
        }
    }

    /// Reports what was repaired in the result.
    pub(super) fn repaired(&self, repairs: Vec<Repair>) {
        for mut repair in repairs {
            for text in [&mut repair.path, &mut repair.error, &mut repair.raw] {
                if let Some(redacted) = self.bot.endpoint.token.redact(text) {
                    *text = redacted;
                }
            }
            let _entered = self.span.enter();
            report(&repair);
            if let Some(on_repair) = &self.bot.on_repair {
                on_repair(&repair);
            }
        }
    }

    /// Polls the transport within the call's span.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Response, Error>> {
        if let State::Prepared(_) | State::Refused(_) = &self.state {
            self.start();
        }
        let _entered = self.span.enter();
        let mut future = match std::mem::replace(&mut self.state, State::Ended) {
            State::Prepared(request) => {
                if let Body::Json(json) = request.body() {
                    trace_body(&self.bot, "request", json);
                }
                self.bot.transport.send(request)
            }
            State::Sent(future) => future,
            State::Refused(error) => return Poll::Ready(Err(*error)),
            State::Ended => return Poll::Pending,
        };
        let Poll::Ready(result) = future.as_mut().poll(cx) else {
            self.state = State::Sent(future);
            return Poll::Pending;
        };
        if let Ok(response) = &result {
            self.span.record("status", response.status());
            trace_body(&self.bot, "response", response.body());
        }
        Poll::Ready(result.map_err(from_transport))
    }

    pub(super) fn succeeded(&self) {
        self.end("ok");
        tracing::debug!(target: TARGET, parent: &self.span, "call succeeded");
    }

    /// Redacts and logs an error before it is returned to the caller.
    pub(super) fn failed(&self, error: Error) -> Error {
        let error = error.redact(&self.bot.endpoint.token);
        self.end(error.outcome());
        tracing::debug!(target: TARGET, parent: &self.span, %error, "call failed");
        error
    }

    fn end(&self, outcome: &'static str) {
        if self.span.is_disabled() {
            return;
        }
        let latency = self.bot.timer.now().saturating_sub(self.started);
        let latency = u64::try_from(latency.as_millis()).unwrap_or(u64::MAX);
        self.span.record("latency_ms", latency);
        self.span.record("outcome", outcome);
    }
}

impl State {
    /// The error is redacted, because `Debug` shows it before the call is polled.
    fn of(request: Result<Request, Error>, bot: &Shared) -> Self {
        match request {
            Ok(request) => Self::Prepared(request),
            Err(error) => Self::Refused(Box::new(error.redact(&bot.endpoint.token))),
        }
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut call = f.debug_struct("Call");
        call.field("bot", &self.bot).field("method", &self.method);
        match &self.state {
            State::Prepared(request) => call.field("request", request),
            State::Refused(error) => call.field("error", error),
            State::Sent(_) | State::Ended => &mut call,
        };
        call.finish_non_exhaustive()
    }
}

/// Converts the error of a transport. A response that is too large was received, so it becomes a
/// [`ResponseError`].
fn from_transport(error: TransportError) -> Error {
    match error.kind() {
        TransportErrorKind::TooLarge { status, limit } => ResponseError::new(
            error.method(),
            status,
            ResponseErrorKind::TooLarge { limit },
            Bytes::new(),
        )
        .into(),
        _ => error.into(),
    }
}

/// Servers and proxies repeat URLs, and parameters can contain one, so the secret is redacted here.
fn trace_body(bot: &Shared, of: &'static str, body: &[u8]) {
    if bot.settings.trace_bodies && tracing::enabled!(target: TARGET, tracing::Level::TRACE) {
        let text = String::from_utf8_lossy(body);
        let text = bot.endpoint.token.redact(&text).map_or(text, Cow::Owned);
        tracing::trace!(target: TARGET, of, body = %text, "body");
    }
}
