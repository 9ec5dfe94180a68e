//! The token of a bot: a public id and a secret.

mod custom;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use zeroize::Zeroizing;

use self::custom::Spellings;

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
/// For a server that is not Telegram's and has tokens of another form, see
/// [`custom`](Self::custom).
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::Token;
///
/// let token: Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11".parse()?;
/// assert_eq!(token.bot_id(), Some(123_456));
/// assert_eq!(token.to_string(), "123456:***");
/// # Ok::<(), telegrammar::error::TokenError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Arc<Content>);

#[derive(PartialEq, Eq)]
struct Content {
    text: Zeroizing<String>,
    form: Form,
}

#[derive(PartialEq, Eq)]
enum Form {
    /// The id of the bot, a colon and a secret.
    Telegram { bot_id: u64 },
    /// A text of another server, all of which is secret.
    Custom(Spellings),
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
    /// A [custom](Token::custom) token has white space or a control character.
    #[error("the token has white space or a control character")]
    Invisible,
}

impl Token {
    /// Creates a token of a server that speaks the Bot API and issues tokens of a form of its own,
    /// such as a server of another messenger. Any text is accepted that has neither white space nor
    /// control characters. It is percent-encoded in URLs where a path requires it.
    ///
    /// The whole text is secret: `Debug` and `Display` show only `***`, and there is no
    /// [`bot_id`](Self::bot_id). The text is redacted wherever a server repeats it, if it has at
    /// least 8 characters. A shorter one, which could be a word of any text, is redacted only
    /// between `/bot` and `/`.
    ///
    /// ```
    /// # use telegrammar_core as telegrammar;
    /// use telegrammar::{Bot, Token};
    ///
    /// # #[cfg(feature = "reqwest")] {
    /// let token = Token::custom("001.0123456789.0123456789:1000000001")?;
    /// assert_eq!(token.to_string(), "***");
    /// let bot = Bot::builder(token).server("https://api.example.org".parse()?).build()?;
    /// # }
    /// # Ok::<(), telegrammar::error::BuildError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The text is empty, is a URL, or has white space or a control character.
    pub fn custom(text: impl Into<String>) -> Result<Self, TokenError> {
        let text = Zeroizing::new(text.into());
        if text.is_empty() {
            return Err(TokenError::Empty);
        }
        if text.trim() != text.as_str() {
            return Err(TokenError::Whitespace);
        }
        if text.contains("://") {
            return Err(TokenError::Url);
        }
        if text.contains(|it: char| it.is_whitespace() || it.is_control()) {
            return Err(TokenError::Invisible);
        }
        let form = Form::Custom(Spellings::new(&text));
        Ok(Self(Arc::new(Content { text, form })))
    }

    /// Returns the bot's user id, which is the part of the token before the colon; `None` for a
    /// [custom](Self::custom) token.
    #[must_use]
    pub fn bot_id(&self) -> Option<u64> {
        match self.0.form {
            Form::Telegram { bot_id } => Some(bot_id),
            Form::Custom(_) => None,
        }
    }

    /// Returns the whole token with its secret.
    ///
    /// Whoever has it controls the bot. Use it in the URL of a request only, not in logs, errors or
    /// messages. This is the only way to read the secret.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0.text
    }

    /// Returns the token as it stands in the path of a URL, behind `bot`.
    pub(crate) fn in_path(&self) -> &str {
        match &self.0.form {
            Form::Telegram { .. } => &self.0.text,
            Form::Custom(spellings) => &spellings.path,
        }
    }

    /// Returns whether a URL has the token in another spelling than its own.
    #[cfg(feature = "reqwest")]
    pub(crate) fn is_encoded(&self) -> bool {
        self.in_path().len() != self.0.text.len()
    }

    /// Returns `text` with every occurrence of the secret redacted; `None` if it has none.
    pub(crate) fn redact(&self, text: &str) -> Option<String> {
        match &self.0.form {
            Form::Telegram { .. } => {
                let (_, secret) = self.0.text.split_once(':')?;
                text.contains(secret).then(|| text.replace(secret, "***"))
            }
            Form::Custom(spellings) => spellings.redact(text),
        }
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
        let form = Form::Telegram { bot_id };
        Ok(Self(Arc::new(Content { text, form })))
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
        match self.bot_id() {
            Some(bot_id) => write!(f, "{bot_id}:***"),
            None => f.write_str("***"),
        }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({self})")
    }
}

#[cfg(test)]
mod tests;
