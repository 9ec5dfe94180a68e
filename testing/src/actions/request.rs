//! The members of a request.

use serde_json::{Map, Value};

use super::done::Done;
use crate::updates::Actor;
use crate::world::{Bot, Chat, USER, standing};

/// Carries out an action.
pub(super) type Act = fn(&mut Bot, &Request<'_>) -> Result<Done, String>;

/// What is asked for.
#[derive(Clone, Copy)]
pub(super) struct Request<'r> {
    pub(super) body: &'r Map<String, Value>,
    /// The token of the bot.
    pub(super) token: &'r str,
    /// The owner of the business account in which something is done.
    pub(super) owner: Option<i64>,
}

/// Refuses what a user cannot do, or what the bot would not be told of.
///
/// # Errors
///
/// The reason.
pub(crate) fn admit(bot: &Bot, actor: Actor) -> Result<(), String> {
    let Actor { user, chat, .. } = actor;
    let known = bot.chats.get(&chat);
    let known = known.ok_or_else(|| format!("the bot knows no chat {chat}"))?;
    let is_deactivated = |chat: &Chat| chat.is_deactivated;
    if bot.chats.get(&user).is_some_and(is_deactivated) {
        return Err(format!("the account of the user {user} was deleted"));
    }
    if let Some(supergroup) = known.migrated_to {
        return Err(format!(
            "the group {chat} became the supergroup {supergroup}"
        ));
    }
    if !standing::is_in(&bot.standing(chat, bot.id)) {
        return Err(match known.kind() {
            "private" => format!("the user {user} has blocked the bot, and must unblock it first"),
            kind => format!("the bot is not in the {kind} {chat}"),
        });
    }
    if standing::status(&bot.standing(chat, user)) == "kicked" {
        return Err(format!("the user {user} is banned in the chat {chat}"));
    }
    Ok(())
}

/// Returns the user with an id, or with a first name, which may be new.
pub(super) fn named(bot: &mut Bot, user: &Value) -> Result<i64, String> {
    if let Some(name) = user.as_str().filter(|name| !name.trim().is_empty()) {
        return Ok(bot.user_named(name));
    }
    let id = user.as_i64();
    let id = id.ok_or("`user` must be an id or a first name")?;
    if id == bot.id {
        return Err(format!("the user {id} is the bot itself"));
    }
    let is_known = bot.users.contains_key(&id);
    is_known
        .then_some(id)
        .ok_or_else(|| format!("the bot knows no user {id}"))
}

impl<'r> Request<'r> {
    /// Creates a request that is not about a business account.
    pub(super) fn new(body: &'r Map<String, Value>, token: &'r str) -> Self {
        Self {
            body,
            token,
            owner: None,
        }
    }

    /// Returns a member that is given and not null.
    pub(super) fn get(&self, name: &str) -> Option<&'r Value> {
        self.body.get(name).filter(|value| !value.is_null())
    }

    /// Returns a member that must be a text.
    pub(super) fn text(&self, name: &str) -> Result<Option<&'r str>, String> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        let text = value.as_str();
        text.map(Some).ok_or(format!("`{name}` must be a text"))
    }

    /// Returns a member that must be there, and a text that is not empty.
    pub(super) fn required_text(&self, name: &str) -> Result<&'r str, String> {
        let text = self.text(name)?.filter(|text| !text.trim().is_empty());
        text.ok_or(format!("`{name}` must be a text that is not empty"))
    }

    /// Returns a member that must be an integer.
    pub(super) fn integer(&self, name: &str) -> Result<Option<i64>, String> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        let integer = value.as_i64();
        integer
            .map(Some)
            .ok_or(format!("`{name}` must be an integer"))
    }

    /// Returns a member that must be true or false.
    pub(super) fn boolean(&self, name: &str) -> Result<Option<bool>, String> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        let is = value.as_bool();
        is.map(Some)
            .ok_or(format!("`{name}` must be true or false"))
    }

    /// Returns who acts: `user` is an id, or a first name, which may be new; without it, the user 42.
    pub(super) fn user(&self, bot: &mut Bot) -> Result<i64, String> {
        self.get("user").map_or(Ok(USER), |user| named(bot, user))
    }

    /// Returns a member that must be a list of names.
    pub(super) fn names(&self, list: &str) -> Result<Option<Vec<&'r str>>, String> {
        let Some(value) = self.get(list) else {
            return Ok(None);
        };
        let error = || format!("`{list}` must be a list of names");
        let names = value.as_array().ok_or_else(error)?.iter();
        let names = names.map(|name| name.as_str().ok_or_else(error));
        names.collect::<Result<_, _>>().map(Some)
    }

    /// Returns who acts where, if this user can do anything there. The user becomes a member of a group.
    pub(super) fn actor(&self, bot: &mut Bot) -> Result<Actor, String> {
        let actor = self.place(bot)?;
        admit(bot, actor)?;
        bot.meet(actor.chat, actor.user);
        Ok(actor)
    }

    /// Returns a user, a chat, and the topic that `message_thread_id` names. `chat` is an id or `@username`;
    /// without it, the user's private chat.
    pub(super) fn place(&self, bot: &mut Bot) -> Result<Actor, String> {
        let user = self.user(bot)?;
        let chat = match self.get("chat") {
            None => user,
            Some(chat) => {
                let id = bot.chat_id(chat);
                id.ok_or(format!("the bot knows no chat {chat}"))?
            }
        };
        if !bot.chats.contains_key(&chat) {
            return Err(format!("the bot knows no chat {chat}"));
        }
        if chat > 0 && chat != user && self.owner != Some(user) {
            return Err(format!("the user {user} is not in the private chat {chat}"));
        }
        let thread = self.integer("message_thread_id")?;
        Ok(Actor { user, chat, thread })
    }

    /// Returns a user, and a group or channel.
    pub(super) fn group(&self, bot: &mut Bot) -> Result<Actor, String> {
        let place = self.place(bot)?;
        if place.chat > 0 {
            return Err("`chat` must be a group or channel".to_owned());
        }
        Ok(place)
    }

    /// Returns the message that `message_id` refers to.
    pub(super) fn message(
        &self,
        bot: &Bot,
        chat: i64,
        name: &str,
    ) -> Result<(i64, Map<String, Value>), String> {
        let id = self.integer(name)?;
        let id = id.ok_or(format!("`{name}` must be the id of a message"))?;
        let message = bot.chats.get(&chat).and_then(|chat| chat.messages.get(&id));
        let message = message.ok_or(format!("there is no message {id} in the chat {chat}"))?;
        Ok((id, message.clone()))
    }
}
