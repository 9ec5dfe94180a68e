//! Section [Available types](https://core.telegram.org/bots/api#available-types): boosts and business connections.

use super::*;
use crate::{Unknown, telegram_type};

/// Where a boost of a chat came from.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboostsource)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatBoostSource {
    /// A boost by a Telegram Premium subscriber, or by somebody who gave Telegram Premium as a
    /// gift.
    Premium(ChatBoostSourcePremium),
    /// A boost from a Telegram Premium gift code, which counts 4 times while its subscription
    /// lasts.
    GiftCode(ChatBoostSourceGiftCode),
    /// A boost from a giveaway. Telegram Premium counts 4 times while the subscription lasts;
    /// Telegram Stars count `prize_star_count` / 500 times for a year.
    Giveaway(ChatBoostSourceGiveaway),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A boost by a Telegram Premium subscriber, or by somebody who gave Telegram Premium as a gift.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboostsourcepremium)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBoostSourcePremium {
    /// The user who boosted the chat.
    pub user: User,
}

/// A boost from a Telegram Premium gift code, which counts 4 times while its subscription lasts.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboostsourcegiftcode)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBoostSourceGiftCode {
    /// The user the gift code was made for.
    pub user: User,
}

/// A boost from a giveaway. Telegram Premium counts 4 times while the subscription lasts; Telegram
/// Stars count `prize_star_count` / 500 times for a year.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboostsourcegiveaway)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBoostSourceGiveaway {
    /// The giveaway's message in the chat, which may be deleted by now; 0 if not sent yet.
    pub giveaway_message_id: i64,
    /// The user who won, if any; Telegram Premium giveaways only.
    pub user: Option<Box<User>>,
    /// Telegram Stars the winners share; Telegram Stars giveaways only.
    pub prize_star_count: Option<i64>,
    /// Set when the giveaway ended without a winner for the prize.
    pub is_unclaimed: bool,
}

/// A boost of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboost)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBoost {
    /// The unique id of the boost.
    pub boost_id: String,
    /// When the boost was made, as Unix time in seconds.
    pub add_date: i64,
    /// When the boost runs out, as Unix time in seconds, unless the booster renews Telegram
    /// Premium.
    pub expiration_date: i64,
    /// Where the boost came from.
    pub source: ChatBoostSource,
}

/// A new or changed boost of a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboostupdated)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBoostUpdated {
    /// The chat that got the boost.
    pub chat: Chat,
    /// The boost as it is now.
    pub boost: ChatBoost,
}

/// The removal of a boost from a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatboostremoved)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatBoostRemoved {
    /// The chat that lost the boost.
    pub chat: Chat,
    /// The unique id of the boost.
    pub boost_id: String,
    /// When the boost was removed, as Unix time in seconds.
    pub remove_date: i64,
    /// Where the boost had come from.
    pub source: ChatBoostSource,
}

/// Content of a service message: the owner left the chat.
///
/// [Bot API](https://core.telegram.org/bots/api#chatownerleft)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatOwnerLeft {
    /// The user who takes over unless the old owner comes back.
    pub new_owner: Option<Box<User>>,
}

/// Content of a service message: the chat has a new owner.
///
/// [Bot API](https://core.telegram.org/bots/api#chatownerchanged)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatOwnerChanged {
    /// The user who owns the chat now.
    pub new_owner: User,
}

/// The boosts one user gave a chat.
///
/// [Bot API](https://core.telegram.org/bots/api#userchatboosts)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserChatBoosts {
    /// The boosts that the user gave.
    pub boosts: Vec<ChatBoost>,
}

/// What the bot may do for a business account.
///
/// [Bot API](https://core.telegram.org/bots/api#businessbotrights)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusinessBotRights {
    /// May send and edit messages in private chats that wrote within the last 24 hours.
    pub can_reply: bool,
    /// May mark private messages from others as read.
    pub can_read_messages: bool,
    /// May delete messages it sent itself.
    pub can_delete_sent_messages: bool,
    /// May delete any private message in the chats it manages.
    pub can_delete_all_messages: bool,
    /// May change the account's first and last name.
    pub can_edit_name: bool,
    /// May change the account's bio.
    pub can_edit_bio: bool,
    /// May change the account's profile photo.
    pub can_edit_profile_photo: bool,
    /// May change the account's username.
    pub can_edit_username: bool,
    /// May change the account's privacy settings for gifts.
    pub can_change_gift_settings: bool,
    /// May see the account's gifts and Telegram Stars balance.
    pub can_view_gifts_and_stars: bool,
    /// May convert the account's regular gifts to Telegram Stars.
    pub can_convert_gifts_to_stars: bool,
    /// May transfer and upgrade the account's gifts.
    pub can_transfer_and_upgrade_gifts: bool,
    /// May move the account's Telegram Stars to its own balance, or spend them on gift upgrades
    /// and transfers.
    pub can_transfer_stars: bool,
    /// May post, edit and delete the account's stories.
    pub can_manage_stories: bool,
}

/// A link between the bot and a business account.
///
/// [Bot API](https://core.telegram.org/bots/api#businessconnection)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusinessConnection {
    /// The unique id of the connection.
    pub id: String,
    /// The owner of the business account.
    pub user: User,
    /// The private chat with that user; may need 52 bits, so store it in 64.
    pub user_chat_id: i64,
    /// When the connection was made, as Unix time in seconds.
    pub date: i64,
    /// What the bot may do for the account.
    pub rights: Option<BusinessBotRights>,
    /// Whether the connection is in force.
    pub is_enabled: bool,
}

/// Messages that were deleted from a connected business account.
///
/// [Bot API](https://core.telegram.org/bots/api#businessmessagesdeleted)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusinessMessagesDeleted {
    /// The business connection of that account.
    pub business_connection_id: String,
    /// The account's chat where they were; the bot may be unable to reach it or its user.
    pub chat: Chat,
    /// The ids of the deleted messages in that chat.
    pub message_ids: Vec<i64>,
}
