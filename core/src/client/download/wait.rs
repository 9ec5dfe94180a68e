//! The limit of the time without progress.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::http::timer::{SharedTimer, Sleep};

/// Returns the value of a future that is ready now, or once other tasks of the runtime have run;
/// otherwise `None`.
pub(super) async fn soon<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut has_yielded = false;
    poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending if has_yielded => Poll::Ready(None),
        Poll::Pending => {
            has_yielded = true;
            cx.waker().wake_by_ref();
            Poll::Pending
        }
    })
    .await
}

/// Limit of the time without progress. All waits share a sleep, because each may cost a thread.
pub(super) struct Idle {
    timer: SharedTimer,
    limit: Duration,
    /// When the current wait has started.
    start: Duration,
    sleep: Option<Sleep>,
}

impl Idle {
    pub(super) fn new(timer: SharedTimer, limit: Duration) -> Self {
        Self {
            timer,
            limit,
            start: Duration::ZERO,
            sleep: None,
        }
    }

    /// Awaits the future. Fails if that takes longer than the limit.
    pub(super) async fn within<T>(
        &mut self,
        future: impl Future<Output = T>,
    ) -> Result<T, Duration> {
        self.start = self.timer.now();
        let mut future = pin!(future);
        poll_fn(|cx| match future.as_mut().poll(cx) {
            Poll::Ready(value) => Poll::Ready(Ok(value)),
            Poll::Pending => self.poll(cx).map(|()| Err(self.limit)),
        })
        .await
    }

    /// Completes when the current wait has taken too long.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            let rest = {
                let waited = self.timer.now().saturating_sub(self.start);
                self.limit.saturating_sub(waited)
            };
            let Some(sleep) = &mut self.sleep else {
                self.sleep = self.timer.sleep(rest);
                if self.sleep.is_none() {
                    return Poll::Pending;
                }
                continue;
            };
            if sleep.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            self.sleep = None;
            if rest.is_zero() {
                return Poll::Ready(());
            }
        }
    }
}
