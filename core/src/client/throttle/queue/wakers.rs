//! Wakers that leave the queue.

use std::task::Waker;

/// Wakers that are woken or dropped when the queue is unlocked again: both may run code of a task, and
/// drop its calls.
#[derive(Debug, Default)]
pub(super) struct Wakers {
    woken: Vec<Waker>,
    dropped: Vec<Waker>,
}

impl Wakers {
    pub(super) fn wake(&mut self, wakers: impl IntoIterator<Item = Waker>) {
        self.woken.extend(wakers);
    }

    pub(super) fn discard(&mut self, wakers: impl IntoIterator<Item = Waker>) {
        self.dropped.extend(wakers);
    }

    /// Wakes and drops them.
    pub(super) fn finish(self) {
        self.woken.into_iter().for_each(Waker::wake);
    }
}
