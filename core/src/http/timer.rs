//! The clock of deadlines, retries and budgets.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// The future of [`Timer::sleep`].
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A clock and its timers. A runtime other than tokio provides its own with
/// [`BotBuilder::timer`](crate::BotBuilder::timer).
///
/// Deadlines, retries, budgets and update streams wait with nothing else, so tests can control the
/// time.
pub trait Timer: Send + Sync + 'static {
    /// Returns the time since an arbitrary but fixed moment. It never decreases.
    fn now(&self) -> Duration;

    /// Returns a future that completes when `duration` has passed since this call.
    fn sleep(&self, duration: Duration) -> Sleep;
}

/// A shared timer.
#[derive(Clone)]
pub(crate) struct SharedTimer(Option<Arc<dyn Timer>>);

impl SharedTimer {
    pub(crate) fn new(timer: impl Timer) -> Self {
        Self(Some(Arc::new(timer)))
    }

    /// Returns whether there is a timer.
    pub(crate) fn exists(&self) -> bool {
        self.0.is_some()
    }

    /// Returns the time; always zero without a timer.
    pub(crate) fn now(&self) -> Duration {
        self.0.as_ref().map_or(Duration::ZERO, |timer| timer.now())
    }

    /// Returns a future that completes after `duration`; `None` without a timer.
    pub(crate) fn sleep(&self, duration: Duration) -> Option<Sleep> {
        self.0.as_ref().map(|timer| timer.sleep(duration))
    }
}

/// The timer of tokio, or one of the standard library without the feature `reqwest`. A target
/// without threads, such as `wasm32-unknown-unknown`, has none.
impl Default for SharedTimer {
    fn default() -> Self {
        #[cfg(not(target_family = "wasm"))]
        return Self::new(native::NativeTimer);
        #[cfg(target_family = "wasm")]
        Self(None)
    }
}

impl fmt::Debug for SharedTimer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Some(_) => "Timer",
            None => "no timer",
        })
    }
}

#[cfg(not(target_family = "wasm"))]
mod native {
    use std::future::poll_fn;
    use std::sync::{Arc, Mutex, PoisonError};
    use std::task::{Poll, Waker};
    use std::thread;
    use std::time::Duration;

    use super::{Sleep, Timer};

    /// The default timer.
    pub(super) struct NativeTimer;

    impl Timer for NativeTimer {
        #[cfg(feature = "reqwest")]
        fn now(&self) -> Duration {
            use tokio::time::Instant;
            static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
            Instant::now().saturating_duration_since(*START.get_or_init(Instant::now))
        }

        #[cfg(not(feature = "reqwest"))]
        fn now(&self) -> Duration {
            use std::time::Instant;
            static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
            Instant::now().saturating_duration_since(*START.get_or_init(Instant::now))
        }

        fn sleep(&self, duration: Duration) -> Sleep {
            #[cfg(feature = "reqwest")]
            if tokio::runtime::Handle::try_current().is_ok() {
                return Box::pin(tokio::time::sleep(duration));
            }
            on_a_thread(duration)
        }
    }

    enum State {
        Waiting(Option<Waker>),
        Passed,
    }

    /// Sleeps on a thread of its own, because there is no runtime.
    fn on_a_thread(duration: Duration) -> Sleep {
        let state = Arc::new(Mutex::new(State::Waiting(None)));
        let shared = Arc::clone(&state);
        let pass = move || {
            let mut state = shared.lock().unwrap_or_else(PoisonError::into_inner);
            if let State::Waiting(Some(waker)) = std::mem::replace(&mut *state, State::Passed) {
                waker.wake();
            }
        };
        let sleeper = move || {
            thread::sleep(duration);
            pass();
        };
        let spawned = thread::Builder::new()
            .name("telegrammar-timer".to_owned())
            .spawn(sleeper);
        let mut failed = spawned.is_err();
        Box::pin(poll_fn(move |cx| {
            // Without a thread, the time is waited for here: nothing would wake the task.
            if std::mem::take(&mut failed) {
                thread::sleep(duration);
                return Poll::Ready(());
            }
            let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
            match &mut *state {
                State::Passed => Poll::Ready(()),
                State::Waiting(waker) => {
                    *waker = Some(cx.waker().clone());
                    Poll::Pending
                }
            }
        }))
    }
}
