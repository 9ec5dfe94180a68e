//! Fetches a batch of updates, and tries again until it has one.

use std::collections::VecDeque;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer};
use telegrammar_core::__private::{
    Decode, FieldVisitor, Reading, Target, backoff, now, read_target, sleep, undecodable,
};
use telegrammar_core::schema::MethodInfo;
use telegrammar_core::{Retry, from_json};

use super::error::PollError;
use super::settings::Settings;
use crate::methods::GetUpdates;
use crate::types::Update;
use crate::{Bot, Call, Error, Method};

/// The time for the answer beside that of the poll. A poll that takes longer is made again, because
/// the connection may be half-open.
const MARGIN: Duration = Duration::from_secs(15);
/// The time of the call that confirms updates at the end.
const CONFIRMATION: Duration = Duration::from_millis(900);
/// The shortest time from one empty answer to the next poll, for a server that does not wait.
const EMPTY: Duration = Duration::from_secs(1);

/// An update, and its JSON if that is kept.
pub(super) struct Fetched {
    pub(super) update: Update,
    pub(super) raw: Option<Box<str>>,
}

/// `getUpdates`, whose updates are kept as JSON.
struct GetRawUpdates(GetUpdates);

/// The JSON of an update.
struct RawUpdate(Box<str>);

impl Decode for RawUpdate {
    const IS_RECEIVED: bool = true;

    fn empty() -> Self {
        Self(Box::default())
    }

    fn target(&mut self) -> Target<'_> {
        Target::Raw(&mut self.0)
    }
}

impl<'de> Deserialize<'de> for RawUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::__private::decode(deserializer)
    }
}

impl Method for GetRawUpdates {
    type Response = Vec<RawUpdate>;

    const READ: Reading<Self::Response> = Some(read_target);

    const INFO: &'static MethodInfo = GetUpdates::INFO;

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.0.visit_fields(visit);
    }
}

/// The updates that were fetched.
#[derive(Default)]
pub(super) struct Batch {
    /// Those to hand out.
    pub(super) updates: VecDeque<Fetched>,
    /// Those after them, which came with the confirmation of the others and are not confirmed.
    pub(super) ahead: VecDeque<Fetched>,
}

/// Returns the next batch, which is not empty. `ahead` is what came with the last one.
pub(super) async fn fetch(
    bot: Bot,
    settings: Settings,
    offset: Option<i64>,
    mut ahead: VecDeque<Fetched>,
) -> Result<Batch, PollError> {
    let mut poll = GetUpdates::new()
        .limit(settings.limit)
        .timeout(settings.timeout);
    poll.offset = offset;
    poll.allowed_updates = settings.allowed.types();
    let mut failures = 0;
    loop {
        let started = now(&bot);
        let fetched = if ahead.is_empty() {
            attempt(&bot, &poll, settings.keeps_raw).await
        } else {
            Ok(std::mem::take(&mut ahead))
        };
        let updates = match fetched {
            Ok(updates) => updates,
            Err(error) => {
                failures += 1;
                recover(&bot, &settings, error, failures).await?;
                continue;
            }
        };
        failures = 0;
        if let Some(last) = updates.back() {
            if settings.is_at_most_once {
                poll.offset = Some(last.update.update_id.saturating_add(1));
                ahead = confirm_surely(&bot, &settings, poll).await?;
            }
            return Ok(Batch { updates, ahead });
        }
        let taken = now(&bot).saturating_sub(started);
        if taken < EMPTY {
            pause(&bot, EMPTY.saturating_sub(taken)).await?;
        }
    }
}

/// Tells of a failure, and waits until the call may be repeated. `Err` if it would fail alike.
async fn recover(
    bot: &Bot,
    settings: &Settings,
    error: Error,
    failures: u32,
) -> Result<(), PollError> {
    let error = match PollError::new(error) {
        Ok(fatal) => return Err(fatal),
        Err(error) => error,
    };
    tracing::warn!(target: "telegrammar", %error, failures, "the poll failed");
    if let Some(on_error) = &settings.on_error {
        on_error(&error);
    }
    // A server that asks for no wait must not be polled without one.
    let asked = error.retry_after().filter(|wait| !wait.is_zero());
    let wait = asked.unwrap_or_else(|| {
        let policy = Retry::standard().max_backoff(Duration::from_secs(30));
        backoff(&policy, failures)
    });
    pause(bot, wait).await
}

/// Confirms all updates before the offset of a poll, and tries again until the server has done so:
/// otherwise, it would send them again. Returns those that come with the confirmation. Another poll
/// with the same offset would be a busy loop for the server.
async fn confirm_surely(
    bot: &Bot,
    settings: &Settings,
    poll: GetUpdates,
) -> Result<VecDeque<Fetched>, PollError> {
    let poll = poll.timeout(0);
    let mut failures = 0;
    loop {
        match attempt(bot, &poll, settings.keeps_raw).await {
            Ok(ahead) => return Ok(ahead),
            // The server has confirmed the others before it sent these, which will come again.
            Err(Error::Decode(_)) => return Ok(VecDeque::new()),
            Err(error) => {
                failures += 1;
                recover(bot, settings, error, failures).await?;
            }
        }
    }
}

/// Confirms all updates before this id. A failure only means that they come again.
pub(super) async fn confirm(bot: &Bot, offset: i64) {
    let confirmation = GetUpdates::new().offset(offset).limit(1).timeout(0);
    let call = limited(confirmation.send(bot), CONFIRMATION);
    if let Err(error) = call.await {
        tracing::debug!(target: "telegrammar", %error, "updates could not be confirmed");
    }
}

async fn attempt(
    bot: &Bot,
    poll: &GetUpdates,
    keeps_raw: bool,
) -> Result<VecDeque<Fetched>, Error> {
    let seconds = u64::try_from(poll.timeout.unwrap_or_default()).unwrap_or_default();
    let time = Duration::from_secs(seconds).saturating_add(MARGIN);
    if !keeps_raw {
        let updates = limited(poll.send(bot), time).await?;
        let fetched = |update| Fetched { update, raw: None };
        return Ok(updates.into_iter().map(fetched).collect());
    }
    let raw = limited(bot.send(GetRawUpdates(poll.clone())), time).await?;
    let fetched = |(index, RawUpdate(raw))| {
        let update = from_json(raw.as_bytes());
        let update = update.map_err(|error| undecodable("getUpdates", index, &error, &raw))?;
        Ok(Fetched {
            update,
            raw: Some(raw),
        })
    };
    raw.into_iter().enumerate().map(fetched).collect()
}

/// Limits a call of its own: the policy of the stream decides when it is repeated.
fn limited<R>(call: Call<R>, time: Duration) -> Call<R> {
    call.timeout(time).retry(Retry::never())
}

async fn pause(bot: &Bot, time: Duration) -> Result<(), PollError> {
    sleep(bot, time).ok_or_else(PollError::no_timer)?.await;
    Ok(())
}
