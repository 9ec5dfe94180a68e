//! A waiting call, and what it does next.

use std::sync::Arc;
use std::time::Duration;

use crate::client::throttle::target::Class;

/// A call in the queue: its number, and the chat that it belongs to. A call without a chat has one
/// of its own.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    pub(super) id: u64,
    pub(super) chat: Arc<str>,
    pub(super) class: Class,
}

/// What a waiting call does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It asks the budget.
    Ask,
    /// It looks again at this moment, and is not sent before.
    At(Duration),
    /// It is woken, but looks again at this moment.
    Until(Duration),
    /// It is woken, but looks again at this moment or before, in case that the calls before it are
    /// not polled.
    Watch(Duration),
}
