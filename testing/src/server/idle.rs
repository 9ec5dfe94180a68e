//! Waiting until the bots have handled everything.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::shared::{Shared, State};
use crate::world::Bot;

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
            return Err(format!("the bot was not idle within {patience:?}: {left}"));
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

fn what_is_left(state: &State) -> String {
    let pending: usize = state.world.bots().map(|bot| bot.queue.len()).sum();
    format!(
        "{} calls are open, {pending} updates are not confirmed",
        state.open_calls
    )
}
