//! Access to the disk.

use std::io;

/// Runs `work` on a blocking thread within a tokio runtime, and here otherwise.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    #[cfg(feature = "reqwest")]
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        let done = runtime.spawn_blocking(work).await;
        return done.unwrap_or_else(|error| Err(io::Error::other(error)));
    }
    work()
}
