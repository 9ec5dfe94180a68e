//! The random wait before a repetition.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use super::policy::Retry;

/// Returns the wait before the repetition with this number, which starts at 1.
pub(crate) fn backoff(retry: &Retry, repetition: u32) -> Duration {
    let factor = 2_u32.saturating_pow(repetition.saturating_sub(1));
    let longest = retry.backoff.saturating_mul(factor).min(retry.max_backoff);
    longest / 2 + (longest / 2).mul_f64(fraction())
}

/// Returns a random number in 0..1. The keys of the standard library's hash maps are random, so no
/// crate for random numbers is needed.
fn fraction() -> f64 {
    let bits = RandomState::new().hash_one(0_u8);
    f64::from(u32::try_from(bits >> 32).unwrap_or_default()) / (f64::from(u32::MAX) + 1.0)
}
