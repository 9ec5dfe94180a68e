//! Invoices, what came of paying them, and the Stars that the bot got.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use serde_json::{Map, Value};

/// The bot must answer a pre-checkout query within this time.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the bot sells, and what users have paid.
#[derive(Debug, Default)]
pub(crate) struct Payments {
    /// The parameters of invoices, by the chat and the message.
    pub(crate) invoices: HashMap<(i64, i64), Map<String, Value>>,
    /// The parameters of invoices that are at a link.
    pub(crate) links: HashMap<String, Map<String, Value>>,
    /// The payloads of paid media, by the chat and the message.
    pub(crate) media: HashMap<(i64, i64), String>,
    /// Who bought which paid media: the user, the chat and the message.
    pub(crate) bought: HashSet<(i64, i64, i64)>,
    /// All payments that users began, oldest first.
    pub(crate) begun: Vec<Payment>,
    /// The `StarTransaction`s, oldest first.
    pub(crate) stars: Vec<Value>,
}

/// A payment that a user began.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) user: i64,
    /// The chat in which the bot is told that it was successful.
    pub(crate) chat: i64,
    /// The message with the invoice.
    pub(crate) message: Option<i64>,
    /// The parameters of the invoice.
    pub(crate) invoice: Map<String, Value>,
    /// The price and the tip, and the price of the shipping as soon as it is known.
    pub(crate) total: i64,
    pub(crate) order_info: Option<Value>,
    /// The shipping option that the user wants; the first one without it.
    pub(crate) wanted_option: Option<String>,
    /// The shipping option that was chosen.
    pub(crate) option: Option<String>,
    pub(crate) stage: Stage,
}

/// How far a payment is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The bot has not answered the shipping query with this id.
    Shipping(String),
    /// The bot has not answered the pre-checkout query with this id, which it got at this time.
    PreCheckout(String, Duration),
    /// The user sees this text.
    Refused(String),
    Paid(Paid),
}

/// A successful payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paid {
    pub(crate) charge_id: String,
    pub(crate) is_refunded: bool,
    /// Whether the subscription, if it is one, is `active`, `canceled` or `failed`.
    pub(crate) state: &'static str,
}

impl Payment {
    /// Returns a text of the invoice.
    pub(crate) fn text(&self, name: &str) -> &str {
        let value = self.invoice.get(name).and_then(Value::as_str);
        value.unwrap_or_default()
    }

    /// Returns whether the price is in Stars.
    pub(crate) fn is_in_stars(&self) -> bool {
        self.text("currency") == "XTR"
    }

    /// Returns for how many seconds the payment is a subscription.
    pub(crate) fn period(&self) -> Option<i64> {
        let period = self.invoice.get("subscription_period")?.as_i64();
        period.filter(|period| *period > 0)
    }

    /// Returns why the payment failed.
    pub(crate) fn error(&self, now: Duration) -> Option<String> {
        match &self.stage {
            Stage::Refused(text) => Some(text.clone()),
            Stage::PreCheckout(_, since) if is_late(*since, now) => {
                Some("The payment has timed out".to_owned())
            }
            _ => None,
        }
    }
}

impl Payments {
    /// Returns the payment that waits for the answer to a query. `None` if there is none.
    pub(crate) fn asked(&mut self, id: &str) -> Option<(usize, &mut Payment)> {
        let mut all = self.begun.iter_mut().enumerate();
        all.find(|(_, payment)| match &payment.stage {
            Stage::Shipping(query) | Stage::PreCheckout(query, _) => query == id,
            _ => false,
        })
    }

    /// Returns the successful payment with this charge id.
    pub(crate) fn charged(&mut self, id: &str) -> Option<&mut Payment> {
        let mut all = self.begun.iter_mut();
        all.find(|payment| matches!(&payment.stage, Stage::Paid(paid) if paid.charge_id == id))
    }

    /// Returns why the last payment of a user in a chat failed, if it did.
    pub(crate) fn refusal(&self, user: i64, chat: i64, now: Duration) -> Option<String> {
        let mut newest = self.begun.iter().rev();
        let last = newest.find(|payment| payment.user == user && payment.chat == chat);
        last?.error(now)
    }

    /// Returns how many Stars the bot has.
    pub(crate) fn balance(&self) -> i64 {
        let all = self.stars.iter().filter_map(|it| {
            let amount = it.get("amount")?.as_i64()?;
            Some(if it.get("receiver").is_some() {
                amount.saturating_neg()
            } else {
                amount
            })
        });
        all.fold(0, i64::saturating_add)
    }
}

/// Returns whether the time to answer a pre-checkout query is over.
pub(crate) fn is_late(since: Duration, now: Duration) -> bool {
    now.saturating_sub(since) > PATIENCE
}
