//! The secret that proves that a request came from the server.

use std::fmt;

/// The longest secret that the server accepts, in characters.
const LONGEST: usize = 256;

/// The secret of a webhook: 1 to 256 characters of `A-Z`, `a-z`, `0-9`, `_` and `-`.
///
/// The server sends it with each request. Whoever knows it can send updates to the bot, so `Debug`
/// hides it, and it is compared in constant time.
///
/// ```
/// use telegrammar::webhook::Secret;
///
/// let secret = Secret::new("kept-in-the-settings")?;
/// assert_eq!(format!("{secret:?}"), "Secret(***)");
/// # Ok::<(), telegrammar::webhook::SecretError>(())
/// ```
#[derive(Clone)]
pub struct Secret(Box<str>);

/// Why a text is not a secret of a webhook. It never contains any part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecretError {
    /// The text is empty.
    Empty,
    /// The text is longer than 256 characters.
    TooLong,
    /// The text has a character other than `A-Z`, `a-z`, `0-9`, `_` and `-`.
    Character,
}

impl Secret {
    /// Creates a secret from a text.
    ///
    /// # Errors
    ///
    /// The text is empty, has more than 256 characters, or one that the server does not accept.
    pub fn new(text: impl Into<String>) -> Result<Self, SecretError> {
        let text = text.into();
        let is_accepted = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
        if text.is_empty() {
            Err(SecretError::Empty)
        } else if !text.bytes().all(is_accepted) {
            Err(SecretError::Character)
        } else if text.len() > LONGEST {
            Err(SecretError::TooLong)
        } else {
            Ok(Self(text.into_boxed_str()))
        }
    }

    /// Creates the secret that belongs to a token: the same in every process, so that nothing has
    /// to be stored. The token cannot be computed from it.
    ///
    /// It is the HMAC-SHA-256 of the text `telegrammar webhook secret` with the token as its key,
    /// as 64 hexadecimal digits. A new token of the bot has another secret, so call `setWebhook`
    /// again.
    ///
    /// ```
    /// use telegrammar::Token;
    /// use telegrammar::webhook::Secret;
    ///
    /// let token: Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11".parse()?;
    /// assert_eq!(Secret::derived(&token).expose().len(), 64);
    /// # Ok::<(), telegrammar::error::TokenError>(())
    /// ```
    #[cfg(feature = "ring")]
    #[cfg_attr(docsrs, doc(cfg(feature = "ring")))]
    #[must_use]
    pub fn derived(token: &crate::Token) -> Self {
        use std::fmt::Write;

        use ring::hmac::{HMAC_SHA256, Key, sign};

        let key = Key::new(HMAC_SHA256, token.expose().as_bytes());
        let tag = sign(&key, b"telegrammar webhook secret");
        let mut text = String::with_capacity(64);
        for byte in tag.as_ref() {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text.into_boxed_str())
    }

    /// Returns the secret as text, for
    /// [`SetWebhook::secret_token`](crate::methods::SetWebhook::secret_token).
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Secret {
    type Error = SecretError;

    fn try_from(text: String) -> Result<Self, SecretError> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Secret {
    type Error = SecretError;

    fn try_from(text: &str) -> Result<Self, SecretError> {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl fmt::Display for SecretError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the secret of a webhook is empty",
            Self::TooLong => "the secret of a webhook has more than 256 characters",
            Self::Character => {
                "the secret of a webhook has a character other than `A-Z`, `a-z`, `0-9`, `_` and `-`"
            }
        })
    }
}

impl std::error::Error for SecretError {}
