//! Calls on behalf of a business account that a user has connected to the bot.

use serde_json::Value;

use super::call::{Call, Outcome, bad};
use super::named::message_ids;
use super::replies::Members;
use crate::protocol::envelope::Answer;
use crate::protocol::integer::lenient_i64;
use crate::world::Bot;

/// Answers a call with the chats of the account that it names, or else with those of the bot.
pub(super) fn within<'r, T>(
    bot: &mut Bot,
    call: &mut Call<'r>,
    answer: impl FnOnce(&mut Bot, &mut Call<'r>) -> T,
) -> T {
    let id = call.arguments.text("business_connection_id");
    let id = id.filter(|id| bot.business.contains_key(*id));
    let Some(id) = id.map(str::to_owned) else {
        return answer(bot, call);
    };
    // Accounts have no topics.
    call.arguments.values.remove("message_thread_id");
    // The customers are users whom the bot knows.
    if let Some(customer) = call.arguments.integer("chat_id") {
        bot.add_customer(&id, customer);
    }
    bot.in_business(&id, |bot| answer(bot, call))
}

/// Refuses a call for an account that is not connected, or for a chat that is not given by its id.
pub(super) fn check(bot: &Bot, call: &Call<'_>) -> Result<(), Answer> {
    let Some(id) = call.arguments.text("business_connection_id") else {
        return Ok(());
    };
    let has_chat = call.method.info.param("chat_id").is_some();
    let given = call.arguments.raw("chat_id").filter(|it| !it.is_empty());
    match given {
        None if has_chat => return Err(bad("chat identifier is empty")),
        Some(given) if has_chat && lenient_i64(given).to_string() != given => {
            return Err(bad("chat identifier must be a valid Integer"));
        }
        _ => {}
    }
    let business = bot.business.get(id);
    let reads = call.name == "getBusinessConnection";
    if business.is_none_or(|business| !business.is_enabled() && !reads) {
        return Err(bad("business connection not found"));
    }
    Ok(())
}

/// Makes a message one that the account sends, and not the bot.
pub(super) fn sign(bot: &Bot, call: &Call<'_>, message: &mut Members) {
    let id = call.arguments.text("business_connection_id");
    if let Some(business) = id.and_then(|id| bot.business.get(id)) {
        message.insert("from".to_owned(), bot.user_object(business.owner()));
        message.insert("sender_business_bot".to_owned(), bot.user());
    }
}

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    Some(match call.name {
        "getBusinessConnection" => {
            let id = call.arguments.text("business_connection_id")?;
            Ok(bot.business.get(id)?.info.clone().into())
        }
        "deleteBusinessMessages" => message_ids(call).map(|ids| {
            for chat in bot.chats.values_mut() {
                chat.messages.retain(|id, _| !ids.contains(id));
            }
            Value::Bool(true)
        }),
        _ => return None,
    })
}
