//! Logs repairs.

use crate::error::Repair;

/// Whether anybody listens to what is told of repairs.
pub(crate) fn are_reported() -> bool {
    tracing::enabled!(target: "telegrammar", tracing::Level::WARN)
}

/// Tells `tracing` of a repair, but not what the value was, because people write that.
pub(crate) fn report(repair: &Repair) {
    let Repair {
        method,
        path,
        error,
        ..
    } = repair;
    tracing::warn!(target: "telegrammar", method, path, error, "JSON repaired");
}
