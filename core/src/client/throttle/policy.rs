//! The throttle: a value that bots share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::budget::Budget;
use super::flood::FloodRule;
use super::limit::Limit;
use super::memory::MemoryBudget;
use super::queue::Queue;
use super::target::Limits;

const QUEUE: usize = 10_000;

/// Makes calls wait so that a bot stays within the limits of its server, instead of being refused
/// with 429. Off by default; [`Throttle::telegram`] has Telegram's limits.
///
/// Give clones of one throttle to all builders: they share its queue, and bots with the same token
/// share one budget, whatever they call. Its clock is that of each bot, so bots that share a
/// throttle must have the same [timer](crate::BotBuilder::timer).
///
/// # What is counted
///
/// | Limit | Default | Counts |
/// |---|---|---|
/// | [`bot`](Self::bot) | 30 in 1 s | all calls of a token |
/// | [`paid`](Self::paid) | 1000 in 1 s | calls with `allow_paid_broadcast`, which do not count as `bot` |
/// | [`chat`](Self::chat) | 3 in 3 s | calls with the same `chat_id` |
/// | [`group`](Self::group) | 20 in 60 s | the same, if it is a negative id (groups, channels) or a name |
///
/// - All methods count alike: `sendMessage`, `editMessageText`, `sendChatAction`, `deleteMessage`.
///   A call that sends several messages (`sendMediaGroup`, `forwardMessages`, `copyMessages`) counts
///   as so many, because Telegram's limits are stated in messages. If that is more than a limit, it
///   needs the whole window.
/// - A call without `chat_id` counts against the bot's limit only.
/// - Long polls and `answer…` methods neither wait nor count.
/// - A `chat_id` is compared as it is sent. The `@name` and the id of one chat are different keys, so
///   such a chat gets twice its limit: use only one of them. Telegram's test environment counts on
///   its own.
///
/// Windows slide: any window, wherever it starts, has at most so many calls, as the *server* sees
/// them. A call counts from the moment it is sent until its window has passed after its response,
/// because it may have reached the server at any time between. So a slow network lowers the rate a
/// little: 30 in 1 s with responses after 0.1 s are about 27 a second. A call without a response
/// after 10 s, such as a long upload, does not count until it has one. A call that was not sent, for
/// example without a connection, counts nothing.
///
/// # Waiting
///
/// The server sees the calls of one chat in the order in which they were made, which is that of their
/// first polls: each is sent when the one before it is over, that is answered, failed or dropped. So a
/// slow upload holds up the calls behind it in its chat, but no other chat, and no call without
/// `chat_id`. A chat gets one call in the time of a response, whatever its limit.
///
/// - `sendChatAction` does not wait for a call in flight to its chat, because it may say that this call
///   goes on. It waits while another call to its chat waits for the limits of the chat, so that a loop of
///   actions takes no room from an album.
/// - An attempt of [`Retry`](crate::Retry) waits at the end like a new call.
/// - A layer or an upload stream must not wait for another call to the chat of its own call.
///
/// Chats take turns. A chat that waits for its own limit or for its call in flight does not hold up
/// others. Waiting counts against the [timeout of the call](crate::Call::timeout) and no other: a call
/// that would certainly wait longer, given the calls ahead of it in its chat, fails at once; how long a
/// call in flight takes is not certain. Such an error is [`Throttled`], and [`QueueFull`] if too many
/// calls wait; both say that nothing was sent.
///
/// Dropping a call gives up its place. A call whose task does not poll it within a second of its turn
/// is passed over until it is polled, so that it does not hold up others; if several such calls follow
/// each other, each further one holds them up for 20 ms. A call in flight whose task does not poll it
/// within 5 s after it was woken, for example because the task waits for the next call to the same chat,
/// no longer holds up its chat.
///
/// # Floods
///
/// After a 429, no call is sent to its chat for as long as the response asks; if it does not say
/// how long, for 1 s. A 429 for a call without `chat_id`, and each one after which [three chats within
/// 10 s](Self::bot_flood) had one, does the same to the whole bot. The throttle itself remembers it, and
/// tells its budget, so that others that share the budget wait too.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use std::time::Duration;
/// use telegrammar::transport::Limit;
/// use telegrammar::{Bot, Retry, Throttle};
///
/// # fn example() -> Result<(), telegrammar::error::BuildError> {
/// let throttle = Throttle::telegram().chat(Limit::new(1, Duration::from_secs(1)));
/// let bot = Bot::builder("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11")
///     .throttle(throttle.clone())
///     .retry(Retry::standard())
///     .build()?;
/// # let _ = (bot, throttle);
/// # Ok(())
/// # }
/// # let _ = example;
/// ```
///
/// [`Throttled`]: crate::error::TransportErrorKind::Throttled
/// [`QueueFull`]: crate::error::TransportErrorKind::QueueFull
#[derive(Clone)]
#[must_use = "give it to `BotBuilder::throttle`"]
pub struct Throttle {
    pub(super) settings: Settings,
    pub(super) queue: Queue,
    pub(super) budget: Arc<dyn Budget>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) limits: Limits,
    pub(super) queue: usize,
    pub(super) flood: FloodRule,
}

impl Throttle {
    /// Creates a throttle with about the [limits of
    /// Telegram](https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this),
    /// a budget in memory, and a queue of 10,000 calls.
    pub fn telegram() -> Self {
        Self {
            settings: Settings {
                limits: Limits {
                    bot: Limit::new(30, Duration::from_secs(1)),
                    chat: Limit::new(3, Duration::from_secs(3)),
                    group: Limit::new(20, Duration::from_secs(60)),
                    paid: Limit::new(1000, Duration::from_secs(1)),
                },
                queue: QUEUE,
                flood: FloodRule {
                    chats: 3,
                    window: Duration::from_secs(10),
                },
            },
            queue: Queue::default(),
            budget: Arc::new(MemoryBudget::new()),
        }
    }

    /// Sets the limit of each bot. Default: 30 in 1 s.
    ///
    /// Change settings before the throttle is cloned: earlier clones keep theirs.
    pub fn bot(mut self, limit: Limit) -> Self {
        self.settings.limits.bot = limit;
        self
    }

    /// Sets the limit of each chat. Default: 3 in 3 s, which is 1 a second with a small burst.
    pub fn chat(mut self, limit: Limit) -> Self {
        self.settings.limits.chat = limit;
        self
    }

    /// Sets the further limit of each group, supergroup and channel, and of each chat that is given
    /// by its name. Default: 20 in 60 s.
    pub fn group(mut self, limit: Limit) -> Self {
        self.settings.limits.group = limit;
        self
    }

    /// Sets the limit of calls with `allow_paid_broadcast`, instead of [`bot`](Self::bot). The limits
    /// of the chat apply nevertheless. Default: 1000 in 1 s.
    pub fn paid(mut self, limit: Limit) -> Self {
        self.settings.limits.paid = limit;
        self
    }

    /// Sets how many calls may wait, of all bots that share the throttle. Default: 10,000. 0 counts
    /// as 1.
    ///
    /// Another call fails at once with
    /// [`QueueFull`](crate::error::TransportErrorKind::QueueFull).
    pub fn queue(mut self, calls: usize) -> Self {
        self.settings.queue = calls.max(1);
        self
    }

    /// Sets how many chats must get a 429 within which time so that the whole bot is frozen. Default:
    /// 3 within 10 s.
    pub fn bot_flood(mut self, chats: usize, window: Duration) -> Self {
        self.settings.flood = FloodRule { chats, window };
        self
    }

    /// Sets the budget, for example one that several processes share. Default: a [`MemoryBudget`].
    ///
    /// If it fails, the call is not sent and fails with
    /// [`Budget`](crate::error::TransportErrorKind::Budget). For 1 s after that, the others fail at
    /// once with the text of its error when it is their turn, so that they do not wait for it one
    /// after another.
    pub fn budget(mut self, budget: impl Budget) -> Self {
        self.budget = Arc::new(budget);
        self
    }

    /// Returns the number of calls that wait, of all bots that share the throttle.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.queue.waiting()
    }

    /// Lets no further call in: it fails with
    /// [`Closed`](crate::error::TransportErrorKind::Closed). The calls that wait are still sent. Long
    /// polls and `answer…` methods, which do not wait, go on, so that a bot can end in good order.
    pub fn close(&self) {
        self.queue.close();
    }

    /// Waits until no call waits or is in flight, long polls excepted. After [`close`](Self::close),
    /// all calls are then over.
    pub async fn drain(&self) {
        self.queue.drained().await;
    }
}

impl fmt::Debug for Throttle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Throttle")
            .field("settings", &self.settings)
            .field("pending", &self.pending())
            .finish_non_exhaustive()
    }
}
