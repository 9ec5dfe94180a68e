//! Ends an upload that makes no progress.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::http::request::Request;

/// When an upload made progress last. Clones share it.
#[derive(Clone)]
pub(super) struct Progress(Arc<Inner>);

struct Inner {
    idle: Option<Duration>,
    answer: Option<Duration>,
    state: Mutex<State>,
}

#[derive(Clone, Copy)]
struct State {
    /// When this phase started.
    since: Instant,
    phase: Phase,
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
            state: Mutex::new(State {
                since: Instant::now(),
                phase: Phase::Connecting(connect),
            }),
        }))
    }

    /// Notes that a chunk of the body was passed on.
    pub(super) fn sent(&self) {
        self.enter(Phase::Sending);
    }

    /// Notes that the body was passed on as a whole.
    pub(super) fn ended(&self) {
        self.enter(Phase::Sent);
    }

    fn enter(&self, phase: Phase) {
        let since = Instant::now();
        let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = State { since, phase };
    }

    /// Returns the moment at which the upload fails if nothing happens before.
    fn limit(&self) -> Option<Instant> {
        let state = *self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        let limit = match state.phase {
            Phase::Connecting(more) => self.0.idle?.saturating_add(more),
            Phase::Sending => self.0.idle?,
            Phase::Sent => self.0.answer?,
        };
        state.since.checked_add(limit)
    }

    fn is_sent(&self) -> bool {
        let state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        matches!(state.phase, Phase::Sent)
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
            let Some(limit) = self.limit() else {
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
        if self.is_sent() {
            return "the file was sent, but no response came".to_owned();
        }
        let idle = self.0.idle.unwrap_or_default();
        format!("the upload made no progress for {idle:?}")
    }
}
