//! Payments: what the bot is asked before one, and told of it.

use serde_json::{Map, Value, json};

use super::Update;
use super::messages::{Actor, compose};
use crate::world::{Bot, Paid, Payment, Stage};

/// Returns the sum of prices.
pub(crate) fn total(prices: Option<&Value>) -> i64 {
    let prices = prices.and_then(Value::as_array).into_iter().flatten();
    let amounts = prices.filter_map(|price| {
        let amount = price.get("amount")?;
        amount.as_i64().or_else(|| amount.as_str()?.parse().ok())
    });
    amounts.fold(0, i64::saturating_add)
}

/// Returns the id of the first or second query of a payment, which is counted from 0.
pub(crate) fn query_id(payment: usize, query: usize) -> String {
    format!("7{:010}{query}", payment + 1)
}

/// Returns a `PreCheckoutQuery`, which asks the bot whether the payment can be made.
pub(crate) fn pre_checkout_query(bot: &Bot, payment: &mut Payment, id: &str) -> Value {
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
            let query = pre_checkout_query(bot, &mut payment, &id);
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
pub(crate) fn paid(
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
    let (_, update) = compose(bot, actor, &content).ok()?;
    Some(update)
}
