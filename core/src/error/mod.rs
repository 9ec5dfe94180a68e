//! What can go wrong with a call, told apart by what the caller can do about it.

mod api;
mod decode;
mod delivery;
mod repair;
mod response;
mod transport;

pub use api::{ApiError, ApiErrorKind};
pub use decode::DecodeError;
pub use delivery::Delivery;
pub use repair::Repair;
pub use response::{ResponseError, ResponseErrorKind};
pub use transport::{TransportError, TransportErrorKind};

pub use crate::client::build_error::BuildError;
pub use crate::http::body::UploadError;
pub use crate::http::server::ServerError;
pub use crate::http::token::TokenError;
pub use crate::json::decode::JsonError;
pub use crate::json::encode::EncodeError;
pub use crate::validate::{ValidationError, Violation};

use crate::http::token::Token;

/// Why a call failed.
///
/// No text of an error, of any of its sources, or of their `Debug` output holds the token's secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The arguments break rules of the Bot API. Nothing was sent.
    #[error(transparent)]
    Invalid(ValidationError),
    /// An argument cannot be written as JSON. Nothing was sent.
    #[error(transparent)]
    Encode(Box<EncodeError>),
    /// No answer came, or not all of it.
    #[error(transparent)]
    Transport(TransportError),
    /// The server refused the call and says why.
    #[error(transparent)]
    Api(Box<ApiError>),
    /// An answer came, but it is not one of the Bot API.
    #[error(transparent)]
    Response(Box<ResponseError>),
    /// The server carried the call out, but its result is not of the type that was expected.
    #[error(transparent)]
    Decode(Box<DecodeError>),
}

impl Error {
    /// The method that was called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self {
            Self::Invalid(error) => error.method(),
            Self::Encode(error) => error.method(),
            Self::Transport(error) => error.method(),
            Self::Api(error) => error.method,
            Self::Response(error) => error.method(),
            Self::Decode(error) => error.method(),
        }
    }

    /// How far the call has come, which tells whether it is safe to send it again.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        match self {
            Self::Invalid(_) | Self::Encode(_) => Delivery::NotSent,
            Self::Transport(error) => error.delivery(),
            Self::Api(_) | Self::Response(_) | Self::Decode(_) => Delivery::Answered,
        }
    }

    /// Whether the server is known to have carried the call out, although its answer is of no use.
    #[must_use]
    pub fn accepted(&self) -> bool {
        match self {
            Self::Response(error) => error.accepted(),
            Self::Decode(error) => error.accepted(),
            Self::Invalid(_) | Self::Encode(_) | Self::Transport(_) | Self::Api(_) => false,
        }
    }

    /// Covers the token's secret wherever a server, proxy or transport has repeated it.
    pub(crate) fn redact(self, token: &Token) -> Self {
        match self {
            Self::Transport(error) => Self::Transport(error.redact(token)),
            Self::Api(mut error) => {
                if let Some(redacted) = token.redact(&error.description) {
                    error.description = redacted;
                }
                Self::Api(error)
            }
            Self::Decode(error) => Self::Decode(Box::new(error.redact(token))),
            other => other,
        }
    }

    /// The kind of error in one word, for a log.
    pub(crate) fn outcome(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::Encode(_) => "encode",
            Self::Transport(_) => "transport",
            Self::Api(_) => "api",
            Self::Response(_) => "response",
            Self::Decode(_) => "decode",
        }
    }
}

macro_rules! from {
    ($($error:ty => $variant:ident($wrap:expr);)+) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self::$variant($wrap(error))
            }
        }
    )+};
}

from! {
    ValidationError => Invalid(std::convert::identity);
    EncodeError => Encode(Box::new);
    TransportError => Transport(std::convert::identity);
    ApiError => Api(Box::new);
    ResponseError => Response(Box::new);
    DecodeError => Decode(Box::new);
}

#[cfg(test)]
mod tests;
