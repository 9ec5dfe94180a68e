//! The queue of the calls that wait for a budget. Here: its size, who waits in it, and its end. The
//! order is in `turns`.

mod caller;
mod flight;
mod line;
mod place;
mod poll_watch;
mod turns;
mod wakers;

use std::collections::HashMap;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

use caller::Caller;
pub(super) use flight::Flight;
pub(super) use place::Place;
use turns::Turns;
use wakers::Wakers;

use super::flood::{FloodRule, Floods};
use super::target::{Target, order_of_actions};
use crate::error::TransportErrorKind;
use crate::http::timer::SharedTimer;

/// The waiting calls of all bots that share a throttle. Clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    bots: HashMap<Arc<str>, OfBot>,
    waiting: usize,
    in_flight: usize,
    is_closed: bool,
    /// The number of the last call.
    last: u64,
    drains: Vec<Waker>,
    /// The last error of the budget, and until when calls fail at once.
    outage: Option<(Duration, String)>,
}

/// How long calls fail at once after an error of the budget.
const OUTAGE: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
struct OfBot {
    turns: Turns,
    floods: Floods,
}

impl Queue {
    /// Adds a call of a bot at the end, if there is a place and it can be sent before its deadline.
    pub(super) fn enter(
        &self,
        bot: &Arc<str>,
        target: &Target,
        limit: usize,
        deadline: Option<Duration>,
        timer: &SharedTimer,
    ) -> Result<Place, TransportErrorKind> {
        let mut state = self.lock();
        if state.is_closed {
            return Err(TransportErrorKind::Closed);
        }
        if state.waiting >= limit {
            return Err(TransportErrorKind::QueueFull);
        }
        let id = state.number();
        let chat = match &target.order {
            Some(chat) => Arc::clone(chat),
            None => format!("call {id}").into(),
        };
        if let Some(deadline) = deadline {
            let turns = state.bots.get(bot).map(|of_bot| &of_bot.turns);
            let (ahead, from) =
                turns.map_or_else(Default::default, |turns| turns.waiting(&chat, target.class));
            if earliest(target, ahead, from.max(timer.now())) >= deadline {
                return Err(TransportErrorKind::Throttled);
            }
        }
        let caller = Caller {
            id,
            chat,
            class: target.class,
        };
        state.waiting += 1;
        let of_bot = state.bots.entry(Arc::clone(bot)).or_default();
        of_bot.turns.enter(&caller);
        drop(state);
        let has_chat = target.order.is_some();
        Ok(Place::new(self, bot, caller, has_chat, deadline, timer))
    }

    /// Records a call that does not wait.
    pub(super) fn pass(&self) -> Flight {
        self.lock().in_flight += 1;
        Flight::new(self, None)
    }

    /// Records that flood control refused a call of a chat. Returns whether the bot is meant.
    pub(super) fn flooded(
        &self,
        bot: &Arc<str>,
        chat: &Arc<str>,
        now: Duration,
        rule: FloodRule,
    ) -> bool {
        let mut state = self.lock();
        state.bots.retain(|_, of_bot| {
            let is_over = of_bot.floods.expire(now, rule);
            !(of_bot.turns.tidy(now) && is_over)
        });
        let of_bot = state.bots.entry(Arc::clone(bot)).or_default();
        of_bot.floods.record(chat, now, rule)
    }

    /// Lets no call of a chat, or of the whole bot, go before a moment.
    pub(super) fn freeze(
        &self,
        bot: &Arc<str>,
        chat: Option<&Arc<str>>,
        all: bool,
        until: Duration,
        now: Duration,
    ) {
        let mut state = self.lock();
        let of_bot = state.bots.entry(Arc::clone(bot)).or_default();
        let keys = chat.map(|chat| [Arc::clone(chat), order_of_actions(chat)]);
        let keys = keys.into_iter().flatten();
        of_bot.turns.freeze(keys, all, until, now);
    }

    /// Records that the budget failed at the moment `now`.
    pub(super) fn failed(&self, now: Duration, error: String) {
        self.lock().outage = Some((now.saturating_add(OUTAGE), error));
    }

    /// Returns the error of the budget if it has just failed.
    pub(super) fn outage(&self, now: Duration) -> Option<String> {
        let mut state = self.lock();
        state.outage.take_if(|(until, _)| *until <= now);
        state.outage.as_ref().map(|(_, error)| error.clone())
    }

    pub(super) fn waiting(&self) -> usize {
        self.lock().waiting
    }

    /// Lets no further call in.
    pub(super) fn close(&self) {
        self.lock().is_closed = true;
    }

    /// Waits until no call waits or is in flight.
    pub(super) async fn drained(&self) {
        poll_fn(|cx| {
            self.change(|state, _| {
                if state.is_idle() {
                    return Poll::Ready(());
                }
                // Those that are removed are not the last ones of their task.
                state.drains.retain(|waker| !waker.will_wake(cx.waker()));
                state.drains.push(cx.waker().clone());
                Poll::Pending
            })
        })
        .await;
    }

    /// Changes the state, and wakes others when it is unlocked again.
    fn change<R>(&self, change: impl FnOnce(&mut State, &mut Wakers) -> R) -> R {
        let mut wakes = Wakers::default();
        let result = {
            let mut state = self.lock();
            let result = change(&mut state, &mut wakes);
            if state.is_idle() {
                wakes.wake(state.drains.drain(..));
            }
            result
        };
        wakes.finish();
        result
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Removes a bot of which nothing is known.
    fn tidy(&mut self, bot: &str, now: Duration) {
        let is_over = |of_bot: &mut OfBot| of_bot.turns.tidy(now) && of_bot.floods.is_empty();
        if self.bots.get_mut(bot).is_some_and(is_over) {
            self.bots.remove(bot);
        }
    }

    fn is_idle(&self) -> bool {
        self.waiting == 0 && self.in_flight == 0
    }
}

/// Returns the moment before which a call is not sent, with so many calls ahead of it in its chat.
fn earliest(target: &Target, ahead: usize, from: Duration) -> Duration {
    let ahead = u32::try_from(ahead).unwrap_or(u32::MAX);
    let of_chat = target.parts.len().saturating_sub(1);
    let windows = target.parts.iter().take(of_chat).map(|(_, limit)| {
        let windows = ahead / limit.count();
        limit.per().saturating_mul(windows)
    });
    from.saturating_add(windows.max().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As those of a bot with a call in flight at any time.
    #[test]
    fn frozen_chats_are_forgotten_although_nothing_is_sent_to_them() {
        let queue = Queue::default();
        let bot: Arc<str> = "1".into();
        for second in 0..1000 {
            let now = Duration::from_secs(second);
            let chat: Arc<str> = format!("1:chat:{second}").into();
            let until = now.saturating_add(Duration::from_secs(5));
            queue.freeze(&bot, Some(&chat), false, until, now);
        }
        let state = queue.lock();
        let frozen = state.bots.values().map(|of_bot| of_bot.turns.frozen());
        assert_eq!(frozen.sum::<usize>(), 2 * 5);
    }
}
