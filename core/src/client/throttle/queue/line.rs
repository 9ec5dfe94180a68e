//! The line of the chats that compete for one of the bot's own limits.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// The time within which a task must poll its call when it is the call's turn.
pub(super) const GRACE: Duration = Duration::from_secs(1);
/// The same after a task has not done so: it may hold more such calls.
const SHORT_GRACE: Duration = Duration::from_millis(20);
/// The same for a call that has asked the budget, which may take longer to answer.
const ASKING_GRACE: Duration = Duration::from_secs(5);

/// Chats by their position, and the state of the first one.
#[derive(Debug, Default)]
pub(super) struct Line {
    chats: BTreeMap<u64, Arc<str>>,
    /// The budget has no room before this moment.
    pub(super) blocked_until: Duration,
    /// Flood control lets nobody go before this moment.
    frozen_until: Duration,
    /// The first call, and when it was woken or last polled.
    told: Option<(u64, Duration)>,
    /// The last call that has asked the budget, until it gets an answer.
    asking: Option<u64>,
    /// Whether the last first call was not polled.
    hurries: bool,
}

impl Line {
    pub(super) fn join(&mut self, position: u64, chat: Arc<str>) {
        self.chats.insert(position, chat);
    }

    pub(super) fn leave(&mut self, position: u64) {
        self.chats.remove(&position);
    }

    /// Lets nobody go before a moment.
    pub(super) fn freeze(&mut self, until: Duration) {
        self.frozen_until = self.frozen_until.max(until);
    }

    pub(super) fn is_frozen(&self, now: Duration) -> bool {
        self.frozen_until > now
    }

    /// Returns the moment before which nobody goes.
    pub(super) fn opens(&self) -> Duration {
        self.blocked_until.max(self.frozen_until)
    }

    /// Returns the position of the first chat.
    pub(super) fn first(&self) -> Option<u64> {
        self.chats.first_key_value().map(|(position, _)| *position)
    }

    /// Returns the first chat.
    pub(super) fn chat(&self) -> Option<Arc<str>> {
        let (_, chat) = self.chats.first_key_value()?;
        Some(Arc::clone(chat))
    }

    /// Returns all chats, the first one first.
    pub(super) fn chats(&self) -> impl Iterator<Item = &Arc<str>> {
        self.chats.values()
    }

    /// Returns the number of chats.
    pub(super) fn len(&self) -> usize {
        self.chats.len()
    }

    /// Records which call is the first one. Returns whether it is another than before.
    pub(super) fn tell(&mut self, first: Option<u64>, now: Duration) -> bool {
        if self.told.map(|(id, _)| id) == first {
            return false;
        }
        self.told = first.map(|id| (id, now));
        true
    }

    /// Records that a call was polled, and waits for no answer of the budget.
    pub(super) fn acted(&mut self, id: u64, now: Duration) {
        self.asking.take_if(|asking| *asking == id);
        if self.told.is_some_and(|(first, _)| first == id) {
            self.told = Some((id, now));
            self.hurries = false;
        }
    }

    /// Records that the first call asks the budget.
    pub(super) fn asks(&mut self, id: u64) {
        self.asking = Some(id);
    }

    /// Records that the first call is passed over because it was not polled.
    pub(super) fn park(&mut self) {
        self.hurries = true;
    }

    /// Returns the first call if its task has not polled it in time.
    pub(super) fn idle(&self, now: Duration) -> Option<u64> {
        let (id, _) = self.told?;
        self.due().is_some_and(|due| due <= now).then_some(id)
    }

    /// Returns the moment at which the first call is passed over if its task does not poll it.
    pub(super) fn due(&self) -> Option<Duration> {
        let (id, at) = self.told?;
        let grace = if self.asking == Some(id) {
            // Another call must not overtake it while the budget is slow.
            ASKING_GRACE
        } else if self.hurries {
            SHORT_GRACE
        } else {
            GRACE
        };
        Some(at.max(self.opens()).saturating_add(grace))
    }

    /// Returns whether the last first call was not polled, so that the next may not be polled either.
    pub(super) fn hurries(&self) -> bool {
        self.hurries
    }
}
