//! Which updates Telegram keeps from a bot: in groups, privacy mode; elsewhere, what only administrators
//! are told.

use serde_json::{Map, Value};

use super::bot::Bot;
use super::chat::Chat;
use super::permissions::needed;
use super::standing::status;

impl Bot {
    /// Switches privacy mode.
    pub(crate) fn set_privacy(&mut self, is_on: bool) {
        let name = "can_read_all_group_messages".to_owned();
        self.me.insert(name, (!is_on).into());
    }

    /// Returns whether Telegram tells the bot of an event that a user causes.
    pub(crate) fn is_told(&self, update: &Map<String, Value>) -> bool {
        let Some((kind, event)) = update.iter().find(|(name, _)| *name != "update_id") else {
            return false;
        };
        let chat = event.get("chat").and_then(|chat| chat.get("id")?.as_i64());
        let Some((id, chat)) = chat.and_then(|id| Some((id, self.chats.get(&id)?))) else {
            return true;
        };
        let standing = self.standing(id, self.id);
        let is_administrator = status(&standing) == "administrator";
        match (kind.as_str(), chat.kind()) {
            (_, "private") => true,
            ("message_reaction" | "message_reaction_count", _) => is_administrator,
            ("chat_join_request", _) => standing.get("can_invite_users") == Some(&true.into()),
            ("message" | "edited_message", "group" | "supergroup") => {
                let reads_all = is_administrator || self.has_ability("can_read_all_group_messages");
                let message = event.as_object();
                reads_all || message.is_none_or(|message| self.is_meant(chat, message))
            }
            _ => true,
        }
    }

    /// Returns whether a message is meant for the bot: a service message, a command or mention, a message
    /// that was sent with its help, or a reply to its message or to one that is meant for it.
    fn is_meant(&self, chat: &Chat, message: &Map<String, Value>) -> bool {
        if is_service(message) {
            return true;
        }
        let mut message = message;
        loop {
            let replied = message.get("reply_to_message");
            let replied = replied.filter(|replied| replied.get("forum_topic_created").is_none());
            let by = replied.and_then(|replied| replied.get("from"));
            if is_by(by, self.id) || is_by(message.get("via_bot"), self.id) {
                return true;
            }
            let is_by_other = by.is_some_and(is_bot);
            if !is_by_other && self.is_addressed(chat, message) {
                return true;
            }
            let number = |message: &Value| message.get("message_id").and_then(Value::as_i64);
            let earlier = replied.and_then(number);
            let own = message.get("message_id").and_then(Value::as_i64);
            // Replies are to earlier messages, so this ends.
            match earlier.filter(|earlier| Some(*earlier) < own) {
                Some(earlier) if !is_by_other => match chat.messages.get(&earlier) {
                    Some(earlier) => message = earlier,
                    None => return false,
                },
                _ => return false,
            }
        }
    }

    /// Returns whether a text names the bot, or is a command without a name after the bot was the last one
    /// to write.
    fn is_addressed(&self, chat: &Chat, message: &Map<String, Value>) -> bool {
        let me = self.user();
        let name = me.get("username").and_then(Value::as_str);
        let is_name = |it: &str| name.is_some_and(|name| name.eq_ignore_ascii_case(it));
        let of = |text: &str, entities: &str| {
            let text = message.get(text).and_then(Value::as_str);
            let entities = message.get(entities).and_then(Value::as_array);
            text.zip(entities)
        };
        let texts = [of("text", "entities"), of("caption", "caption_entities")];
        texts.into_iter().flatten().any(|(text, entities)| {
            entities.iter().any(|entity| {
                let part = part(text, entity);
                match entity.get("type").and_then(Value::as_str) {
                    Some("text_mention") => is_by(entity.get("user"), self.id),
                    Some("mention") => part.strip_prefix('@').is_some_and(is_name),
                    Some("bot_command") => match part.split_once('@') {
                        Some((_, bot)) => is_name(bot),
                        None => entity.get("offset") == Some(&0.into()) && self.was_last(chat),
                    },
                    _ => false,
                }
            })
        })
    }

    /// Returns whether no other bot has written after the bot.
    fn was_last(&self, chat: &Chat) -> bool {
        let by_bots = chat.messages.values().rev();
        let mut by_bots = by_bots.filter_map(|message| message.get("from").filter(|by| is_bot(by)));
        by_bots.next().is_none_or(|by| is_by(Some(by), self.id))
    }
}

/// Returns whether a message tells of what happened in its chat: nobody needs a permission to send it, and
/// it is no giveaway.
pub(crate) fn is_service(message: &Map<String, Value>) -> bool {
    let is_giveaway = ["giveaway", "giveaway_winners"]
        .iter()
        .any(|name| message.contains_key(*name));
    needed(message).is_none() && !is_giveaway
}

fn is_by(user: Option<&Value>, id: i64) -> bool {
    user.and_then(|user| user.get("id")?.as_i64()) == Some(id)
}

fn is_bot(user: &Value) -> bool {
    user.get("is_bot") == Some(&true.into())
}

/// Returns the part of a text that an entity covers.
fn part(text: &str, entity: &Value) -> String {
    let number = |name: &str| {
        let number = entity.get(name).and_then(Value::as_u64);
        usize::try_from(number.unwrap_or_default()).unwrap_or(usize::MAX)
    };
    let units = text.encode_utf16().skip(number("offset"));
    let units: Vec<u16> = units.take(number("length")).collect();
    String::from_utf16_lossy(&units)
}
