//! The settings of a download.

use std::sync::Arc;
use std::time::Duration;

use crate::client::shared::Shared;
use crate::value::remote_file::FileRef;

/// Callback invoked with the bytes received so far, and the total.
pub(super) type Progress = Box<dyn FnMut(u64, Option<u64>) + Send>;

/// What is downloaded, and how.
pub(super) struct Settings {
    pub(super) bot: Arc<Shared>,
    pub(super) file: FileRef,
    pub(super) timeout: Option<Duration>,
    /// The maximum size.
    pub(super) limit: Option<u64>,
    pub(super) progress: Option<Progress>,
}
