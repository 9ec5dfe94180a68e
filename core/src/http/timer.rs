//! The clock of deadlines, retries and budgets.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
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

/// Awaits the future, but no longer than `sleep`. `None` if the time has passed.
pub(crate) async fn within<T>(
    future: impl Future<Output = T>,
    sleep: &mut Option<Sleep>,
) -> Option<T> {
    let mut future = pin!(future);
    poll_fn(|cx| {
        if let Poll::Ready(value) = future.as_mut().poll(cx) {
            return Poll::Ready(Some(value));
        }
        match sleep {
            Some(sleep) => sleep.as_mut().poll(cx).map(|()| None),
            None => Poll::Pending,
        }
    })
    .await
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
    use std::pin::Pin;
    use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
    use std::task::{Context, Poll, Waker};
    use std::thread;
    use std::time::Duration;
    #[cfg(not(feature = "reqwest"))]
    use std::time::Instant;

    #[cfg(feature = "reqwest")]
    use tokio::time::Instant;

    use super::{Sleep, Timer};

    /// How long before the first use the clock starts.
    const MARGIN: Duration = Duration::from_secs(24 * 3600);

    /// The default timer.
    pub(super) struct NativeTimer;

    impl Timer for NativeTimer {
        fn now(&self) -> Duration {
            static START: OnceLock<Instant> = OnceLock::new();
            // Before any clock that a test has paused.
            let start = || {
                Instant::now()
                    .checked_sub(MARGIN)
                    .unwrap_or_else(Instant::now)
            };
            Instant::now().saturating_duration_since(*START.get_or_init(start))
        }

        fn sleep(&self, duration: Duration) -> Sleep {
            #[cfg(feature = "reqwest")]
            if tokio::runtime::Handle::try_current().is_ok() {
                return Box::pin(tokio::time::sleep(duration));
            }
            on_a_thread(duration)
        }
    }

    #[derive(Default)]
    struct Shared {
        state: Mutex<State>,
        changed: Condvar,
    }

    #[derive(Default)]
    struct State {
        has_passed: bool,
        is_dropped: bool,
        waker: Option<Waker>,
    }

    impl Shared {
        fn state(&self) -> MutexGuard<'_, State> {
            self.state.lock().unwrap_or_else(PoisonError::into_inner)
        }

        /// Waits on the thread until the time has passed or the future is dropped.
        fn wait(&self, duration: Duration) {
            let is_needed = |state: &mut State| !state.is_dropped;
            let state = self.state();
            let waited = self.changed.wait_timeout_while(state, duration, is_needed);
            let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
            state.has_passed = true;
            if let Some(waker) = state.waker.take() {
                waker.wake();
            }
        }
    }

    /// The future of a thread that sleeps. The thread ends with it.
    struct ThreadSleep(Arc<Shared>);

    impl Future for ThreadSleep {
        type Output = ();

        fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
            let mut state = self.0.state();
            if state.has_passed {
                return Poll::Ready(());
            }
            state.waker = Some(cx.waker().clone());
            Poll::Pending
        }
    }

    impl Drop for ThreadSleep {
        fn drop(&mut self) {
            self.0.state().is_dropped = true;
            self.0.changed.notify_one();
        }
    }

    /// Sleeps on a thread of its own, because there is no runtime.
    fn on_a_thread(duration: Duration) -> Sleep {
        let shared = Arc::new(Shared::default());
        let sleeper = Arc::clone(&shared);
        let spawned = thread::Builder::new()
            .name("telegrammar-timer".to_owned())
            .spawn(move || sleeper.wait(duration));
        if spawned.is_err() {
            // Without a thread, the time is waited for here: nothing would wake the task.
            shared.wait(duration);
        }
        Box::pin(ThreadSleep(shared))
    }
}
