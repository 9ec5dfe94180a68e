//! A call's place in the queue.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll, Waker, ready};
use std::time::Duration;

use super::caller::{Caller, Step};
use super::flight::{Flight, OfChat};
use super::poll_watch::PollWatch;
use super::turns::Turns;
use super::wakers::Wakers;
use super::{Queue, State};
use crate::error::TransportErrorKind;
use crate::http::timer::{SharedTimer, Sleep};

/// The place of a call, which gives it up when dropped.
pub(in crate::client::throttle) struct Place {
    queue: Queue,
    bot: Arc<str>,
    caller: Caller,
    deadline: Option<Duration>,
    timer: SharedTimer,
    /// Whether the call has a chat, whose calls wait for each other.
    has_chat: bool,
    is_over: bool,
}

impl Place {
    pub(super) fn new(
        queue: &Queue,
        bot: &Arc<str>,
        caller: Caller,
        has_chat: bool,
        deadline: Option<Duration>,
        timer: &SharedTimer,
    ) -> Self {
        Self {
            queue: queue.clone(),
            bot: Arc::clone(bot),
            caller,
            deadline,
            timer: timer.clone(),
            has_chat,
            is_over: false,
        }
    }

    /// Waits until it is the call's turn to ask the budget. Fails at the call's deadline.
    pub(in crate::client::throttle) async fn turn(&mut self) -> Result<(), TransportErrorKind> {
        let mut sleep = None;
        poll_fn(|cx| self.poll_turn(&mut sleep, cx)).await
    }

    fn poll_turn(
        &mut self,
        sleep: &mut Option<(Duration, Sleep)>,
        cx: &mut Context<'_>,
    ) -> Poll<Result<(), TransportErrorKind>> {
        loop {
            let now = self.timer.now();
            if self.is_late(now) {
                return Poll::Ready(Err(TransportErrorKind::Throttled));
            }
            let at = match self.look(cx.waker(), now) {
                Step::Ask => return Poll::Ready(Ok(())),
                Step::At(at) if self.is_late(at) => {
                    return Poll::Ready(Err(TransportErrorKind::Throttled));
                }
                Step::At(at) | Step::Until(at) => at,
                Step::Watch(at) => match sleep {
                    // Each wake would make a new one otherwise.
                    Some((known, _)) if *known <= at => *known,
                    _ => at,
                },
            };
            let at = self.deadline.map_or(at, |deadline| deadline.min(at));
            if !matches!(sleep, Some((until, _)) if *until == at) {
                let Some(new) = self.timer.sleep(at.saturating_sub(now)) else {
                    return Poll::Ready(Err(TransportErrorKind::NoTimer));
                };
                *sleep = Some((at, new));
            }
            if let Some((_, sleep)) = sleep {
                ready!(sleep.as_mut().poll(cx));
            }
            *sleep = None;
        }
    }

    fn look(&mut self, waker: &Waker, now: Duration) -> Step {
        let (bot, caller) = (&self.bot, &mut self.caller);
        self.queue.change(|state, wakes| {
            let State { bots, last, .. } = state;
            let of_bot = bots.entry(Arc::clone(bot)).or_default();
            of_bot.turns.turn(caller, waker, wakes, now, last)
        })
    }

    /// Returns whether the call's deadline has passed at a moment.
    pub(in crate::client::throttle) fn is_late(&self, at: Duration) -> bool {
        self.deadline.is_some_and(|deadline| deadline <= at)
    }

    /// Lets the call's chat wait, and others go first.
    pub(in crate::client::throttle) fn postpone(&self, until: Duration) {
        let now = self.timer.now();
        self.change(|turns, wakes| turns.postpone(&self.caller, until, wakes, now));
    }

    /// Lets the bot wait.
    pub(in crate::client::throttle) fn block(&self, until: Duration) {
        let now = self.timer.now();
        self.change(|turns, _| turns.block(&self.caller, until, now));
    }

    /// Leaves the queue, because the call is sent.
    pub(in crate::client::throttle) fn leave(mut self) -> Flight {
        self.is_over = true;
        let now = self.timer.now();
        let watch = self.has_chat.then(|| Arc::new(PollWatch::new(&self.timer)));
        let of_chat = watch.clone().map(|watch| OfChat {
            id: self.caller.id,
            bot: Arc::clone(&self.bot),
            chat: Arc::clone(&self.caller.chat),
            timer: self.timer.clone(),
            watch,
        });
        self.queue.change(|state, wakes| {
            state.waiting = state.waiting.saturating_sub(1);
            state.in_flight += 1;
            if let Some(of_bot) = state.bots.get_mut(&self.bot) {
                of_bot.turns.served(&self.caller, watch, wakes, now);
            }
            state.tidy(&self.bot, now);
        });
        Flight::new(&self.queue, of_chat)
    }

    fn change(&self, change: impl FnOnce(&mut Turns, &mut Wakers)) {
        self.queue.change(|state, wakes| {
            if let Some(of_bot) = state.bots.get_mut(&self.bot) {
                change(&mut of_bot.turns, wakes);
            }
        });
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        let now = self.timer.now();
        self.queue.change(|state, wakes| {
            state.waiting = state.waiting.saturating_sub(1);
            if let Some(of_bot) = state.bots.get_mut(&self.bot) {
                of_bot.turns.leave(&self.caller, wakes, now);
            }
            state.tidy(&self.bot, now);
        });
    }
}
