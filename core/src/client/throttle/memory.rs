//! The budget of one process.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::budget::{Budget, BudgetFuture, Reservation, Reserved};
use super::limit::Limit;

/// State that is no longer needed is looked for at most this often.
const SWEEP: Duration = Duration::from_secs(30);

/// The budget in memory, which a [`Throttle`](crate::Throttle) has by default. Clones share it.
///
/// What belongs to a chat is removed within 30 s of the next call after its windows have passed.
#[derive(Clone, Default)]
pub struct MemoryBudget(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    windows: HashMap<Arc<str>, Window>,
    swept: Duration,
}

/// What counts against one key.
#[derive(Default)]
struct Window {
    /// The costs, by the moment at which each ends to count, and the reservation.
    spent: BTreeMap<(Duration, u64), u32>,
    sum: u32,
    frozen_until: Duration,
}

impl MemoryBudget {
    /// Creates a budget of which nothing is spent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the number of chats and bots whose state is in memory.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lock().windows.len()
    }

    /// Returns whether there is no state in memory.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Budget for MemoryBudget {
    fn reserve(&self, reservation: Reservation) -> BudgetFuture<Reserved> {
        Box::pin(ready(Ok(self.lock().reserve(&reservation))))
    }

    fn finish(&self, reservation: &Reservation, now: Duration, is_spent: bool) {
        self.lock().finish(reservation, now, is_spent);
    }

    fn freeze(&self, keys: Vec<Arc<str>>, time: Duration, now: Duration) -> BudgetFuture<()> {
        let mut state = self.lock();
        for key in keys {
            let window = state.windows.entry(key).or_default();
            window.frozen_until = window.frozen_until.max(now.saturating_add(time));
        }
        Box::pin(ready(Ok(())))
    }
}

impl State {
    fn reserve(&mut self, reservation: &Reservation) -> Reserved {
        let now = reservation.now();
        self.sweep(now);
        for (part, (key, limit)) in reservation.parts().iter().enumerate() {
            let Some(window) = self.windows.get_mut(key) else {
                continue;
            };
            window.expire(now);
            if let Some(time) = window.wait(*limit, reservation.cost(), now) {
                return Reserved::Wait { part, time };
            }
        }
        for (key, limit) in counted(reservation) {
            let window = self.windows.entry(Arc::clone(key)).or_default();
            window.add(end(reservation, *limit), reservation);
        }
        Reserved::Granted
    }

    fn finish(&mut self, reservation: &Reservation, now: Duration, is_spent: bool) {
        for (key, limit) in counted(reservation) {
            if is_spent {
                let window = self.windows.entry(Arc::clone(key)).or_default();
                window.remove((end(reservation, *limit), reservation.id()));
                window.add(now.saturating_add(limit.per()), reservation);
            } else if let Some(window) = self.windows.get_mut(key) {
                window.remove((end(reservation, *limit), reservation.id()));
            }
        }
    }

    fn sweep(&mut self, now: Duration) {
        if now.saturating_sub(self.swept) < SWEEP {
            return;
        }
        self.swept = now;
        self.windows.retain(|_, window| {
            window.expire(now);
            !window.spent.is_empty() || window.frozen_until > now
        });
        self.windows.shrink_to(self.windows.len().saturating_mul(2));
    }
}

/// Returns the parts that can be full: a window without a length never is.
fn counted(reservation: &Reservation) -> impl Iterator<Item = &(Arc<str>, Limit)> {
    let parts = reservation.parts().iter();
    parts.filter(|(_, limit)| !limit.per().is_zero())
}

/// Returns the moment at which a reservation ends to count if its call does not finish.
fn end(reservation: &Reservation, limit: Limit) -> Duration {
    let longest = reservation.longest_call().saturating_add(limit.per());
    reservation.now().saturating_add(longest)
}

impl Window {
    fn add(&mut self, end: Duration, reservation: &Reservation) {
        self.spent
            .insert((end, reservation.id()), reservation.cost());
        self.sum = self.sum.saturating_add(reservation.cost());
    }

    fn remove(&mut self, entry: (Duration, u64)) {
        if let Some(cost) = self.spent.remove(&entry) {
            self.sum = self.sum.saturating_sub(cost);
        }
    }

    /// Removes what does not count any more.
    fn expire(&mut self, now: Duration) {
        while let Some(entry) = self.spent.first_entry() {
            if entry.key().0 > now {
                break;
            }
            self.sum = self.sum.saturating_sub(entry.remove());
        }
    }

    /// Returns how long a call has to wait at least; `None` if there is room for it.
    fn wait(&self, limit: Limit, cost: u32, now: Duration) -> Option<Duration> {
        let frozen = self.frozen_until.saturating_sub(now);
        if !frozen.is_zero() {
            return Some(frozen);
        }
        let room = limit.count().saturating_sub(cost);
        if self.sum <= room || limit.per().is_zero() {
            return None;
        }
        let mut left = self.sum;
        let ends = self.spent.iter().find_map(|((end, _), cost)| {
            left = left.saturating_sub(*cost);
            (left <= room).then_some(*end)
        });
        let rest = ends.unwrap_or(now).saturating_sub(now);
        // A call that has not finished counts for at least a window from now on, and perhaps not
        // longer.
        Some(rest.min(limit.per()))
    }
}

impl fmt::Debug for MemoryBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryBudget")
            .field("len", &self.len())
            .finish()
    }
}
