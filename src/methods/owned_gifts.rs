//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): Telegram Stars and owned gifts.

use crate::telegram_method;
use crate::types::ChatId;

/// Fetches how many Telegram Stars a business account has. Needs the `can_view_gifts_and_stars`
/// business right.
///
/// [Bot API](https://core.telegram.org/bots/api#getbusinessaccountstarbalance)
#[telegram_method("getBusinessAccountStarBalance")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetBusinessAccountStarBalance {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
}

/// Moves Telegram Stars from a business account to the bot. Needs the `can_transfer_stars`
/// business right.
///
/// [Bot API](https://core.telegram.org/bots/api#transferbusinessaccountstars)
#[telegram_method("transferBusinessAccountStars")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransferBusinessAccountStars {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// How many Telegram Stars to move.
    pub star_count: i64,
}

/// Lists the gifts a business account owns. Needs the `can_view_gifts_and_stars` business right.
///
/// [Bot API](https://core.telegram.org/bots/api#getbusinessaccountgifts)
#[telegram_method("getBusinessAccountGifts")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetBusinessAccountGifts {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// Leave out gifts that the profile page does not show.
    pub exclude_unsaved: Option<bool>,
    /// Leave out gifts that the profile page shows.
    pub exclude_saved: Option<bool>,
    /// Leave out gifts on sale without a limit.
    pub exclude_unlimited: Option<bool>,
    /// Leave out limited gifts that can become unique.
    pub exclude_limited_upgradable: Option<bool>,
    /// Leave out limited gifts that can never become unique.
    pub exclude_limited_non_upgradable: Option<bool>,
    /// Leave out unique gifts.
    pub exclude_unique: Option<bool>,
    /// Leave out gifts taken from the TON blockchain, which cannot change hands within Telegram.
    pub exclude_from_blockchain: Option<bool>,
    /// Order all gifts by price, before splitting into pages, rather than by date sent.
    pub sort_by_price: Option<bool>,
    /// Where to continue, from the previous response; empty for the first page.
    pub offset: Option<String>,
    /// How many gifts to return at most.
    pub limit: Option<i64>,
}

/// Lists the gifts a user owns and hosts.
///
/// [Bot API](https://core.telegram.org/bots/api#getusergifts)
#[telegram_method("getUserGifts")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUserGifts {
    /// Whose gifts to list.
    pub user_id: i64,
    /// Leave out gifts on sale without a limit.
    pub exclude_unlimited: Option<bool>,
    /// Leave out limited gifts that can become unique.
    pub exclude_limited_upgradable: Option<bool>,
    /// Leave out limited gifts that can never become unique.
    pub exclude_limited_non_upgradable: Option<bool>,
    /// Leave out gifts taken from the TON blockchain, which cannot change hands within Telegram.
    pub exclude_from_blockchain: Option<bool>,
    /// Leave out unique gifts.
    pub exclude_unique: Option<bool>,
    /// Order all gifts by price, before splitting into pages, rather than by date sent.
    pub sort_by_price: Option<bool>,
    /// Where to continue, from the previous response; empty for the first page.
    pub offset: Option<String>,
    /// How many gifts to return at most.
    pub limit: Option<i64>,
}

/// Lists the gifts a chat owns.
///
/// [Bot API](https://core.telegram.org/bots/api#getchatgifts)
#[telegram_method("getChatGifts")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetChatGifts {
    /// Whose gifts to list, by id or `@username`.
    pub chat_id: ChatId,
    /// Leave out gifts that the profile page does not show; always on without the
    /// `can_post_messages` administrator right.
    pub exclude_unsaved: Option<bool>,
    /// Leave out gifts that the profile page shows; always off without the `can_post_messages`
    /// administrator right.
    pub exclude_saved: Option<bool>,
    /// Leave out gifts on sale without a limit.
    pub exclude_unlimited: Option<bool>,
    /// Leave out limited gifts that can become unique.
    pub exclude_limited_upgradable: Option<bool>,
    /// Leave out limited gifts that can never become unique.
    pub exclude_limited_non_upgradable: Option<bool>,
    /// Leave out gifts taken from the TON blockchain, which cannot change hands within Telegram.
    pub exclude_from_blockchain: Option<bool>,
    /// Leave out unique gifts.
    pub exclude_unique: Option<bool>,
    /// Order all gifts by price, before splitting into pages, rather than by date sent.
    pub sort_by_price: Option<bool>,
    /// Where to continue, from the previous response; empty for the first page.
    pub offset: Option<String>,
    /// How many gifts to return at most.
    pub limit: Option<i64>,
}

/// Turns a regular gift into Telegram Stars. Needs the `can_convert_gifts_to_stars` business
/// right.
///
/// [Bot API](https://core.telegram.org/bots/api#convertgifttostars)
#[telegram_method("convertGiftToStars")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConvertGiftToStars {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The regular gift to turn into Stars, by id.
    pub owned_gift_id: String,
}

/// Makes a regular gift unique. Needs the `can_transfer_and_upgrade_gifts` business right, and
/// `can_transfer_stars` for a paid upgrade.
///
/// [Bot API](https://core.telegram.org/bots/api#upgradegift)
#[telegram_method("upgradeGift")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpgradeGift {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The regular gift to upgrade, by id.
    pub owned_gift_id: String,
    /// Keep the text, the sender and the receiver on the upgraded gift.
    pub keep_original_details: Option<bool>,
    /// Telegram Stars the account pays: 0 if the gift has a `prepaid_upgrade_star_count`, else its
    /// `upgrade_star_count`, with the `can_transfer_stars` right.
    pub star_count: Option<i64>,
}

/// Hands a unique gift to another owner. Needs the `can_transfer_and_upgrade_gifts` business
/// right, and `can_transfer_stars` for a paid transfer.
///
/// [Bot API](https://core.telegram.org/bots/api#transfergift)
#[telegram_method("transferGift")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransferGift {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The gift to hand over, by id.
    pub owned_gift_id: String,
    /// The chat to receive the gift, by id; it must have been active within 24 hours.
    pub new_owner_chat_id: i64,
    /// Telegram Stars the account pays; above 0 needs the `can_transfer_stars` business right.
    pub star_count: Option<i64>,
}
