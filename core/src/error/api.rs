//! The server's own "no".

use std::fmt;
use std::time::Duration;

/// The server refused a call. See <https://core.telegram.org/bots/api#making-requests>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiError {
    /// The method that was called.
    pub method: &'static str,
    /// The Bot API's `error_code`, or the HTTP status if the answer names none.
    pub code: i32,
    /// The server's words for people, as it sent them; empty if it sent none. They change over
    /// time, so branch on [`kind`](Self::kind) instead.
    pub description: String,
    /// How long to wait before the call is sent again, if flood control refused it.
    pub retry_after: Option<Duration>,
    /// The supergroup that the group has become, if that is why the call was refused.
    pub migrate_to_chat_id: Option<i64>,
}

/// What callers tell apart when the server refuses a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// An argument is wrong, or what it names does not exist (400).
    BadRequest,
    /// The group has become a supergroup: send the call to
    /// [`migrate_to_chat_id`](ApiError::migrate_to_chat_id), and keep that id for later.
    Migrated,
    /// The token is wrong or was revoked (401).
    Unauthorized,
    /// The bot may not do this: it was blocked or removed, or lacks a right (403).
    Forbidden,
    /// The server knows no such method (404).
    NotFound,
    /// Another process uses the bot: a second poller, or a webhook beside polling (409).
    Conflict,
    /// The call is larger than the server takes (413).
    TooLarge,
    /// This server does not serve this bot (421).
    Misdirected,
    /// Too many calls: wait for [`retry_after`](ApiError::retry_after) (429).
    TooManyRequests,
    /// The server itself failed (5xx). It may be worth another try later.
    Server,
    /// Any other code.
    Other,
}

impl ApiError {
    /// What the code and the parameters of the answer mean.
    #[must_use]
    pub fn kind(&self) -> ApiErrorKind {
        match self.code {
            _ if self.migrate_to_chat_id.is_some() => ApiErrorKind::Migrated,
            400 => ApiErrorKind::BadRequest,
            401 => ApiErrorKind::Unauthorized,
            403 => ApiErrorKind::Forbidden,
            404 => ApiErrorKind::NotFound,
            409 => ApiErrorKind::Conflict,
            413 => ApiErrorKind::TooLarge,
            421 => ApiErrorKind::Misdirected,
            429 => ApiErrorKind::TooManyRequests,
            500..=599 => ApiErrorKind::Server,
            _ => ApiErrorKind::Other,
        }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` was refused with code {}", self.method, self.code)?;
        if !self.description.is_empty() {
            write!(f, ": {}", self.description)?;
        }
        Ok(())
    }
}

impl std::error::Error for ApiError {}
