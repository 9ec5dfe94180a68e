//! Inline queries, and the results that users choose.

use serde_json::{Value, json};

use super::done::Done;
use super::messages;
use super::request::Request;
use crate::world::{Bot, Chat, InlineQuery};

/// `inline`: the user types `query` after the name of the bot.
pub(super) fn query(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let query = request.text("query")?.unwrap_or_default().to_owned();
    let actor = request.actor(bot)?;
    let id = (6_000_000_000_000_i64 + bot.number()).to_string();
    let kind = match bot.chats.get(&actor.chat).map(Chat::kind) {
        Some("private") | None => "sender",
        Some(kind) => kind,
    };
    let event = json!({
        "id": id,
        "from": bot.user_object(actor.user),
        "query": query,
        "offset": request.text("offset")?.unwrap_or_default(),
        "chat_type": kind,
    });
    bot.inline.push(InlineQuery {
        id: id.clone(),
        user: actor.user,
        query,
        results: None,
    });
    Ok(Done::update("inline_query", event).with("inline_query_id", id))
}

/// `choose`: the user chooses a result of the newest inline query, by its id. What it says is sent.
pub(super) fn choose(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let wanted = request.required_text("result_id")?;
    let actor = request.actor(bot)?;
    let user = actor.user;
    let mut queries = bot.inline.iter().rev();
    let query = queries.find(|query| query.user == user);
    let query = query.ok_or_else(|| format!("the user {user} has sent no inline query"))?;
    if bot.queries.has_expired(&query.id, bot.clock.time()) {
        return Err(
            "the inline query has expired: the bot did not answer within 30 seconds".to_owned(),
        );
    }
    let results = query.results.as_ref();
    let results = results.ok_or("the bot has not answered the inline query")?;
    let mut results = results.iter();
    let result = results.find(|result| result.id == wanted);
    let result = result.ok_or_else(|| format!("the answer has no result with the id {wanted}"))?;
    let mut content = result.content.clone();
    let mut event = json!({
        "result_id": wanted,
        "from": bot.user_object(user),
        "query": query.query,
    });
    // Without a keyboard, the bot cannot name the message.
    let inline_id = content
        .contains_key("reply_markup")
        .then(|| format!("FakeInlineMessage{}", bot.number()));
    if let (Some(event), Some(id)) = (event.as_object_mut(), &inline_id) {
        event.insert("inline_message_id".to_owned(), id.as_str().into());
    }
    let mut done = Done::update("chosen_inline_result", event);
    // What is no text is not sent.
    if content.contains_key("text") {
        content.insert("via_bot".to_owned(), bot.user());
        let sent = messages::post(bot, actor, &content)?;
        let id = sent.result.get("message_id").and_then(Value::as_i64);
        let named = inline_id.zip(id);
        let named = named.map(|(inline_id, id)| (inline_id, (actor.chat, id)));
        bot.inline_messages.extend(named);
        done.updates.extend(sent.updates);
        done.result.extend(sent.result);
    }
    Ok(done)
}
