//! Errors that can occur when a bot is created.

use std::convert::Infallible;
use std::error::Error as StdError;

use crate::http::server::ServerError;
use crate::http::token::TokenError;

/// Why a bot could not be created. The text never contains any part of the token.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The text is not a token.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The text is not the URL of a server.
    #[error(transparent)]
    Server(#[from] ServerError),
    /// A required environment variable is not set.
    #[error("the environment variable `{name}` is not set")]
    NotSet {
        /// The variable's name.
        name: &'static str,
    },
    /// The value of an environment variable is invalid.
    #[error("the environment variable `{name}` cannot be used")]
    Variable {
        /// The variable's name.
        name: &'static str,
        /// What is wrong with its value.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// The default HTTP client could not be created.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    #[error(transparent)]
    Client(#[from] crate::http::transport::ClientError),
    /// The bot has no transport.
    #[error(
        "the bot has no transport: enable the feature `reqwest`, or give one with `BotBuilder::transport`"
    )]
    NoTransport,
}

/// A [`Token`](crate::Token) needs no conversion, so this never happens.
impl From<Infallible> for BuildError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}
