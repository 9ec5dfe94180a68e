//! The webhook of a bot, and what is known about deliveries.

use std::collections::HashSet;

/// A webhook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    pub(crate) secret_token: Option<String>,
    pub(crate) max_connections: i64,
    pub(crate) ip_address: Option<String>,
    pub(crate) has_certificate: bool,
    pub(crate) last_error: Option<(i64, String)>,
    /// The updates that are being delivered, by their ids.
    pub(crate) in_flight: HashSet<i64>,
    /// The keys of these updates: of each, one is delivered at a time.
    pub(crate) busy: HashSet<String>,
    /// Tells deliveries of this webhook from those of an older one.
    pub(crate) number: i64,
}

impl Webhook {
    /// Returns whether another one has the same settings.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.url == other.url
            && self.secret_token == other.secret_token
            && self.max_connections == other.max_connections
            && self.ip_address == other.ip_address
    }
}
