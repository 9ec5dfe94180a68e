//! What users pay, and what comes of it.

use std::fmt;

use serde_json::{Value, json};

use super::action::Action;
use super::user::User;
use crate::fake::FakeBotApi;

/// A payment that a user has begun with [`User::pays`].
///
/// It goes on whenever the bot answers: a `shipping_query` if the invoice `is_flexible`, a
/// `pre_checkout_query`, which must be answered within 10 seconds, and a message with the
/// `successful_payment`.
///
/// ```
/// use telegrammar::methods::{AnswerPreCheckoutQuery, GetUpdates, SendInvoice};
/// use telegrammar::types::{LabeledPrice, UpdateKind};
/// use telegrammar_testing::FakeBotApi;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let fake = FakeBotApi::start().await?;
/// let (ann, bot) = (fake.user("Ann"), fake.bot());
/// let prices = vec![LabeledPrice::new("A pen", 100)];
/// let invoice = SendInvoice::new(ann.id(), "Pen", "A red pen", "pen-1", "XTR", prices);
/// let invoice = invoice.send(&bot).await?;
///
/// let payment = ann.pays(invoice.message_id).result();
/// let updates = GetUpdates::new().send(&bot).await?;
/// let UpdateKind::PreCheckoutQuery(query) = &updates[0].kind else {
///     panic!("no query");
/// };
/// assert_eq!(query.invoice_payload, "pen-1");
/// AnswerPreCheckoutQuery::new(&*query.id, true).send(&bot).await?;
/// assert!(payment.is_successful());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Payment<'f> {
    fake: &'f FakeBotApi,
    id: i64,
}

impl Payment<'_> {
    /// Returns the id of the payment, with which `/control/payment` tells the same.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Returns whether the payment succeeded and was not refunded.
    #[must_use]
    pub fn is_successful(&self) -> bool {
        self.get("state").as_deref() == Some("paid")
    }

    /// Returns why the payment failed, as the user sees it. `None` if it succeeded, or if the bot has not
    /// answered yet.
    #[must_use]
    pub fn error(&self) -> Option<String> {
        self.get("error_message")
    }

    /// Returns the `telegram_payment_charge_id` of a successful payment, with which the bot can refund it.
    #[must_use]
    pub fn charge_id(&self) -> Option<String> {
        self.get("telegram_payment_charge_id")
    }

    fn get(&self, name: &str) -> Option<String> {
        let state = self.fake.act("payment", json!({"payment_id": self.id}));
        state.get(name).and_then(Value::as_str).map(str::to_owned)
    }
}

impl fmt::Debug for Payment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Payment").field(&self.id).finish()
    }
}

impl<'f> User<'f> {
    /// Pays the invoice of a message. The name and address that the invoice asks for are made up, the first
    /// shipping option is chosen, and there is no tip. Returns the payment, which goes on when the bot
    /// answers; who awaits it gets it when it is over.
    ///
    /// # Panics
    ///
    /// Panics if the message has no invoice, or if it was paid in this private chat.
    #[track_caller]
    pub fn pays(&self, message: impl Into<i64>) -> Action<'f, Payment<'f>> {
        self.pays_with(&json!({"message_id": message.into()}))
    }

    /// Pays as [`pays`](Self::pays), with any of these members: the `message_id`, or the `link` of
    /// `createInvoiceLink`; a `tip`, in the smallest units of the currency; the id of a `shipping_option`;
    /// `name`, `phone_number`, `email`, and members of a `ShippingAddress` as `shipping_address`.
    ///
    /// # Panics
    ///
    /// Panics if `order` is no object, if there is no such invoice, if it was paid in this private chat, or
    /// if it does not allow the tip.
    #[track_caller]
    pub fn pays_with(&self, order: &Value) -> Action<'f, Payment<'f>> {
        let done = self.acts("pay", order.clone());
        let id = done.get("payment_id").and_then(Value::as_i64);
        let payment = Payment {
            fake: self.fake,
            id: id.unwrap_or_default(),
        };
        Action::new(self.fake, payment)
    }

    /// Buys the paid media of a message. The bot gets a `purchased_paid_media` if it has sent them with a
    /// payload, and not in a channel.
    ///
    /// # Panics
    ///
    /// Panics if the message has no paid media, or if the user has bought them.
    #[track_caller]
    pub fn buys(&self, message: impl Into<i64>) -> Action<'f> {
        self.acts("buy", json!({"message_id": message.into()}));
        Action::new(self.fake, ())
    }

    /// Cancels the newest subscription that this user has paid. The bot gets a `subscription`, which is
    /// `canceled`.
    ///
    /// # Panics
    ///
    /// Panics if the user has no subscription, or if it is not active.
    #[track_caller]
    pub fn cancels_subscription(&self) -> Action<'f> {
        self.changes_subscription("canceled")
    }

    /// Makes the newest subscription active again after it was cancelled. The bot gets a `subscription`.
    ///
    /// # Panics
    ///
    /// Panics if the user has no subscription, or if it is not cancelled.
    #[track_caller]
    pub fn resumes_subscription(&self) -> Action<'f> {
        self.changes_subscription("active")
    }

    /// Pays the newest subscription again. The bot gets a message with a `successful_payment` that
    /// `is_recurring`.
    ///
    /// # Panics
    ///
    /// Panics if the user has no subscription, or if it is not active.
    #[track_caller]
    pub fn renews_subscription(&self) -> Action<'f> {
        self.changes_subscription("renewed")
    }

    /// Cannot pay the newest subscription again. The bot gets a `subscription`, which has `failed`.
    ///
    /// # Panics
    ///
    /// Panics if the user has no subscription, or if it is not active.
    #[track_caller]
    pub fn fails_to_renew_subscription(&self) -> Action<'f> {
        self.changes_subscription("failed")
    }

    #[track_caller]
    fn changes_subscription(&self, state: &str) -> Action<'f> {
        self.acts("subscription", json!({"state": state}));
        Action::new(self.fake, ())
    }
}
