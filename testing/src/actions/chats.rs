//! Users and chats.

use serde_json::{Map, Value, json};
use telegrammar::types::ChatPermissions;

use super::done::Done;
use super::request::{Request, named};
use crate::world::{Bot, standing};

/// The id of a basic group is this minus a number; that of a supergroup or channel is further below.
const FIRST_GROUP: i64 = -5_000_000_000;
const FIRST_SUPERGROUP: i64 = -1_005_000_000_000;
/// Ids below this one are those of supergroups and channels.
const LAST_GROUP: i64 = -1_000_000_000_000;

/// `user`: adds a user with a `first_name`, and the private chat. The same name is the same user. A new one
/// may have an `id`, and be a stranger: somebody who has never written to the bot.
pub(super) fn user(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let first_name = request.required_text("first_name")?;
    let mut details = Map::new();
    for name in ["last_name", "username", "language_code"] {
        if let Some(value) = request.text(name)? {
            details.insert(name.to_owned(), value.into());
        }
    }
    let (is_stranger, given) = (request.boolean("is_stranger")?, request.integer("id")?);
    if given.is_some_and(|id| !(1..1 << 52).contains(&id) || id == bot.id) {
        return Err("`id` must be that of a user".to_owned());
    }
    let known = bot.find_user(first_name);
    let known = known.or(given.filter(|id| bot.users.contains_key(id)));
    if given.is_some() && known.is_some_and(|known| Some(known) != given) {
        return Err(format!(
            "`id` must be free, but there is a user {first_name}"
        ));
    }
    let id = known.or(given).unwrap_or_else(|| bot.free_user_id());
    match (known, is_stranger) {
        (None, Some(true)) => bot.add_stranger(id, first_name),
        (None, _) => bot.add_user(id, first_name),
        (Some(_), _) => {
            details.insert("first_name".to_owned(), first_name.into());
        }
    }
    if let Some(user) = bot.users.get_mut(&id) {
        user.extend(details.clone());
    }
    if let Some(chat) = bot.chats.get_mut(&id) {
        details.remove("language_code");
        chat.info.extend(details);
    }
    Ok(Done::default().with("user", bot.user_object(id)))
}

/// Returns an id for a supergroup.
pub(super) fn supergroup_id(bot: &Bot) -> i64 {
    free_id(bot, FIRST_SUPERGROUP)
}

fn free_id(bot: &Bot, first: i64) -> i64 {
    let ids = (1..).map(|number| first - number);
    let mut ids = ids.skip_while(|id| bot.chats.contains_key(id));
    ids.next().unwrap_or(first)
}

/// `chat`: adds a group, supergroup or channel with a `title`, and `users` as its members, of whom the
/// first is the owner.
pub(super) fn chat(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let title = request.required_text("title")?;
    let kind = request.text("type")?.unwrap_or("supergroup");
    let first = match kind {
        "group" => FIRST_GROUP,
        "supergroup" | "channel" => FIRST_SUPERGROUP,
        _ => return Err("`type` must be `group`, `supergroup` or `channel`".to_owned()),
    };
    let mut chat = Map::new();
    let id = match request.integer("id")? {
        Some(id) if bot.chats.contains_key(&id) => {
            return Err(format!("`id` must be free, but there is a chat {id}"));
        }
        Some(id) if id < 0 && (kind == "group") == (id > LAST_GROUP) => id,
        Some(_) => {
            return Err(format!(
                "`id` must be below {LAST_GROUP} for a supergroup or channel, and between it and 0 for a group"
            ));
        }
        None => free_id(bot, first),
    };
    chat.insert("id".to_owned(), id.into());
    chat.insert("type".to_owned(), kind.into());
    chat.insert("title".to_owned(), title.into());
    if let Some(username) = request.text("username")? {
        chat.insert("username".to_owned(), username.into());
    }
    if request.boolean("is_forum")? == Some(true) {
        if kind != "supergroup" {
            return Err("`is_forum` is only for supergroups".to_owned());
        }
        chat.insert("is_forum".to_owned(), true.into());
    }
    let mut more = Map::new();
    if let Some(description) = request.text("description")? {
        more.insert("description".to_owned(), description.into());
    }
    if let Some(permissions) = request.get("permissions") {
        more.insert("permissions".to_owned(), self::permissions(permissions)?);
    }
    let users = match request.get("users") {
        None => Vec::new(),
        Some(users) => {
            let users = users.as_array().ok_or("`users` must be a list")?;
            let members = users.iter().map(|user| named(bot, user));
            members.collect::<Result<_, _>>()?
        }
    };
    bot.add_chat(&chat.clone().into());
    bot.add_chat(&{
        more.insert("id".to_owned(), id.into());
        more.into()
    });
    let owner = users.first().copied();
    for user in users {
        bot.meet(id, user);
    }
    if let Some(owner) = owner {
        bot.set_standing(id, owner, standing::owner());
    }
    Ok(Done::default().with("chat", chat))
}

/// Returns what members may do unless a test says otherwise: everything that is not false.
fn permissions(given: &Value) -> Result<Value, String> {
    let given = given.as_object().ok_or("`permissions` must be an object")?;
    for (name, value) in given {
        let mut fields = ChatPermissions::INFO.fields.iter();
        if !fields.any(|field| field.name == name) {
            return Err(format!("`permissions` has no member `{name}`"));
        }
        if !value.is_boolean() {
            return Err(format!("`permissions.{name}` must be true or false"));
        }
    }
    let has = |name: &str| given.get(name) != Some(&false.into());
    Ok(json!(standing::permissions(has)))
}
