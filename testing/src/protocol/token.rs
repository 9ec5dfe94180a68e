//! Validation of tokens as on the server.

use crate::protocol::envelope::Answer;

const LONGEST: usize = 80;
const SHORTEST_SECRET: usize = 24;
/// Ids are below this: 2^54.
const ID_LIMIT: i64 = 1 << 54;

/// Why a token is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is malformed.
    Invalid,
    /// Its id is not a number, so this server does not serve it.
    Unallowed,
    /// No bot has it.
    Unauthorized,
}

impl Refusal {
    pub(crate) fn answer(self) -> Answer {
        match self {
            Self::Invalid => Answer::error(401, "Unauthorized: invalid token specified"),
            Self::Unallowed => Answer::error(421, "Misdirected Request: unallowed token specified"),
            Self::Unauthorized => Answer::error(401, "Unauthorized"),
        }
    }
}

/// Returns the bot's id in a well-formed token. The checks are in the server's own order, which
/// decides the error for a token with several faults.
pub(crate) fn bot_id(token: &str) -> Result<i64, Refusal> {
    if token.starts_with('0') || token.len() > LONGEST {
        return Err(Refusal::Invalid);
    }
    let (id, secret) = token.split_once(':').ok_or(Refusal::Invalid)?;
    let number: i64 = id.parse().map_err(|_| Refusal::Unallowed)?;
    if number.to_string() != id {
        return Err(Refusal::Unallowed);
    }
    if !(1..ID_LIMIT).contains(&number) {
        return Err(Refusal::Invalid);
    }
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if secret.len() < SHORTEST_SECRET || !secret.bytes().all(base64url) {
        return Err(Refusal::Unauthorized);
    }
    Ok(number)
}

/// Rejects every token that no bot has.
pub(crate) fn check(token: &str, is_known: impl Fn(&str) -> bool) -> Result<(), Refusal> {
    bot_id(token)?;
    if is_known(token) {
        Ok(())
    } else {
        Err(Refusal::Unauthorized)
    }
}
