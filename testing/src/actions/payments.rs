//! Payments: a user pays an invoice, and the bot is asked and told.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::request::Request;
use crate::updates::{pre_checkout_query, query_id, total};
use crate::world::{Bot, Payment, Stage};

/// What an invoice may ask for, what it is called in the `order_info`, and what the user gives.
const ASKED: [(&str, &str, &str); 3] = [
    ("need_phone_number", "phone_number", "+15550100"),
    ("need_email", "email", "user@example.com"),
    ("need_name", "name", ""),
];

/// `pay`: the user pays the invoice of a message, or the one at a `link`.
pub(super) fn pay(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let (message, invoice) = if let Some(link) = request.text("link")? {
        (None, bot.payments.links.get(link).cloned())
    } else {
        let (id, _) = request.message(bot, actor.chat, "message_id")?;
        let invoice = bot.payments.invoices.get(&(actor.chat, id));
        (Some(id), invoice.cloned())
    };
    let invoice = invoice.ok_or_else(|| match message {
        Some(id) => format!("the message {id} has no invoice that can be paid"),
        None => "there is no invoice with this link".to_owned(),
    })?;
    // Others see what is in a group, and a channel has no messages by users.
    let is_group = bot
        .chats
        .get(&actor.chat)
        .is_some_and(|it| matches!(it.kind(), "group" | "supergroup"));
    let chat = if is_group && message.is_some() {
        actor.chat
    } else {
        actor.user
    };
    let is_same = |paid: &Payment| {
        let is_paid = matches!(paid.stage, Stage::Paid(_));
        is_paid && message.is_some() && paid.message == message && paid.chat == actor.chat
    };
    if actor.chat > 0 && bot.payments.begun.iter().any(is_same) {
        return Err("the invoice was paid already".to_owned());
    }
    let mut payment = Payment {
        user: actor.user,
        chat,
        message,
        total: total(invoice.get("prices")).saturating_add(tip(request, &invoice)?),
        order_info: None,
        wanted_option: request.text("shipping_option")?.map(str::to_owned),
        option: None,
        stage: Stage::Refused(String::new()),
        invoice,
    };
    let address = order(bot, request, &mut payment)?;
    let number = bot.payments.begun.len();
    let done = if let Some(address) = address {
        let id = query_id(number, 0);
        let query = json!({
            "id": id,
            "from": bot.user_object(payment.user),
            "invoice_payload": payment.text("payload"),
            "shipping_address": address,
        });
        payment.stage = Stage::Shipping(id.clone());
        Done::update("shipping_query", query).with("shipping_query_id", id)
    } else {
        let id = query_id(number, 1);
        let query = pre_checkout_query(bot, &mut payment, &id);
        Done::update("pre_checkout_query", query).with("pre_checkout_query_id", id)
    };
    bot.payments.begun.push(payment);
    Ok(done.with("payment_id", bot.payments.begun.len()))
}

/// `payment`: what came of the payment with a `payment_id`.
pub(super) fn state(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let id = request.integer("payment_id")?;
    let index = id.and_then(|id| usize::try_from(id).ok()?.checked_sub(1));
    let payment = index.and_then(|index| bot.payments.begun.get(index));
    let payment = payment.ok_or("`payment_id` must be the id of a payment")?;
    let done = Done::default().with("total_amount", payment.total);
    if let Some(error) = payment.error(bot.clock.time()) {
        return Ok(done.with("state", "failed").with("error_message", error));
    }
    Ok(match &payment.stage {
        Stage::Paid(paid) => {
            let state = if paid.is_refunded { "refunded" } else { "paid" };
            let done = done.with("state", state);
            done.with("telegram_payment_charge_id", paid.charge_id.as_str())
        }
        _ => done.with("state", "waiting"),
    })
}

fn tip(request: &Request<'_>, invoice: &Map<String, Value>) -> Result<i64, String> {
    let tip = request.integer("tip")?.unwrap_or_default();
    let most = invoice.get("max_tip_amount").and_then(Value::as_i64);
    let most = most.unwrap_or_default();
    if (0..=most).contains(&tip) {
        Ok(tip)
    } else {
        Err(format!("the `tip` must be in 0..={most}"))
    }
}

/// Sets what the invoice asks for. Returns the address if the price depends on it.
fn order(bot: &Bot, request: &Request<'_>, payment: &mut Payment) -> Result<Option<Value>, String> {
    if payment.is_in_stars() {
        return Ok(None);
    }
    let asks = |name: &str| payment.invoice.get(name) == Some(&true.into());
    let mut info = Map::new();
    for (asked, name, usual) in ASKED {
        if asks(asked) {
            let given = request.text(name)?.map(str::to_owned);
            let given = given.unwrap_or_else(|| match name {
                "name" => full_name(bot, payment.user),
                _ => usual.to_owned(),
            });
            info.insert(name.to_owned(), given.into());
        }
    }
    let is_flexible = asks("is_flexible");
    let mut address = None;
    if is_flexible || asks("need_shipping_address") {
        let given = shipping_address(request)?;
        info.insert("shipping_address".to_owned(), given.clone());
        address = Some(given);
    }
    payment.order_info = (!info.is_empty()).then(|| info.into());
    Ok(address.filter(|_| is_flexible))
}

fn full_name(bot: &Bot, user: i64) -> String {
    let user = bot.user_object(user);
    let names = ["first_name", "last_name"].into_iter();
    let names = names.filter_map(|name| user.get(name)?.as_str());
    names.collect::<Vec<_>>().join(" ")
}

/// Returns an address with the members that a request gives.
fn shipping_address(request: &Request<'_>) -> Result<Value, String> {
    let mut address = Map::new();
    for (name, usual) in [
        ("country_code", "DE"),
        ("state", ""),
        ("city", "Berlin"),
        ("street_line1", "Pariser Platz 1"),
        ("street_line2", ""),
        ("post_code", "10117"),
    ] {
        address.insert(name.to_owned(), usual.into());
    }
    if let Some(given) = request.get("shipping_address") {
        let given = given.as_object();
        let given = given.ok_or("`shipping_address` must be an object")?;
        for (name, value) in given {
            if !address.contains_key(name) || !value.is_string() {
                return Err(format!("a shipping address has no text `{name}`"));
            }
            address.insert(name.clone(), value.clone());
        }
    }
    Ok(address.into())
}

/// `buy`: the user buys the paid media of a message. The bot is told if they have a payload.
pub(super) fn buy(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let (id, message) = request.message(bot, actor.chat, "message_id")?;
    let media = message.get("paid_media");
    let media = media.ok_or_else(|| format!("the message {id} has no paid media"))?;
    if !bot.payments.bought.insert((actor.user, actor.chat, id)) {
        return Err("the paid media were bought already".to_owned());
    }
    let payload = bot.payments.media.get(&(actor.chat, id));
    let payload = payload.cloned().unwrap_or_default();
    let user = bot.user_object(actor.user);
    let mut source = json!({
        "type": "user",
        "transaction_type": "paid_media_payment",
        "user": user,
        "paid_media": media.get("paid_media"),
    });
    if let Some(source) = source.as_object_mut().filter(|_| !payload.is_empty()) {
        source.insert("paid_media_payload".to_owned(), payload.as_str().into());
    }
    let number = bot.number();
    let earned = json!({
        "id": format!("FakeCharge{number}"),
        "amount": media.get("star_count"),
        "date": bot.now(),
        "source": source,
    });
    bot.payments.stars.push(earned);
    let is_told = bot.chat_kind(actor.chat) != "channel";
    let done = if is_told && !payload.is_empty() {
        let event = json!({"from": user, "paid_media_payload": payload});
        Done::update("purchased_paid_media", event)
    } else {
        Done::default()
    };
    Ok(done.with("message_id", id))
}
