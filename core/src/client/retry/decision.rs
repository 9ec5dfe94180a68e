//! Whether an attempt is followed by another.

use std::time::Duration;

use crate::error::{Delivery, TransportError, TransportErrorKind};
use crate::http::response::Response;

/// What an attempt came to, as far as retries are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The call is over: it succeeded, or another attempt would fail alike.
    Final,
    /// Flood control refused it, and asks for this wait.
    Flood(Option<Duration>),
    /// The server did not receive it.
    NotSent,
    /// The server may have performed it. `is_slow`: it took its whole time to fail.
    Unknown {
        is_slow: bool,
        wait: Option<Duration>,
    },
}

impl Outcome {
    pub(super) fn of(result: &Result<Response, TransportError>) -> Self {
        match result {
            Ok(response) => Self::of_response(response),
            Err(error) => Self::of_error(error),
        }
    }

    fn of_response(response: &Response) -> Self {
        match response.error_code() {
            Some(429) => Self::Flood(response.retry_after()),
            // Some servers say it by another code.
            Some(..500) if response.retry_after().is_some() => Self::Flood(response.retry_after()),
            Some(500..=599) => Self::Unknown {
                is_slow: false,
                wait: response.retry_after(),
            },
            _ => Self::Final,
        }
    }

    fn of_error(error: &TransportError) -> Self {
        match (error.kind(), error.delivery()) {
            (TransportErrorKind::Connect | TransportErrorKind::Budget, _) => Self::NotSent,
            (kind, Delivery::Unknown) => Self::Unknown {
                is_slow: kind == TransportErrorKind::Timeout,
                wait: None,
            },
            _ => Self::Final,
        }
    }

    /// Returns the tokens that the next attempt costs.
    pub(super) fn cost(self) -> u32 {
        match self {
            Self::Final | Self::Flood(_) => 0,
            Self::Unknown { is_slow: true, .. } => 10,
            Self::NotSent | Self::Unknown { .. } => 5,
        }
    }
}
