//! What the server accepts as a token.

use super::answer::Answer;

const LONGEST: usize = 80;
const SHORTEST_SECRET: usize = 24;
/// Ids are below this: 2^54.
const ID_LIMIT: i64 = 1 << 54;

/// Why a token is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It cannot be a token.
    Invalid,
    /// Its id is not a number, so this server is not responsible for it.
    Unallowed,
    /// No bot has it.
    Unauthorized,
}

impl Refusal {
    pub(super) fn answer(self) -> Answer {
        match self {
            Self::Invalid => Answer::error(401, "Unauthorized: invalid token specified"),
            Self::Unallowed => Answer::error(421, "Misdirected Request: unallowed token specified"),
            Self::Unauthorized => Answer::error(401, "Unauthorized"),
        }
    }
}

/// The bot's id in a token of good form. The checks stand in the server's own order, because that
/// decides which refusal a token with several faults gets.
pub(super) fn bot_id(token: &str) -> Result<i64, Refusal> {
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

/// Refuses every token but the accepted one.
pub(super) fn check(token: &str, accepted: &str) -> Result<(), Refusal> {
    bot_id(token)?;
    if token == accepted {
        Ok(())
    } else {
        Err(Refusal::Unauthorized)
    }
}
