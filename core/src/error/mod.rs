//! Errors of calls. Here: the errors that a call returns, and repairs. Not here: how they arise;
//! errors of validation, encoding and uploads are re-exported from their modules.

mod api;
pub(crate) mod chain;
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

use std::time::Duration;

use crate::http::token::Token;

/// Error returned by a call.
///
/// `Display` says what is wrong including the cause, in one sentence. Texts that are part of it are
/// not in the chain of [sources](std::error::Error::source) again.
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
    /// The bot could not be created, so there was no call. It is here for functions that create a
    /// bot and call methods with `?`.
    #[error(transparent)]
    Build(Box<BuildError>),
}

impl Error {
    /// Returns the name of the method: `getFile` for a download, empty for [`Build`](Self::Build).
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self {
            Self::Build(_) => "",
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
            Self::Invalid(_) | Self::Encode(_) | Self::Build(_) => Delivery::NotSent,
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
            | Self::Build(_)
            | Self::Download(_) => false,
        }
    }

    /// Returns whether the same request may succeed later: flood control rejected it, the server
    /// or a proxy in front of it had an internal error (5xx), or there was no connection or no
    /// complete response.
    ///
    /// It does not tell whether a retry is safe: see [`delivery`](Self::delivery). `false` if a file
    /// to upload could not be read, and if the server is known to have performed the request.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Api(error) => error.is_transient(),
            Self::Response(error) => error.is_transient(),
            Self::Transport(error) => error.is_transient(),
            Self::Download(error) => error.is_transient(),
            Self::Invalid(_) | Self::Encode(_) | Self::Decode(_) | Self::Build(_) => false,
        }
    }

    /// Returns whether sending to the chat again is pointless, because it does not exist any more or
    /// the bot cannot reach it. See [`ApiErrorKind::is_recipient_gone`].
    #[must_use]
    pub fn is_recipient_gone(&self) -> bool {
        self.api().is_some_and(ApiError::is_recipient_gone)
    }

    /// Returns how long to wait before sending the request again, if flood control rejected it, or a
    /// server or proxy asks for it in the header `Retry-After`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Api(error) => error.retry_after,
            Self::Response(error) => error.retry_after(),
            _ => None,
        }
    }

    /// Returns the id of the supergroup that the group was migrated to, if that caused the error.
    #[must_use]
    pub fn migrate_to_chat_id(&self) -> Option<i64> {
        self.api()?.migrate_to_chat_id
    }

    fn api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// Redacts the token's secret in everything that the caller may have passed, or that a server,
    /// proxy or transport may have repeated.
    pub(crate) fn redact(self, token: &Token) -> Self {
        let redact = |text: &str| token.redact(text);
        match self {
            Self::Invalid(error) => Self::Invalid(error.redact(&redact)),
            Self::Encode(error) => Self::Encode(Box::new(error.redact(&redact))),
            Self::Transport(error) => Self::Transport(error.redact(token)),
            Self::Api(error) => Self::Api(Box::new(error.redact(&redact))),
            // Nothing of it but the body is a text from elsewhere, and that is not displayed.
            Self::Response(error) => Self::Response(error),
            Self::Decode(error) => Self::Decode(Box::new(error.redact(&redact))),
            Self::Download(error) => Self::Download(Box::new(error.redact(token))),
            Self::Build(error) => Self::Build(Box::new(error.redact(token))),
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
            Self::Build(_) => "build",
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
    BuildError => Build(Box::new);
    DownloadError => Download(Box::new);
}

#[cfg(test)]
mod tests;
