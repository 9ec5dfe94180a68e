//! When a waiting call looks whether the tasks of others poll them.
//!
//! The next few calls of a line look in time. But one task may have left all of those, so the others
//! look, too: seldom, and not at once.

use std::time::Duration;

use crate::client::throttle::queue::line::GRACE;

/// All calls together look about so often in a second.
const LOOKS: u32 = 16;
/// Each one looks at least after this time.
const MAX_WATCH: Duration = Duration::from_secs(300);

/// Returns the time after which one of so many calls looks. It differs by call and moment, so that
/// few look at once.
pub(super) fn watch(calls: usize, id: u64, now: Duration) -> Duration {
    let calls = u32::try_from(calls).unwrap_or(u32::MAX);
    let longest = GRACE.saturating_mul(calls) / LOOKS;
    let spread = longest.clamp(GRACE, MAX_WATCH).saturating_sub(GRACE);
    // Multiples of the golden ratio lie apart from each other.
    let millis = u64::try_from(now.as_millis()).unwrap_or_default();
    let mixed = id.wrapping_add(millis).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    let part = u32::try_from(mixed).unwrap_or_default();
    GRACE.saturating_add(spread.mul_f64(f64::from(part) / f64::from(u32::MAX)))
}
