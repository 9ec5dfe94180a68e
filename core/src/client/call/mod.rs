//! A call: created, sent when awaited, and decoded.
//!
//! Here: the deadline of a call and its future. Not here: encoding (`http::body`) and decoding
//! (`http::envelope`). Only decoding depends on the type of the result. Everything else is compiled
//! once.

mod exchange;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use crate::client::method::{FromResult, Method, Parameters, reader};
use crate::client::shared::Shared;
use crate::error::Error;
use crate::http::body::Body;
use crate::http::body::encode::encode;
use crate::http::envelope;
use crate::http::request::Request;
use crate::json::decode::ReadResult;
use crate::schema::{MethodInfo, Number};
use crate::validate;
use crate::value::Object;
use exchange::Exchange;

/// The number of bytes of an upload for which one second is added to the default timeout.
const SLOWEST_UPLOAD: u64 = 32 << 10;

/// A call that is ready to be sent and returns an `R`.
///
/// Its parameters are already validated and encoded. It borrows neither them nor the bot, so it can
/// be moved to another task. Nothing is sent before it is awaited.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// # use telegrammar::{Bot, Error, Method};
/// # async fn example<M: Method>(bot: Bot, method: M) -> Result<M::Response, Error> {
/// let call = bot.send(method).timeout(std::time::Duration::from_secs(5));
/// let result = call.await?;
/// # Ok(result)
/// # }
/// ```
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<R> {
    bot: Arc<Shared>,
    method: &'static str,
    request: Result<Request, Error>,
    read: ReadResult<R>,
}

impl<R> Call<R> {
    pub(crate) fn new<M: Method<Response = R>>(bot: &Arc<Shared>, method: &M) -> Self {
        Self {
            bot: Arc::clone(bot),
            method: M::INFO.name(),
            request: prepare(bot, M::INFO, &Parameters(method)),
            read: reader::<M>(),
        }
    }

    /// Sets the deadline of this call, from its start to the end of the response, instead of the
    /// bot's default. Unlike the default, it is not extended by the parameter `timeout` of
    /// `getUpdates` or by the size of an upload.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.request = self
            .request
            .map(|request| request.with_timeout(Some(timeout)));
        self
    }
}

fn prepare(
    bot: &Shared,
    info: &'static MethodInfo,
    parameters: &dyn Object,
) -> Result<Request, Error> {
    let settings = bot.settings;
    let body = encode(info, parameters, settings.validation)?;
    let timeout = timeout(settings.timeout, info, parameters, &body);
    Ok(Request::new(info, body)
        .with_timeout(timeout)
        .with_response_limit(settings.response_limit)
        .with_endpoint(&bot.endpoint))
}

/// Returns the default timeout, extended by the time that the server is asked to wait and by the
/// time that an upload takes on a slow connection.
fn timeout(
    timeout: Duration,
    info: &'static MethodInfo,
    parameters: &dyn Object,
    body: &Body,
) -> Option<Duration> {
    let seconds = match body {
        Body::Multipart(_) => body.content_length()? / SLOWEST_UPLOAD,
        Body::Json(_) if info.is_long_poll => wait(info, parameters),
        Body::Json(_) => 0,
    };
    Some(timeout.saturating_add(Duration::from_secs(seconds)))
}

/// Returns the seconds that a long poll waits: its own parameter `timeout`.
fn wait(info: &'static MethodInfo, parameters: &dyn Object) -> u64 {
    let index = info
        .params()
        .iter()
        .position(|param| param.name == "timeout");
    let seconds = index.and_then(|index| validate::number(parameters.value(index)));
    match seconds {
        Some(Number::Int(seconds)) => u64::try_from(seconds).unwrap_or(0),
        _ => 0,
    }
}

impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("bot", &self.bot)
            .field("method", &self.method)
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

impl<R: FromResult> IntoFuture for Call<R> {
    type Output = Result<R, Error>;
    type IntoFuture = CallFuture<R>;

    fn into_future(self) -> CallFuture<R> {
        CallFuture {
            exchange: Exchange::new(self.bot, self.method, self.request),
            read: self.read,
        }
    }
}

/// The future of a [`Call`]. Dropping it cancels the call, which the server may have received by
/// then.
#[must_use = "a call does nothing until it is awaited"]
pub struct CallFuture<R> {
    exchange: Exchange,
    read: ReadResult<R>,
}

impl<R: FromResult> Future for CallFuture<R> {
    type Output = Result<R, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let read = self.read;
        let exchange = &mut self.exchange;
        let response = ready!(exchange.poll(cx));
        let result = response.and_then(|response| {
            let options = exchange.options();
            let (value, repairs) = envelope::decode(read, exchange.method(), &response, options)?;
            exchange.repaired(repairs);
            Ok(value)
        });
        Poll::Ready(match result {
            Ok(value) => {
                exchange.succeeded();
                Ok(value)
            }
            Err(error) => Err(exchange.failed(error)),
        })
    }
}

impl<R> fmt::Debug for CallFuture<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture")
            .field("method", &self.exchange.method())
            .finish_non_exhaustive()
    }
}
