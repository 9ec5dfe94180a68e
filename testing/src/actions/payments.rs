//! Payments: a user pays an invoice, and the bot is asked and told.

use serde_json::{Map, Value, json};

use super::done::{Done, Update};
use super::messages;
use super::request::{Actor, Request};
use crate::world::{Bot, Chat, Paid, Payment, Stage};

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
        let query = checkout(bot, &mut payment, &id);
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

/// Returns the sum of prices.
fn total(prices: Option<&Value>) -> i64 {
    let prices = prices.and_then(Value::as_array).into_iter().flatten();
    let amounts = prices.filter_map(|price| {
        let amount = price.get("amount")?;
        amount.as_i64().or_else(|| amount.as_str()?.parse().ok())
    });
    amounts.fold(0, i64::saturating_add)
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

/// Returns the id of the first or second query of a payment, which is counted from 0.
fn query_id(payment: usize, query: usize) -> String {
    format!("7{:010}{query}", payment + 1)
}

/// Asks the bot whether the payment can be made.
fn checkout(bot: &Bot, payment: &mut Payment, id: &str) -> Value {
    payment.stage = Stage::PreCheckout(id.to_owned(), bot.clock.time());
    let mut query = json!({"id": id, "from": bot.user_object(payment.user)});
    if let Some(query) = query.as_object_mut() {
        query.extend(order_of(payment));
    }
    query
}

/// Returns what a pre-checkout query and a successful payment have in common.
fn order_of(payment: &Payment) -> Map<String, Value> {
    let mut order = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            order.insert(name.to_owned(), value);
        }
    };
    set("currency", Some(payment.text("currency").into()));
    set("total_amount", Some(payment.total.into()));
    set("invoice_payload", Some(payment.text("payload").into()));
    set(
        "shipping_option_id",
        payment.option.as_deref().map(Value::from),
    );
    set("order_info", payment.order_info.clone());
    order
}

/// Continues a payment after the bot has answered its shipping query. Returns what the bot is asked next.
pub(crate) fn shipping_answered(
    bot: &mut Bot,
    query: &str,
    answer: Result<&[Value], &str>,
) -> Option<Update> {
    let (index, payment) = bot.payments.asked(query)?;
    let id = query_id(index, 1);
    let mut payment = payment.clone();
    let id_of = |option: &Value| option.get("id").and_then(Value::as_str).map(str::to_owned);
    let chosen = answer.map_err(str::to_owned).and_then(|options| {
        let mut options = options.iter();
        match payment.wanted_option.as_deref() {
            Some(wanted) => options
                .find(|option| id_of(option).as_deref() == Some(wanted))
                .ok_or_else(|| format!("There is no shipping option `{wanted}`")),
            None => options
                .next()
                .ok_or_else(|| "There are no shipping options".to_owned()),
        }
    });
    let update = match chosen {
        Ok(option) => {
            payment.option = id_of(option);
            payment.total = payment.total.saturating_add(total(option.get("prices")));
            let query = checkout(bot, &mut payment, &id);
            Some(Map::from_iter([("pre_checkout_query".to_owned(), query)]))
        }
        Err(text) => {
            payment.stage = Stage::Refused(text);
            None
        }
    };
    if let Some(known) = bot.payments.begun.get_mut(index) {
        *known = payment;
    }
    update
}

/// Ends a payment after the bot has answered its pre-checkout query. Returns what the bot is told.
pub(crate) fn checkout_answered(
    bot: &mut Bot,
    query: &str,
    answer: Result<(), &str>,
) -> Option<Update> {
    let charge_id = format!("FakeCharge{}", bot.number());
    let (_, payment) = bot.payments.asked(query)?;
    if let Err(text) = answer {
        payment.stage = Stage::Refused(text.to_owned());
        return None;
    }
    payment.stage = Stage::Paid(Paid {
        charge_id: charge_id.clone(),
        is_refunded: false,
        state: "active",
    });
    let payment = payment.clone();
    paid(bot, &payment, &charge_id, true)
}

/// Tells the bot of a successful payment, the first one of a subscription or a later one.
pub(super) fn paid(
    bot: &mut Bot,
    payment: &Payment,
    charge_id: &str,
    is_first: bool,
) -> Option<Update> {
    let mut content = order_of(payment);
    if let Some(period) = payment.period() {
        let end = bot.now().saturating_add(period);
        content.insert("subscription_expiration_date".to_owned(), end.into());
        content.insert("is_recurring".to_owned(), true.into());
        if is_first {
            content.insert("is_first_recurring".to_owned(), true.into());
        }
    }
    content.insert("telegram_payment_charge_id".to_owned(), charge_id.into());
    let by_provider = format!("FakeProviderCharge{}", bot.number());
    content.insert("provider_payment_charge_id".to_owned(), by_provider.into());
    if payment.is_in_stars() {
        let mut source = json!({
            "type": "user",
            "transaction_type": "invoice_payment",
            "user": bot.user_object(payment.user),
            "invoice_payload": payment.text("payload"),
        });
        if let (Some(source), Some(period)) = (source.as_object_mut(), payment.period()) {
            source.insert("subscription_period".to_owned(), period.into());
        }
        let earned =
            json!({"id": charge_id, "amount": payment.total, "date": bot.now(), "source": source});
        bot.payments.stars.push(earned);
    }
    service(bot, payment, "successful_payment", content)
}

/// Tells the bot that it has paid a payment back.
pub(crate) fn refunded(bot: &mut Bot, payment: &Payment, charge_id: &str) -> Option<Update> {
    let receiver = json!({
        "type": "user",
        "transaction_type": "invoice_payment",
        "user": bot.user_object(payment.user),
        "invoice_payload": payment.text("payload"),
    });
    let spent =
        json!({"id": charge_id, "amount": payment.total, "date": bot.now(), "receiver": receiver});
    bot.payments.stars.push(spent);
    let mut content = order_of(payment);
    content.remove("order_info");
    content.remove("shipping_option_id");
    content.insert("telegram_payment_charge_id".to_owned(), charge_id.into());
    service(bot, payment, "refunded_payment", content)
}

fn service(
    bot: &mut Bot,
    payment: &Payment,
    name: &str,
    content: Map<String, Value>,
) -> Option<Update> {
    let actor = Actor {
        user: payment.user,
        chat: payment.chat,
        thread: None,
    };
    let content = Map::from_iter([(name.to_owned(), content.into())]);
    let (_, update) = messages::compose(bot, actor, &content).ok()?;
    Some(update)
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
    let is_told = bot.chats.get(&actor.chat).map_or("", Chat::kind) != "channel";
    let done = if is_told && !payload.is_empty() {
        let event = json!({"from": user, "paid_media_payload": payload});
        Done::update("purchased_paid_media", event)
    } else {
        Done::default()
    };
    Ok(done.with("message_id", id))
}
