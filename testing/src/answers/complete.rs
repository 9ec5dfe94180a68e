//! Updates of which a test gives only a part.

use serde_json::{Map, Value, json};
use telegrammar::from_json_strict;
use telegrammar::schema::{ApiType, TypeInfo};
use telegrammar::text::Text;
use telegrammar::types::Update;

use super::{sample, schema};
use crate::detect::mark;
use crate::world::{Bot, Chat, MOST_MESSAGE_ID, USER};

/// Sets what a kind of update requires and a test has left out: the chat is 42, and so is the user. A text
/// or caption without a list of entities gets those that the server finds.
///
/// # Errors
///
/// The update has no or an unknown kind, or a value of another type.
pub(crate) fn complete(bot: &mut Bot, update: &mut Map<String, Value>) -> Result<(), String> {
    let (Some(kind), 1) = (update.keys().next().cloned(), update.len()) else {
        return Err("an update has one member beside `update_id`, which is its kind".to_owned());
    };
    let field = schema::field(Update::INFO, &kind);
    let field = field.ok_or_else(|| format!("there are no updates of the kind `{kind}`"))?;
    let Some(event) = update.get_mut(&kind).and_then(Value::as_object_mut) else {
        return Err(format!("`{kind}` must be an object"));
    };
    event.retain(|_, value| !value.is_null());
    let id = event.get("message_id").and_then(Value::as_i64);
    if id.is_some_and(|id| !(1..=MOST_MESSAGE_ID).contains(&id)) {
        return Err(format!(
            "`{kind}.message_id` must be in 1..={MOST_MESSAGE_ID}"
        ));
    }
    if let ApiType::Object(name) = field.api_type
        && let Some(info) = schema::object(name)
    {
        fill(bot, info, event);
    }
    let mut whole = update.clone();
    whole.insert("update_id".to_owned(), 1.into());
    let whole = Value::Object(whole).to_string();
    let decoded = from_json_strict::<Update>(&whole);
    decoded.map(drop).map_err(|error| error.to_string())
}

fn fill(bot: &mut Bot, info: &TypeInfo, event: &mut Map<String, Value>) {
    if info.name == "Message" && !event.contains_key("from") && !event.contains_key("sender_chat") {
        event.insert("from".to_owned(), bot.user_object(USER));
    }
    if info.name == "Message" {
        mark(event);
    }
    for field in info.fields.iter().filter(|field| field.required) {
        if event.contains_key(field.name) {
            continue;
        }
        let value = match (field.name, field.api_type) {
            (_, ApiType::Object("User")) => bot.user_object(USER),
            (_, ApiType::Object("Chat")) => match bot.chats.get(&USER) {
                Some(chat) => chat.short(),
                None => continue,
            },
            ("message_id", _) => {
                let chat = event.get("chat").and_then(|chat| chat.get("id")?.as_i64());
                let chat = bot.chats.get_mut(&chat.unwrap_or(USER));
                chat.map_or(1, Chat::next_message_id).into()
            }
            ("id" | "chat_instance", ApiType::String) => json!(bot.number().to_string()),
            _ => sample::field(info, field, bot.now()),
        };
        event.insert(field.name.to_owned(), value);
    }
}

/// Returns what the server stores of a text that a user types: without white space around it, for example.
pub(crate) fn typed(text: &str) -> String {
    Text::from(text).cleaned().into_parts().0
}
