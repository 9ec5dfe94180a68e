//! The time in the world of a server.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The machine's time, and what a test has added to it. Clones are the same clock.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clock {
    /// How far it is ahead, in milliseconds.
    ahead: Arc<AtomicU64>,
    /// The time that it has instead of the machine's.
    fixed: Option<Duration>,
}

impl Clock {
    /// Creates a clock that has this time until it is advanced.
    #[cfg(test)]
    pub(crate) fn fixed(time: Duration) -> Self {
        Self {
            fixed: Some(time),
            ..Self::default()
        }
    }

    /// Returns the time since the beginning of 1970.
    pub(crate) fn time(&self) -> Duration {
        let machine = || SystemTime::now().duration_since(UNIX_EPOCH);
        let time = self.fixed.unwrap_or_else(|| machine().unwrap_or_default());
        let ahead = Duration::from_millis(self.ahead.load(Ordering::Relaxed));
        time.saturating_add(ahead)
    }

    /// Returns the Unix time in seconds.
    pub(crate) fn now(&self) -> i64 {
        i64::try_from(self.time().as_secs()).unwrap_or(i64::MAX)
    }

    /// Returns what differs whenever a second has passed or the clock was moved.
    pub(super) fn moment(&self) -> (i64, u64) {
        (self.now(), self.ahead.load(Ordering::Relaxed))
    }

    /// Moves the clock forward, by whole milliseconds.
    pub(crate) fn advance(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let add = |ahead: u64| Some(ahead.saturating_add(time));
        // The closure never refuses.
        let _ = self
            .ahead
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}
