//! What the client reports of a call.

use telegrammar::Error;
use telegrammar::error::Delivery;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Report {
    Succeeded,
    /// The server received nothing of the call.
    NotSent,
    /// The Bot API refused it, so it was not performed.
    Refused,
    /// The Bot API failed (5xx).
    Failed,
    /// The server may have performed it.
    Unknown,
    /// The response is not one of the Bot API, so the server may have performed it.
    Unreadable,
    /// The server performed it, but the response is damaged.
    Accepted,
    /// The call was dropped before it was over.
    Cancelled,
    /// The call was not over when each should have been.
    Endless,
}

impl Report {
    pub(crate) fn of(result: Result<(), Error>) -> Self {
        let error = match result {
            Ok(()) => return Self::Succeeded,
            Err(error) => error,
        };
        if error.accepted() {
            return Self::Accepted;
        }
        match (error.delivery(), error) {
            (Delivery::NotSent, _) => Self::NotSent,
            (Delivery::Unknown, _) => Self::Unknown,
            (Delivery::Answered, Error::Api(error)) if error.code < 500 => Self::Refused,
            (Delivery::Answered, Error::Api(_)) => Self::Failed,
            (Delivery::Answered, _) => Self::Unreadable,
        }
    }
}
