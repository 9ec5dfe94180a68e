//! The layer that repeats failed attempts.

use std::sync::Arc;
use std::time::Duration;

use super::backoff::backoff;
use super::budget::Budget;
use super::decision::Outcome;
use super::policy::Retry;
use crate::error::{Delivery, TransportError};
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::timer::{SharedTimer, Timer};
use crate::http::transport::{Transport, TransportFuture, layer};

/// Layer that repeats failed attempts as a [`Retry`] says. A bot has it with
/// [`BotBuilder::retry`](crate::BotBuilder::retry). Clones share the budget.
///
/// A request with a `Retry` as [extension](Request::extension) has its own policy, which
/// [`Call::retry`](crate::Call::retry) sets.
#[derive(Clone, Debug)]
pub struct RetryLayer {
    retry: Retry,
    budget: Arc<Budget>,
    timer: SharedTimer,
}

layer!(RetryLayer);

impl RetryLayer {
    /// Creates the layer with the default timer.
    #[must_use]
    pub fn new(retry: Retry) -> Self {
        Self::with(retry, SharedTimer::default())
    }

    /// Sets the timer.
    #[must_use]
    pub fn timer(mut self, timer: impl Timer) -> Self {
        self.timer = SharedTimer::new(timer);
        self
    }

    pub(in crate::client) fn with(retry: Retry, timer: SharedTimer) -> Self {
        Self {
            retry,
            budget: Arc::default(),
            timer,
        }
    }

    /// Returns the layer for another bot.
    pub(in crate::client) fn with_own_budget(&self) -> Self {
        Self::with(self.retry.clone(), self.timer.clone())
    }

    fn send(&self, inner: &Transport, request: Request) -> TransportFuture {
        if self.retry.attempts <= 1 && request.extension::<Retry>().is_none() {
            return inner.send(request);
        }
        let (this, inner) = (self.clone(), inner.clone());
        Box::pin(async move { this.run(&inner, request).await })
    }

    async fn run(
        &self,
        inner: &Transport,
        mut request: Request,
    ) -> Result<Response, TransportError> {
        let retry = request.extension().unwrap_or(&self.retry).clone();
        let mut repetition = 0;
        let mut paid = 0;
        // The last attempt so far that the server may have performed.
        let mut unknown = None;
        let result = loop {
            let again = request.try_clone();
            let (method, deadline) = (request.method(), request.deadline());
            let is_repeatable = request.is_repeatable();
            let result = inner.send(request).await;
            let outcome = Outcome::of(&result);
            if outcome == Outcome::Final {
                if result.as_ref().is_ok_and(|response| !response.is_failure()) {
                    self.budget.succeeded(paid);
                }
                break result;
            }
            repetition += 1;
            let wait = wait(&retry, outcome, is_repeatable, repetition);
            let ends_in_time = |wait: &Duration| {
                deadline.is_none_or(|deadline| self.timer.now().saturating_add(*wait) < deadline)
            };
            let (Some(again), Some(wait)) = (again, wait.filter(ends_in_time)) else {
                break result;
            };
            if !self.budget.take(outcome.cost()) {
                break result;
            }
            let Some(sleep) = self.timer.sleep(wait) else {
                break result;
            };
            paid = outcome.cost();
            let attempt = again.attempt().saturating_add(1);
            tracing::debug!(target: "telegrammar", method, attempt, wait_ms = wait.as_millis(), "retry");
            if let Outcome::Unknown { .. } = outcome {
                unknown = Some(result);
            }
            sleep.await;
            request = again.with_attempt(attempt);
        };
        // That the last attempt was not sent says nothing about those before it.
        match unknown {
            Some(earlier) if is_not_sent(&result) => earlier,
            _ => result,
        }
    }
}

fn is_not_sent(result: &Result<Response, TransportError>) -> bool {
    let error = result.as_ref().err();
    error.is_some_and(|error| error.delivery() == Delivery::NotSent)
}

/// Returns the wait before the repetition with this number; `None` if there is to be none.
fn wait(retry: &Retry, outcome: Outcome, is_repeatable: bool, repetition: u32) -> Option<Duration> {
    if repetition >= retry.attempts {
        return None;
    }
    match outcome {
        Outcome::Final => None,
        Outcome::Flood(Some(asked)) => Some(asked).filter(|asked| *asked <= retry.max_retry_after),
        Outcome::Flood(None) | Outcome::NotSent => Some(backoff(retry, repetition)),
        Outcome::Unknown { wait, .. } => {
            let asked = wait.unwrap_or_default();
            let is_allowed = is_repeatable && asked <= retry.max_retry_after;
            is_allowed.then(|| backoff(retry, repetition).max(asked))
        }
    }
}
