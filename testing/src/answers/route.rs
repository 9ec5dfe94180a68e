//! From a request to its answer.

use super::arguments::Arguments;
use super::call::{Call, Described, result_type};
use super::schema::Listed;
use super::{
    boosts, business, chats, check, drafts, echo, edits, files, floods, forwards, invites, legacy,
    managed_bots, members, messages, payments, photos, queries, reactions, removals, render,
    scores, settings, topics, updates, web_apps,
};
use crate::protocol::complaint::Complaint;
use crate::protocol::envelope::Answer;
use crate::records::ReceivedRequest;
use crate::world::Bot;

/// Answers a call of any method except `getUpdates`, which waits. Returns the complaints about it too.
pub(crate) fn answer(
    bot: &mut Bot,
    method: Listed,
    request: &ReceivedRequest,
) -> (Answer, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let mut call = Call {
        name: method.info.name(),
        method,
        arguments: Arguments::read(method.info, request),
        chat: None,
        now: bot.now(),
    };
    let outcome = business::within(bot, &mut call, |bot, call| {
        if let Some(user) = call.arguments.integer("chat_id") {
            bot.introduce(user);
        }
        check::check(bot, call)?;
        complaints.extend(queries::complaint(bot, call));
        floods::check(bot, call)?;
        let outcome = route(bot, call)?;
        complaints.extend(floods::count(bot, call, &outcome.0));
        Ok(outcome)
    });
    let answer = match outcome {
        Ok((mut result, None)) => {
            let ty = result_type(&call);
            if bot.has_legacy_members {
                legacy::add(&mut result, &ty);
            }
            Answer::result_text(&render::render(&result, &ty))
        }
        Ok((result, Some(description))) => Answer::described(&result, description),
        Err(refusal) => refusal,
    };
    (answer, complaints)
}

fn route(bot: &mut Bot, call: &Call<'_>) -> Result<Described, Answer> {
    queries::check(bot, call)?;
    if let Some(described) = updates::answer(bot, call) {
        return described;
    }
    let parts = [
        messages::answer,
        forwards::answer,
        edits::answer,
        removals::answer,
        reactions::answer,
        drafts::answer,
        scores::answer,
        members::answer,
        invites::answer,
        topics::answer,
        chats::answer,
        files::answer,
        photos::answer,
        payments::answer,
        business::answer,
        boosts::answer,
        web_apps::answer,
        managed_bots::answer,
        settings::answer,
    ];
    let outcome = parts.into_iter().find_map(|part| part(bot, call));
    let result = outcome.unwrap_or_else(|| echo::answer(bot, call))?;
    payments::remember(bot, call, &result);
    Ok((result, None))
}
