//! `getUpdates`, which waits.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use telegrammar::schema::ApiType;
use tokio::time::{Instant, timeout_at};

use super::shared::{OpenCall, Shared};
use crate::answers::{Poll, legacy, render};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::records::ReceivedRequest;
use crate::world::BotKey;

/// Answers a poll, at once if there are updates, otherwise when there are some or the time is over.
pub(crate) async fn answer(
    shared: &Arc<Shared>,
    key: &BotKey,
    request: &ReceivedRequest,
    open: OpenCall,
) -> Answer {
    let mut open = Some(open);
    let mut changes = shared.changes();
    let begun = {
        let mut state = shared.state();
        let Some(bot) = state.world.bot(key) else {
            return Refusal::Unauthorized.answer();
        };
        match Poll::begin(bot, request) {
            Ok(begun) => begun,
            Err(refusal) => return refusal,
        }
    };
    // What was confirmed may complete what a test waits for.
    shared.notify();
    let end = Instant::now() + Duration::from_secs(begun.timeout);
    let mut waiting: Option<Waiting> = None;
    loop {
        changes.mark_unchanged();
        {
            let mut state = shared.state();
            let Some(bot) = state.world.bot(key) else {
                return Refusal::Unauthorized.answer();
            };
            if let Some(waiting) = &waiting {
                if bot.webhook.is_some() {
                    return Answer::error(409, "Conflict: terminated by setWebhook request");
                }
                if bot.polls.number != waiting.number {
                    return Refusal::OtherPoller.answer();
                }
            }
            let updates = begun.updates(bot);
            let is_over = Instant::now() >= end;
            if !updates.is_empty() || is_over {
                bot.polls.last_was_empty = updates.is_empty();
                let has_legacy_members = bot.has_legacy_members;
                return result(updates, has_legacy_members);
            }
            if waiting.is_none() {
                bot.polls.number += 1;
                bot.polls.waiting += 1;
                waiting = Some(Waiting {
                    number: bot.polls.number,
                    shared: Arc::clone(shared),
                    key: key.clone(),
                });
            }
        }
        // Once it waits, the call is no longer being answered. That is a change too, which is why the
        // loop runs once more before it waits.
        if open.take().is_none() {
            let _ = timeout_at(end, changes.changed()).await;
        }
    }
}

fn result(updates: Vec<Value>, has_legacy_members: bool) -> Answer {
    let mut updates = Value::Array(updates);
    let ty = ApiType::Array(&ApiType::Object("Update"));
    if has_legacy_members {
        legacy::add(&mut updates, &ty);
    }
    Answer::result_text(&render::render(&updates, &ty))
}

/// A poll that waits, until it is answered or its client goes away.
struct Waiting {
    number: u64,
    shared: Arc<Shared>,
    key: BotKey,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some(bot) = self.shared.state().world.bot(&self.key) {
            bot.polls.waiting -= 1;
        }
        self.shared.notify();
    }
}
