//! Waiting until the bots have handled everything.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::shared::{Shared, State};
use crate::world::{Bot, Webhook};

/// How long nothing must happen until the server counts as idle.
pub(super) const SETTLED: Duration = Duration::from_millis(20);

/// Waits until nothing is left to do.
///
/// # Errors
///
/// What is left if that takes longer than `patience`.
pub(crate) async fn wait(shared: &Shared, patience: Duration) -> Result<(), String> {
    let end = Instant::now() + patience;
    let mut changes = shared.changes();
    loop {
        changes.mark_unchanged();
        let is_idle = is_idle(&shared.state());
        let pause = if is_idle {
            (Instant::now() + SETTLED).min(end)
        } else {
            end
        };
        let is_quiet = timeout_at(pause, changes.changed()).await.is_err();
        if is_idle && is_quiet {
            return Ok(());
        }
        if Instant::now() >= end {
            let left = what_is_left(&shared.state());
            return Err(format!(
                "the bots have not handled everything within {patience:?}: {left}"
            ));
        }
    }
}

fn is_idle(state: &State) -> bool {
    state.open_calls == 0 && state.world.bots().all(is_settled)
}

/// Returns whether a bot has confirmed all updates and waits for more.
pub(super) fn is_settled(bot: &Bot) -> bool {
    let will_come_again = match &bot.webhook {
        Some(webhook) => webhook.in_flight.is_empty(),
        None => bot.polls.waiting > 0 || bot.polls.last_was_empty || !bot.polls.has_begun,
    };
    bot.queue.len() == 0 && will_come_again
}

/// Says what is left to do, and why.
fn what_is_left(state: &State) -> String {
    let entries = state.log.entries();
    let open = entries.filter(|entry| entry.answer.is_none());
    let methods = open.map(|entry| entry.request.method());
    // A poll that waits is what a bot does that has nothing to do.
    let methods = methods.filter(|method| !method.eq_ignore_ascii_case("getUpdates"));
    let calls = methods.map(|method| format!("the call of `{method}` has no answer"));
    let bots = state.world.bots().filter(|bot| !is_settled(bot));
    let left: Vec<String> = bots.map(left_by).chain(calls).collect();
    if left.is_empty() {
        return "they never stopped calling".to_owned();
    }
    left.join("; ")
}

/// Says what a bot has left to do, and why.
fn left_by(bot: &Bot) -> String {
    let id = bot.id;
    let updates = match bot.queue.len() {
        1 => "1 update".to_owned(),
        many => format!("{many} updates"),
    };
    match &bot.webhook {
        Some(Webhook {
            url, last_error, ..
        }) => match last_error {
            Some((_, error)) => {
                format!(
                    "{updates} for the webhook {url} of the bot {id}, whose last error is: {error}"
                )
            }
            None => format!("the webhook {url} of the bot {id} has not answered"),
        },
        None if !bot.polls.has_begun => format!(
            "{updates} for the bot {id}, but no bot has called `getUpdates` with its token; start the bot \
             first, and do not wait in a test that calls `getUpdates` by itself"
        ),
        None if bot.queue.is_delivered() => format!(
            "the bot {id} has got {updates}, but has not called `getUpdates` again with a higher \
             `offset`: it still handles them, or has ended"
        ),
        None => format!("the bot {id} does not call `getUpdates` any more, with {updates} left"),
    }
}
