//! Business accounts: users connect them to the bot, and their customers write to them.

use serde_json::{Map, Value, json};
use telegrammar::types::BusinessBotRights;

use super::done::Done;
use super::request::{Act, Request};
use crate::world::{Bot, Chat, connection};

/// The actions that are possible in a chat of a business account.
const POSSIBLE: [&str; 7] = [
    "say", "send", "photo", "document", "edit", "delete", "press",
];

/// `connect_business`: the user connects a business account to the bot, or changes its `rights`. Without
/// them, the bot has all.
pub(super) fn connect(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let user = request.user(bot)?;
    let mut rights = Map::new();
    let known = || {
        BusinessBotRights::INFO
            .fields
            .iter()
            .map(|field| field.name)
    };
    match request.names("rights")? {
        None => rights.extend(known().map(|name| (name.to_owned(), true.into()))),
        Some(given) => {
            for right in given {
                let name = known().find(|name| right == *name);
                let name = name.ok_or_else(|| {
                    let known: Vec<_> = known().collect();
                    format!("there is no right {right:?}, only {}", known.join(", "))
                })?;
                rights.insert(name.to_owned(), true.into());
            }
        }
    }
    let known = bot.business_of(user).map(str::to_owned);
    let id = known.unwrap_or_else(|| format!("FakeBusiness{}", bot.business.len() + 1));
    let event = match bot.business.get(&id).filter(|known| known.is_enabled()) {
        Some(known) => {
            let mut info = known.info.clone();
            info.insert("rights".to_owned(), rights.into());
            info.into()
        }
        None => connection(&id, &bot.user_object(user), bot.now(), &rights.into()),
    };
    Ok(Done::update("business_connection", event).with("business_connection_id", id))
}

/// `disconnect_business`: the user ends the connection.
pub(super) fn disconnect(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let user = request.user(bot)?;
    let id = bot.business_of(user).map(str::to_owned);
    let business = id.as_ref().and_then(|id| bot.business.get(id));
    let business = business.filter(|business| business.is_enabled());
    let business =
        business.ok_or_else(|| format!("the user {user} has connected no business account"))?;
    let mut info = business.info.clone();
    info.insert("is_enabled".to_owned(), false.into());
    info.remove("rights");
    Ok(Done::update("business_connection", info).with("business_connection_id", id))
}

/// Does something in a chat of a business account: as its owner with the customer that is the `chat`, or
/// else as a customer.
pub(super) fn within(
    bot: &mut Bot,
    (name, act): (&str, Act),
    request: &Request<'_>,
) -> Result<Done, String> {
    if !POSSIBLE.contains(&name) {
        return Err(format!("`{name}` takes no `business_connection_id`"));
    }
    let id = request.required_text("business_connection_id")?;
    let business = bot.business.get(id).filter(|it| it.is_enabled());
    let business = business.ok_or_else(|| format!("there is no business connection {id}"))?;
    let owner = business.owner();
    let user = request.user(bot)?;
    let customer = if user == owner {
        let customer = request.integer("chat")?.filter(|chat| *chat != owner);
        customer.ok_or("`chat` must be the id of a customer of the business account")?
    } else {
        user
    };
    bot.add_customer(id, customer);
    let inner = Request {
        owner: Some(owner),
        ..*request
    };
    let (done, chat) = bot.in_business(id, |bot| {
        let done = act(bot, &inner);
        (done, bot.chats.get(&customer).map(Chat::short))
    });
    let mut done = done?;
    for update in &mut done.updates {
        *update = std::mem::take(update)
            .into_iter()
            .map(|(kind, event)| of_business(id, kind, event))
            .collect();
    }
    if let Some(message) = done.result.get("message_id").filter(|_| name == "delete") {
        let event = json!({"business_connection_id": id, "chat": chat, "message_ids": [message]});
        let update = Map::from_iter([("deleted_business_messages".to_owned(), event)]);
        done.updates.push(update);
    }
    Ok(done)
}

fn of_business(id: &str, kind: String, mut event: Value) -> (String, Value) {
    let kind = match kind.as_str() {
        "message" => "business_message".to_owned(),
        "edited_message" => "edited_business_message".to_owned(),
        _ => return (kind, event),
    };
    if let Some(event) = event.as_object_mut() {
        event.insert("business_connection_id".to_owned(), id.into());
    }
    (kind, event)
}
