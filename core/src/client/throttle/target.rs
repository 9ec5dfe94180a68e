//! Which limits a request counts against, and how much.

use std::sync::Arc;

use serde::de::IgnoredAny;

use super::limit::Limit;
use crate::http::request::Request;
use crate::http::server::Server;

/// The limits of a throttle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) bot: Limit,
    pub(super) chat: Limit,
    pub(super) group: Limit,
    pub(super) paid: Limit,
}

/// What the calls of a bot have in common: its part of each key.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) name: Arc<str>,
    /// The keys of the bot itself, by class.
    keys: [Arc<str>; 2],
}

/// Which of the bot's own limits a call counts against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Normal,
    /// Paid broadcasts.
    Paid,
}

/// What a call spends.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) class: Class,
    /// The key of the chat, if the call has one.
    pub(super) chat: Option<Arc<str>>,
    /// The key of the calls that are sent in one order: those of the chat, or its actions.
    pub(super) order: Option<Arc<str>>,
    /// The number of messages; at least 1.
    pub(super) cost: u32,
    /// The limits of the chat, if there is one, and then that of the bot.
    pub(super) parts: Arc<[(Arc<str>, Limit)]>,
}

impl Scope {
    pub(super) fn new(name: &str) -> Self {
        Self {
            keys: [format!("{name}:bot").into(), format!("{name}:paid").into()],
            name: name.into(),
        }
    }

    /// Returns the scope of the bot that sends a request.
    pub(super) fn of(request: &Request) -> Self {
        let Some(token) = request.token() else {
            return Self::new("bot");
        };
        let bot = if let Some(id) = token.bot_id() {
            id.to_string()
        } else {
            format!("custom-{}", fingerprint(token.expose()))
        };
        // The test environment has limits of its own.
        let is_test = request.server().is_some_and(Server::is_test);
        Self::new(&if is_test { bot + "/test" } else { bot })
    }

    /// Returns the keys of all calls of the bot.
    pub(super) fn all(&self) -> Vec<Arc<str>> {
        self.keys.to_vec()
    }

    /// Returns what a request spends.
    pub(super) fn target(&self, request: &Request, limits: &Limits) -> Target {
        let body = request.body();
        let mut parts = Vec::with_capacity(3);
        let mut key = None;
        if let Some(chat) = request.chat() {
            let chat_key: Arc<str> = format!("{}:chat:{chat}", self.name).into();
            parts.push((Arc::clone(&chat_key), limits.chat));
            key = Some(chat_key);
            if chat.starts_with(['-', '@']) {
                parts.push((format!("{}:group:{chat}", self.name).into(), limits.group));
            }
        }
        let is_paid = body.param("allow_paid_broadcast").as_deref() == Some("true");
        let [normal, paid] = &self.keys;
        let (class, own) = if is_paid {
            (Class::Paid, (Arc::clone(paid), limits.paid))
        } else {
            (Class::Normal, (Arc::clone(normal), limits.bot))
        };
        parts.push(own);
        Target {
            class,
            order: key.as_ref().map(|key| order(request, key)),
            chat: key,
            cost: cost(request),
            parts: parts.into(),
        }
    }
}

/// Returns a name of a token from which the token cannot be found, unless it can be guessed. It is the
/// same in each process.
#[cfg(feature = "redis")]
fn fingerprint(token: &str) -> String {
    let mut hash = sha1_smol::Sha1::from("telegrammar:");
    hash.update(token.as_bytes());
    hash.digest().to_string().chars().take(16).collect()
}

/// Returns a name of a token from which the token cannot be found. It is the same in each process whose
/// standard library is the same.
#[cfg(not(feature = "redis"))]
fn fingerprint(token: &str) -> String {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};

    let mut hasher = DefaultHasher::new();
    token.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Returns whether a call neither waits nor counts: a long poll, or the answer to a query, which the
/// user waits for and whose id soon expires.
pub(super) fn is_exempt(request: &Request) -> bool {
    request.info().is_long_poll || request.method().starts_with("answer")
}

/// Returns the key of the calls of a chat that are sent in one order. `sendChatAction` says what the bot
/// does at this moment, such as to upload a file, so it does not wait for that.
fn order(request: &Request, chat: &Arc<str>) -> Arc<str> {
    match request.method() {
        "sendChatAction" => order_of_actions(chat),
        _ => Arc::clone(chat),
    }
}

/// What the key of a chat's actions has after that of the chat.
const ACTIONS: &str = ":action";

/// Returns the key of the actions of a chat.
pub(super) fn order_of_actions(chat: &str) -> Arc<str> {
    format!("{chat}{ACTIONS}").into()
}

/// Returns the key of the chat whose actions have a key; `None` if it is another key.
pub(super) fn chat_of_actions(order: &str) -> Option<&str> {
    order.strip_suffix(ACTIONS)
}

/// Returns the number of messages that a call sends. All but these send or change one at most.
fn cost(request: &Request) -> u32 {
    let list = match request.method() {
        "sendMediaGroup" => "media",
        "forwardMessages" | "copyMessages" => "message_ids",
        _ => return 1,
    };
    let items = request
        .body()
        .param(list)
        .and_then(|json| serde_json::from_str::<Vec<IgnoredAny>>(&json).ok());
    let count = items.map_or(1, |items| items.len().max(1));
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(all(test, feature = "redis"))]
mod tests {
    /// Programs that share a budget may be built by different compilers.
    #[test]
    fn the_name_of_a_token_never_changes() {
        // The beginning of SHA-1.
        let name = super::fingerprint("my-own-server-token");
        assert_eq!(name, "35fa71df6831073c");
    }
}
