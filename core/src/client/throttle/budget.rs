//! The interface to a budget: what a call spends before it is sent.

use std::error::Error as StdError;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::limit::Limit;

/// The future of a [`Budget`].
pub type BudgetFuture<T> =
    Pin<Box<dyn Future<Output = Result<T, Box<dyn StdError + Send + Sync>>> + Send>>;

/// The time after which a call without a response is no longer counted as being performed.
pub(crate) const LONGEST_CALL: Duration = Duration::from_secs(10);

/// What has been sent, to whom and when, as far as limits are concerned. A
/// [`Throttle`](crate::Throttle) asks it before each call.
///
/// [`MemoryBudget`](super::memory::MemoryBudget) is the default; `RedisBudget`, with the feature
/// `redis`, is shared by processes. Another one counts so:
///
/// - A call counts from the moment when it was reserved until its window has passed after it
///   [finished](Self::finish), because the server may have received it at any moment between. If it
///   does not finish, it counts until its window has passed after [`Reservation::longest_call`].
/// - A call that takes longer than that counts again when it finishes.
/// - A window without a length limits nothing, but its key can be frozen.
/// - A call whose cost is greater than a limit needs the whole window and fits into an empty one.
///
/// A budget does not know who waits, so throttles that share one are not fair to each other. A call that
/// needs much room at once, such as an album of ten in a group, gets none as long as another throttle
/// sends single messages to the same chat so often that the chat never has so much room. Within one
/// throttle, the calls behind it wait for it. So send to one chat, or at least the albums and what goes
/// with them, from one process.
///
/// The methods are called from any thread, and the futures may be dropped at any time.
pub trait Budget: Send + Sync + 'static {
    /// Reserves what a call spends, in all of its [parts](Reservation::parts) or in none.
    ///
    /// The calls behind it wait for the answer. If it takes longer than 5 s, they no longer do, and
    /// may overtake the call.
    fn reserve(&self, reservation: Reservation) -> BudgetFuture<Reserved>;

    /// Ends a reservation at the moment `now` by the bot's clock. `is_spent` is `false` if the call
    /// was not sent, so that it gives back what it has reserved. This must return at once.
    fn finish(&self, reservation: &Reservation, now: Duration, is_spent: bool);

    /// Lets no call reserve anything of `keys` for a time from the moment `now` by the bot's clock. A
    /// key that is frozen for longer remains so.
    fn freeze(&self, keys: Vec<Arc<str>>, time: Duration, now: Duration) -> BudgetFuture<()>;
}

/// The answer of a [`Budget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// The call may be sent now.
    Granted,
    /// The call must wait; nothing was reserved.
    Wait {
        /// The index of the first part that has no room.
        part: usize,
        /// The time after which to ask again. The call certainly gets no room before. Less than 1 ms
        /// counts as 1 ms.
        time: Duration,
    },
}

/// What a call spends.
#[derive(Clone, Debug)]
pub struct Reservation {
    id: u64,
    now: Duration,
    cost: u32,
    parts: Arc<[(Arc<str>, Limit)]>,
}

impl Reservation {
    pub(super) fn new(now: Duration, cost: u32, parts: Arc<[(Arc<str>, Limit)]>) -> Self {
        // Throttles may share a budget.
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            now,
            cost,
            parts,
        }
    }

    /// Returns a number that no other reservation of this process has.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Returns the moment of the reservation, by the bot's clock.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.now
    }

    /// Returns how much the call spends of each part: the number of its messages; at least 1.
    #[must_use]
    pub fn cost(&self) -> u32 {
        self.cost
    }

    /// Returns the keys and their limits, those of the chat first. A key contains the bot's id and
    /// no secret. A [custom token](crate::Token::custom) has no id; with the feature `redis`, the first
    /// 64 bits of a SHA-1 hash stand for it, and without it a hash that may differ between programs that
    /// were built by different versions of Rust.
    #[must_use]
    pub fn parts(&self) -> &[(Arc<str>, Limit)] {
        &self.parts
    }

    /// Returns the time after which a call that has not finished is counted as if it had.
    #[must_use]
    pub fn longest_call(&self) -> Duration {
        LONGEST_CALL
    }
}
