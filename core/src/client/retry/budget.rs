//! The budget that all calls of a bot share: a token bucket, as in the AWS SDKs.

use std::sync::{Mutex, PoisonError};

const CAPACITY: u32 = 500;
/// The refund for a call that succeeds at the first attempt.
const REFUND: u32 = 1;

/// The tokens that repetitions cost.
#[derive(Debug)]
pub(super) struct Budget(Mutex<u32>);

impl Default for Budget {
    fn default() -> Self {
        Self(Mutex::new(CAPACITY))
    }
}

impl Budget {
    /// Takes the cost of a repetition. `false` if not enough is left.
    pub(super) fn take(&self, cost: u32) -> bool {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match left.checked_sub(cost) {
            Some(rest) => {
                *left = rest;
                true
            }
            None => false,
        }
    }

    /// Gives back the cost of the repetition that was successful, or a refund for a call without
    /// one.
    pub(super) fn succeeded(&self, cost: u32) {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *left = left.saturating_add(cost.max(REFUND)).min(CAPACITY);
    }
}
