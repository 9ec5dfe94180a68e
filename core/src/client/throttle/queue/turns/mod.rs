//! The order in which the waiting calls of a bot get their turn.
//!
//! Each chat has a queue of its own, whose first call stands for the chat. A chat is *held* while a
//! call of it is in flight, so that its calls arrive in their order. After that, it is *ready*, in the
//! line of the chats that compete for the bot's own limit, or *timed*, until its own limits let it be
//! ready. Only the first call of a line asks the budget, and only the first one of the timed chats
//! waits for its time; they wake the next. A chat whose call is over goes to the end of the line.

mod chat;
mod flights;
mod idle;
mod watch;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::task::Waker;
use std::time::Duration;

use chat::{Chat, Stage, Waiting};
use flights::Flights;
use watch::watch;

use super::caller::{Caller, Step};
use super::line::{GRACE, Line};
use super::poll_watch::PollWatch;
use super::wakers::Wakers;
use crate::client::throttle::target::{Class, chat_of_actions};

/// A call that is about to look waits at least so long.
const SOON: Duration = Duration::from_millis(1);

/// The waiting calls of a bot.
#[derive(Debug, Default)]
pub(super) struct Turns {
    chats: HashMap<Arc<str>, Chat>,
    lines: [Line; 2],
    /// The chats that wait for their own limits, by the end of the wait.
    timed: BTreeMap<(Duration, u64), Arc<str>>,
    /// The call that waits for the first timed chat.
    timekeeper: Option<u64>,
    flights: Flights,
    /// Calls that were not polled when it was their turn, and have lost it.
    parked: HashSet<u64>,
    /// The chats that flood control has frozen, and until when.
    frozen: HashMap<Arc<str>, Duration>,
    /// The number of the next position in a line.
    next: u64,
}

impl Turns {
    /// Returns whether nothing is known, after removing what is over.
    pub(super) fn tidy(&mut self, now: Duration) -> bool {
        if !(self.chats.is_empty() && self.parked.is_empty() && self.flights.is_empty()) {
            return false;
        }
        self.frozen.retain(|_, until| *until > now);
        self.frozen.is_empty() && !self.lines.iter().any(|line| line.is_frozen(now))
    }

    /// Returns the number of calls that wait for the chat of a class's call, and the moment before
    /// which none is sent. When the call in flight is over is not known.
    pub(super) fn waiting(&self, chat: &str, class: Class) -> (usize, Duration) {
        let line = self.line_of(class);
        let frozen = self.frozen.get(chat).copied().unwrap_or_default();
        let from = line.opens().max(frozen);
        match self.chats.get(chat) {
            Some(Chat { calls, stage }) => match *stage {
                Stage::Ready(..) | Stage::Held => (calls.len(), from),
                Stage::Timed(at, _) => (calls.len(), from.max(at)),
            },
            None => (0, from),
        }
    }

    /// Lets no call of some chats, or of the whole bot, go before a moment.
    pub(super) fn freeze(
        &mut self,
        chats: impl IntoIterator<Item = Arc<str>>,
        all: bool,
        until: Duration,
        now: Duration,
    ) {
        // Those to which nothing is sent would remain otherwise.
        self.frozen.retain(|_, until| *until > now);
        for chat in chats {
            let known = self.frozen.entry(chat).or_default();
            *known = until.max(*known);
        }
        for line in self.lines.iter_mut().filter(|_| all) {
            line.freeze(until);
        }
    }

    /// Returns the number of frozen keys in memory.
    #[cfg(test)]
    pub(super) fn frozen(&self) -> usize {
        self.frozen.len()
    }

    /// Adds a call at the end of its chat's queue.
    pub(super) fn enter(&mut self, caller: &Caller) {
        let waiting = Waiting {
            class: caller.class,
            waker: None,
            is_next: false,
        };
        if let Some(chat) = self.chats.get_mut(&caller.chat) {
            chat.calls.insert(caller.id, waiting);
            return;
        }
        let stage = self.join(&caller.chat, caller.class);
        let calls = BTreeMap::from([(caller.id, waiting)]);
        self.chats
            .insert(Arc::clone(&caller.chat), Chat { calls, stage });
    }

    /// Removes a call that is not sent.
    pub(super) fn leave(&mut self, caller: &Caller, wakes: &mut Wakers, now: Duration) {
        self.remove(caller, wakes);
        self.wake(wakes, now);
    }

    /// Removes a call that is sent. If it has a chat, the next one waits until it has
    /// [landed](Self::landed).
    pub(super) fn served(
        &mut self,
        caller: &Caller,
        flight: Option<Arc<PollWatch>>,
        wakes: &mut Wakers,
        now: Duration,
    ) {
        self.line(caller.class).acted(caller.id, now);
        self.remove(caller, wakes);
        if let Some(watch) = flight {
            self.flights.add(&caller.chat, caller.id, watch);
            self.put(&caller.chat, Stage::Held);
        }
        self.wake(wakes, now);
    }

    /// Lets the next call of a chat go, because the one before it is over. Its chat goes to the end
    /// of the line.
    pub(super) fn landed(&mut self, chat: &Arc<str>, id: u64, wakes: &mut Wakers, now: Duration) {
        if self.flights.end(chat, id) {
            self.release(chat);
            self.wake(wakes, now);
        }
    }

    /// Lets the chat of a call wait.
    pub(super) fn postpone(
        &mut self,
        caller: &Caller,
        until: Duration,
        wakes: &mut Wakers,
        now: Duration,
    ) {
        self.line(caller.class).acted(caller.id, now);
        // Unless it was so slow to ask that another call overtook it, which is in flight.
        if self.is_head(caller) && !self.flights.has(&caller.chat) {
            let position = self.position();
            self.put(&caller.chat, Stage::Timed(until, position));
            self.timed
                .insert((until, position), Arc::clone(&caller.chat));
        }
        self.wake(wakes, now);
    }

    /// Lets a whole line wait.
    pub(super) fn block(&mut self, caller: &Caller, until: Duration, now: Duration) {
        let line = self.line(caller.class);
        line.acted(caller.id, now);
        line.blocked_until = until;
    }

    /// Returns what a call does now. It is woken when that changes. `last` is the greatest number of a
    /// call so far.
    pub(super) fn turn(
        &mut self,
        caller: &mut Caller,
        own: &Waker,
        wakes: &mut Wakers,
        now: Duration,
        last: &mut u64,
    ) -> Step {
        if self.parked.remove(&caller.id) {
            // The others have gone on without it.
            *last += 1;
            caller.id = *last;
            self.enter(caller);
        }
        if let Some(waiting) = self.waiting_mut(caller) {
            let old = waiting.waker.take();
            wakes.discard(old.filter(|old| !old.will_wake(own)));
            waiting.is_next = false;
        }
        self.release_idle(&caller.chat, now);
        self.park_timekeeper(caller.id, wakes, now);
        self.advance(now);
        self.park_idle(caller.id, wakes, now);
        self.wake(wakes, now);
        let frozen = self.frozen_first(caller, now);
        if let Some(until) = frozen.or_else(|| self.messages_first(caller)) {
            self.postpone(caller, until, wakes, now);
            // Its deadline may be earlier.
            return Step::At(until);
        }
        let step = self.step(caller, now);
        if step != Step::Ask
            && let Some(waiting) = self.waiting_mut(caller)
        {
            waiting.waker = Some(own.clone());
        }
        step
    }

    fn step(&mut self, caller: &Caller, now: Duration) -> Step {
        let Some(chat) = self.chats.get(&caller.chat) else {
            return Step::Watch(now.saturating_add(GRACE));
        };
        let (stage, calls, is_head) = (chat.stage, chat.calls.len(), chat.is_head(caller.id));
        let is_next = chat.calls.get(&caller.id).is_some_and(|call| call.is_next);
        let look = |from: Duration, others: usize| {
            let calls = calls.saturating_add(others);
            Step::Watch(from.max(now).saturating_add(watch(calls, caller.id, now)))
        };
        match stage {
            Stage::Held => look(now, 0),
            Stage::Timed(at, _) if !is_head => look(at, self.timed.len()),
            Stage::Timed(at, _) if self.timekeeper == Some(caller.id) => Step::At(at),
            Stage::Timed(at, _) => Step::Until(at.saturating_add(GRACE)),
            Stage::Ready(class, position) => {
                let line = self.line(class);
                if !is_head || line.first() != Some(position) {
                    return match line.due().filter(|_| is_next || line.hurries()) {
                        Some(due) => Step::Watch(due.max(now.saturating_add(SOON))),
                        None => look(line.opens(), line.len()),
                    };
                }
                line.acted(caller.id, now);
                if line.opens() > now {
                    return Step::At(line.opens());
                }
                line.asks(caller.id);
                Step::Ask
            }
        }
    }

    /// Returns until when a call is frozen that would ask the budget now.
    fn frozen_first(&mut self, caller: &Caller, now: Duration) -> Option<Duration> {
        let until = *self.frozen.get(&caller.chat)?;
        if until <= now {
            self.frozen.remove(&caller.chat);
            return None;
        }
        self.would_ask(caller).then_some(until)
    }

    /// Returns until when an action waits that would ask the budget now, because a call to its chat
    /// waits for room. Otherwise actions, each of which needs little room, could take all that there
    /// ever is.
    fn messages_first(&self, caller: &Caller) -> Option<Duration> {
        let chat = self.chats.get(chat_of_actions(&caller.chat)?)?;
        let Stage::Timed(until, _) = chat.stage else {
            return None;
        };
        self.would_ask(caller).then_some(until)
    }

    /// Returns whether a call is the first one of its line.
    fn would_ask(&self, caller: &Caller) -> bool {
        let stage = self.chats.get(&caller.chat).map(|chat| chat.stage);
        let Some(Stage::Ready(class, position)) = stage else {
            return false;
        };
        self.line_of(class).first() == Some(position) && self.is_head(caller)
    }

    /// Lets all chats whose time has come join the line.
    fn advance(&mut self, now: Duration) {
        while let Some(entry) = self.timed.first_entry() {
            if entry.key().0 > now {
                break;
            }
            let key = entry.remove();
            let Some(class) = self.chats.get(&key).and_then(Chat::class) else {
                continue;
            };
            let stage = self.join(&key, class);
            if let Some(chat) = self.chats.get_mut(&key) {
                chat.stage = stage;
            }
        }
    }

    /// Removes a call from its chat, and the chat if it was the last one.
    fn remove(&mut self, caller: &Caller, wakes: &mut Wakers) {
        if self.parked.remove(&caller.id) {
            return;
        }
        let Some(chat) = self.chats.get_mut(&caller.chat) else {
            return;
        };
        let waiting = chat.calls.remove(&caller.id);
        wakes.discard(waiting.and_then(|waiting| waiting.waker));
        let (stage, class) = (chat.stage, chat.class());
        let Some(class) = class else {
            self.take_out(&caller.chat);
            self.chats.remove(&caller.chat);
            return;
        };
        // The next call may belong to the other line.
        if matches!(stage, Stage::Ready(line, _) if line != class) {
            self.take_out(&caller.chat);
            let stage = self.join(&caller.chat, class);
            if let Some(chat) = self.chats.get_mut(&caller.chat) {
                chat.stage = stage;
            }
        }
    }

    /// Lets a chat whose call is over wait for its turn.
    fn release(&mut self, chat: &Arc<str>) {
        let waiting = self.chats.get(chat);
        let is_held = |chat: &&Chat| matches!(chat.stage, Stage::Held);
        if let Some(class) = waiting.filter(is_held).and_then(Chat::class) {
            let stage = self.join(chat, class);
            self.put(chat, stage);
        }
    }

    /// Adds a chat at the end of a line, unless a call of it is in flight.
    fn join(&mut self, chat: &Arc<str>, class: Class) -> Stage {
        if self.flights.has(chat) {
            return Stage::Held;
        }
        let position = self.position();
        self.line(class).join(position, Arc::clone(chat));
        Stage::Ready(class, position)
    }

    /// Moves a chat to another stage.
    fn put(&mut self, chat: &str, stage: Stage) {
        self.take_out(chat);
        if let Some(chat) = self.chats.get_mut(chat) {
            chat.stage = stage;
        }
    }

    /// Removes a chat from its line, or from the timed ones.
    fn take_out(&mut self, chat: &str) {
        match self.chats.get(chat).map(|chat| chat.stage) {
            Some(Stage::Ready(class, position)) => self.line(class).leave(position),
            Some(Stage::Timed(at, position)) => drop(self.timed.remove(&(at, position))),
            Some(Stage::Held) | None => {}
        }
    }

    fn position(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    fn line_of(&self, class: Class) -> &Line {
        let [normal, paid] = &self.lines;
        match class {
            Class::Normal => normal,
            Class::Paid => paid,
        }
    }

    fn line(&mut self, class: Class) -> &mut Line {
        let [normal, paid] = &mut self.lines;
        match class {
            Class::Normal => normal,
            Class::Paid => paid,
        }
    }

    fn is_head(&self, caller: &Caller) -> bool {
        let chat = self.chats.get(&caller.chat);
        chat.is_some_and(|chat| chat.is_head(caller.id))
    }

    fn waiting_mut(&mut self, caller: &Caller) -> Option<&mut Waiting> {
        let chat = self.chats.get_mut(&caller.chat)?;
        chat.calls.get_mut(&caller.id)
    }
}
