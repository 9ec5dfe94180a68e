//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): gifts and verification.

use crate::telegram_method;
use crate::types::{ChatId, MessageEntity, ParseMode};

/// Lists the gifts the bot can send to users and channels.
///
/// [Bot API](https://core.telegram.org/bots/api#getavailablegifts)
#[telegram_method("getAvailableGifts")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetAvailableGifts {}

/// Sends a gift to a user or channel, who cannot turn it into Telegram Stars.
///
/// [Bot API](https://core.telegram.org/bots/api#sendgift)
#[telegram_method("sendGift")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendGift {
    /// The user to receive the gift, by id; needed without `chat_id`.
    pub user_id: Option<i64>,
    /// The channel to receive the gift, by id or `@username`; needed without `user_id`.
    pub chat_id: Option<ChatId>,
    /// The gift to send, by id; a channel cannot get a limited one.
    pub gift_id: String,
    /// Pay for the upgrade in advance, so that it costs the receiver nothing.
    pub pay_for_upgrade: Option<bool>,
    /// Text to show with the gift.
    pub text: Option<String>,
    /// How to read formatting marks in the text; only bold, italic, underline, strikethrough,
    /// spoiler, custom emoji and dates count.
    pub text_parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `text_parse_mode`; the same kinds count.
    pub text_entities: Option<Vec<MessageEntity>>,
}

/// Gives a user a Telegram Premium subscription.
///
/// [Bot API](https://core.telegram.org/bots/api#giftpremiumsubscription)
#[telegram_method("giftPremiumSubscription")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GiftPremiumSubscription {
    /// The user to receive the subscription, by id.
    pub user_id: i64,
    /// How many months to give: 3, 6 or 12.
    pub month_count: i64,
    /// Price in Telegram Stars: 1000, 1500 or 2500, for 3, 6 or 12 months in turn.
    pub star_count: i64,
    /// Text to show with the gift.
    pub text: Option<String>,
    /// How to read formatting marks in the text; only bold, italic, underline, strikethrough,
    /// spoiler, custom emoji and dates count.
    pub text_parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `text_parse_mode`; the same kinds count.
    pub text_entities: Option<Vec<MessageEntity>>,
}

/// Verifies a user for the organization behind the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#verifyuser)
#[telegram_method("verifyUser")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VerifyUser {
    /// The user to verify, by id.
    pub user_id: i64,
    /// The description to show with the verification; leave empty unless the organization may set
    /// its own.
    pub custom_description: Option<String>,
}

/// Verifies a chat for the organization behind the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#verifychat)
#[telegram_method("verifyChat")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VerifyChat {
    /// The chat to verify, by id or `@username`; no channel direct messages chats.
    pub chat_id: ChatId,
    /// The description to show with the verification; leave empty unless the organization may set
    /// its own.
    pub custom_description: Option<String>,
}

/// Takes back the verification that the organization behind the bot gave a user.
///
/// [Bot API](https://core.telegram.org/bots/api#removeuserverification)
#[telegram_method("removeUserVerification")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveUserVerification {
    /// The verified user, by id.
    pub user_id: i64,
}

/// Takes back the verification that the organization behind the bot gave a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#removechatverification)
#[telegram_method("removeChatVerification")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveChatVerification {
    /// The verified chat, by id or `@username`.
    pub chat_id: ChatId,
}
