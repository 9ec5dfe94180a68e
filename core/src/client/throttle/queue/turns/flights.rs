//! The calls of chats that are in flight.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use crate::client::throttle::queue::poll_watch::PollWatch;

/// The calls that hold their chats. A chat has one, or more if a budget was so slow that a call overtook
/// another.
#[derive(Debug, Default)]
pub(super) struct Flights(HashMap<Arc<str>, Vec<InFlight>>);

#[derive(Debug)]
struct InFlight {
    id: u64,
    watch: Arc<PollWatch>,
}

impl Flights {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether a call of a chat is in flight.
    pub(super) fn has(&self, chat: &str) -> bool {
        self.0.contains_key(chat)
    }

    pub(super) fn add(&mut self, chat: &Arc<str>, id: u64, watch: Arc<PollWatch>) {
        let flights = self.0.entry(Arc::clone(chat)).or_default();
        flights.push(InFlight { id, watch });
    }

    /// Removes a call. Returns whether it was the last one of its chat.
    pub(super) fn end(&mut self, chat: &str, id: u64) -> bool {
        self.remove(chat, |flight| flight.id == id)
    }

    /// Removes the calls whose tasks do not poll them. Returns whether they were the last ones of the
    /// chat.
    pub(super) fn end_idle(&mut self, chat: &str, now: Duration) -> bool {
        self.remove(chat, |flight| flight.watch.is_idle(now))
    }

    fn remove(&mut self, chat: &str, is_over: impl Fn(&InFlight) -> bool) -> bool {
        let Some(flights) = self.0.get_mut(chat) else {
            return false;
        };
        flights.retain(|flight| !is_over(flight));
        flights.is_empty() && self.0.remove(chat).is_some()
    }
}
