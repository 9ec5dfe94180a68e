//! Bots, users, chats and messages as JSON.

use serde_json::{Map, Value, json};

use crate::records::AboutBot;
use crate::world::{Bot, Chat, Keyboard};

/// The newest messages of a chat and the newest calls that readers see.
pub(crate) const MOST: usize = 500;

/// Returns a bot: who it is, and how it gets its updates.
pub(crate) fn bot(name: &str, bot: &Bot, is_first: bool) -> Value {
    let by = if bot.webhook.is_some() {
        "webhook".into()
    } else if bot.polls.has_begun {
        "polling".into()
    } else {
        Value::Null
    };
    let commands = bot.settings.get("MyCommands");
    let commands = commands.and_then(|saved| saved.get("commands"));
    json!({
        "kind": "bot",
        "bot": name,
        "is_first": is_first,
        "user": bot.user(),
        "updates_by": by,
        "pending_updates": bot.queue.len(),
        "commands": commands.cloned().unwrap_or_else(|| json!([])),
    })
}

/// Returns a user of a bot.
pub(crate) fn user(name: &str, bot: &Bot, id: i64) -> Value {
    json!({"kind": "user", "bot": name, "user": bot.user_object(id)})
}

/// Returns a chat without its messages.
///
/// `keyboard` is the markup below the input field that users see, unless `keyboards` has another one, or
/// none, for them.
pub(crate) fn chat(name: &str, chat: &Chat) -> Value {
    let is_there = |it: &&Keyboard| chat.messages.contains_key(&it.message);
    let common = chat.keyboards.common().filter(is_there);
    let own = chat.keyboards.users().map(|user| {
        let keyboard = chat.keyboard(user).map(Keyboard::json);
        (user.to_string(), keyboard.unwrap_or_default())
    });
    let own: Map<String, Value> = own.collect();
    json!({
        "kind": "chat",
        "bot": name,
        "chat": chat.short(),
        "members": chat.members,
        "pinned": chat.pinned,
        "keyboard": common.map(Keyboard::json),
        "keyboards": own,
    })
}

/// Returns a message with what is not in it on the server: reactions, and who voted for what.
pub(crate) fn message(bot: &Bot, chat: &Chat, id: i64, message: &Map<String, Value>) -> Value {
    let mut message = message.clone();
    message.insert("reactions".to_owned(), reactions(bot, chat, id));
    message.insert("votes".to_owned(), votes(chat, id));
    message.into()
}

/// Returns a complaint that is not about one call.
pub(crate) fn complaint(complaint: &AboutBot) -> Value {
    json!({
        "kind": "complaint",
        "bot": complaint.bot,
        "number": complaint.number,
        "time": complaint.time,
        "text": complaint.text,
    })
}

/// Returns the newest messages of a chat after a message, oldest first.
pub(crate) fn messages(bot: &Bot, chat: &Chat, after: i64) -> Value {
    let newest = chat.messages.iter().rev();
    let newest = newest.take_while(|(id, _)| **id > after).take(MOST);
    let newest = newest.map(|(id, it)| message(bot, chat, *id, it));
    let mut newest: Vec<Value> = newest.collect();
    newest.reverse();
    newest.into()
}

/// Returns the reactions to a message: who reacted, and with what.
pub(super) fn reactions(bot: &Bot, chat: &Chat, message: i64) -> Value {
    let reactions = chat.reactions.get(&message).into_iter().flatten();
    let reactions = reactions
        .map(|(user, reaction)| json!({"user": bot.user_object(*user), "reaction": reaction}));
    reactions.collect()
}

/// Returns the votes for a poll: the user, and the options by their indexes.
pub(super) fn votes(chat: &Chat, message: i64) -> Value {
    let votes = chat.votes.get(&message).into_iter().flatten();
    let votes = votes.map(|(user, options)| json!({"user": user, "options": options}));
    votes.collect()
}
