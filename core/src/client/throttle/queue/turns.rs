//! The order in which the waiting calls of a bot get their turn.
//!
//! Each chat has a queue of its own, whose first call stands for the chat. A chat is *ready*, in the
//! line of the chats that compete for the bot's own limit, or *timed*, until its own limits let it be
//! ready. Only the first call of a line asks the budget, and only the first one of the timed chats
//! waits for its time; they wake the next. A chat that was served goes to the end of the line.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::task::Waker;
use std::time::Duration;

use super::caller::{Caller, Step};
use super::line::{GRACE, Line};
use crate::client::throttle::target::Class;

/// The waiting calls of a bot.
#[derive(Debug, Default)]
pub(super) struct Turns {
    chats: HashMap<Arc<str>, Chat>,
    lines: [Line; 2],
    /// The chats that wait for their own limits, by the end of the wait.
    timed: BTreeMap<(Duration, u64), Arc<str>>,
    /// The call that waits for the first timed chat.
    timekeeper: Option<u64>,
    /// Calls that were not polled when it was their turn, and have lost it.
    parked: HashSet<u64>,
    /// The chats that flood control has frozen, and until when.
    frozen: HashMap<Arc<str>, Duration>,
    /// The number of the next position in a line.
    next: u64,
}

#[derive(Debug)]
struct Chat {
    /// The waiting calls, first come first.
    calls: BTreeMap<u64, Waiting>,
    stage: Stage,
}

#[derive(Debug)]
struct Waiting {
    class: Class,
    waker: Option<Waker>,
}

#[derive(Clone, Copy, Debug)]
enum Stage {
    Ready(Class, u64),
    Timed(Duration, u64),
}

impl Turns {
    /// Returns whether nothing is known, after removing what is over.
    pub(super) fn tidy(&mut self, now: Duration) -> bool {
        if !(self.chats.is_empty() && self.parked.is_empty()) {
            return false;
        }
        self.frozen.retain(|_, until| *until > now);
        self.frozen.is_empty() && !self.lines.iter().any(|line| line.is_frozen(now))
    }

    /// Returns the number of calls that wait for the chat of a class's call, and the moment before
    /// which none is sent.
    pub(super) fn waiting(&self, chat: &str, class: Class) -> (usize, Duration) {
        let [normal, paid] = &self.lines;
        let line = match class {
            Class::Normal => normal,
            Class::Paid => paid,
        };
        let frozen = self.frozen.get(chat).copied().unwrap_or_default();
        let from = line.opens().max(frozen);
        match self.chats.get(chat) {
            Some(Chat { calls, stage }) => match *stage {
                Stage::Ready(..) => (calls.len(), from),
                Stage::Timed(at, _) => (calls.len(), from.max(at)),
            },
            None => (0, from),
        }
    }

    /// Lets no call of a chat, or of the whole bot, go before a moment.
    pub(super) fn freeze(&mut self, chat: Option<&Arc<str>>, all: bool, until: Duration) {
        if let Some(chat) = chat {
            let known = self.frozen.entry(Arc::clone(chat)).or_default();
            *known = until.max(*known);
        }
        for line in self.lines.iter_mut().filter(|_| all) {
            line.freeze(until);
        }
    }

    /// Adds a call at the end of its chat's queue.
    pub(super) fn enter(&mut self, caller: &Caller) {
        let waiting = Waiting {
            class: caller.class,
            waker: None,
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
    pub(super) fn leave(&mut self, caller: &Caller, wakes: &mut Vec<Waker>, now: Duration) {
        self.remove(caller, false);
        self.wake(wakes, now);
    }

    /// Removes a call that is sent. Its chat goes to the end of the line.
    pub(super) fn served(&mut self, caller: &Caller, wakes: &mut Vec<Waker>, now: Duration) {
        self.line(caller.class).acted(now);
        self.remove(caller, true);
        self.wake(wakes, now);
    }

    /// Lets the chat of a call wait.
    pub(super) fn postpone(
        &mut self,
        caller: &Caller,
        until: Duration,
        wakes: &mut Vec<Waker>,
        now: Duration,
    ) {
        self.line(caller.class).acted(now);
        if self.is_head(caller) {
            self.take_out(&caller.chat);
            let position = self.position();
            self.timed
                .insert((until, position), Arc::clone(&caller.chat));
            if let Some(chat) = self.chats.get_mut(&caller.chat) {
                chat.stage = Stage::Timed(until, position);
            }
        }
        self.wake(wakes, now);
    }

    /// Lets a whole line wait.
    pub(super) fn block(&mut self, class: Class, until: Duration, now: Duration) {
        let line = self.line(class);
        line.acted(now);
        line.blocked_until = until;
    }

    /// Returns what a call does now. It is woken when that changes.
    pub(super) fn turn(
        &mut self,
        caller: &mut Caller,
        own: &Waker,
        wakes: &mut Vec<Waker>,
        now: Duration,
        number: &mut u64,
    ) -> Step {
        if self.parked.remove(&caller.id) {
            // The others have gone on without it.
            caller.id = *number;
            *number += 1;
            self.enter(caller);
        }
        if let Some(waiting) = self.waiting_mut(caller) {
            waiting.waker = None;
        }
        self.park_timekeeper(caller.id, now);
        self.advance(now);
        self.park_idle(caller.id, wakes, now);
        self.wake(wakes, now);
        if let Some(until) = self.frozen_first(caller, now) {
            self.postpone(caller, until, wakes, now);
            // Its deadline may be earlier.
            return Step::At(until);
        }
        if let Some(waiting) = self.waiting_mut(caller) {
            waiting.waker = Some(own.clone());
        }
        let grace = self.line(caller.class).hurry();
        if !self.is_head(caller) {
            return Step::Woken(grace);
        }
        match self.chats.get(&caller.chat).map(|chat| chat.stage) {
            Some(Stage::Timed(at, _)) if self.timekeeper == Some(caller.id) => Step::At(at),
            Some(Stage::Timed(at, _)) => Step::Until(at.saturating_add(GRACE)),
            Some(Stage::Ready(class, position)) => {
                let line = self.line(class);
                if line.first() != Some(position) {
                    let next = line.opens().saturating_add(GRACE);
                    let is_long = grace.is_none() && line.opens() > now.saturating_add(GRACE);
                    return if is_long {
                        Step::Until(next)
                    } else {
                        Step::Woken(grace)
                    };
                }
                line.acted(now);
                if line.opens() > now {
                    return Step::At(line.opens());
                }
                line.asks();
                Step::Ask
            }
            _ => Step::Woken(grace),
        }
    }

    /// Returns until when a call is frozen that would ask the budget now.
    fn frozen_first(&mut self, caller: &Caller, now: Duration) -> Option<Duration> {
        let until = *self.frozen.get(&caller.chat)?;
        if until <= now {
            self.frozen.remove(&caller.chat);
            return None;
        }
        let Stage::Ready(class, position) = self.chats.get(&caller.chat)?.stage else {
            return None;
        };
        let is_first = self.is_head(caller) && self.line(class).first() == Some(position);
        is_first.then_some(until)
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

    /// Removes the first calls of lines whose tasks do not poll them, until they are polled again.
    fn park_idle(&mut self, own: u64, wakes: &mut Vec<Waker>, now: Duration) {
        for class in [Class::Normal, Class::Paid] {
            let Some(idle) = self.line(class).idle(now).filter(|idle| *idle != own) else {
                continue;
            };
            let Some(chat) = self.line(class).chat() else {
                continue;
            };
            let caller = Caller {
                id: idle,
                chat,
                class,
            };
            if self.is_head(&caller) {
                self.park(&caller);
                self.wake(wakes, now);
            }
        }
    }

    /// Does the same with the call that waits for the first timed chat.
    fn park_timekeeper(&mut self, own: u64, now: Duration) {
        let Some(id) = self.timekeeper.filter(|id| *id != own) else {
            return;
        };
        let Some(((at, _), chat)) = self.timed.first_key_value() else {
            return;
        };
        if at.saturating_add(GRACE) > now {
            return;
        }
        let chat = Arc::clone(chat);
        let class = self.chats.get(&chat).and_then(Chat::class);
        let caller = class.map(|class| Caller { id, chat, class });
        if let Some(caller) = caller.filter(|caller| self.is_head(caller)) {
            self.park(&caller);
        }
    }

    fn park(&mut self, caller: &Caller) {
        self.line(caller.class).park();
        self.remove(caller, false);
        self.parked.insert(caller.id);
    }

    /// Takes the wakers of the calls that have become the first ones.
    fn wake(&mut self, wakes: &mut Vec<Waker>, now: Duration) {
        let (chats, lines) = (&mut self.chats, &mut self.lines);
        for line in lines {
            let first = line.chat();
            let head = first.as_ref().and_then(|key| chats.get_mut(key)?.head());
            if line.tell(head.as_ref().map(|(id, _)| *id), now) {
                wakes.extend(head.and_then(|(_, waiting)| waiting.waker.take()));
            }
        }
        let first = self.timed.first_key_value().map(|(_, key)| key);
        let head = first.and_then(|key| chats.get_mut(key)?.head());
        let id = head.as_ref().map(|(id, _)| *id);
        if self.timekeeper != id {
            self.timekeeper = id;
            wakes.extend(head.and_then(|(_, waiting)| waiting.waker.take()));
        }
    }

    /// Removes a call from its chat, and the chat if it was the last one.
    fn remove(&mut self, caller: &Caller, is_served: bool) {
        if self.parked.remove(&caller.id) {
            return;
        }
        let was_head = self.is_head(caller);
        let Some(chat) = self.chats.get_mut(&caller.chat) else {
            return;
        };
        chat.calls.remove(&caller.id);
        let (stage, class) = (chat.stage, chat.class());
        let Some(class) = class else {
            self.take_out(&caller.chat);
            self.chats.remove(&caller.chat);
            return;
        };
        let moves = match stage {
            Stage::Timed(..) => false,
            Stage::Ready(line, _) => was_head && (is_served || line != class),
        };
        if moves {
            self.take_out(&caller.chat);
            let stage = self.join(&caller.chat, class);
            if let Some(chat) = self.chats.get_mut(&caller.chat) {
                chat.stage = stage;
            }
        }
    }

    /// Adds a chat at the end of a line.
    fn join(&mut self, chat: &Arc<str>, class: Class) -> Stage {
        let position = self.position();
        self.line(class).join(position, Arc::clone(chat));
        Stage::Ready(class, position)
    }

    /// Removes a chat from its line, or from the timed ones.
    fn take_out(&mut self, chat: &str) {
        match self.chats.get(chat).map(|chat| chat.stage) {
            Some(Stage::Ready(class, position)) => self.line(class).leave(position),
            Some(Stage::Timed(at, position)) => drop(self.timed.remove(&(at, position))),
            None => {}
        }
    }

    fn position(&mut self) -> u64 {
        self.next += 1;
        self.next
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
        let first = chat.and_then(|chat| chat.calls.first_key_value());
        first.is_some_and(|(id, _)| *id == caller.id)
    }

    fn waiting_mut(&mut self, caller: &Caller) -> Option<&mut Waiting> {
        let chat = self.chats.get_mut(&caller.chat)?;
        chat.calls.get_mut(&caller.id)
    }
}

impl Chat {
    /// Returns the first call.
    fn head(&mut self) -> Option<(u64, &mut Waiting)> {
        self.calls.iter_mut().next().map(|(id, call)| (*id, call))
    }

    /// Returns the class of the first call.
    fn class(&self) -> Option<Class> {
        self.calls.values().next().map(|call| call.class)
    }
}
