//! Section [Payments](https://core.telegram.org/bots/api#payments).

use crate::telegram_method;
use crate::types::{
    ChatId, InlineKeyboardMarkup, LabeledPrice, ReplyParameters, ShippingOption,
    SuggestedPostParameters,
};

/// Sends an invoice to be paid.
///
/// [Bot API](https://core.telegram.org/bots/api#sendinvoice)
#[telegram_method("sendInvoice")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendInvoice {
    /// The chat to send to, by id or `@username`.
    pub chat_id: ChatId,
    /// The forum topic or message thread to send to.
    pub message_thread_id: Option<i64>,
    /// The direct messages topic to send to; needed in a channel's direct messages chat.
    pub direct_messages_topic_id: Option<i64>,
    /// Name of the product.
    pub title: String,
    /// Text that describes the product.
    pub description: String,
    /// The bot's own data about the invoice, never shown to the user.
    pub payload: String,
    /// Token of the payment provider, from `@BotFather`; empty for Telegram Stars.
    pub provider_token: Option<String>,
    /// Three-letter ISO 4217 code of the currency, or `"XTR"` for Telegram Stars.
    pub currency: String,
    /// What the price is made of, part by part; exactly one part for Telegram Stars.
    pub prices: Vec<LabeledPrice>,
    /// Largest tip to accept, in the smallest currency units; no tips in Telegram Stars.
    pub max_tip_amount: Option<i64>,
    /// Tips to offer, smallest first, in the smallest currency units; none above `max_tip_amount`.
    pub suggested_tip_amounts: Option<Vec<i64>>,
    /// Deep link parameter: forwarded copies link to the bot with it. If empty, they have a Pay
    /// button that works for anyone.
    pub start_parameter: Option<String>,
    /// JSON data for the payment provider, which defines its fields.
    pub provider_data: Option<String>,
    /// URL of a picture of the product.
    pub photo_url: Option<String>,
    /// Size of the picture in bytes.
    pub photo_size: Option<i64>,
    /// Width of the picture in pixels.
    pub photo_width: Option<i64>,
    /// Height of the picture in pixels.
    pub photo_height: Option<i64>,
    /// Ask for the full name of the buyer; ignored for Telegram Stars.
    pub need_name: Option<bool>,
    /// Ask for the phone number of the buyer; ignored for Telegram Stars.
    pub need_phone_number: Option<bool>,
    /// Ask for the email address of the buyer; ignored for Telegram Stars.
    pub need_email: Option<bool>,
    /// Ask for the shipping address of the buyer; ignored for Telegram Stars.
    pub need_shipping_address: Option<bool>,
    /// Share the phone number with the payment provider; ignored for Telegram Stars.
    pub send_phone_number_to_provider: Option<bool>,
    /// Share the email address with the payment provider; ignored for Telegram Stars.
    pub send_email_to_provider: Option<bool>,
    /// Say that shipping can change the final price; ignored for Telegram Stars.
    pub is_flexible: Option<bool>,
    /// Deliver silently.
    pub disable_notification: Option<bool>,
    /// Keep the content from being forwarded and saved.
    pub protect_content: Option<bool>,
    /// Send up to 1000 messages a second for a fee of 0.1 Stars each.
    pub allow_paid_broadcast: Option<bool>,
    /// The effect to show with the message; private chats only.
    pub message_effect_id: Option<String>,
    /// Terms of a suggested post; direct messages chats only.
    pub suggested_post_parameters: Option<SuggestedPostParameters>,
    /// Which message to reply to, and how.
    pub reply_parameters: Option<Box<ReplyParameters>>,
    /// The inline keyboard to attach, its first button a Pay button; a lone Pay button if left
    /// out.
    pub reply_markup: Option<InlineKeyboardMarkup>,
}

/// Creates a link that opens an invoice.
///
/// [Bot API](https://core.telegram.org/bots/api#createinvoicelink)
#[telegram_method("createInvoiceLink")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateInvoiceLink {
    /// The business connection on whose behalf to act; for Telegram Stars only.
    pub business_connection_id: Option<String>,
    /// Name of the product.
    pub title: String,
    /// Text that describes the product.
    pub description: String,
    /// The bot's own data about the invoice, never shown to the user.
    pub payload: String,
    /// Token of the payment provider, from `@BotFather`; empty for Telegram Stars.
    pub provider_token: Option<String>,
    /// Three-letter ISO 4217 code of the currency, or `"XTR"` for Telegram Stars.
    pub currency: String,
    /// What the price is made of, part by part; exactly one part for Telegram Stars.
    pub prices: Vec<LabeledPrice>,
    /// Seconds between payments, 2592000 (30 days) if given, for a subscription of up to 10000
    /// Telegram Stars.
    pub subscription_period: Option<i64>,
    /// Largest tip to accept, in the smallest currency units; no tips in Telegram Stars.
    pub max_tip_amount: Option<i64>,
    /// Tips to offer, smallest first, in the smallest currency units; none above `max_tip_amount`.
    pub suggested_tip_amounts: Option<Vec<i64>>,
    /// JSON data for the payment provider, which defines its fields.
    pub provider_data: Option<String>,
    /// URL of a picture of the product.
    pub photo_url: Option<String>,
    /// Size of the picture in bytes.
    pub photo_size: Option<i64>,
    /// Width of the picture in pixels.
    pub photo_width: Option<i64>,
    /// Height of the picture in pixels.
    pub photo_height: Option<i64>,
    /// Ask for the full name of the buyer; ignored for Telegram Stars.
    pub need_name: Option<bool>,
    /// Ask for the phone number of the buyer; ignored for Telegram Stars.
    pub need_phone_number: Option<bool>,
    /// Ask for the email address of the buyer; ignored for Telegram Stars.
    pub need_email: Option<bool>,
    /// Ask for the shipping address of the buyer; ignored for Telegram Stars.
    pub need_shipping_address: Option<bool>,
    /// Share the phone number with the payment provider; ignored for Telegram Stars.
    pub send_phone_number_to_provider: Option<bool>,
    /// Share the email address with the payment provider; ignored for Telegram Stars.
    pub send_email_to_provider: Option<bool>,
    /// Say that shipping can change the final price; ignored for Telegram Stars.
    pub is_flexible: Option<bool>,
}

/// Answers a shipping query, which comes for an invoice with `is_flexible` and a shipping address.
///
/// [Bot API](https://core.telegram.org/bots/api#answershippingquery)
#[telegram_method("answerShippingQuery")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerShippingQuery {
    /// The shipping query to answer.
    pub shipping_query_id: String,
    /// Whether the order can be shipped to that address.
    pub ok: bool,
    /// The ways to ship; needed if `ok` is `true`.
    pub shipping_options: Option<Vec<ShippingOption>>,
    /// Why shipping is not possible, as shown to the user; needed if `ok` is `false`.
    pub error_message: Option<String>,
}

/// Answers the last check before a payment. Telegram waits 10 seconds for it.
///
/// [Bot API](https://core.telegram.org/bots/api#answerprecheckoutquery)
#[telegram_method("answerPreCheckoutQuery")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnswerPreCheckoutQuery {
    /// The pre-checkout query to answer.
    pub pre_checkout_query_id: String,
    /// Whether the order can go ahead.
    pub ok: bool,
    /// Why the order cannot go ahead, as shown to the user; needed if `ok` is `false`.
    pub error_message: Option<String>,
}

/// Fetches how many Telegram Stars the bot has.
///
/// [Bot API](https://core.telegram.org/bots/api#getmystarbalance)
#[telegram_method("getMyStarBalance")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetMyStarBalance {}

/// Lists the Telegram Star transactions of the bot, oldest first.
///
/// [Bot API](https://core.telegram.org/bots/api#getstartransactions)
#[telegram_method("getStarTransactions")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetStarTransactions {
    /// How many transactions to skip.
    pub offset: Option<i64>,
    /// How many transactions to return at most.
    pub limit: Option<i64>,
}

/// Gives back a payment in Telegram Stars.
///
/// [Bot API](https://core.telegram.org/bots/api#refundstarpayment)
#[telegram_method("refundStarPayment")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RefundStarPayment {
    /// The user to pay back, by id.
    pub user_id: i64,
    /// The payment to give back, by its Telegram id.
    pub telegram_payment_charge_id: String,
}

/// Stops the renewal of a Telegram Stars subscription, or allows it again.
///
/// [Bot API](https://core.telegram.org/bots/api#edituserstarsubscription)
#[telegram_method("editUserStarSubscription")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditUserStarSubscription {
    /// Whose subscription to change.
    pub user_id: i64,
    /// The payment of the subscription, by its Telegram id.
    pub telegram_payment_charge_id: String,
    /// Stop the renewal at the end of the period; `false` lets the user resume what the bot
    /// stopped.
    pub is_canceled: bool,
}
