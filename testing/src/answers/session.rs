//! Bots that are closed and logged out.

use crate::protocol::envelope::Answer;
use crate::world::Bot;

/// How long a bot runs before it can be closed, and how long it is logged out, in seconds.
const TEN_MINUTES: i64 = 10 * 60;

/// Answers `close` and `logOut`, and every call of a bot that is logged out. `None` for other calls. `method`
/// is in lower case.
pub(crate) fn answer(bot: &mut Bot, method: &str) -> Option<Answer> {
    let now = bot.now();
    if bot.logged_out.is_some_and(|at| now - at < TEN_MINUTES) {
        return Some(Answer::error(400, "Logged out"));
    }
    bot.logged_out = None;
    match method {
        "close" => Some(close(bot, now)),
        "logout" => {
            bot.logged_out = Some(now);
            bot.queue.clear();
            Some(Answer::result(&true.into()))
        }
        // Any other call starts a bot that is closed.
        _ => {
            bot.running_since.get_or_insert(now);
            None
        }
    }
}

fn close(bot: &mut Bot, now: i64) -> Answer {
    let Some(since) = bot.running_since else {
        return Answer::error(400, "Bad Request: the bot has already been closed");
    };
    let left = TEN_MINUTES - (now - since);
    // A server that has just started closes its bots at once.
    if left > 0 && since > bot.served_since + TEN_MINUTES {
        return Answer::flood(u32::try_from(left).unwrap_or(1));
    }
    bot.running_since = None;
    Answer::result(&true.into())
}
