//! The webhook of a bot, and what is known about deliveries.

use std::collections::HashSet;

/// A webhook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    /// The parts of the URL.
    pub(crate) endpoint: Endpoint,
    pub(crate) secret_token: Option<String>,
    pub(crate) max_connections: i64,
    pub(crate) ip_address: Option<String>,
    pub(crate) has_certificate: bool,
    pub(crate) last_error: Option<(i64, String)>,
    /// Since when the endpoint has said that it is gone, in seconds of Unix time.
    pub(crate) gone_since: Option<i64>,
    /// The updates that are being delivered, by their ids.
    pub(crate) in_flight: HashSet<i64>,
    /// The keys of these updates: of each, one is delivered at a time.
    pub(crate) busy: HashSet<String>,
    /// Tells deliveries of this webhook from those of an older one.
    pub(crate) number: i64,
}

impl Webhook {
    /// Ends the delivery of an update.
    pub(crate) fn release(&mut self, id: i64, order: &str) {
        if self.in_flight.remove(&id) {
            self.busy.remove(order);
        }
    }

    /// Returns whether another one has the same settings.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.url == other.url
            && self.secret_token == other.secret_token
            && self.max_connections == other.max_connections
            && self.ip_address == other.ip_address
    }
}

/// The parts of a URL, as far as a webhook needs them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Endpoint {
    pub(crate) is_https: bool,
    /// The host and, if it is in the URL, the port.
    pub(crate) host: String,
    /// The host without the port.
    pub(crate) name: String,
    pub(crate) port: u16,
    /// The path and the query.
    pub(crate) path: String,
}

impl Endpoint {
    /// Returns `None` if the URL is malformed, or is neither HTTP nor HTTPS.
    pub(crate) fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let is_https = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let rest = rest.split('#').next().unwrap_or_default();
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end)?;
        let host = authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host);
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
            _ => (host, None),
        };
        let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-._[]:".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_host) {
            return None;
        }
        let default = if is_https { 443 } else { 80 };
        let port = port.map_or(Some(default), |port| port.parse().ok())?;
        let is_visible = |byte: u8| byte.is_ascii_graphic();
        if port == 0 || !path.bytes().all(is_visible) {
            return None;
        }
        let slash = if path.starts_with('/') { "" } else { "/" };
        Some(Self {
            is_https,
            host: host.to_ascii_lowercase(),
            name: name.to_ascii_lowercase(),
            port,
            path: format!("{slash}{path}"),
        })
    }

    /// Returns whether the endpoint is on this machine.
    pub(crate) fn is_local(&self) -> bool {
        matches!(self.name.as_str(), "127.0.0.1" | "localhost" | "[::1]")
    }

    /// Returns the address to connect to.
    pub(crate) fn address(&self) -> String {
        format!("{}:{}", self.name, self.port)
    }
}
