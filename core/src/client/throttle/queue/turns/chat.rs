//! The waiting calls of a chat.

use std::collections::BTreeMap;
use std::task::Waker;
use std::time::Duration;

use crate::client::throttle::target::Class;

#[derive(Debug)]
pub(super) struct Chat {
    /// The waiting calls, first come first.
    pub(super) calls: BTreeMap<u64, Waiting>,
    pub(super) stage: Stage,
}

#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) class: Class,
    pub(super) waker: Option<Waker>,
    /// Whether it looks in time whether the first call of the line is polled.
    pub(super) is_next: bool,
}

/// What a chat waits for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stage {
    /// Its turn, at this position of the line.
    Ready(Class, u64),
    /// Its own limits, until this moment.
    Timed(Duration, u64),
    /// The end of its call in flight.
    Held,
}

impl Chat {
    /// Returns the first call.
    pub(super) fn head(&mut self) -> Option<(u64, &mut Waiting)> {
        self.calls.iter_mut().next().map(|(id, call)| (*id, call))
    }

    /// Returns whether this is the first call.
    pub(super) fn is_head(&self, id: u64) -> bool {
        self.calls.keys().next() == Some(&id)
    }

    /// Returns the class of the first call.
    pub(super) fn class(&self) -> Option<Class> {
        self.calls.values().next().map(|call| call.class)
    }
}
