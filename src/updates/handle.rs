//! Stops a stream of updates from elsewhere.

use std::sync::{Arc, Mutex, PoisonError};
use std::task::Waker;

/// A handle of a stream of updates. Clones are handles of the same stream.
#[derive(Clone, Debug, Default)]
pub struct UpdatesHandle(Arc<Mutex<Stop>>);

#[derive(Debug, Default)]
struct Stop {
    is_asked: bool,
    /// The task that waits for the next update.
    waker: Option<Waker>,
}

impl UpdatesHandle {
    /// Stops the stream: a running poll is aborted. When the next update is asked for, all that were
    /// handed out are confirmed to the server by one short call, and the stream ends. Updates that
    /// were fetched, but not handed out, are not confirmed, unless
    /// [`at_most_once`](super::Updates::at_most_once) has confirmed them before.
    pub fn stop(&self) {
        let waker = {
            let mut stop = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            stop.is_asked = true;
            stop.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Returns whether [`stop`](Self::stop) was called.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        let stop = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stop.is_asked
    }

    /// Notes which task is to be woken. Returns whether the stream is to stop.
    pub(super) fn note(&self, waker: &Waker) -> bool {
        let mut stop = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !stop.is_asked {
            match &mut stop.waker {
                Some(known) => known.clone_from(waker),
                none => *none = Some(waker.clone()),
            }
        }
        stop.is_asked
    }
}
