//! Why data of a Mini App is refused.

use std::error::Error;
use std::fmt;

/// Why data of a Mini App is refused. It never contains any part of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InitDataError {
    /// The text is not what Telegram passes to a Mini App.
    Malformed {
        /// What is wrong, as a sentence without any part of the data.
        problem: &'static str,
    },
    /// A field is missing that every Mini App gets: `hash`, `signature` or `auth_date`.
    Missing {
        /// The name of the field.
        field: &'static str,
    },
    /// The hash is not that of the data and the token: the data was changed, or is of another bot.
    WrongHash,
    /// The signature is not that of the data and the bot: the data was changed, or is of another
    /// bot or environment.
    WrongSignature,
    /// The data is genuine, but older than the maximum age.
    Expired,
    /// The data is genuine, but its `auth_date` is in the future. The clock of this computer is
    /// probably wrong.
    FromFuture,
}

impl InitDataError {
    pub(super) const fn malformed(problem: &'static str) -> Self {
        Self::Malformed { problem }
    }
}

impl fmt::Display for InitDataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed { problem } => {
                write!(f, "the data of the Mini App is malformed: {problem}")
            }
            Self::Missing { field } => write!(f, "the data of the Mini App has no `{field}`"),
            Self::WrongHash => f.write_str("the data of the Mini App has a wrong `hash`"),
            Self::WrongSignature => f.write_str("the data of the Mini App has a wrong `signature`"),
            Self::Expired => f.write_str("the data of the Mini App is older than the maximum age"),
            Self::FromFuture => {
                f.write_str("the `auth_date` of the Mini App's data is in the future")
            }
        }
    }
}

impl Error for InitDataError {}
