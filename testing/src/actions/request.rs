//! The members of a request.

use serde_json::{Map, Value};

use crate::world::{Bot, USER};

/// What is asked for.
pub(super) struct Request<'r> {
    pub(super) body: &'r Map<String, Value>,
}

/// A user, and the chat in which the user does something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Actor {
    pub(crate) user: i64,
    pub(crate) chat: i64,
}

impl<'r> Request<'r> {
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

    /// Returns who acts: `user` is an id, or a first name, which may be new; without it, the user 42.
    pub(super) fn user(&self, bot: &mut Bot) -> Result<i64, String> {
        match self.get("user") {
            None => Ok(USER),
            Some(Value::String(name)) if !name.trim().is_empty() => Ok(bot.user_named(name)),
            Some(id) => {
                let id = id.as_i64().ok_or("`user` must be an id or a first name")?;
                let is_known = bot.users.contains_key(&id);
                is_known
                    .then_some(id)
                    .ok_or(format!("the bot knows no user {id}"))
            }
        }
    }

    /// Returns who acts where. `chat` is an id or `@username`; without it, the user's private chat. The
    /// user becomes a member of a group.
    pub(super) fn actor(&self, bot: &mut Bot) -> Result<Actor, String> {
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
        if chat > 0 && chat != user {
            return Err(format!("the user {user} is not in the private chat {chat}"));
        }
        bot.meet(chat, user);
        Ok(Actor { user, chat })
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
