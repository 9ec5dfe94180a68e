//! Subscriptions that users have paid for.

use serde_json::json;

use super::done::Done;
use super::request::Request;
use crate::updates::paid;
use crate::world::{Bot, Payment, Stage};

/// `subscription`: the newest subscription of the user, or the one with a `payload`, is `canceled`, made
/// `active` again, has `failed` because a payment did, or is `renewed` by another payment.
pub(super) fn change(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let state = request.required_text("state")?;
    let payload = request.text("payload")?;
    let actor = request.actor(bot)?;
    let is_meant = |payment: &&mut Payment| {
        payment.user == actor.user
            && payment.period().is_some()
            && payload.is_none_or(|payload| payment.text("payload") == payload)
            && matches!(payment.stage, Stage::Paid(_))
    };
    let mut newest = bot.payments.begun.iter_mut().rev();
    let payment = newest.find(is_meant);
    let payment = payment.ok_or_else(|| format!("the user {} has no subscription", actor.user))?;
    let Stage::Paid(first_paid) = &mut payment.stage else {
        return Err("the subscription was not paid".to_owned());
    };
    let known = match (state, first_paid.state) {
        ("canceled", "active") => "canceled",
        ("active", "canceled") => "active",
        ("failed", "active") => "failed",
        ("renewed", "active") => "renewed",
        ("canceled" | "active" | "failed" | "renewed", now) => {
            return Err(format!("the subscription is {now}"));
        }
        _ => {
            let all = "`canceled`, `active`, `failed` or `renewed`";
            return Err(format!("`state` must be {all}"));
        }
    };
    if known != "renewed" {
        first_paid.state = known;
        let payload = payment.text("payload").to_owned();
        let event = json!({
            "user": bot.user_object(actor.user),
            "invoice_payload": payload,
            "state": known,
        });
        return Ok(Done::update("subscription", event));
    }
    let payment = payment.clone();
    let charge_id = format!("FakeCharge{}", bot.number());
    let update = paid(bot, &payment, &charge_id, false);
    Ok(Done {
        updates: update.into_iter().collect(),
        ..Done::default()
    })
}
