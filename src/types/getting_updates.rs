//! Section [Getting updates](https://core.telegram.org/bots/api#getting-updates).

use super::*;
use crate::telegram_type;

/// The state of the bot's webhook.
///
/// [Bot API](https://core.telegram.org/bots/api#webhookinfo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebhookInfo {
    /// The address updates go to; empty when no webhook is set.
    pub url: String,
    /// Whether the webhook is checked against a certificate the bot supplied.
    pub has_custom_certificate: bool,
    /// How many updates wait to be delivered.
    pub pending_update_count: i64,
    /// The IP address in use for the webhook.
    pub ip_address: Option<String>,
    /// When delivery last failed, as Unix time in seconds.
    pub last_error_date: Option<i64>,
    /// Why delivery last failed, in words for humans.
    pub last_error_message: Option<String>,
    /// When syncing updates with the Telegram datacenters last failed, as Unix time in seconds.
    pub last_synchronization_error_date: Option<i64>,
    /// How many HTTPS connections to the webhook may be open at once.
    pub max_connections: Option<i64>,
    /// The update types the bot gets; by default all but `"chat_member"`, `"message_reaction"` and
    /// `"message_reaction_count"`.
    pub allowed_updates: Option<Vec<UpdateType>>,
}
