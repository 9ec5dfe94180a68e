//! How fast a bot sends, for the complaints of strict mode.

use std::collections::HashMap;
use std::time::Duration;

use super::floods::{Bucket, Window};
use crate::protocol::complaint::TooFast;

/// The messages per second that a bot may send in a chat in the long run.
const PER_CHAT: u32 = 1;
/// The messages that it may send there at once.
const BURST: u32 = 2;
/// The messages per second that it may send in all chats.
const OVERALL: usize = 30;
const SECOND: Duration = Duration::from_secs(1);

/// What a bot has sent lately.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    chats: HashMap<i64, Sent>,
    all: Window,
    /// The last time at which too many messages in all were found.
    found: Option<Duration>,
}

/// What a bot has sent in a chat.
#[derive(Debug, Default)]
struct Sent {
    bucket: Bucket,
    found: Option<Duration>,
}

impl Pace {
    /// Counts a call that has sent something. Returns what was too fast, each at most once in a second.
    pub(crate) fn count(&mut self, chat: i64, time: Duration) -> Vec<TooFast> {
        let mut found = Vec::new();
        let sent = self.chats.entry(chat).or_default();
        let is_early = sent.bucket.wait(PER_CHAT, BURST, 1, time) > Duration::ZERO;
        // What was sent too early does not make later messages too early.
        if is_early {
            if is_new(&mut sent.found, time) {
                found.push(TooFast::InChat(chat));
            }
        } else {
            sent.bucket.count(PER_CHAT, 1, time);
        }
        let is_much = self.all.count(SECOND, 1, time) > OVERALL;
        if is_much && is_new(&mut self.found, time) {
            found.push(TooFast::Overall);
        }
        found
    }

    /// Notes that somebody else does something in a chat. A bot that only replies is as fast as its users.
    pub(super) fn restart(&mut self, chat: i64) {
        self.chats.remove(&chat);
    }
}

/// Returns whether something was not found within the last second.
fn is_new(found: &mut Option<Duration>, time: Duration) -> bool {
    let is_new = found.is_none_or(|found| found.saturating_add(SECOND) <= time);
    if is_new {
        *found = Some(time);
    }
    is_new
}

#[cfg(test)]
mod tests {
    use super::{Duration, Pace, TooFast};

    fn at(milliseconds: u64) -> Duration {
        Duration::from_millis(1_000_000 + milliseconds)
    }

    #[test]
    fn a_burst_in_a_chat_is_found_once_in_a_second() {
        let mut pace = Pace::default();
        let mut send = |milliseconds| !pace.count(7, at(milliseconds)).is_empty();
        // Two at once, and then one per second.
        assert!(!send(0) && !send(0) && !send(1000) && !send(2000));
        assert!(send(2100) && !send(2200) && !send(2900));
        assert!(!send(3000) && send(3200));
        assert!(!send(9000) && !send(9100) && send(9200));
    }

    #[test]
    fn a_chat_begins_again() {
        let mut pace = Pace::default();
        for _ in 0..5 {
            pace.restart(7);
            assert_eq!(pace.count(7, at(0)), []);
            assert_eq!(pace.count(7, at(0)), []);
        }
        assert_eq!(pace.count(7, at(0)), [TooFast::InChat(7)]);
        assert_eq!(pace.count(8, at(0)), []);
    }

    #[test]
    fn all_chats_are_found_once_in_a_second() {
        let mut pace = Pace::default();
        let mut found = Vec::new();
        for number in 0..90 {
            let time = at(u64::try_from(number).unwrap_or_default() * 20);
            let too_fast = pace.count(number, time);
            assert!(!too_fast.contains(&TooFast::InChat(number)));
            found.extend(too_fast.iter().map(|_| number));
        }
        assert_eq!(found, [30, 80]);
    }
}
