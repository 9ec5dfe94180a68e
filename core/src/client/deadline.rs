//! The layer that limits the time of a call as a whole.

use crate::error::{TransportError, TransportErrorKind};
use crate::http::request::Request;
use crate::http::timer::{SharedTimer, Timer, within};
use crate::http::transport::{Transport, TransportFuture, layer};

/// Layer that ends each request when its [`timeout`](Request::timeout) has passed, however many
/// attempts and waits it consists of. It tells the inner layers the [`deadline`](Request::deadline).
///
/// A bot has it as its outermost layer. [`Call::timeout`](crate::Call::timeout) and
/// [`BotBuilder::timeout`](crate::BotBuilder::timeout) set the time.
#[derive(Clone, Debug, Default)]
pub struct DeadlineLayer {
    timer: SharedTimer,
}

layer!(DeadlineLayer);

impl DeadlineLayer {
    /// Creates the layer with the default timer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the timer.
    #[must_use]
    pub fn timer(self, timer: impl Timer) -> Self {
        Self::with(SharedTimer::new(timer))
    }

    pub(super) fn with(timer: SharedTimer) -> Self {
        Self { timer }
    }

    fn send(&self, inner: &Transport, request: Request) -> TransportFuture {
        let Some(timeout) = request.timeout() else {
            return inner.send(request);
        };
        let (timer, inner) = (self.timer.clone(), inner.clone());
        Box::pin(async move {
            let method = request.method();
            let now = timer.now();
            let own = now.saturating_add(timeout);
            let deadline = request.deadline().map_or(own, |outer| outer.min(own));
            let mut sleep = timer.sleep(deadline.saturating_sub(now));
            if sleep.is_none() {
                return Err(TransportError::new(method, TransportErrorKind::NoTimer));
            }
            let response = inner.send(request.with_deadline(Some(deadline)));
            let response = within(response, &mut sleep).await;
            response.unwrap_or_else(|| {
                let error = TransportError::new(method, TransportErrorKind::Timeout);
                Err(error.with_source(format!("the call's timeout of {timeout:?} has passed")))
            })
        })
    }
}
