//! A number of calls in a time.

use std::fmt;
use std::time::Duration;

/// How many messages or calls fit into each window of time, wherever the window starts. For
/// example, `Limit::new(20, Duration::from_secs(60))`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    count: u32,
    per: Duration,
}

impl Limit {
    /// Creates a limit of `count` in each window of length `per`. A count of 0 counts as 1.
    /// A window without a length limits nothing.
    #[must_use]
    pub const fn new(count: u32, per: Duration) -> Self {
        let count = if count == 0 { 1 } else { count };
        Self { count, per }
    }

    /// Creates a limit that never makes a call wait.
    #[must_use]
    pub const fn unlimited() -> Self {
        Self::new(u32::MAX, Duration::ZERO)
    }

    /// Returns the number that fits into a window; at least 1.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Returns the length of a window.
    #[must_use]
    pub const fn per(&self) -> Duration {
        self.per
    }
}

/// `20 per 60s`.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} per {:?}", self.count, self.per)
    }
}
