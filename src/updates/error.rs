//! Why a stream of updates ends.

use std::fmt;

use telegrammar_core::error::{TransportError, TransportErrorKind};

use crate::{ApiErrorKind, Error};

/// An error that ends a stream of updates, because polling again would fail alike.
#[derive(Debug)]
pub struct PollError {
    kind: PollErrorKind,
    error: Error,
}

/// What ended a stream of updates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PollErrorKind {
    /// The token was revoked, or is that of no bot (401, 404).
    Unauthorized,
    /// Another program polls with the same token (409).
    OtherPoller,
    /// A webhook is set (409).
    WebhookSet,
    /// The request is wrong (400) or forbidden (403), or violates a rule of the Bot API.
    Refused,
    /// The bot has no clock to wait with: see `BotBuilder::timer`.
    NoTimer,
}

impl PollError {
    /// Returns the error of a bot without a clock.
    pub(super) fn no_timer() -> Self {
        let error = TransportError::new("getUpdates", TransportErrorKind::NoTimer);
        Self {
            kind: PollErrorKind::NoTimer,
            error: error.into(),
        }
    }

    /// Returns an error that ends the stream; otherwise the call's own as `Err`.
    pub(super) fn new(error: Error) -> Result<Self, Error> {
        let kind = match &error {
            Error::Api(api) => match (api.kind(), api.code) {
                // Of any code, if the server says how long to wait.
                (ApiErrorKind::TooManyRequests, _) => return Err(error),
                (ApiErrorKind::WebhookActive, _) => PollErrorKind::WebhookSet,
                (_, 401 | 404) => PollErrorKind::Unauthorized,
                (_, 409) => PollErrorKind::OtherPoller,
                (_, 400 | 403) => PollErrorKind::Refused,
                _ => return Err(error),
            },
            Error::Invalid(_) | Error::Encode(_) => PollErrorKind::Refused,
            Error::Transport(transport) if transport.kind() == TransportErrorKind::NoTimer => {
                return Ok(Self::no_timer());
            }
            _ => return Err(error),
        };
        Ok(Self { kind, error })
    }

    /// Returns what ended the stream.
    #[must_use]
    pub fn kind(&self) -> PollErrorKind {
        self.kind
    }

    /// Returns the error of the call.
    #[must_use]
    pub fn call_error(&self) -> &Error {
        &self.error
    }
}

impl fmt::Display for PollError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no more updates: ")?;
        f.write_str(match self.kind {
            PollErrorKind::Unauthorized => {
                "the server does not accept the token; @BotFather shows the valid one"
            }
            PollErrorKind::OtherPoller => {
                "another program polls with the same token; stop it, or give each its own bot"
            }
            PollErrorKind::WebhookSet => {
                "a webhook is set; remove it by `deleteWebhook`, or receive the updates there"
            }
            PollErrorKind::Refused => "the request is refused",
            PollErrorKind::NoTimer => "the bot has no clock; give one with `BotBuilder::timer`",
        })?;
        write!(f, " ({})", self.error)
    }
}

/// The error of the call is part of the text, so it is no source.
impl std::error::Error for PollError {}

impl From<PollError> for Error {
    fn from(error: PollError) -> Self {
        error.error
    }
}
