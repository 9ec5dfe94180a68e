//! Errors of calls. Here: the errors that a call returns, and repairs. Not here: how they arise;
//! errors of validation, encoding and uploads are re-exported from their modules.

mod api;
mod decode;
mod delivery;
mod download;
pub(crate) mod redact;
mod repair;
mod response;
mod transport;

pub use api::{ApiError, ApiErrorKind};
pub use decode::DecodeError;
pub use delivery::Delivery;
pub use download::{DownloadError, DownloadErrorKind};
pub use repair::Repair;
pub use response::{ResponseError, ResponseErrorKind};
#[cfg(feature = "reqwest")]
pub(crate) use transport::redact_source;
pub use transport::{TransportError, TransportErrorKind};

pub use crate::client::build_error::BuildError;
pub use crate::http::body::UploadError;
pub use crate::http::server::ServerError;
pub use crate::http::token::TokenError;
pub use crate::json::decode::JsonError;
pub use crate::json::encode::EncodeError;
pub use crate::validate::{ValidationError, Violation};

use crate::http::token::Token;

/// Error returned by a call.
///
/// Neither its text, nor that of its sources, nor the `Debug` output contains the token's secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Parameters violate rules of the Bot API. Nothing was sent.
    #[error(transparent)]
    Invalid(ValidationError),
    /// A parameter cannot be encoded as JSON. Nothing was sent.
    #[error(transparent)]
    Encode(Box<EncodeError>),
    /// No response was received, or only a part of it.
    #[error(transparent)]
    Transport(TransportError),
    /// The Bot API returned an error.
    #[error(transparent)]
    Api(Box<ApiError>),
    /// The response is not a Bot API response.
    #[error(transparent)]
    Response(Box<ResponseError>),
    /// The request succeeded, but its result could not be decoded.
    #[error(transparent)]
    Decode(Box<DecodeError>),
    /// A file could not be downloaded.
    #[error(transparent)]
    Download(Box<DownloadError>),
}

impl Error {
    /// Returns the name of the method; `getFile` for a download.
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self {
            Self::Invalid(error) => error.method(),
            Self::Encode(error) => error.method(),
            Self::Transport(error) => error.method(),
            Self::Api(error) => error.method,
            Self::Response(error) => error.method(),
            Self::Decode(error) => error.method(),
            Self::Download(_) => "getFile",
        }
    }

    /// Returns whether the request reached the server, and thus whether a retry is safe.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        match self {
            Self::Invalid(_) | Self::Encode(_) => Delivery::NotSent,
            Self::Transport(error) => error.delivery(),
            Self::Download(error) => error.delivery(),
            Self::Api(_) | Self::Response(_) | Self::Decode(_) => Delivery::Answered,
        }
    }

    /// Returns whether the server is known to have performed the request, although its response is
    /// unusable.
    #[must_use]
    pub fn accepted(&self) -> bool {
        match self {
            Self::Response(error) => error.accepted(),
            Self::Decode(error) => error.accepted(),
            Self::Invalid(_)
            | Self::Encode(_)
            | Self::Transport(_)
            | Self::Api(_)
            | Self::Download(_) => false,
        }
    }

    /// Redacts the token's secret in everything that a server, proxy or transport may have
    /// repeated.
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
            Self::Download(error) => Self::Download(Box::new(error.redact(token))),
            other => other,
        }
    }

    /// Returns the variant in one word, for logs.
    pub(crate) fn outcome(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::Encode(_) => "encode",
            Self::Transport(_) => "transport",
            Self::Api(_) => "api",
            Self::Response(_) => "response",
            Self::Decode(_) => "decode",
            Self::Download(_) => "download",
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
    DownloadError => Download(Box::new);
}

#[cfg(test)]
mod tests;
