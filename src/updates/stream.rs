//! The stream of updates.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::allowed::AllowedUpdates;
use super::error::PollError;
use super::fetch::{Batch, Fetched, confirm, fetch};
use super::handle::UpdatesHandle;
use super::settings::Settings;
use crate::types::Update;
use crate::{Bot, Error};

/// The updates of a bot, by long polling. Created by
/// [`bot.updates()`](super::BotUpdates::updates).
///
/// It is a [`Stream`], and [`next`](Self::next) works without a crate for streams. Failures that may
/// pass, such as a lost connection or flood control, are not items: the poll is repeated after a
/// random back-off, or after exactly the time that the server asks for, and
/// [`on_error`](Self::on_error) tells of them. An update that cannot be decoded is an item of the
/// kind [`Undecodable`](crate::types::UpdateKind::Undecodable). An `Err` is the last item.
///
/// A dropped stream confirms nothing, so its last update comes again.
#[must_use = "a stream does nothing until it is polled"]
pub struct Updates {
    bot: Bot,
    settings: Settings,
    state: State,
    batch: Batch,
    /// The JSON of the update that was handed out last.
    raw: Option<Box<str>>,
    /// The id after that of the update that was handed out last.
    offset: Option<i64>,
    /// Whether any update was handed out, so that there is something to confirm.
    is_begun: bool,
    handle: UpdatesHandle,
}

type Fetch = dyn Future<Output = Result<Batch, PollError>> + Send;

enum State {
    Idle,
    Fetching(Pin<Box<Fetch>>),
    Confirming(Pin<Box<dyn Future<Output = ()> + Send>>),
    Ended,
}

impl Updates {
    pub(super) fn new(bot: &Bot) -> Self {
        Self {
            bot: bot.clone(),
            settings: Settings::default(),
            state: State::Idle,
            batch: Batch::default(),
            raw: None,
            offset: None,
            is_begun: false,
            handle: UpdatesHandle::default(),
        }
    }

    /// Sets which kinds of updates are received. Default: the last choice, which the server
    /// remembers.
    pub fn allowed(mut self, allowed: impl Into<AllowedUpdates>) -> Self {
        self.settings.allowed = allowed.into();
        self
    }

    /// Sets how many seconds the server waits for updates. Default: 50, which is the server's
    /// maximum. With 0, there is at most one poll in a second.
    pub fn timeout(mut self, seconds: u32) -> Self {
        self.settings.timeout = seconds.into();
        self
    }

    /// Sets the maximum number of updates in a batch, 1–100. Default: 100.
    pub fn limit(mut self, limit: u8) -> Self {
        self.settings.limit = limit.into();
        self
    }

    /// Sets the id of the first update. Default: the first that is not confirmed. For a program that
    /// stores where it stopped, see the getter [`next_offset`](Self::next_offset).
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Sets whether the JSON of each update is kept: see [`raw`](Self::raw). Default: `false`.
    pub fn keep_raw(mut self, keep: bool) -> Self {
        self.settings.keeps_raw = keep;
        self
    }

    /// Sets whether updates are confirmed before they are handed out, so that none is handed out
    /// twice, but some are lost if the program ends or [stops](UpdatesHandle::stop) the stream: the
    /// rest of the batch. Default: `false`.
    ///
    /// A batch is not handed out before the server has answered the confirmation.
    pub fn at_most_once(mut self, at_most_once: bool) -> Self {
        self.settings.is_at_most_once = at_most_once;
        self
    }

    /// Sets a callback that is invoked with each failure after which the poll is repeated. It must
    /// return at once. They are also logged by `tracing` as warnings.
    pub fn on_error(mut self, on_error: impl Fn(&Error) + Send + Sync + 'static) -> Self {
        self.settings.on_error = Some(Arc::new(on_error));
        self
    }

    /// Returns a handle that stops the stream.
    #[must_use]
    pub fn handle(&self) -> UpdatesHandle {
        self.handle.clone()
    }

    /// Returns the id after that of the update that was handed out last, for programs that store it;
    /// `None` before the first, unless [`offset`](Self::offset) has set it.
    #[must_use]
    pub fn next_offset(&self) -> Option<i64> {
        self.offset
    }

    /// Returns how many updates were fetched and are not handed out yet.
    ///
    /// If it is 0, [`next`](Self::next) polls, and thereby confirms all updates before. A program
    /// that handles several at once waits for them first; see [the
    /// module](super#several-chats-at-once).
    #[must_use]
    pub fn buffered(&self) -> usize {
        self.batch.updates.len()
    }

    /// Returns the JSON of the update that was handed out last, if [`keep_raw`](Self::keep_raw) is
    /// set.
    #[must_use]
    pub fn raw(&self) -> Option<&str> {
        self.raw.as_deref()
    }

    /// Returns the next update, and confirms those before it. `None` after the stream has ended.
    ///
    /// It may be cancelled: no update is lost.
    ///
    /// # Errors
    ///
    /// Polling again would fail alike. The stream has ended.
    pub async fn next(&mut self) -> Option<Result<Update, PollError>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Hands out an update that was fetched.
    fn hand_out(&mut self) -> Option<Update> {
        let Fetched { update, raw } = self.batch.updates.pop_front()?;
        self.raw = raw;
        self.is_begun = true;
        self.offset = Some(update.update_id.saturating_add(1));
        Some(update)
    }

    /// Starts to end the stream.
    fn end(&mut self) {
        self.batch = Batch::default();
        self.state = match self.offset.filter(|_| self.is_begun) {
            Some(offset) => {
                let bot = self.bot.clone();
                State::Confirming(Box::pin(async move { confirm(&bot, offset).await }))
            }
            None => State::Ended,
        };
    }
}

impl Stream for Updates {
    type Item = Result<Update, PollError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let is_open = matches!(self.state, State::Idle | State::Fetching(_));
            if is_open && self.handle.note(cx.waker()) {
                self.end();
            }
            match &mut self.state {
                State::Idle => {
                    if let Some(update) = self.hand_out() {
                        return Poll::Ready(Some(Ok(update)));
                    }
                    let settings = self.settings.clone();
                    let ahead = std::mem::take(&mut self.batch.ahead);
                    let fetch = fetch(self.bot.clone(), settings, self.offset, ahead);
                    self.state = State::Fetching(Box::pin(fetch));
                }
                State::Fetching(fetch) => match ready!(fetch.as_mut().poll(cx)) {
                    Ok(batch) => {
                        self.batch = batch;
                        self.state = State::Idle;
                    }
                    Err(error) => {
                        self.state = State::Ended;
                        return Poll::Ready(Some(Err(error)));
                    }
                },
                State::Confirming(confirm) => {
                    ready!(confirm.as_mut().poll(cx));
                    self.state = State::Ended;
                }
                State::Ended => return Poll::Ready(None),
            }
        }
    }
}

impl fmt::Debug for Updates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Updates")
            .field("bot", &self.bot)
            .field("settings", &self.settings)
            .field("offset", &self.offset)
            .finish_non_exhaustive()
    }
}
