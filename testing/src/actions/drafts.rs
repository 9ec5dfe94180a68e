//! Messages that the bot generates.

use serde_json::{Map, Value};

use super::done::Done;
use super::request::Request;
use crate::world::{Bot, Draft};

/// How long a draft is there, in seconds.
const LASTS: i64 = 30;

/// `stop_generation`: the user presses the button that stops a draft of the bot.
pub(super) fn stop(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let now = bot.now();
    let chat = bot.chats.get_mut(&actor.chat).ok_or("there is no chat")?;
    let short = chat.short();
    let is_there =
        |draft: &&mut Draft| !draft.is_stopped && now.saturating_sub(draft.date) <= LASTS;
    let draft = chat.drafts.last_mut().filter(is_there);
    let draft = draft.ok_or("the bot generates no message")?;
    if !draft.can_stop {
        return Err("the draft has no button that stops it: `can_stop` is not set".to_owned());
    }
    draft.is_stopped = true;
    let mut event = Map::new();
    event.insert("chat".to_owned(), short);
    event.insert("draft_id".to_owned(), draft.id.into());
    if let Some(topic) = draft.topic {
        event.insert("message_thread_id".to_owned(), topic.into());
    }
    Ok(Done::update(
        "stopped_message_generation",
        Value::from(event),
    ))
}
