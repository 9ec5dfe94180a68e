//! The token of a bot: a public id and a secret.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use zeroize::Zeroizing;

/// The server's upper bound of ids: 2^54, exclusive.
const ID_LIMIT: u64 = 1 << 54;
const SHORTEST_SECRET: usize = 24;
const LONGEST_TOKEN: usize = 80;

/// The token that [@BotFather](https://t.me/BotFather) issues for a bot, such as
/// `123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11`.
///
/// A token is validated when it is created, so that a typing mistake is found before any call.
/// `Debug` and `Display` show the bot's id and hide the secret. Clones share one copy in memory,
/// which is wiped when the last of them is dropped.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::Token;
///
/// let token: Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11".parse()?;
/// assert_eq!(token.bot_id(), 123_456);
/// assert_eq!(token.to_string(), "123456:***");
/// # Ok::<(), telegrammar::error::TokenError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    text: Arc<Zeroizing<String>>,
    bot_id: u64,
}

/// Why a text is not a token. It never contains any part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TokenError {
    /// The text is empty.
    #[error("the token is empty")]
    Empty,
    /// The text begins or ends with white space, as the content of a file does.
    #[error("the token has white space around it")]
    Whitespace,
    /// The text is a URL.
    #[error("the token is a URL; pass only the part between `/bot` and the next `/`")]
    Url,
    /// The text begins with `bot`, as the path segment of a URL does.
    #[error("the token begins with `bot`, which belongs to the URL; leave it out")]
    BotPrefix,
    /// The text is longer than any token.
    #[error("the token is longer than {LONGEST_TOKEN} characters")]
    TooLong,
    /// No `:` separates id and secret.
    #[error("the token has no `:` between the bot's id and the secret")]
    NoColon,
    /// The part before the colon is not a bot's id.
    #[error(
        "the part of the token before `:` is not a bot's id: a positive integer below 2^54 without leading zeros"
    )]
    Id,
    /// The part after the colon is too short: the token was probably truncated.
    #[error("the part of the token after `:` is shorter than {SHORTEST_SECRET} characters")]
    ShortSecret,
    /// The part after the colon has a character that tokens do not have.
    #[error(
        "the part of the token after `:` has a character other than `A-Z`, `a-z`, `0-9`, `_` and `-`"
    )]
    SecretCharacter,
}

impl Token {
    /// Returns the bot's user id, which is the part of the token before the colon.
    #[must_use]
    pub fn bot_id(&self) -> u64 {
        self.bot_id
    }

    /// Returns the whole token with its secret.
    ///
    /// Whoever has it controls the bot. Use it in the URL of a request only, not in logs, errors or
    /// messages. This is the only way to read the secret.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// Returns the part after the colon.
    pub(crate) fn secret(&self) -> &str {
        self.text.split_once(':').map_or("", |(_, secret)| secret)
    }

    /// Returns `text` with every occurrence of the secret redacted; `None` if it has none.
    pub(crate) fn redact(&self, text: &str) -> Option<String> {
        text.contains(self.secret())
            .then(|| text.replace(self.secret(), "***"))
    }

    fn check(text: &str) -> Result<u64, TokenError> {
        if text.is_empty() {
            return Err(TokenError::Empty);
        }
        if text.trim() != text {
            return Err(TokenError::Whitespace);
        }
        if text.contains("://") {
            return Err(TokenError::Url);
        }
        if text
            .trim_start_matches('/')
            .get(..3)
            .is_some_and(|prefix| prefix.eq_ignore_ascii_case("bot"))
        {
            return Err(TokenError::BotPrefix);
        }
        if text.len() > LONGEST_TOKEN {
            return Err(TokenError::TooLong);
        }
        let (id, secret) = text.split_once(':').ok_or(TokenError::NoColon)?;
        let bot_id = Self::check_id(id).ok_or(TokenError::Id)?;
        if !secret
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        {
            return Err(TokenError::SecretCharacter);
        }
        if secret.len() < SHORTEST_SECRET {
            return Err(TokenError::ShortSecret);
        }
        Ok(bot_id)
    }

    fn check_id(id: &str) -> Option<u64> {
        // `u64::from_str` alone accepts a plus sign.
        if id.starts_with('0') || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        id.parse().ok().filter(|id| *id < ID_LIMIT)
    }
}

impl TryFrom<String> for Token {
    type Error = TokenError;

    /// Takes ownership of the text, and wipes it if it is not a token.
    fn try_from(text: String) -> Result<Self, TokenError> {
        let text = Zeroizing::new(text);
        let bot_id = Self::check(&text)?;
        Ok(Self {
            text: Arc::new(text),
            bot_id,
        })
    }
}

impl TryFrom<&str> for Token {
    type Error = TokenError;

    fn try_from(text: &str) -> Result<Self, TokenError> {
        text.to_owned().try_into()
    }
}

impl TryFrom<&String> for Token {
    type Error = TokenError;

    fn try_from(text: &String) -> Result<Self, TokenError> {
        text.clone().try_into()
    }
}

impl FromStr for Token {
    type Err = TokenError;

    fn from_str(text: &str) -> Result<Self, TokenError> {
        text.try_into()
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:***", self.bot_id)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({self})")
    }
}

#[cfg(test)]
mod tests;
