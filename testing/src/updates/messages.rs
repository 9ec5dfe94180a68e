//! Messages by users.

use serde_json::{Map, Value};

use super::Update;
use crate::detect::mark;
use crate::world::Bot;

/// A user, and the chat in which the user does something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Actor {
    pub(crate) user: i64,
    pub(crate) chat: i64,
    /// The topic or thread.
    pub(crate) thread: Option<i64>,
}

/// Creates a message with these members, in the topic of the actor. A text or caption without entities
/// gets those that are found in it. Returns its id and the update.
///
/// # Errors
///
/// The bot does not know the chat.
pub(crate) fn compose(
    bot: &mut Bot,
    actor: Actor,
    content: &Map<String, Value>,
) -> Result<(i64, Update), String> {
    let (from, now) = (bot.user_object(actor.user), bot.now());
    let chat = bot.chats.get_mut(&actor.chat);
    let chat = chat.ok_or_else(|| format!("the bot knows no chat {}", actor.chat))?;
    let id = content.get("message_id").and_then(Value::as_i64);
    let id = id.unwrap_or_else(|| chat.next_message_id());
    let is_post = chat.kind() == "channel";
    let (by, sender) = if is_post {
        ("sender_chat", chat.short())
    } else {
        ("from", from)
    };
    let mut message = Map::new();
    message.insert("message_id".to_owned(), id.into());
    message.insert(by.to_owned(), sender);
    message.insert("chat".to_owned(), chat.short());
    message.insert("date".to_owned(), now.into());
    message.extend(content.clone());
    chat.set_topic(&mut message, actor.thread);
    mark(&mut message);
    let kind = if is_post { "channel_post" } else { "message" };
    Ok((id, Map::from_iter([(kind.to_owned(), message.into())])))
}
