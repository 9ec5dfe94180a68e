//! What all connections and the handle share.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::runtime::Handle;
use tokio::sync::watch;

use crate::feed::{Batch, Feed};
use crate::records::Log;
use crate::scripts::Scripts;
use crate::world::World;

/// Called with a line about each call, and one about its answer.
pub(crate) type OnCall = Arc<dyn Fn(&str) + Send + Sync>;

/// What is behind the lock.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) world: World,
    pub(crate) scripts: Scripts,
    pub(crate) log: Log,
    pub(crate) feed: Feed,
    /// The calls that have not been answered, without polls that wait.
    pub(crate) open_calls: usize,
}

impl State {
    /// Ends what is over by the clock, and stores the complaints about bots.
    fn pass_time(&mut self) {
        for (key, bot) in self.world.all_bots() {
            bot.pass_time();
            for complaint in bot.complaints.drain(..) {
                self.log
                    .complain_about_bot(key.name(), complaint.to_string());
            }
        }
    }
}

/// The state, and a signal that it changed.
pub(crate) struct Shared {
    state: Mutex<State>,
    /// When it changed last.
    changed: watch::Sender<Instant>,
    /// Whether what readers see may have changed since it was looked for, which takes time.
    is_stale: AtomicBool,
    /// Runs the server, and delivers to webhooks.
    pub(crate) runtime: Handle,
    /// Whether tests in other languages can control the server over HTTP.
    pub(crate) has_control: bool,
    /// Whether only this machine can connect.
    pub(crate) is_local: bool,
    pub(crate) on_call: Option<OnCall>,
}

impl Shared {
    pub(crate) fn new(
        state: State,
        runtime: Handle,
        has_control: bool,
        is_local: bool,
        on_call: Option<OnCall>,
    ) -> Self {
        Self {
            state: Mutex::new(state),
            changed: watch::Sender::new(Instant::now()),
            is_stale: AtomicBool::new(true),
            runtime,
            has_control,
            is_local,
            on_call,
        }
    }

    /// Locks the state as it is at this time. No panic can leave it inconsistent, so a poisoned lock is
    /// ignored.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.pass_time();
        state
    }

    /// Returns what readers get after a change: nothing, if there is none.
    pub(crate) fn after(&self, change: u64) -> Option<Batch> {
        let mut state = self.state();
        let state = &mut *state;
        if self.is_stale.swap(false, Ordering::Relaxed) {
            state
                .feed
                .refresh(&mut state.world, &state.log, self.has_control);
        }
        state.feed.after(change, &state.log)
    }

    /// Passes a line to the callback, if there is one.
    pub(crate) fn print(&self, line: impl FnOnce() -> String) {
        if let Some(on_call) = &self.on_call {
            on_call(&line());
        }
    }

    /// Has the next reader look for what changed, as what the clock ends wakes nobody.
    pub(crate) fn look_again(&self) {
        self.is_stale.store(true, Ordering::Relaxed);
    }

    /// Wakes everything that waits for a change.
    pub(crate) fn notify(&self) {
        self.look_again();
        self.changed.send_replace(Instant::now());
    }

    /// Returns how long nothing has changed.
    pub(crate) fn quiet_for(&self) -> Duration {
        self.changed.borrow().elapsed()
    }

    /// Returns a receiver that sees every change after this call.
    pub(crate) fn changes(&self) -> watch::Receiver<Instant> {
        self.changed.subscribe()
    }

    /// Waits until the clock has been moved past a pause, or the pause is over.
    pub(crate) async fn pause(&self, pause: Duration) {
        let mut changes = self.changes();
        let clock = self.state().world.clock.clone();
        let end = clock.time().saturating_add(pause);
        loop {
            changes.mark_unchanged();
            let left = end.saturating_sub(clock.time());
            if left.is_zero() {
                return;
            }
            // The time is over, or something has changed, such as the clock.
            let _ = tokio::time::timeout(left, changes.changed()).await;
        }
    }
}

/// A call that has not been answered.
pub(crate) struct OpenCall(pub(crate) Arc<Shared>);

impl OpenCall {
    pub(crate) fn begin(shared: &Arc<Shared>) -> Self {
        shared.state().open_calls += 1;
        Self(Arc::clone(shared))
    }
}

impl Drop for OpenCall {
    fn drop(&mut self) {
        self.0.state().open_calls -= 1;
        self.0.notify();
    }
}
