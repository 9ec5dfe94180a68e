//! Topics that users create, change and delete.

use serde_json::{Map, Value};

use super::done::Done;
use super::permissions;
use super::request::Request;
use crate::updates::{Actor, compose};
use crate::world::{Bot, GENERAL, Topic, TopicChange};

/// `topic`: creates a topic with a `name`.
pub(super) fn create(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    request.required_text("name")?;
    request.text("icon_custom_emoji_id")?;
    request.integer("icon_color")?;
    let actor = forum(bot, request)?;
    permissions::check(bot, actor, "can_manage_topics", "create topics")?;
    let topic = Topic::new(request.body, actor.user)?;
    let message = bot.create_topic(actor.chat, topic).unwrap_or_default();
    let id = message.get("message_id").cloned().unwrap_or_default();
    let (_, update) = compose(bot, actor, &message)?;
    let done = Done {
        updates: vec![update],
        ..Done::default()
    };
    Ok(done.with("message_thread_id", id))
}

/// `edit_topic`: sets what is given of the `name`, the `icon_custom_emoji_id`, `is_closed`, and `is_hidden`
/// of the general topic, which is 1.
pub(super) fn edit(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let change = TopicChange {
        name: request.text("name")?.map(str::to_owned),
        icon_custom_emoji_id: request.text("icon_custom_emoji_id")?.map(str::to_owned),
        is_closed: request.boolean("is_closed")?,
        is_hidden: request.boolean("is_hidden")?,
    };
    let (actor, id) = topic(bot, request, "can_manage_topics")?;
    let known = bot.chats.get_mut(&actor.chat);
    let contents = known.and_then(|chat| chat.change_topic(id, &change));
    let mut done = Done::default();
    for content in contents.unwrap_or_default() {
        let content = content.as_object().cloned().unwrap_or_default();
        let (_, update) = compose(bot, actor, &content)?;
        done.updates.push(update);
    }
    Ok(done)
}

/// `delete_topic`: deletes a topic and its messages, of which bots are not told.
pub(super) fn delete(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let (actor, id) = topic(bot, request, "can_delete_messages")?;
    let chat = bot.chats.get_mut(&actor.chat);
    if chat.is_some_and(|chat| chat.delete_topic(id)) {
        return Ok(Done::default());
    }
    Err("the general topic cannot be deleted".to_owned())
}

/// Returns who acts in a chat that has topics.
fn forum(bot: &mut Bot, request: &Request<'_>) -> Result<Actor, String> {
    let actor = request.actor(bot)?;
    if bot.is_forum(actor.chat) {
        return Ok(actor);
    }
    Err(format!("the chat {} has no topics", actor.chat))
}

/// Returns who changes which topic: an own one, or as an administrator with a right.
fn topic(bot: &mut Bot, request: &Request<'_>, right: &str) -> Result<(Actor, i64), String> {
    let actor = forum(bot, request)?;
    let id = actor
        .thread
        .ok_or("`message_thread_id` must be the id of a topic")?;
    let topic = bot.topic(actor.chat, id);
    let topic = topic.ok_or_else(|| no_topic(actor.chat, id))?;
    if topic.creator != actor.user && actor.chat < 0 {
        permissions::has_right(bot, actor, right)?;
    }
    Ok((actor, id))
}

fn no_topic(chat: i64, id: i64) -> String {
    format!("there is no topic {id} in the chat {chat}")
}

/// Refuses to write in a topic that is not there or closed. A message without a topic is in the general one.
pub(super) fn may_write(
    bot: &Bot,
    actor: Actor,
    content: &Map<String, Value>,
) -> Result<(), String> {
    let Actor { user, chat, thread } = actor;
    if !bot.is_forum(chat) {
        let is_there = |id: i64| {
            bot.chats
                .get(&chat)
                .is_some_and(|it| it.messages.contains_key(&id))
        };
        return match thread {
            Some(id) if chat > 0 || !is_there(id) => Err(no_topic(chat, id)),
            _ => Ok(()),
        };
    }
    let replied = content.get("reply_to_message");
    let inherited = replied.and_then(|it| it.get("message_thread_id")?.as_i64());
    let Some(id) = thread.or(inherited).or((chat < 0).then_some(GENERAL)) else {
        return Ok(());
    };
    let topic = bot.topic(chat, id).ok_or_else(|| no_topic(chat, id))?;
    if topic.is_closed
        && topic.creator != user
        && permissions::has_right(bot, actor, "can_manage_topics").is_err()
    {
        return Err(format!("the topic {id} of the chat {chat} is closed"));
    }
    Ok(())
}
