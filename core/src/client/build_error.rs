//! Errors that can occur when a bot is created.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;

use crate::error::chain::{Causes, chain};
use crate::error::redact::{Redacted, any_token};
use crate::http::server::ServerError;
use crate::http::token::{Token, TokenError};

/// Why a bot could not be created. The text never contains any part of the token.
///
/// `Display` ends with the text of the cause, so [`source`](StdError::source) is always `None`.
#[non_exhaustive]
pub enum BuildError {
    /// The text is not a token.
    Token(TokenError),
    /// The text is not the URL of a server.
    Server(ServerError),
    /// A required environment variable is not set.
    NotSet {
        /// The variable's name.
        name: &'static str,
    },
    /// The value of an environment variable is invalid.
    Variable {
        /// The variable's name.
        name: &'static str,
        /// What is wrong with its value.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// The default HTTP client could not be created.
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    Client(crate::http::transport::ClientError),
    /// The bot has no transport.
    NoTransport,
}

impl BuildError {
    /// Redacts the token's secret in the cause of [`Variable`](Self::Variable), the only one that
    /// the caller can give. One that has it is replaced by its text.
    pub(crate) fn redact(self, token: &Token) -> Self {
        let Self::Variable { name, source } = self else {
            return self;
        };
        let redact = |text: &str| token.redact(text).or_else(|| any_token(text));
        let shows = chain(&*source).any(|error| {
            redact(&error.to_string()).is_some() || redact(&format!("{error:?}")).is_some()
        });
        if !shows {
            return Self::Variable { name, source };
        }
        let text = Causes(&*source).to_string();
        let source = redact(&text).unwrap_or(text).into();
        Self::Variable { name, source }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(error) => error.fmt(f),
            Self::Server(error) => error.fmt(f),
            Self::NotSet { name } => write!(f, "the environment variable `{name}` is not set"),
            Self::Variable { name, source } => write!(
                f,
                "the environment variable `{name}` cannot be used: {}",
                Causes(&**source)
            ),
            #[cfg(feature = "reqwest")]
            Self::Client(error) => Causes(error).fmt(f),
            Self::NoTransport => f.write_str(
                "the bot has no transport: enable the feature `reqwest`, or give one with `BotBuilder::transport`",
            ),
        }
    }
}

/// What looks like a token in a cause is redacted.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(error) => f.debug_tuple("Token").field(error).finish(),
            Self::Server(error) => f.debug_tuple("Server").field(error).finish(),
            Self::NotSet { name } => f.debug_struct("NotSet").field("name", name).finish(),
            Self::Variable { name, source } => f
                .debug_struct("Variable")
                .field("name", name)
                .field("source", &Redacted(source))
                .finish(),
            #[cfg(feature = "reqwest")]
            Self::Client(error) => f.debug_tuple("Client").field(&Redacted(error)).finish(),
            Self::NoTransport => f.write_str("NoTransport"),
        }
    }
}

impl StdError for BuildError {}

impl From<TokenError> for BuildError {
    fn from(error: TokenError) -> Self {
        Self::Token(error)
    }
}

impl From<ServerError> for BuildError {
    fn from(error: ServerError) -> Self {
        Self::Server(error)
    }
}

#[cfg(feature = "reqwest")]
#[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
impl From<crate::http::transport::ClientError> for BuildError {
    fn from(error: crate::http::transport::ClientError) -> Self {
        Self::Client(error)
    }
}

/// A [`Token`](crate::Token) needs no conversion, so this never happens.
impl From<Infallible> for BuildError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}
