//! Section [Available types](https://core.telegram.org/bots/api#available-types): gifts.

use super::*;
use crate::{Unknown, telegram_type};

/// The background colors of a gift.
///
/// [Bot API](https://core.telegram.org/bots/api#giftbackground)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GiftBackground {
    /// Color in the middle, as an RGB number.
    pub center_color: i64,
    /// Color at the edges, as an RGB number.
    pub edge_color: i64,
    /// Color of the text, as an RGB number.
    pub text_color: i64,
}

/// A regular gift that the bot can send.
///
/// [Bot API](https://core.telegram.org/bots/api#gift)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gift {
    /// The gift's id, for sending it.
    pub id: String,
    /// The sticker that depicts the gift.
    pub sticker: Sticker,
    /// Price of sending it, in Telegram Stars.
    pub star_count: i64,
    /// Price of turning it into a unique gift, in Telegram Stars.
    pub upgrade_star_count: Option<i64>,
    /// Set when only Telegram Premium subscribers can buy it.
    pub is_premium: bool,
    /// Set when, once upgraded, it can change how a user's profile looks.
    pub has_colors: bool,
    /// How many of a limited gift all users together can send.
    pub total_count: Option<i64>,
    /// How many of a limited gift are left for all users together.
    pub remaining_count: Option<i64>,
    /// How many of a limited gift this bot can send in total.
    pub personal_total_count: Option<i64>,
    /// How many of a limited gift this bot can still send.
    pub personal_remaining_count: Option<i64>,
    /// Background colors of the gift.
    pub background: Option<GiftBackground>,
    /// How many different unique gifts an upgrade can lead to.
    pub unique_gift_variant_count: Option<i64>,
    /// The chat that published the gift.
    pub publisher_chat: Option<Box<Chat>>,
}

/// A list of gifts the bot can send.
///
/// [Bot API](https://core.telegram.org/bots/api#gifts)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gifts {
    /// The gifts in the list.
    pub gifts: Vec<Gift>,
}

/// The model of a unique gift.
///
/// [Bot API](https://core.telegram.org/bots/api#uniquegiftmodel)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UniqueGiftModel {
    /// The name of the model.
    pub name: String,
    /// The sticker that depicts the gift.
    pub sticker: Sticker,
    /// How many of 1000 upgrades give this model; 0 for a crafted gift.
    pub rarity_per_mille: i64,
    /// Rarity of a crafted model: `"uncommon"`, `"rare"`, `"epic"` or `"legendary"`.
    pub rarity: Option<GiftRarity>,
}

/// The symbol in a unique gift's pattern.
///
/// [Bot API](https://core.telegram.org/bots/api#uniquegiftsymbol)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UniqueGiftSymbol {
    /// The name of the symbol.
    pub name: String,
    /// The sticker that depicts the symbol.
    pub sticker: Sticker,
    /// How many of 1000 upgrades give this symbol.
    pub rarity_per_mille: i64,
}

/// The colors of a unique gift's backdrop.
///
/// [Bot API](https://core.telegram.org/bots/api#uniquegiftbackdropcolors)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UniqueGiftBackdropColors {
    /// Color in the middle, as an RGB number.
    pub center_color: i64,
    /// Color at the edges, as an RGB number.
    pub edge_color: i64,
    /// Color of the symbol, as an RGB number.
    pub symbol_color: i64,
    /// Color of the text, as an RGB number.
    pub text_color: i64,
}

/// The backdrop of a unique gift.
///
/// [Bot API](https://core.telegram.org/bots/api#uniquegiftbackdrop)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UniqueGiftBackdrop {
    /// The name of the backdrop.
    pub name: String,
    /// The colors it is drawn in.
    pub colors: UniqueGiftBackdropColors,
    /// How many of 1000 upgrades give this backdrop.
    pub rarity_per_mille: i64,
}

/// The colors a unique gift lends to a user's name, replies and link previews.
///
/// [Bot API](https://core.telegram.org/bots/api#uniquegiftcolors)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UniqueGiftColors {
    /// The custom emoji of the gift's model, by its id.
    pub model_custom_emoji_id: String,
    /// The custom emoji of the gift's symbol, by its id.
    pub symbol_custom_emoji_id: String,
    /// Main color in light themes, as an RGB number.
    pub light_theme_main_color: i64,
    /// 1 to 3 more colors for light themes, as RGB numbers.
    pub light_theme_other_colors: Vec<i64>,
    /// Main color in dark themes, as an RGB number.
    pub dark_theme_main_color: i64,
    /// 1 to 3 more colors for dark themes, as RGB numbers.
    pub dark_theme_other_colors: Vec<i64>,
}

/// A one-of-a-kind gift, made by upgrading a regular one.
///
/// [Bot API](https://core.telegram.org/bots/api#uniquegift)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UniqueGift {
    /// The id of the regular gift it came from.
    pub gift_id: String,
    /// The readable name of the regular gift it came from.
    pub base_name: String,
    /// The unique name, as it appears in story areas and `t.me/nft` links.
    pub name: String,
    /// The gift's number among all upgrades of the same regular gift.
    pub number: i64,
    /// The model of the gift.
    pub model: UniqueGiftModel,
    /// The symbol in the gift's pattern.
    pub symbol: UniqueGiftSymbol,
    /// The backdrop behind the gift.
    pub backdrop: UniqueGiftBackdrop,
    /// Set when only Telegram Premium subscribers could buy the regular gift.
    pub is_premium: bool,
    /// Set when the gift was used up in crafting another.
    pub is_burned: bool,
    /// Set when the gift comes from the TON blockchain, so Telegram can neither resell nor
    /// transfer it.
    pub is_from_blockchain: bool,
    /// Colors the owner can use for the chat's name, replies and link previews. Only for gifts of
    /// business accounts and gifts on sale.
    pub colors: Option<Box<UniqueGiftColors>>,
    /// The chat that published the gift.
    pub publisher_chat: Option<Box<Chat>>,
}

/// Content of a service message: a regular gift was given or received.
///
/// [Bot API](https://core.telegram.org/bots/api#giftinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GiftInfo {
    /// The gift that was given.
    pub gift: Gift,
    /// The received gift's id for the bot; business accounts' gifts only.
    pub owned_gift_id: Option<String>,
    /// Telegram Stars the receiver gets for converting the gift; absent if it can't be converted.
    pub convert_star_count: Option<i64>,
    /// Telegram Stars already paid towards an upgrade.
    pub prepaid_upgrade_star_count: Option<i64>,
    /// Set when the upgrade was bought later than the gift.
    pub is_upgrade_separate: bool,
    /// Set when it can become a unique gift.
    pub can_be_upgraded: bool,
    /// Message the sender added to the gift.
    pub text: Option<String>,
    /// Formatting of the message in `text`.
    pub entities: Option<Vec<MessageEntity>>,
    /// Set when only the receiver sees the sender and text; otherwise they are public.
    pub is_private: bool,
    /// The number it will get in an upgrade, as `number` of `UniqueGift`.
    pub unique_gift_number: Option<i64>,
}

/// Content of a service message: a unique gift was given or received.
///
/// [Bot API](https://core.telegram.org/bots/api#uniquegiftinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UniqueGiftInfo {
    /// The gift that was given.
    pub gift: UniqueGift,
    /// How it was obtained: `"upgrade"`, `"transfer"`, `"resale"` (bought from a user),
    /// `"gifted_upgrade"` (upgrade paid later) or `"offer"` (purchase offer).
    pub origin: GiftOrigin,
    /// Message the sender added to the gift.
    pub text: Option<String>,
    /// Formatting of the message in `text`.
    pub entities: Option<Vec<MessageEntity>>,
    /// Set when only the receiver sees the sender and text; otherwise they are public.
    pub is_private: bool,
    /// Currency of the resale, `"XTR"` (Telegram Stars) or `"TON"` (TON grams); only when bought
    /// from a user.
    pub last_resale_currency: Option<PostCurrency>,
    /// Price of the resale, in Telegram Stars or nanograms; only when bought from a user.
    pub last_resale_amount: Option<i64>,
    /// The received gift's id for the bot; business accounts' gifts only.
    pub owned_gift_id: Option<String>,
    /// Price of a transfer in Telegram Stars; absent when the bot can't transfer it.
    pub transfer_star_count: Option<i64>,
    /// When a transfer becomes possible, as Unix time in seconds; a past time means now.
    pub next_transfer_date: Option<i64>,
}

/// A gift that a user or chat owns, regular or unique.
///
/// [Bot API](https://core.telegram.org/bots/api#ownedgift)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OwnedGift {
    /// A regular gift that a user or chat owns.
    Regular(Box<OwnedGiftRegular>),
    /// A unique gift that a user or chat owns.
    Unique(Box<OwnedGiftUnique>),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A regular gift that a user or chat owns.
///
/// [Bot API](https://core.telegram.org/bots/api#ownedgiftregular)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OwnedGiftRegular {
    /// The regular gift that is owned.
    pub gift: Gift,
    /// The gift's id for the bot; business accounts' gifts only.
    pub owned_gift_id: Option<String>,
    /// The user who sent it, if known.
    pub sender_user: Option<Box<User>>,
    /// When the gift was sent, as Unix time in seconds.
    pub send_date: i64,
    /// Message the sender added to the gift.
    pub text: Option<String>,
    /// Formatting of the message in `text`.
    pub entities: Option<Vec<MessageEntity>>,
    /// Set when only the receiver sees the sender and text; otherwise they are public.
    pub is_private: bool,
    /// Set when the account's profile shows the gift; business accounts' gifts only.
    pub is_saved: bool,
    /// Set when it can become a unique gift; business accounts' gifts only.
    pub can_be_upgraded: bool,
    /// Set when the gift was refunded and is gone.
    pub was_refunded: bool,
    /// Telegram Stars the receiver can take in its place; absent if it can't be converted.
    /// Business accounts' gifts only.
    pub convert_star_count: Option<i64>,
    /// Telegram Stars already paid towards an upgrade.
    pub prepaid_upgrade_star_count: Option<i64>,
    /// Set when the upgrade was bought later than the gift; business accounts' gifts only.
    pub is_upgrade_separate: bool,
    /// The number it will get in an upgrade, as `number` of `UniqueGift`.
    pub unique_gift_number: Option<i64>,
}

/// A unique gift that a user or chat owns.
///
/// [Bot API](https://core.telegram.org/bots/api#ownedgiftunique)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OwnedGiftUnique {
    /// The unique gift that is owned.
    pub gift: UniqueGift,
    /// The gift's id for the bot; business accounts' gifts only.
    pub owned_gift_id: Option<String>,
    /// The user who sent it, if known.
    pub sender_user: Option<Box<User>>,
    /// When the gift was sent, as Unix time in seconds.
    pub send_date: i64,
    /// Set when the account's profile shows the gift; business accounts' gifts only.
    pub is_saved: bool,
    /// Set when it can be passed to a new owner; business accounts' gifts only.
    pub can_be_transferred: bool,
    /// Price of a transfer in Telegram Stars; absent when the bot can't transfer it.
    pub transfer_star_count: Option<i64>,
    /// When a transfer becomes possible, as Unix time in seconds; a past time means now.
    pub next_transfer_date: Option<i64>,
}

/// A page of the gifts that a user or chat owns.
///
/// [Bot API](https://core.telegram.org/bots/api#ownedgifts)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OwnedGifts {
    /// How many gifts the user or chat owns in all.
    pub total_count: i64,
    /// The gifts on this page.
    pub gifts: Vec<OwnedGift>,
    /// Offset to ask for the next page with; empty on the last page.
    pub next_offset: Option<String>,
}
