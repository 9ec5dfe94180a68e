//! The settings of a stream of updates.

use std::fmt;
use std::sync::Arc;

use super::allowed::AllowedUpdates;
use crate::Error;

/// Callback invoked with each failure that is repaired by polling again.
pub(super) type OnError = Arc<dyn Fn(&Error) + Send + Sync>;

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) allowed: AllowedUpdates,
    /// The seconds that the server waits for updates.
    pub(super) timeout: i64,
    /// The number of updates in a batch.
    pub(super) limit: i64,
    pub(super) keeps_raw: bool,
    pub(super) is_at_most_once: bool,
    pub(super) on_error: Option<OnError>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            allowed: AllowedUpdates::default(),
            timeout: 50,
            limit: 100,
            keeps_raw: false,
            is_at_most_once: false,
            on_error: None,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("allowed", &self.allowed)
            .field("timeout", &self.timeout)
            .field("limit", &self.limit)
            .field("keeps_raw", &self.keeps_raw)
            .field("is_at_most_once", &self.is_at_most_once)
            .finish_non_exhaustive()
    }
}
