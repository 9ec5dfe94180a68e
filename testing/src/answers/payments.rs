//! Invoices and payments.

use serde_json::{Value, json};
use telegrammar::schema::FieldInfo;

use super::call::{Call, Outcome, bad};
use super::replies::{Members, number};
use crate::protocol::envelope::Answer;
use crate::protocol::integer::clamped;
use crate::protocol::refusal::Refusal;
use crate::updates::{checkout_answered, refunded, shipping_answered};
use crate::world::{Bot, Stage, is_late};

/// The largest amount, in the smallest units of a currency.
const MOST: i64 = 99_999_999_999;
const MOST_TIPS: usize = 4;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    Some(match call.name {
        "answerShippingQuery" => Ok(shipping(bot, call).into()),
        "answerPreCheckoutQuery" => checkout(bot, call).map(Value::from),
        "refundStarPayment" => refund(bot, call).map(Value::from),
        "getMyStarBalance" => Ok(json!({"amount": bot.payments.balance()})),
        "getStarTransactions" => {
            let text = |name| call.arguments.integer(name).map(|it| it.to_string());
            let offset = clamped(text("offset").as_deref(), 0, 0, i32::MAX);
            let limit = clamped(text("limit").as_deref(), 100, 0, 100);
            let all = bot.payments.stars.iter();
            let some = all.skip(usize::try_from(offset).unwrap_or_default());
            let some = some.take(usize::try_from(limit).unwrap_or_default());
            Ok(json!({"transactions": some.collect::<Vec<_>>()}))
        }
        "createInvoiceLink" => total(&call.arguments.values).map(|_| {
            let number = bot.payments.links.len() + 1;
            format!("https://t.me/$FakeInvoice{number}").into()
        }),
        _ => return None,
    })
}

/// Remembers what the bot sells.
pub(super) fn remember(bot: &mut Bot, call: &Call<'_>, result: &Value) {
    let id = |message: &Value| message.get("message_id").and_then(Value::as_i64);
    let invoice = || call.arguments.values.clone();
    match (call.name, call.chat, id(result)) {
        ("createInvoiceLink", ..) => {
            let link = result.as_str().unwrap_or_default();
            bot.payments.links.insert(link.to_owned(), invoice());
        }
        ("sendInvoice", Some(chat), Some(id)) => {
            bot.payments.invoices.insert((chat, id), invoice());
        }
        ("sendPaidMedia", Some(chat), Some(id)) => {
            let payload = call.arguments.text("payload").unwrap_or_default();
            bot.payments.media.insert((chat, id), payload.to_owned());
        }
        // Copies of an invoice can be paid unless they lead to the bot.
        ("forwardMessage", Some(chat), Some(id)) => {
            let from = call.arguments.get("from_chat_id");
            let from = from.and_then(|from| bot.chat_id(from));
            let message = call.arguments.integer("message_id");
            let key = from.zip(message);
            let known = key.and_then(|key| bot.payments.invoices.get(&key));
            if let Some(known) = known.filter(|it| !it.contains_key("start_parameter")) {
                bot.payments.invoices.insert((chat, id), known.clone());
            }
        }
        _ => {}
    }
}

/// Sets the total of an invoice.
pub(super) fn invoice(given: &Members, invoice: &mut Members) -> Result<(), Answer> {
    invoice.insert("total_amount".to_owned(), total(given)?.into());
    if !given.contains_key("start_parameter") {
        invoice.insert("start_parameter".to_owned(), "".into());
    }
    Ok(())
}

/// Returns the sum of the prices, if they and the tips are permitted.
fn total(given: &Members) -> Result<i64, Answer> {
    let prices = given.get("prices").and_then(Value::as_array);
    let amounts = prices.into_iter().flatten();
    let amounts = amounts.filter_map(|price| number(price.get("amount")?));
    let amounts: Vec<i64> = amounts.collect();
    let total = amounts.iter().copied().fold(0, i64::saturating_add);
    if total <= 0 {
        return Err(bad("total price must be positive"));
    }
    if total > MOST {
        return Err(bad("total price is too big"));
    }
    if amounts
        .iter()
        .any(|amount| !(-MOST..=MOST).contains(amount))
    {
        return Err(bad("too big amount of the currency specified"));
    }
    let tips = given.get("suggested_tip_amounts").and_then(Value::as_array);
    let tips = tips.map(Vec::as_slice).unwrap_or_default();
    if tips.iter().filter_map(number).any(|tip| tip <= 0) {
        return Err(bad("suggested tip amount must be positive"));
    }
    if tips.len() > MOST_TIPS {
        return Err(bad("there can be at most 4 suggested tip amounts"));
    }
    Ok(total)
}

/// Checks what a list of amounts contains. `None` for other parameters.
pub(super) fn check(param: &FieldInfo, value: &Value) -> Option<Result<(), Answer>> {
    if param.name != "suggested_tip_amounts" {
        return None;
    }
    let mut amounts = value.as_array().into_iter().flatten();
    Some(amounts.try_for_each(|amount| match amount {
        Value::Number(_) | Value::String(_) if number(amount).is_some() => Ok(()),
        Value::Number(_) | Value::String(_) => {
            Err(bad("can't parse suggested tip amount as Number"))
        }
        _ => Err(bad("suggested tip amount must be of type Number or String")),
    }))
}

/// Returns what the bot answers to a query: an error, or that everything is fine.
fn answered<'c>(call: &'c Call<'_>) -> Result<(), &'c str> {
    if call.arguments.is_true("ok") {
        Ok(())
    } else {
        Err(call.arguments.text("error_message").unwrap_or_default())
    }
}

fn shipping(bot: &mut Bot, call: &Call<'_>) -> bool {
    let id = call.arguments.text("shipping_query_id").unwrap_or_default();
    let options = call.arguments.get("shipping_options");
    let options = options.and_then(Value::as_array);
    let options = options.map(Vec::as_slice).unwrap_or_default();
    let answer = answered(call).map(|()| options);
    if let Some(update) = shipping_answered(bot, id, answer) {
        bot.tell(update);
    }
    true
}

fn checkout(bot: &mut Bot, call: &Call<'_>) -> Result<bool, Answer> {
    let id = call.arguments.text("pre_checkout_query_id");
    let id = id.unwrap_or_default();
    let now = bot.clock.time();
    if let Some((_, payment)) = bot.payments.asked(id)
        && let Stage::PreCheckout(_, since) = payment.stage
        && is_late(since, now)
    {
        return Err(Refusal::QueryTooOld.answer());
    }
    if let Some(update) = checkout_answered(bot, id, answered(call)) {
        bot.tell(update);
    }
    Ok(true)
}

fn refund(bot: &mut Bot, call: &Call<'_>) -> Result<bool, Answer> {
    let user = call.arguments.integer("user_id");
    let id = call.arguments.text("telegram_payment_charge_id");
    let id = id.unwrap_or_default();
    let known = bot.payments.charged(id);
    let Some(payment) = known.filter(|it| it.is_in_stars() && Some(it.user) == user) else {
        return Ok(true);
    };
    if let Stage::Paid(paid) = &mut payment.stage {
        if paid.is_refunded {
            return Err(bad("CHARGE_ALREADY_REFUNDED"));
        }
        paid.is_refunded = true;
    }
    let payment = payment.clone();
    if let Some(update) = refunded(bot, &payment, id) {
        bot.tell(update);
    }
    Ok(true)
}
