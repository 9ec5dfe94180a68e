//! The layer that makes calls wait.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use super::budget::{Budget, Reservation, Reserved};
use super::policy::Throttle;
use super::target::{Scope, Target, is_exempt};
use crate::error::{Delivery, TransportError, TransportErrorKind};
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::timer::{SharedTimer, Timer};
use crate::http::transport::{Transport, TransportFuture, layer};

/// How long a 429 freezes that does not say it.
const UNSTATED: Duration = Duration::from_secs(1);
/// A call waits at least so long until it asks the budget again, even if the budget states less.
const SHORTEST: Duration = Duration::from_millis(1);

/// Layer that makes requests wait as a [`Throttle`] says. A bot has it with
/// [`BotBuilder::throttle`](crate::BotBuilder::throttle).
#[derive(Clone, Debug)]
pub struct ThrottleLayer {
    throttle: Throttle,
    scope: Option<Scope>,
    timer: SharedTimer,
}

layer!(ThrottleLayer);

impl ThrottleLayer {
    /// Creates the layer with the default timer.
    #[must_use]
    pub fn new(throttle: Throttle) -> Self {
        Self::with(throttle, SharedTimer::default())
    }

    /// Sets whose budget the requests spend, instead of that of each request's bot: layers with the
    /// same name, such as the bot's id, share one. It must not contain the token's secret, because it
    /// is a part of keys.
    #[must_use]
    pub fn scope(mut self, name: impl fmt::Display) -> Self {
        self.scope = Some(Scope::new(&name.to_string()));
        self
    }

    /// Sets the timer.
    #[must_use]
    pub fn timer(mut self, timer: impl Timer) -> Self {
        self.timer = SharedTimer::new(timer);
        self
    }

    pub(in crate::client) fn with(throttle: Throttle, timer: SharedTimer) -> Self {
        Self {
            throttle,
            scope: None,
            timer,
        }
    }

    /// Returns whose budget a request spends.
    fn scope_of(&self, request: &Request) -> Scope {
        self.scope.clone().unwrap_or_else(|| Scope::of(request))
    }

    fn send(&self, inner: &Transport, request: Request) -> TransportFuture {
        let (this, inner) = (self.clone(), inner.clone());
        Box::pin(async move { this.run(&inner, request).await })
    }

    async fn run(&self, inner: &Transport, request: Request) -> Result<Response, TransportError> {
        let scope = self.scope_of(&request);
        if is_exempt(&request) {
            // A long poll is in flight all the time.
            let is_counted = !request.info().is_long_poll;
            let _flight = is_counted.then(|| self.throttle.queue.pass());
            let result = inner.send(request).await;
            self.react(&result, &scope, None).await;
            return result;
        }
        let method = request.method();
        let target = scope.target(&request, &self.throttle.settings.limits);
        let spending = self.admit(&request, &scope, &target).await;
        let mut spending = spending.map_err(|refusal| refusal.of(method))?;
        let answered = pin!(async {
            let result = inner.send(request).await;
            self.react(&result, &scope, target.chat.as_ref()).await;
            result
        });
        let result = spending.flight.track(answered).await;
        spending.is_spent = match &result {
            Ok(_) => true,
            Err(error) => error.delivery() != Delivery::NotSent,
        };
        result
    }

    /// Waits until the request may be sent.
    async fn admit(
        &self,
        request: &Request,
        scope: &Scope,
        target: &Target,
    ) -> Result<Spending, Refusal> {
        let Throttle {
            queue,
            budget,
            settings,
        } = &self.throttle;
        if !self.timer.exists() {
            return Err(TransportErrorKind::NoTimer.into());
        }
        let (bot, deadline) = (&scope.name, request.deadline());
        let mut place = queue.enter(bot, target, settings.queue, deadline, &self.timer)?;
        loop {
            place.turn().await?;
            if let Some(error) = queue.outage(self.timer.now()) {
                return Err(Refusal::budget(
                    format!("the budget has just failed: {error}").into(),
                ));
            }
            let parts = Arc::clone(&target.parts);
            let reservation = Reservation::new(self.timer.now(), target.cost, parts);
            let reserved = budget.reserve(reservation.clone()).await;
            let reserved = reserved.map_err(|error| {
                queue.failed(self.timer.now(), error.to_string());
                Refusal::budget(error)
            });
            let (part, time) = match reserved? {
                Reserved::Granted => {
                    return Ok(Spending {
                        budget: Arc::clone(budget),
                        reservation,
                        timer: self.timer.clone(),
                        is_spent: true,
                        flight: place.leave(),
                    });
                }
                Reserved::Wait { part, time } => (part, time),
            };
            let until = self.timer.now().saturating_add(time.max(SHORTEST));
            if place.is_late(until) {
                return Err(TransportErrorKind::Throttled.into());
            }
            if part + 1 < target.parts.len() {
                place.postpone(until);
            } else {
                place.block(until);
            }
        }
    }

    /// Freezes what flood control means.
    async fn react(
        &self,
        result: &Result<Response, TransportError>,
        scope: &Scope,
        chat: Option<&Arc<str>>,
    ) {
        let Ok(response) = result else { return };
        if response.error_code() != Some(429) {
            return;
        }
        let time = response.retry_after().unwrap_or(UNSTATED);
        let now = self.timer.now();
        let Throttle {
            queue,
            budget,
            settings,
        } = &self.throttle;
        let is_flooded =
            chat.is_none_or(|chat| queue.flooded(&scope.name, chat, now, settings.flood));
        // The queue remembers it at once, because the budget may fail or this call be dropped.
        let until = now.saturating_add(time);
        queue.freeze(&scope.name, chat, is_flooded, until, now);
        let mut keys: Vec<_> = chat.cloned().into_iter().collect();
        if is_flooded {
            keys.extend(scope.all());
        }
        tracing::debug!(target: "telegrammar", is_flooded, seconds = time.as_secs(), "flood");
        if let Err(error) = budget.freeze(keys, time, now).await {
            // The call's own error is that of the flood.
            tracing::warn!(target: "telegrammar", %error, "the throttle's budget failed");
        }
    }
}

/// A call that has spent its part of the budget. It counts until its windows have passed after this
/// was dropped.
struct Spending {
    budget: Arc<dyn Budget>,
    reservation: Reservation,
    timer: SharedTimer,
    is_spent: bool,
    flight: super::queue::Flight,
}

impl Drop for Spending {
    fn drop(&mut self) {
        let now = self.timer.now();
        self.budget.finish(&self.reservation, now, self.is_spent);
    }
}

/// Why a call is not sent.
struct Refusal {
    kind: TransportErrorKind,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Refusal {
    fn budget(source: Box<dyn std::error::Error + Send + Sync>) -> Self {
        Self {
            kind: TransportErrorKind::Budget,
            source: Some(source),
        }
    }

    fn of(self, method: &'static str) -> TransportError {
        let error = TransportError::new(method, self.kind);
        match self.source {
            Some(source) => error.with_source(source),
            None => error,
        }
    }
}

impl From<TransportErrorKind> for Refusal {
    fn from(kind: TransportErrorKind) -> Self {
        Self { kind, source: None }
    }
}
