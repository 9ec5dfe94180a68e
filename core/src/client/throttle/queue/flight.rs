//! A call that is being performed.

use std::future::Future;
use std::sync::Arc;

use super::Queue;
use super::poll_watch::PollWatch;
use crate::http::timer::SharedTimer;

/// A call that is being performed. The next call of its chat is sent when this is dropped.
pub(in crate::client::throttle) struct Flight {
    queue: Queue,
    of_chat: Option<OfChat>,
}

/// What the end of a call with a chat needs.
pub(super) struct OfChat {
    pub(super) id: u64,
    pub(super) bot: Arc<str>,
    pub(super) chat: Arc<str>,
    pub(super) timer: SharedTimer,
    pub(super) watch: Arc<PollWatch>,
}

impl Flight {
    pub(super) fn new(queue: &Queue, of_chat: Option<OfChat>) -> Self {
        Self {
            queue: queue.clone(),
            of_chat,
        }
    }

    /// Awaits the response to the call.
    pub(in crate::client::throttle) async fn track<T>(
        &self,
        future: impl Future<Output = T> + Unpin,
    ) -> T {
        match &self.of_chat {
            Some(of_chat) => of_chat.watch.track(future).await,
            None => future.await,
        }
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.queue.change(|state, wakes| {
            state.in_flight = state.in_flight.saturating_sub(1);
            let Some(of_chat) = &self.of_chat else {
                return;
            };
            let now = of_chat.timer.now();
            if let Some(of_bot) = state.bots.get_mut(&of_chat.bot) {
                of_bot.turns.landed(&of_chat.chat, of_chat.id, wakes, now);
            }
            state.tidy(&of_chat.bot, now);
        });
    }
}
