//! Section [Payments](https://core.telegram.org/bots/api#payments).

use super::*;
use crate::{Unknown, telegram_type};

/// One part of a price.
///
/// [Bot API](https://core.telegram.org/bots/api#labeledprice)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LabeledPrice {
    /// Name of this part.
    pub label: String,
    /// Amount in the currency's smallest units: 145 means US$ 1.45.
    pub amount: i64,
}

/// Basic facts about an invoice.
///
/// [Bot API](https://core.telegram.org/bots/api#invoice)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Invoice {
    /// Name of the product.
    pub title: String,
    /// What the product is.
    pub description: String,
    /// Deep-linking parameter of the bot that creates this invoice.
    pub start_parameter: String,
    /// Three-letter ISO 4217 code of the currency; `"XTR"` means Telegram Stars.
    pub currency: String,
    /// Total price in the currency's smallest units, such as cents.
    pub total_amount: i64,
}

/// An address to ship to.
///
/// [Bot API](https://core.telegram.org/bots/api#shippingaddress)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShippingAddress {
    /// Two-letter ISO 3166-1 code of the country.
    pub country_code: String,
    /// State, where the country has them.
    pub state: String,
    /// Name of the city.
    pub city: String,
    /// First address line.
    pub street_line1: String,
    /// Second address line.
    pub street_line2: String,
    /// Postal code.
    pub post_code: String,
}

/// Details a buyer gave with an order.
///
/// [Bot API](https://core.telegram.org/bots/api#orderinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderInfo {
    /// Name of the buyer.
    pub name: Option<String>,
    /// Phone number of the buyer.
    pub phone_number: Option<String>,
    /// Email address of the buyer.
    pub email: Option<String>,
    /// Where to ship the order.
    pub shipping_address: Option<Box<ShippingAddress>>,
}

/// One way to ship an order.
///
/// [Bot API](https://core.telegram.org/bots/api#shippingoption)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShippingOption {
    /// Id of the shipping option.
    pub id: String,
    /// Name shown for the option.
    pub title: String,
    /// What the shipping price is made of.
    pub prices: Vec<LabeledPrice>,
}

/// A completed payment. A later chargeback by the buyer can be taken from your balance.
///
/// [Bot API](https://core.telegram.org/bots/api#successfulpayment)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuccessfulPayment {
    /// Three-letter ISO 4217 code of the currency; `"XTR"` means Telegram Stars.
    pub currency: String,
    /// Total price in the currency's smallest units, such as cents.
    pub total_amount: i64,
    /// The payload your bot gave the invoice.
    pub invoice_payload: String,
    /// When the subscription ends, as Unix time in seconds; recurring payments only.
    pub subscription_expiration_date: Option<i64>,
    /// Whether this is a recurring payment of a subscription.
    pub is_recurring: bool,
    /// Whether this payment starts a subscription.
    pub is_first_recurring: bool,
    /// Id of the shipping option the user picked.
    pub shipping_option_id: Option<String>,
    /// Order details the user supplied.
    pub order_info: Option<Box<OrderInfo>>,
    /// Id of the payment at Telegram.
    pub telegram_payment_charge_id: String,
    /// Id of the payment at the provider.
    pub provider_payment_charge_id: String,
}

/// A payment that was refunded.
///
/// [Bot API](https://core.telegram.org/bots/api#refundedpayment)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RefundedPayment {
    /// Currency of the refund; for now always `"XTR"` (Telegram Stars).
    pub currency: String,
    /// Amount refunded, in the currency's smallest units.
    pub total_amount: i64,
    /// The payload your bot gave the invoice.
    pub invoice_payload: String,
    /// Id of the payment at Telegram.
    pub telegram_payment_charge_id: String,
    /// Id of the payment at the provider.
    pub provider_payment_charge_id: Option<String>,
}

/// A request for the shipping options of an order.
///
/// [Bot API](https://core.telegram.org/bots/api#shippingquery)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShippingQuery {
    /// Id of the query.
    pub id: String,
    /// Who sent the query.
    pub from: User,
    /// The payload your bot gave the invoice.
    pub invoice_payload: String,
    /// Address the user wants the order shipped to.
    pub shipping_address: ShippingAddress,
}

/// A request to confirm an order before it is paid.
///
/// [Bot API](https://core.telegram.org/bots/api#precheckoutquery)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PreCheckoutQuery {
    /// Id of the query.
    pub id: String,
    /// Who sent the query.
    pub from: User,
    /// Three-letter ISO 4217 code of the currency; `"XTR"` means Telegram Stars.
    pub currency: String,
    /// Total price in the currency's smallest units, such as cents.
    pub total_amount: i64,
    /// The payload your bot gave the invoice.
    pub invoice_payload: String,
    /// Id of the shipping option the user picked.
    pub shipping_option_id: Option<String>,
    /// Order details the user supplied.
    pub order_info: Option<Box<OrderInfo>>,
}

/// A purchase of paid media.
///
/// [Bot API](https://core.telegram.org/bots/api#paidmediapurchased)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaidMediaPurchased {
    /// Who bought the media.
    pub from: User,
    /// The payload your bot gave the media.
    pub paid_media_payload: String,
}

/// How far a revenue withdrawal has come: pending, succeeded or failed.
///
/// [Bot API](https://core.telegram.org/bots/api#revenuewithdrawalstate)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RevenueWithdrawalState {
    /// A withdrawal still under way.
    Pending(RevenueWithdrawalStatePending),
    /// A completed withdrawal.
    Succeeded(RevenueWithdrawalStateSucceeded),
    /// A failed withdrawal, whose amount was returned.
    Failed(RevenueWithdrawalStateFailed),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A withdrawal still under way.
///
/// [Bot API](https://core.telegram.org/bots/api#revenuewithdrawalstatepending)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RevenueWithdrawalStatePending {}

/// A completed withdrawal.
///
/// [Bot API](https://core.telegram.org/bots/api#revenuewithdrawalstatesucceeded)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RevenueWithdrawalStateSucceeded {
    /// When it completed, as Unix time in seconds.
    pub date: i64,
    /// HTTPS link to the details of the transaction.
    pub url: String,
}

/// A failed withdrawal, whose amount was returned.
///
/// [Bot API](https://core.telegram.org/bots/api#revenuewithdrawalstatefailed)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RevenueWithdrawalStateFailed {}

/// The affiliate that earned a commission from a transaction.
///
/// [Bot API](https://core.telegram.org/bots/api#affiliateinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AffiliateInfo {
    /// The user or bot that earned the commission, if it was one.
    pub affiliate_user: Option<Box<User>>,
    /// The chat that earned the commission, if it was one.
    pub affiliate_chat: Option<Box<Chat>>,
    /// Stars the affiliate earns per 1000 Stars the bot gets from referred users.
    pub commission_per_mille: i64,
    /// Whole Telegram Stars the affiliate got, rounded toward 0; may be negative for refunds.
    pub amount: i64,
    /// Billionths of a Star on top of `amount`, -999999999 to 999999999; may be negative for
    /// refunds.
    pub nanostar_amount: Option<i64>,
}

/// Where the Stars of a transaction came from, or where they went if it is outgoing.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartner)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TransactionPartner {
    /// A user on the other side of a transaction.
    User(Box<TransactionPartnerUser>),
    /// A chat on the other side of a transaction.
    Chat(TransactionPartnerChat),
    /// The affiliate program that paid a commission to the bot.
    AffiliateProgram(TransactionPartnerAffiliateProgram),
    /// Fragment, as the other side of a withdrawal.
    Fragment(TransactionPartnerFragment),
    /// A withdrawal to the Telegram Ads platform.
    TelegramAds(TransactionPartnerTelegramAds),
    /// A payment for paid broadcasting.
    TelegramApi(TransactionPartnerTelegramApi),
    /// An unknown source or recipient of a transaction.
    Other(TransactionPartnerOther),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A user on the other side of a transaction.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartneruser)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionPartnerUser {
    /// What was paid: `"invoice_payment"`, `"paid_media_payment"`, `"gift_purchase"`,
    /// `"premium_purchase"` (Premium gifted by the bot) or `"business_account_transfer"` (from a
    /// managed business account).
    pub transaction_type: TransactionType,
    /// The user in question.
    pub user: User,
    /// Who earned a commission; only for invoice and paid media payments.
    pub affiliate: Option<AffiliateInfo>,
    /// The payload your bot gave the invoice; `"invoice_payment"` only.
    pub invoice_payload: Option<String>,
    /// How long the paid subscription lasts, in seconds; `"invoice_payment"` only.
    pub subscription_period: Option<i64>,
    /// The paid media that was bought; `"paid_media_payment"` only.
    pub paid_media: Option<Vec<PaidMedia>>,
    /// The payload your bot gave the media; `"paid_media_payment"` only.
    pub paid_media_payload: Option<String>,
    /// The gift the bot sent to the user; `"gift_purchase"` only.
    pub gift: Option<Box<Gift>>,
    /// Length of the gifted Telegram Premium, in months; `"premium_purchase"` only.
    pub premium_subscription_duration: Option<i64>,
}

/// A chat on the other side of a transaction.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartnerchat)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionPartnerChat {
    /// The chat in question.
    pub chat: Chat,
    /// The gift the bot sent to the chat.
    pub gift: Option<Box<Gift>>,
}

/// The affiliate program that paid a commission to the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartneraffiliateprogram)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionPartnerAffiliateProgram {
    /// The bot that sponsors the program.
    pub sponsor_user: Option<Box<User>>,
    /// Stars the bot earns per 1000 Stars the sponsor gets from referred users.
    pub commission_per_mille: i64,
}

/// Fragment, as the other side of a withdrawal.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartnerfragment)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionPartnerFragment {
    /// How far the withdrawal has come; outgoing transactions only.
    pub withdrawal_state: Option<RevenueWithdrawalState>,
}

/// A withdrawal to the Telegram Ads platform.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartnertelegramads)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TransactionPartnerTelegramAds {}

/// A payment for paid broadcasting.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartnertelegramapi)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionPartnerTelegramApi {
    /// Successful requests beyond the usual limits, which were charged for.
    pub request_count: i64,
}

/// An unknown source or recipient of a transaction.
///
/// [Bot API](https://core.telegram.org/bots/api#transactionpartnerother)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TransactionPartnerOther {}

/// A transaction in Telegram Stars. A later chargeback by the buyer is deducted from the bot's
/// balance.
///
/// [Bot API](https://core.telegram.org/bots/api#startransaction)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StarTransaction {
    /// Id of the transaction. A refund has that of the original; an incoming user payment has its
    /// `telegram_payment_charge_id`.
    pub id: String,
    /// Whole Telegram Stars that were moved.
    pub amount: i64,
    /// Billionths of a Star on top of `amount`, 0 to 999999999.
    pub nanostar_amount: Option<i64>,
    /// When the transaction was made, as Unix time in seconds.
    pub date: i64,
    /// Where the Stars came from; incoming transactions only.
    pub source: Option<Box<TransactionPartner>>,
    /// Where the Stars went; outgoing transactions only.
    pub receiver: Option<Box<TransactionPartner>>,
}

/// A list of transactions in Telegram Stars.
///
/// [Bot API](https://core.telegram.org/bots/api#startransactions)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StarTransactions {
    /// The transactions.
    pub transactions: Vec<StarTransaction>,
}
