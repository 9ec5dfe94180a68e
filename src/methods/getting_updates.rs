//! Section [Getting updates](https://core.telegram.org/bots/api#getting-updates).

use crate::telegram_method;
use crate::types::{InputFile, UpdateType};

/// Receives updates by long polling. Fails while a webhook is set.
///
/// [Bot API](https://core.telegram.org/bots/api#getupdates)
#[telegram_method("getUpdates")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUpdates {
    /// Id of the first update to return; pass the highest id seen plus 1 to confirm the earlier
    /// ones. If unset, starts at the earliest unconfirmed update; if negative, counts from the end
    /// and forgets those before.
    pub offset: Option<i64>,
    /// How many updates to return at most.
    pub limit: Option<i64>,
    /// How long to wait for updates, in seconds. 0 means short polling, for tests only.
    pub timeout: Option<i64>,
    /// Update types to receive. Empty means all but `chat_member`, `message_reaction` and
    /// `message_reaction_count`; unset keeps the last choice. Older updates may still arrive.
    pub allowed_updates: Option<Vec<UpdateType>>,
}

/// Has updates sent to a URL by HTTPS POST, on port 443, 80, 88 or 8443. While it is set,
/// `getUpdates` does not work; failed requests are retried a while.
///
/// [Bot API](https://core.telegram.org/bots/api#setwebhook)
#[telegram_method("setWebhook")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetWebhook {
    /// HTTPS URL to send updates to. Empty removes the webhook.
    pub url: String,
    /// Public key certificate to check against, needed if it is self-signed. Must be an upload.
    pub certificate: Option<InputFile>,
    /// Fixed IP address to send to, in place of the one DNS gives.
    pub ip_address: Option<String>,
    /// How many HTTPS connections may be open at once. Lower means less load, higher more
    /// throughput.
    pub max_connections: Option<i64>,
    /// Update types to receive. Empty means all but `chat_member`, `message_reaction` and
    /// `message_reaction_count`; unset keeps the last choice. Older updates may still arrive.
    pub allowed_updates: Option<Vec<UpdateType>>,
    /// Drop the updates that are still waiting.
    pub drop_pending_updates: Option<bool>,
    /// Secret that each webhook request carries in its `X-Telegram-Bot-Api-Secret-Token` header,
    /// to prove it is yours; Latin letters, digits, `_` and `-`.
    pub secret_token: Option<String>,
}

/// Removes the webhook, so that `getUpdates` works again.
///
/// [Bot API](https://core.telegram.org/bots/api#deletewebhook)
#[telegram_method("deleteWebhook")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteWebhook {
    /// Drop the updates that are still waiting.
    pub drop_pending_updates: Option<bool>,
}

/// Returns the state of the webhook. Its `url` is empty if none is set.
///
/// [Bot API](https://core.telegram.org/bots/api#getwebhookinfo)
#[telegram_method("getWebhookInfo")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetWebhookInfo {}
