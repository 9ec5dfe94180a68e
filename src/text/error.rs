//! Why a marked-up text is refused.

use std::borrow::Cow;
use std::fmt;

/// A text that the Bot API would refuse to parse.
///
/// It is displayed as the server words it, without the prefix `Bad Request: can't parse entities: `.
///
/// ```
/// let error = telegrammar::text::parse_html("<b>bold").unwrap_err();
/// assert_eq!(error.to_string(), r#"Can't find end tag corresponding to start tag "b""#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    message: Cow<'static, str>,
    offset: Option<usize>,
}

impl ParseError {
    /// An error without an offset.
    pub(super) const fn new(message: &'static str) -> Self {
        Self {
            message: Cow::Borrowed(message),
            offset: None,
        }
    }

    /// An error with a generated message, without an offset.
    pub(super) const fn generated(message: String) -> Self {
        Self {
            message: Cow::Owned(message),
            offset: None,
        }
    }

    /// An error at a byte of the text; `message` ends before the offset, and `rest` follows it.
    pub(super) fn at(message: &str, offset: usize, rest: &str) -> Self {
        Self {
            message: Cow::Owned(format!("{message} at byte offset {offset}{rest}")),
            offset: Some(offset),
        }
    }

    /// Returns the byte offset that the message names, if it names one.
    ///
    /// It counts bytes of UTF-8 from the start of the marked-up text.
    #[must_use]
    pub const fn offset(&self) -> Option<usize> {
        self.offset
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ParseError {}
