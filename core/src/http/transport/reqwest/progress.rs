//! Ends an upload that makes no progress.

use std::future::{Future, poll_fn};
use std::mem;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::http::request::{Request, SLOWEST_UPLOAD};

/// When an upload made progress last. Clones share it.
#[derive(Clone)]
pub(super) struct Progress(Arc<Inner>);

struct Inner {
    idle: Option<Duration>,
    answer: Option<Duration>,
    /// Whether the time for the response grows with the bytes that were sent, because their number
    /// was not known before.
    is_chunked: bool,
    state: Mutex<State>,
}

struct State {
    /// When this phase started.
    since: Instant,
    phase: Phase,
    sent: u64,
    /// The task that watches, for a limit that moves to an earlier moment.
    waker: Option<Waker>,
}

#[derive(Clone, Copy)]
enum Phase {
    /// Nothing was sent yet: the connection may take this time besides.
    Connecting(Duration),
    Sending,
    /// The whole request was passed on.
    Sent,
}

impl Progress {
    pub(super) fn new(connect: Duration, request: &Request) -> Self {
        Self(Arc::new(Inner {
            idle: request.idle_timeout(),
            answer: request.answer_timeout(),
            is_chunked: request.body().content_length().is_none(),
            state: Mutex::new(State {
                since: Instant::now(),
                phase: Phase::Connecting(connect),
                sent: 0,
                waker: None,
            }),
        }))
    }

    /// Notes that a chunk of the body was passed on, and whether it was the last one.
    pub(super) fn sent(&self, bytes: u64, is_last: bool) {
        let mut state = self.state();
        let phase = if is_last { Phase::Sent } else { Phase::Sending };
        if mem::discriminant(&state.phase) != mem::discriminant(&phase)
            && let Some(waker) = state.waker.take()
        {
            waker.wake();
        }
        state.since = Instant::now();
        state.phase = phase;
        state.sent = state.sent.saturating_add(bytes);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the moment at which the upload fails if nothing happens before. `waker` is that of
    /// the task which waits for it.
    fn limit(&self, waker: &Waker) -> Option<Instant> {
        let mut state = self.state();
        state.waker = Some(waker.clone());
        let limit = match state.phase {
            Phase::Connecting(more) => self.0.idle?.saturating_add(more),
            Phase::Sending => self.0.idle?,
            Phase::Sent if self.0.is_chunked => {
                let more = Duration::from_secs(state.sent / SLOWEST_UPLOAD);
                self.0.answer?.saturating_add(more)
            }
            Phase::Sent => self.0.answer?,
        };
        state.since.checked_add(limit)
    }

    /// Runs the upload. Returns an error in words if it makes no progress.
    pub(super) async fn watch<T>(&self, upload: impl Future<Output = T>) -> Result<T, String> {
        let mut upload = pin!(upload);
        let mut sleep = pin!(sleep_until(Instant::now()));
        poll_fn(|cx| {
            if let Poll::Ready(response) = upload.as_mut().poll(cx) {
                return Poll::Ready(Ok(response));
            }
            // Each chunk that was passed on has moved the limit.
            let Some(limit) = self.limit(cx.waker()) else {
                return Poll::Pending;
            };
            if sleep.deadline() != limit {
                sleep.as_mut().reset(limit);
            }
            sleep.as_mut().poll(cx).map(|()| Err(self.explain()))
        })
        .await
    }

    fn explain(&self) -> String {
        if matches!(self.state().phase, Phase::Sent) {
            return "the file was sent, but no response came".to_owned();
        }
        let idle = self.0.idle.unwrap_or_default();
        format!("the upload made no progress for {idle:?}")
    }
}
