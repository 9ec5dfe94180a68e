//! Calls whose tasks do not poll them, and what they lose.

use std::sync::Arc;
use std::time::Duration;

use super::Turns;
use super::chat::Chat;
use crate::client::throttle::queue::caller::Caller;
use crate::client::throttle::queue::line::GRACE;
use crate::client::throttle::queue::wakers::Wakers;
use crate::client::throttle::target::Class;

/// How many calls behind the first one look in time whether it is polled.
const NEXT: usize = 3;

impl Turns {
    /// Removes the first calls of lines whose tasks do not poll them, until they are polled again.
    pub(super) fn park_idle(&mut self, own: u64, wakes: &mut Wakers, now: Duration) {
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
                self.park(&caller, wakes);
                self.wake(wakes, now);
            }
        }
    }

    /// Does the same with the call that waits for the first timed chat.
    pub(super) fn park_timekeeper(&mut self, own: u64, wakes: &mut Wakers, now: Duration) {
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
            self.park(&caller, wakes);
        }
    }

    /// Lets the next call of a chat go if the task of the one in flight does not poll it.
    pub(super) fn release_idle(&mut self, chat: &Arc<str>, now: Duration) {
        if self.flights.end_idle(chat, now) {
            self.release(chat);
        }
    }

    fn park(&mut self, caller: &Caller, wakes: &mut Wakers) {
        self.line(caller.class).park();
        self.remove(caller, wakes);
        self.parked.insert(caller.id);
    }

    /// Takes the wakers of the calls that have become the first ones, or the next.
    pub(super) fn wake(&mut self, wakes: &mut Wakers, now: Duration) {
        let (chats, lines) = (&mut self.chats, &mut self.lines);
        for line in lines {
            let first = line.chat();
            let head = first.as_ref().and_then(|key| chats.get_mut(key)?.head());
            if line.tell(head.as_ref().map(|(id, _)| *id), now) {
                wakes.wake(head.and_then(|(_, waiting)| waiting.waker.take()));
            }
            for (index, key) in line.chats().take(NEXT).enumerate() {
                let Some(chat) = chats.get_mut(key) else {
                    continue;
                };
                // Of the first chat, the call behind its first one.
                let skipped = usize::from(index == 0);
                let next = chat.calls.values_mut().nth(skipped);
                if let Some(next) = next.filter(|next| !next.is_next) {
                    next.is_next = true;
                    wakes.wake(next.waker.take());
                }
            }
        }
        let first = self.timed.first_key_value().map(|(_, key)| key);
        let head = first.and_then(|key| chats.get_mut(key)?.head());
        let id = head.as_ref().map(|(id, _)| *id);
        if self.timekeeper != id {
            self.timekeeper = id;
            wakes.wake(head.and_then(|(_, waiting)| waiting.waker.take()));
        }
    }
}
