//! Errors returned by the Bot API. Here: the error. Not here: the descriptions that are known
//! (`texts`), and how a response is decoded (`http::envelope`).

mod kind;
mod parameters;
mod texts;

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use super::redact::{Redact, redact_text, redact_tokens};
use crate::http::size::Size;

pub use kind::ApiErrorKind;

/// An error that the Bot API returned. See <https://core.telegram.org/bots/api#making-requests>.
#[derive(Clone, PartialEq, Eq)]
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
    body: Bytes,
}

impl ApiError {
    /// Creates an error without parameters and with an empty body, as tests and custom transports
    /// need it.
    #[must_use]
    pub fn new(method: &'static str, code: i32, description: impl Into<String>) -> Self {
        Self {
            method,
            code,
            description: redact_tokens(description.into()),
            retry_after: None,
            migrate_to_chat_id: None,
            body: Bytes::new(),
        }
    }

    pub(crate) fn with_body(mut self, body: Bytes) -> Self {
        self.body = body;
        self
    }

    /// Returns the category, derived from the code and the parameters of the response, and from its
    /// description if it is one of those that telegrammar knows. It allocates nothing.
    #[must_use]
    pub fn kind(&self) -> ApiErrorKind {
        let is_server = (500..=599).contains(&self.code);
        match self.code {
            _ if self.migrate_to_chat_id.is_some() => ApiErrorKind::Migrated,
            _ if self.retry_after.is_some() && !is_server => ApiErrorKind::TooManyRequests,
            _ if is_server => ApiErrorKind::Server,
            code => texts::kind(code, &self.description).unwrap_or(match code {
                400 => ApiErrorKind::BadRequest,
                401 => ApiErrorKind::Unauthorized,
                403 => ApiErrorKind::Forbidden,
                404 => ApiErrorKind::NotFound,
                409 => ApiErrorKind::Conflict,
                413 => ApiErrorKind::TooLarge,
                421 => ApiErrorKind::Misdirected,
                429 => ApiErrorKind::TooManyRequests,
                _ => ApiErrorKind::Other,
            }),
        }
    }

    /// Returns the position in the text or caption from which on the server could not parse it, in
    /// bytes of UTF-8, counted from 0. `None` unless the kind is
    /// [`CantParseEntities`](ApiErrorKind::CantParseEntities), and for the errors of parsing that
    /// have no position.
    #[must_use]
    pub fn entity_offset(&self) -> Option<usize> {
        if self.kind() != ApiErrorKind::CantParseEntities {
            return None;
        }
        let (_, rest) = self.description.split_once(" at byte offset ")?;
        let end = rest.find(|it: char| !it.is_ascii_digit());
        rest.get(..end.unwrap_or(rest.len()))?.parse().ok()
    }

    /// Returns whether the same request may succeed later: flood control rejected it, or the server
    /// had an internal error (5xx). After an internal error, the server may have performed the
    /// request.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        self.kind().is_transient()
    }

    /// Returns whether sending to the chat again is pointless. See
    /// [`ApiErrorKind::is_recipient_gone`].
    #[must_use]
    pub fn is_recipient_gone(&self) -> bool {
        self.kind().is_recipient_gone()
    }

    /// Returns a member of the response's `parameters` as JSON; `None` if there is none. It is for
    /// servers that add members of their own.
    ///
    /// What looks like a token in it is redacted. The body is parsed for each call.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        parameters::parameter(&self.body, name).map(redact_tokens)
    }

    /// Returns the whole response as received; empty if the error was not decoded from one. It may
    /// contain user data or the URL of the request, so `Debug` and `Display` omit it.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Redacts the description, which may quote a parameter or a URL.
    pub(super) fn redact(mut self, redact: Redact<'_>) -> Self {
        redact_text(&mut self.description, redact);
        self
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

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("method", &self.method)
            .field("code", &self.code)
            .field("description", &self.description)
            .field("retry_after", &self.retry_after)
            .field("migrate_to_chat_id", &self.migrate_to_chat_id)
            .field("body", &Size(self.body.len()))
            .finish()
    }
}

impl std::error::Error for ApiError {}

#[cfg(test)]
mod tests;
