//! Why a bot could not be made.

use std::convert::Infallible;
use std::error::Error as StdError;

use crate::http::server::ServerError;
use crate::http::token::TokenError;

/// Why a bot could not be made. It never repeats any part of the token.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The text is not a token.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The text is not the URL of a server.
    #[error(transparent)]
    Server(#[from] ServerError),
    /// An environment variable is needed, but not set.
    #[error("the environment variable `{name}` is not set")]
    NotSet {
        /// The variable.
        name: &'static str,
    },
    /// An environment variable does not hold what it should.
    #[error("the environment variable `{name}` cannot be used")]
    Variable {
        /// The variable.
        name: &'static str,
        /// What is wrong with its value.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// The default HTTP client could not be made.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    #[error(transparent)]
    Client(#[from] crate::http::transport::ClientError),
    /// There is nothing that could send a call.
    #[error(
        "the bot has no transport: enable the feature `reqwest`, or give one with `BotBuilder::transport`"
    )]
    NoTransport,
}

/// A [`Token`](crate::Token) is one already.
impl From<Infallible> for BuildError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}
