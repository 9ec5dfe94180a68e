//! Flood limits: how many messages a bot may send in what time.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

/// How many messages a bot may send. A call that would send more is refused with 429 and the time to wait.
///
/// The defaults are the limits that Telegram documents for bots. The server's clock counts, so
/// [`FakeBotApi::advance`](crate::FakeBotApi::advance) ends a wait. A limit of 0 is one of 1.
///
/// Each message of an album, and each that is forwarded or copied, counts. Edits, drafts, chat actions and
/// calls that fail do not. A call with more messages than a limit is possible if nothing was sent before.
///
/// ```
/// use std::time::Duration;
/// use telegrammar::methods::SendMessage;
/// use telegrammar_testing::{FakeBotApi, FloodLimits};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let limits = FloodLimits { burst: 1, ..FloodLimits::default() };
/// let fake = FakeBotApi::builder().flood_limits(limits).start().await?;
/// let bot = fake.bot();
/// SendMessage::new(42, "one").send(&bot).await?;
/// let refused = SendMessage::new(42, "two").send(&bot).await.unwrap_err();
/// assert!(refused.to_string().contains("retry after 1"), "{refused}");
/// fake.advance(Duration::from_secs(1));
/// SendMessage::new(42, "two").send(&bot).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloodLimits {
    /// The messages per second in one chat. Default: 1. `None` is no limit.
    pub per_chat: Option<u32>,
    /// How many messages may be sent in one chat at once, before [`per_chat`](Self::per_chat) applies. Default: 3.
    pub burst: u32,
    /// The messages in one group or supergroup within 60 seconds. Default: 20. `None` is no limit.
    pub per_group_minute: Option<u32>,
    /// The messages in all chats within a second. Default: 30. `None` is no limit.
    pub overall: Option<u32>,
}

impl Default for FloodLimits {
    fn default() -> Self {
        Self {
            per_chat: Some(1),
            burst: 3,
            per_group_minute: Some(20),
            overall: Some(30),
        }
    }
}

/// The limits of a bot, and what it has sent.
#[derive(Debug, Default)]
pub(crate) struct Floods {
    /// Without any, nothing is counted.
    limits: Option<FloodLimits>,
    chats: HashMap<i64, Bucket>,
    groups: HashMap<i64, Window>,
    all: Window,
}

impl Floods {
    /// Replaces the limits, and forgets what was sent.
    pub(crate) fn set(&mut self, limits: Option<FloodLimits>) {
        *self = Self {
            limits,
            ..Self::default()
        };
    }

    /// Returns how long a call that sends some messages must wait.
    pub(crate) fn wait(
        &self,
        chat: i64,
        is_group: bool,
        messages: u32,
        time: Duration,
    ) -> Duration {
        let Some(limits) = self.limits else {
            return Duration::ZERO;
        };
        let in_chat = limits.per_chat.zip(self.chats.get(&chat));
        let in_chat = in_chat.map(|(rate, bucket)| bucket.wait(rate, limits.burst, messages, time));
        let group = self.groups.get(&chat).filter(|_| is_group);
        let group = limits.per_group_minute.zip(group);
        let group = group.map(|(most, window)| window.wait(most, MINUTE, messages, time));
        let in_all = limits.overall;
        let in_all = in_all.map(|most| self.all.wait(most, SECOND, messages, time));
        let waits = [in_chat, group, in_all].into_iter().flatten();
        waits.max().unwrap_or_default()
    }

    /// Counts messages that were sent.
    pub(crate) fn count(&mut self, chat: i64, is_group: bool, messages: u32, time: Duration) {
        let Some(limits) = self.limits else {
            return;
        };
        if let Some(rate) = limits.per_chat {
            let bucket = self.chats.entry(chat).or_default();
            bucket.count(rate, messages, time);
        }
        if limits.per_group_minute.is_some() && is_group {
            let window = self.groups.entry(chat).or_default();
            window.count(MINUTE, messages, time);
        }
        if limits.overall.is_some() {
            self.all.count(SECOND, messages, time);
        }
    }
}

/// A rate with bursts: tokens, of which each message takes one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bucket {
    /// When all tokens are there again.
    full: Duration,
}

impl Bucket {
    /// Returns how long to wait for the tokens of some messages.
    pub(super) fn wait(self, rate: u32, burst: u32, messages: u32, time: Duration) -> Duration {
        let burst = burst.max(1);
        // More than all tokens are never there.
        let spare = burst - messages.min(burst);
        let spare = interval(rate).saturating_mul(spare);
        self.full.saturating_sub(spare).saturating_sub(time)
    }

    pub(super) fn count(&mut self, rate: u32, messages: u32, time: Duration) {
        let taken = interval(rate).saturating_mul(messages);
        self.full = self.full.max(time).saturating_add(taken);
    }
}

/// Returns the time between two messages at a rate per second.
fn interval(rate: u32) -> Duration {
    SECOND / rate.max(1)
}

/// The times of the last messages, oldest first.
#[derive(Debug, Default)]
pub(super) struct Window {
    times: VecDeque<Duration>,
}

impl Window {
    /// Returns how long to wait until some messages are not too many for a span of time.
    fn wait(&self, most: u32, span: Duration, messages: u32, time: Duration) -> Duration {
        let most = usize::try_from(most.max(1)).unwrap_or(usize::MAX);
        let messages = usize::try_from(messages).unwrap_or(usize::MAX).min(most);
        let newest = self.times.iter().rev();
        let within = newest.take_while(|sent| sent.saturating_add(span) > time);
        let within: Vec<_> = within.collect();
        // So many of the newest may still count then.
        let last = within.get(most - messages);
        last.map_or(Duration::ZERO, |sent| {
            sent.saturating_add(span).saturating_sub(time)
        })
    }

    /// Counts messages. Returns how many there are in the span of time.
    pub(super) fn count(&mut self, span: Duration, messages: u32, time: Duration) -> usize {
        let is_over = |sent: &Duration| sent.saturating_add(span) <= time;
        while self.times.front().is_some_and(is_over) {
            self.times.pop_front();
        }
        self.times.extend((0..messages).map(|_| time));
        self.times.len()
    }
}
