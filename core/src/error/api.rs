//! Errors returned by the Bot API.

use std::fmt;
use std::time::Duration;

/// An error that the Bot API returned. See <https://core.telegram.org/bots/api#making-requests>.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiError {
    /// The method that was called.
    pub method: &'static str,
    /// The Bot API's `error_code`, or the HTTP status if the response has none.
    pub code: i32,
    /// The server's description for humans, verbatim; empty if there is none. Descriptions change
    /// over time, so match on [`kind`](Self::kind) instead.
    pub description: String,
    /// How long to wait before sending the request again, if flood control rejected it.
    pub retry_after: Option<Duration>,
    /// The id of the supergroup that the group was migrated to, if that caused the error.
    pub migrate_to_chat_id: Option<i64>,
}

/// The category of an [`ApiError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// A parameter is invalid, or what it refers to does not exist (400).
    BadRequest,
    /// The group was migrated to a supergroup: send the request to
    /// [`migrate_to_chat_id`](ApiError::migrate_to_chat_id), and store that id.
    Migrated,
    /// The token is invalid or was revoked (401).
    Unauthorized,
    /// The bot is not allowed to do this: it was blocked or removed, or lacks a right (403).
    Forbidden,
    /// The server does not know the method (404).
    NotFound,
    /// Another process uses the bot: a second poller, or a webhook while polling (409).
    Conflict,
    /// The request is larger than the server accepts (413).
    TooLarge,
    /// This server does not serve this bot (421).
    Misdirected,
    /// Too many requests: wait for [`retry_after`](ApiError::retry_after) (429).
    TooManyRequests,
    /// Internal server error (5xx). A later retry may succeed.
    Server,
    /// Any other code.
    Other,
}

impl ApiError {
    /// Returns the category, derived from the code and the parameters of the response.
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
