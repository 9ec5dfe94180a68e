//! The complaints of strict mode, as a test asks for them.

use super::idle::{SETTLED, is_settled};
use super::shared::{Shared, State};
use crate::protocol::bot_complaint::{BotComplaint, Unanswered};
use crate::protocol::complaint::Complaint;
use crate::records::{Log, ReceivedRequest};
use crate::world::BotKey;

/// Returns the complaints that are stored, and one about each callback query that a bot has not answered by
/// now although it has nothing left to do.
pub(crate) fn all(shared: &Shared) -> Vec<String> {
    let is_quiet = shared.quiet_for() >= SETTLED;
    let mut state = shared.state();
    let mut complaints = state.log.complaints();
    if is_quiet && state.log.is_strict && state.open_calls == 0 {
        complaints.extend(unanswered(&mut state));
    }
    complaints
}

fn unanswered(state: &mut State) -> Vec<String> {
    let bots = state.world.all_bots();
    let settled = bots.filter(|(_, bot)| is_settled(bot));
    let queries = settled.flat_map(|(_, bot)| {
        let queries = bot.queries.unanswered();
        queries.filter(|query| !bot.queue.was_dropped(query.update))
    });
    let mut queries: Vec<Unanswered> = queries.collect();
    queries.sort_by_key(|query| query.update);
    let complaints = queries.into_iter().map(BotComplaint::Unanswered);
    complaints.map(|complaint| complaint.to_string()).collect()
}

/// Stores the complaints about a call.
pub(crate) fn about_call(
    log: &mut Log,
    number: u64,
    request: &ReceivedRequest,
    complaints: Vec<Complaint>,
) {
    for complaint in complaints {
        let is_rate = matches!(complaint, Complaint::TooFast(_));
        if !is_rate || log.is_strict_about_rates {
            log.complain(number, complaint.about(request));
        }
    }
}

/// Complains that no update of these kinds was queued, because the bot does not ask for them. Each kind is
/// reported once.
pub(crate) fn not_allowed(shared: &Shared, key: &BotKey, kinds: &[String]) {
    let mut state = shared.state();
    let Some(bot) = state.world.bot(key) else {
        return;
    };
    for kind in kinds {
        if !bot.queue.allows(kind) && bot.left_out.insert(kind.clone()) {
            bot.complaints.push(BotComplaint::NotAllowed {
                kind: kind.clone(),
                is_on_request: bot.queue.allowed.is_none(),
                has_begun: bot.polls.has_begun || bot.webhook.is_some(),
            });
        }
    }
}
