//! What the errors of flood control freeze.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// When flood control means the bot and not a chat.
#[derive(Clone, Copy, Debug)]
pub(super) struct FloodRule {
    /// The number of chats within the window.
    pub(super) chats: usize,
    pub(super) window: Duration,
}

/// The chats that were refused last, the newest at the end. Each is there once.
#[derive(Debug, Default)]
pub(super) struct Floods(VecDeque<(Duration, Arc<str>)>);

impl Floods {
    /// Records a chat that was refused at the moment `now`. Returns whether so many were that the
    /// bot is meant.
    pub(super) fn record(&mut self, chat: &Arc<str>, now: Duration, rule: FloodRule) -> bool {
        self.expire(now, rule);
        self.0.retain(|(_, known)| known != chat);
        self.0.push_back((now, Arc::clone(chat)));
        // More are of no interest.
        while self.0.len() > rule.chats.max(1) {
            self.0.pop_front();
        }
        self.0.len() >= rule.chats.max(1)
    }

    /// Removes what is older than the window. Returns whether nothing is left.
    pub(super) fn expire(&mut self, now: Duration, rule: FloodRule) -> bool {
        self.0
            .retain(|(at, _)| now.saturating_sub(*at) < rule.window);
        self.0.is_empty()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: FloodRule = FloodRule {
        chats: 3,
        window: Duration::from_secs(10),
    };

    #[test]
    fn three_chats_within_the_window_mean_the_bot() {
        let at = Duration::from_secs;
        let mut floods = Floods::default();
        let mut record = |chat: &str, now| floods.record(&chat.into(), at(now), RULE);
        assert!(!record("a", 0));
        assert!(!record("b", 1));
        assert!(!record("a", 2), "the same chat");
        assert!(!record("c", 11), "b is older than the window");
        assert!(record("d", 11));
        assert!(record("e", 12));
        assert!(!record("e", 40));
    }
}
