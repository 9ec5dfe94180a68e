//! How often a call is repeated, and how long it waits.

use std::time::Duration;

/// How a failed call is repeated. Off by default; [`Retry::standard`] is recommended.
///
/// Only a call that cannot take effect twice is repeated:
///
/// | Failure | Repeated |
/// |---|---|
/// | flood control (429) | every method, after exactly the time that the server asks for |
/// | no connection, or none to a throttle's budget, so nothing was sent | every method |
/// | a lost connection, no response in time, or 5xx | a method that [may be repeated] |
/// | anything else | none |
///
/// Apart from floods, the wait before the n-th repetition is random, between a half and the whole of
/// the [back-off](Self::backoff) times 2ⁿ⁻¹. A body with a one-shot stream is never sent again. When
/// no attempt is left, or the call's [timeout](crate::Call::timeout) would pass while waiting, the
/// call returns the error of the last attempt. If that one was not sent, and the server may have
/// performed an earlier one, it returns the error of the earlier one.
///
/// All calls of a bot share a budget, so that an outage is not multiplied: while most calls fail,
/// calls are repeated less and less.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use std::time::Duration;
/// use telegrammar::Retry;
///
/// let patient = Retry::standard().attempts(6).max_retry_after(Duration::from_secs(300));
/// # let _ = patient;
/// ```
///
/// [may be repeated]: crate::schema::MethodInfo::is_repeatable
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "give it to `BotBuilder::retry` or `Call::retry`"]
pub struct Retry {
    pub(super) attempts: u32,
    pub(super) backoff: Duration,
    pub(super) max_backoff: Duration,
    pub(super) max_retry_after: Duration,
}

impl Retry {
    /// Creates the recommended policy: 4 attempts, a back-off of 0.5 s up to 20 s, and flood waits
    /// of up to 60 s.
    pub fn standard() -> Self {
        Self {
            attempts: 4,
            backoff: Duration::from_millis(500),
            max_backoff: Duration::from_secs(20),
            max_retry_after: Duration::from_secs(60),
        }
    }

    /// Creates a policy without retries, for a single call of a bot that has them.
    pub fn never() -> Self {
        Self::standard().attempts(1)
    }

    /// Sets the maximum number of attempts, the first included. 0 counts as 1.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// Sets the longest wait before the first repetition. It doubles with each further one.
    pub fn backoff(mut self, backoff: Duration) -> Self {
        self.backoff = backoff;
        self
    }

    /// Sets the upper bound of a wait, apart from floods.
    pub fn max_backoff(mut self, max_backoff: Duration) -> Self {
        self.max_backoff = max_backoff;
        self
    }

    /// Sets the longest wait that flood control may ask for. Beyond it, the call fails at once.
    pub fn max_retry_after(mut self, max_retry_after: Duration) -> Self {
        self.max_retry_after = max_retry_after;
        self
    }
}
