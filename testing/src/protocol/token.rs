//! Validation of tokens as on the server.

use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;

const LONGEST: usize = 80;
const SHORTEST_SECRET: usize = 24;
/// Ids are below this: 2^54.
const ID_LIMIT: i64 = 1 << 54;

/// Why a token is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rejection {
    /// It is malformed.
    Invalid,
    /// Its id is not a number, so this server does not serve it.
    Unallowed,
    /// No bot has it.
    Unauthorized,
}

impl Rejection {
    pub(crate) fn answer(self) -> Answer {
        match self {
            Self::Invalid => Answer::error(401, "Unauthorized: invalid token specified"),
            Self::Unallowed => Answer::error(421, "Misdirected Request: unallowed token specified"),
            Self::Unauthorized => Refusal::Unauthorized.answer(),
        }
    }
}

/// Returns the bot's id in a well-formed token. The checks are in the server's own order, which
/// decides the error for a token with several faults.
pub(crate) fn bot_id(token: &str) -> Result<i64, Rejection> {
    if token.starts_with('0') || token.len() > LONGEST {
        return Err(Rejection::Invalid);
    }
    let (id, secret) = token.split_once(':').ok_or(Rejection::Invalid)?;
    let number: i64 = id.parse().map_err(|_| Rejection::Unallowed)?;
    if number.to_string() != id {
        return Err(Rejection::Unallowed);
    }
    if !(1..ID_LIMIT).contains(&number) {
        return Err(Rejection::Invalid);
    }
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if secret.len() < SHORTEST_SECRET || !secret.bytes().all(base64url) {
        return Err(Rejection::Unauthorized);
    }
    Ok(number)
}

/// Rejects every token that no bot has.
pub(crate) fn check(token: &str, is_known: impl Fn(&str) -> bool) -> Result<(), Rejection> {
    bot_id(token)?;
    if is_known(token) {
        Ok(())
    } else {
        Err(Rejection::Unauthorized)
    }
}
