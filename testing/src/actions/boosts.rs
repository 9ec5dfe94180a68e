//! Boosts of groups and channels.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::messages;
use super::request::{self, Request};
use crate::world::{Bot, Chat, standing};

/// How long a boost lasts, in seconds.
const LASTS: i64 = 30 * 24 * 60 * 60;

/// `boost`: the user boosts a supergroup or channel: with a `source`, `premium` without it, or else
/// `gift_code` or `giveaway`.
pub(super) fn boost(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let source = request.text("source")?.unwrap_or("premium");
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    let kind = bot.chat_kind(actor.chat);
    if kind == "group" {
        return Err("only supergroups and channels can be boosted".to_owned());
    }
    let mut source = match source {
        "premium" | "gift_code" => json!({"source": source}),
        "giveaway" => json!({"source": source, "giveaway_message_id": 0}),
        _ => return Err("`source` must be `premium`, `gift_code` or `giveaway`".to_owned()),
    };
    if let Some(source) = source.as_object_mut() {
        source.insert("user".to_owned(), bot.user_object(actor.user));
    }
    let id = format!("{:032x}", bot.number());
    let now = bot.now();
    let event = json!({
        "chat": bot.chats.get(&actor.chat).map(Chat::short),
        "boost": {
            "boost_id": id,
            "add_date": now,
            "expiration_date": now.saturating_add(LASTS),
            "source": source,
        },
    });
    bot.meet(actor.chat, actor.user);
    let done = told(bot, actor.chat, "chat_boost", event).with("boost_id", id);
    messages::told(
        bot,
        actor,
        &json!({"boost_added": {"boost_count": 1}}),
        done,
    )
}

/// `remove_boost`: the user takes the newest boost away, or the one with a `boost_id`.
pub(super) fn remove(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let wanted = request.text("boost_id")?;
    let actor = request.group(bot)?;
    request::admit(bot, actor)?;
    let mut newest = bot.boosts.iter().rev();
    let known = newest.find(|it| {
        let is_wanted = wanted.is_none_or(|wanted| it.id() == Some(wanted));
        it.chat == actor.chat && it.user() == Some(actor.user) && is_wanted
    });
    let boost = known.map(|it| it.boost.clone());
    let boost = boost.ok_or_else(|| {
        let (user, chat) = (actor.user, actor.chat);
        format!("the user {user} does not boost the chat {chat}")
    })?;
    let event = json!({
        "chat": bot.chats.get(&actor.chat).map(Chat::short),
        "boost_id": boost.get("boost_id"),
        "remove_date": bot.now(),
        "source": boost.get("source"),
    });
    let id = boost.get("boost_id").cloned().unwrap_or_default();
    Ok(told(bot, actor.chat, "removed_chat_boost", event).with("boost_id", id))
}

/// Tells the bot of a boost if it is an administrator. Otherwise, it is only remembered.
fn told(bot: &mut Bot, chat: i64, kind: &str, event: Value) -> Done {
    if standing::status(&bot.standing(chat, bot.id)) == "administrator" {
        return Done::update(kind, event);
    }
    bot.learn(&Map::from_iter([(kind.to_owned(), event)]));
    Done::default()
}
