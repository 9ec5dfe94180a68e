//! A call: created, sent when first polled, and decoded.
//!
//! Here: the settings of a call and its future. Not here: encoding (`http::body`) and decoding
//! (`http::envelope`). Only decoding depends on the type of the result. Everything else is compiled
//! once.

mod exchange;
mod param;
mod prepare;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use serde::Serialize;

use crate::client::method::{FromResult, Method, Parameters, reader};
use crate::client::retry::policy::Retry;
use crate::client::shared::Shared;
use crate::error::Error;
use crate::http::envelope;
use crate::http::request::Request;
use crate::json::decode::ReadResult;
use exchange::Exchange;
use prepare::prepare;

/// A call that is ready to be sent: a future that returns an `R`.
///
/// Its parameters are already validated and encoded. It borrows neither them nor the bot, so it can
/// be moved to another task. Nothing is sent before it is polled. Dropping it cancels the call,
/// which the server may have received by then.
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
    exchange: Exchange,
    read: ReadResult<R>,
}

impl<R> Call<R> {
    pub(crate) fn new<M: Method<Response = R>>(bot: &Arc<Shared>, method: &M) -> Self {
        let request = prepare(bot, M::INFO, &Parameters(method));
        Self {
            exchange: Exchange::new(Arc::clone(bot), M::INFO.name(), request),
            read: reader::<M>(),
        }
    }

    /// Sets the time that this call may take in all: waits, attempts and the response. Off by
    /// default. A call that would have to wait longer, because of flood control or a budget, fails
    /// at once.
    ///
    /// Beside it, each attempt has the bot's own limits, such as
    /// [`BotBuilder::answer_timeout`](crate::BotBuilder::answer_timeout).
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|request| request.with_timeout(Some(timeout)))
    }

    /// Sets how this call is repeated, instead of the bot's own policy.
    pub fn retry(self, retry: Retry) -> Self {
        self.extension(retry)
    }

    /// Sets a value for a layer, which reads it by
    /// [`Request::extension`](crate::transport::Request::extension).
    pub fn extension<T: Send + Sync + 'static>(self, value: T) -> Self {
        self.with(|request| request.with_extension(value))
    }

    /// Adds a parameter that the definition of the method does not have, for example because the
    /// Bot API is newer.
    ///
    /// A value without content, such as `None`, is not sent. If the definition has it, or it was added already, the call fails with [`Error::Invalid`]
    /// when it is awaited; if the value cannot be encoded, with [`Error::Encode`].
    pub fn param(mut self, name: &str, value: impl Serialize) -> Self {
        self.exchange
            .map(|request| param::add(request, name, &value));
        self
    }

    fn with(mut self, change: impl FnOnce(Request) -> Request) -> Self {
        self.exchange.map(|request| Ok(change(request)));
        self
    }
}

impl<R: FromResult> Future for Call<R> {
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

impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.exchange.fmt(f)
    }
}
