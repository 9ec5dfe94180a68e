//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): boosts and managed bots.

use crate::telegram_method;

/// Fetches the token of a managed bot.
///
/// [Bot API](https://core.telegram.org/bots/api#getmanagedbottoken)
#[telegram_method("getManagedBotToken")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetManagedBotToken {
    /// The managed bot, by user id.
    pub user_id: i64,
}

/// Revokes the token of a managed bot and returns a new one.
///
/// [Bot API](https://core.telegram.org/bots/api#replacemanagedbottoken)
#[telegram_method("replaceManagedBotToken")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplaceManagedBotToken {
    /// The managed bot, by user id.
    pub user_id: i64,
}

/// Fetches the settings that say who may use a managed bot.
///
/// [Bot API](https://core.telegram.org/bots/api#getmanagedbotaccesssettings)
#[telegram_method("getManagedBotAccessSettings")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetManagedBotAccessSettings {
    /// The managed bot, by user id.
    pub user_id: i64,
}

/// Sets who may use a managed bot.
///
/// [Bot API](https://core.telegram.org/bots/api#setmanagedbotaccesssettings)
#[telegram_method("setManagedBotAccessSettings")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetManagedBotAccessSettings {
    /// The managed bot, by user id.
    pub user_id: i64,
    /// Allow only chosen users and the owner.
    pub is_access_restricted: bool,
    /// Users allowed besides the owner, by id; ignored while access is open.
    pub added_user_ids: Option<Vec<i64>>,
}
