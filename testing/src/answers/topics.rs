//! Topics: what the bot does with them, and where it may write.

use serde_json::Value;

use super::call::{Call, Outcome, bad};
use super::{notices, rights};
use crate::protocol::envelope::Answer;
use crate::world::{Bot, GENERAL, Topic, TopicChange};

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let chat = call.chat?;
    let given = call.arguments.integer("message_thread_id");
    let is_general = call.name.contains("General");
    let id = given.filter(|_| !is_general);
    let id = id.unwrap_or(if is_general { GENERAL } else { 0 });
    let closed = |is_closed| TopicChange {
        is_closed: Some(is_closed),
        ..TopicChange::default()
    };
    let hidden = |is_hidden| TopicChange {
        is_hidden: Some(is_hidden),
        ..TopicChange::default()
    };
    let edited = || TopicChange {
        name: call.arguments.text("name").map(str::to_owned),
        icon_custom_emoji_id: call.arguments.text_or_empty("icon_custom_emoji_id"),
        ..TopicChange::default()
    };
    Some(match call.name {
        "createForumTopic" => create(bot, call, chat),
        "editForumTopic" | "editGeneralForumTopic" => {
            change(bot, call, (chat, id), &edited(), "edit the topic")
        }
        "closeForumTopic" | "closeGeneralForumTopic" => change(
            bot,
            call,
            (chat, id),
            &closed(true),
            "close or open the topic",
        ),
        "reopenForumTopic" | "reopenGeneralForumTopic" => change(
            bot,
            call,
            (chat, id),
            &closed(false),
            "close or open the topic",
        ),
        "hideGeneralForumTopic" => change(
            bot,
            call,
            (chat, id),
            &hidden(true),
            "close or open the topic",
        ),
        "unhideGeneralForumTopic" => change(
            bot,
            call,
            (chat, id),
            &hidden(false),
            "close or open the topic",
        ),
        "deleteForumTopic" => delete(bot, chat, id),
        "unpinAllForumTopicMessages" | "unpinAllGeneralForumTopicMessages" => unpin(bot, chat, id),
        _ => return None,
    })
}

fn create(bot: &mut Bot, call: &Call<'_>, chat: i64) -> Outcome {
    is_forum(bot, chat)?;
    let topic = Topic::new(&call.arguments.values, bot.id).map_err(bad)?;
    if !rights::has(bot, chat, "can_manage_topics") {
        return Err(bad("not enough rights to create a topic"));
    }
    let mut result = topic.members();
    let message = bot.create_topic(chat, topic).unwrap_or_default();
    let id = message.get("message_id").cloned().unwrap_or_default();
    result.insert("message_thread_id".to_owned(), id);
    notices::add_members(bot, call, chat, message);
    Ok(result.into())
}

fn change(
    bot: &mut Bot,
    call: &Call<'_>,
    (chat, id): (i64, i64),
    change: &TopicChange,
    what: &str,
) -> Outcome {
    is_forum(bot, chat)?;
    // Topics of private chats are neither closed nor hidden.
    if chat > 0 && (change.is_closed.is_some() || change.is_hidden.is_some()) {
        return Err(bad("the chat is not a forum"));
    }
    may(bot, chat, id, "can_manage_topics", what)?;
    if bot.topic(chat, id).is_none() {
        return Err(bad("TOPIC_ID_INVALID"));
    }
    let known = bot.chats.get_mut(&chat);
    let contents = known.and_then(|chat| chat.change_topic(id, change));
    let contents = contents.filter(|contents| !contents.is_empty());
    let contents = contents.ok_or_else(|| bad("TOPIC_NOT_MODIFIED"))?;
    for content in contents {
        let mut content = content.as_object().cloned().unwrap_or_default();
        if let Some(chat) = bot.chats.get(&chat) {
            chat.set_topic(&mut content, Some(id));
        }
        notices::add_members(bot, call, chat, content);
    }
    Ok(true.into())
}

fn delete(bot: &mut Bot, chat: i64, id: i64) -> Outcome {
    is_forum(bot, chat)?;
    may(bot, chat, id, "can_delete_messages", "delete the topic")?;
    let known = bot.chats.get_mut(&chat);
    if known.is_some_and(|chat| chat.delete_topic(id)) {
        return Ok(true.into());
    }
    Err(bad("TOPIC_ID_INVALID"))
}

fn unpin(bot: &mut Bot, chat: i64, id: i64) -> Outcome {
    is_forum(bot, chat)?;
    rights::may_pin(bot, chat)?;
    if bot.topic(chat, id).is_none() {
        return Err(bad("TOPIC_ID_INVALID"));
    }
    if let Some(chat) = bot.chats.get_mut(&chat) {
        for message in chat.in_topic(id) {
            chat.pinned.remove(&message);
        }
    }
    Ok(true.into())
}

fn is_forum(bot: &Bot, chat: i64) -> Result<(), Answer> {
    if bot.is_forum(chat) {
        return Ok(());
    }
    Err(bad("the chat is not a forum"))
}

/// Refuses what needs a right, unless the topic is the bot's own.
fn may(bot: &Bot, chat: i64, id: i64, right: &str, what: &str) -> Result<(), Answer> {
    let is_own = bot.topic(chat, id).is_some_and(|it| it.creator == bot.id);
    if is_own || rights::has(bot, chat, right) {
        return Ok(());
    }
    Err(bad(&format!("not enough rights to {what}")))
}

/// Refuses to write in a thread that is not there, and in a topic that is closed.
pub(super) fn check(bot: &Bot, call: &Call<'_>, chat: i64) -> Result<(), Answer> {
    let sends = ["send", "forward", "copy"];
    // The chats of business accounts have no topics.
    let is_in_account = call.arguments.text("business_connection_id").is_some();
    if is_in_account || !sends.iter().any(|verb| call.name.starts_with(verb)) {
        return Ok(());
    }
    let Some(known) = bot.chats.get(&chat) else {
        return Ok(());
    };
    let given = call
        .arguments
        .integer("message_thread_id")
        .filter(|id| *id > 0);
    if let Some(id) = given {
        let is_there = if !bot.is_forum(chat) {
            known.kind() == "supergroup" && known.messages.contains_key(&id)
        } else if id == GENERAL {
            // What is sent there has no thread.
            call.name == "sendChatAction"
        } else {
            bot.topic(chat, id).is_some()
        };
        if !is_there {
            return Err(bad("message thread not found"));
        }
    }
    let id = given.or_else(|| replied_thread(bot, call, chat));
    let topic = bot.topic(chat, id.unwrap_or(GENERAL));
    let is_closed = topic.is_some_and(|topic| topic.is_closed && topic.creator != bot.id);
    if is_closed && !rights::has(bot, chat, "can_manage_topics") {
        return Err(bad("TOPIC_CLOSED"));
    }
    Ok(())
}

/// Returns the topic of the message that a call replies to.
fn replied_thread(bot: &Bot, call: &Call<'_>, chat: i64) -> Option<i64> {
    let parameters = call.arguments.get("reply_parameters")?;
    let id = parameters.get("message_id").and_then(Value::as_i64)?;
    let message = bot.chats.get(&chat)?.messages.get(&id)?;
    message.get("message_thread_id")?.as_i64()
}
