//! Messages of which a test gives only a part.

use bytes::Bytes;
use serde_json::{Map, Value};
use telegrammar::from_json_strict;
use telegrammar::schema::{ApiType, TypeInfo};
use telegrammar::types::Message;

use super::{sample, schema};
use crate::world::{Bot, Chat, Kind};

/// Sets what the members of a message require and a test has left out. A file is an empty one, which the bot
/// can download.
///
/// # Errors
///
/// A member that messages do not have, or a value of another type.
pub(crate) fn complete_content(
    bot: &mut Bot,
    user: i64,
    chat: i64,
    content: &mut Map<String, Value>,
) -> Result<(), String> {
    content.retain(|_, value| !value.is_null());
    if let Some(name) = content
        .keys()
        .find(|it| schema::field(Message::INFO, it).is_none())
    {
        return Err(format!("a message has no member `{name}`"));
    }
    Place { user, chat }.inside(bot, Message::INFO, content);
    let mut whole = sample::object(Message::INFO, bot.now());
    whole.extend(content.clone());
    let decoded = from_json_strict::<Message>(&Value::Object(whole).to_string());
    decoded.map(drop).map_err(|error| error.to_string())
}

/// Whose values are left out.
#[derive(Clone, Copy)]
struct Place {
    user: i64,
    chat: i64,
}

impl Place {
    /// Completes the objects in the members of an object.
    fn inside(self, bot: &mut Bot, info: &TypeInfo, members: &mut Map<String, Value>) {
        for field in info.fields {
            if let Some(value) = members.get_mut(field.name) {
                self.value(bot, field.name, &field.api_type, value);
            }
        }
    }

    fn value(self, bot: &mut Bot, name: &str, ty: &ApiType, value: &mut Value) {
        match (ty, value) {
            (ApiType::Array(item), Value::Array(values)) => {
                for value in values {
                    self.value(bot, name, item, value);
                }
            }
            (ty, Value::Object(members)) => {
                if let Some(info) = schema::object_of(ty, members) {
                    self.inside(bot, info, members);
                    self.required(bot, name, info, members);
                }
            }
            _ => {}
        }
    }

    /// Adds what an object requires, which is the value of a field with this name.
    fn required(
        self,
        bot: &mut Bot,
        name: &str,
        info: &TypeInfo,
        members: &mut Map<String, Value>,
    ) {
        let is_file = schema::field(info, "file_id").is_some() && !members.contains_key("file_id");
        if is_file {
            let named = |name: &str| members.get(name).and_then(Value::as_str);
            let (file_name, mime_type) = (named("file_name"), named("mime_type"));
            let file = bot
                .files
                .add(Kind::of(name), file_name, mime_type, Bytes::new());
            for (name, value) in file.members() {
                members.entry(name).or_insert(value);
            }
        }
        for field in info.fields.iter().filter(|field| field.required) {
            if members.contains_key(field.name) {
                continue;
            }
            let value = match field.api_type {
                ApiType::Object("User") => bot.user_object(self.user),
                ApiType::Object("Chat") => bot.chats.get(&self.chat).map(Chat::short).into(),
                _ => sample::field(info, field, bot.now()),
            };
            members.insert(field.name.to_owned(), value);
        }
    }
}
