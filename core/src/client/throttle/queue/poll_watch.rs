//! Whether the task of a call in flight polls it.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Wake, Waker};
use std::time::Duration;

use crate::http::timer::SharedTimer;

/// The time within which a task must poll its call in flight after it was woken.
const GRACE: Duration = Duration::from_secs(5);

/// Stands between a call in flight and the waker of its task.
///
/// A task that is woken and does not poll its call may never do so: it may wait for the next call of
/// the same chat.
pub(super) struct PollWatch {
    timer: SharedTimer,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    waker: Option<Waker>,
    /// When the task was woken, if it has not polled the call since then.
    woken: Option<Duration>,
}

impl PollWatch {
    pub(super) fn new(timer: &SharedTimer) -> Self {
        Self {
            timer: timer.clone(),
            state: Mutex::default(),
        }
    }

    /// Awaits the future of the call.
    pub(super) async fn track<T>(
        self: &Arc<Self>,
        mut future: impl Future<Output = T> + Unpin,
    ) -> T {
        let waker = Waker::from(Arc::clone(self));
        poll_fn(|cx| {
            self.polled(cx.waker());
            Pin::new(&mut future).poll(&mut Context::from_waker(&waker))
        })
        .await
    }

    /// Returns whether the task has not polled the call in time.
    pub(super) fn is_idle(&self, now: Duration) -> bool {
        let woken = self.lock().woken;
        woken.is_some_and(|at| now >= at.saturating_add(GRACE))
    }

    fn polled(&self, waker: &Waker) {
        let mut state = self.lock();
        state.woken = None;
        let old = match &state.waker {
            Some(known) if known.will_wake(waker) => None,
            _ => state.waker.replace(waker.clone()),
        };
        // The end of a waker may be that of its task, which is not to find this locked.
        drop(state);
        drop(old);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wake for PollWatch {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let now = self.timer.now();
        let waker = {
            let mut state = self.lock();
            state.woken.get_or_insert(now);
            state.waker.clone()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl fmt::Debug for PollWatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PollWatch")
    }
}
