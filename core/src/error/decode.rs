//! Results that could not be decoded.

use std::fmt;

use bytes::Bytes;

use super::redact::{Redact, any_token, redact_text};
use crate::http::size::Size;

/// The request succeeded, but its `result` could not be decoded as the method's response type.
///
/// Sending the request again would perform it twice. Most likely, Telegram has changed the type, or
/// the method's definition has the wrong response type.
#[derive(Clone)]
pub struct DecodeError {
    method: &'static str,
    path: String,
    problem: String,
    body: Bytes,
}

impl DecodeError {
    pub(crate) fn new(method: &'static str, path: String, problem: String, body: Bytes) -> Self {
        let error = Self {
            method,
            path,
            problem,
            body,
        };
        error.redact(&any_token)
    }

    /// Returns the name of the method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Returns the path of the value that could not be decoded, such as
    /// `result.photos[0][1].width`. For a missing field, it is the path of the object.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns what was found and what was expected. `Display` shortens a long text that it quotes.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// Returns the whole response as received. It may contain user data, so `Debug` and `Display`
    /// omit it.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns whether the server is known to have performed the request: always `true`, because it
    /// sent a result.
    #[must_use]
    pub fn accepted(&self) -> bool {
        true
    }

    /// Redacts what `problem` and `path` may quote from the response, such as a webhook's URL, which
    /// often contains the secret.
    pub(super) fn redact(mut self, redact: Redact<'_>) -> Self {
        redact_text(&mut self.path, redact);
        redact_text(&mut self.problem, redact);
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            method,
            path,
            problem,
            ..
        } = self;
        write!(
            f,
            "`{method}` succeeded, but its result could not be decoded at `{path}`: {}",
            Cut(problem)
        )
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("problem", &Cut(&self.problem))
            .field("body", &Size(self.body.len()))
            .finish()
    }
}

impl std::error::Error for DecodeError {}

/// Displays a long text without its middle: what was expected is at the end. The text is shortened
/// this late because half a secret could not be redacted.
struct Cut<'a>(&'a str);

impl fmt::Display for Cut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const KEPT: usize = 120;
        let boundary = |count| self.0.char_indices().map(|(index, _)| index).nth(count);
        let tail = self.0.chars().count().saturating_sub(KEPT);
        match (boundary(KEPT), boundary(tail)) {
            (Some(head), Some(tail)) if tail > head => {
                let (head, tail) = (self.0.get(..head), self.0.get(tail..));
                write!(
                    f,
                    "{}…{}",
                    head.unwrap_or_default(),
                    tail.unwrap_or_default()
                )
            }
            _ => f.write_str(self.0),
        }
    }
}

impl fmt::Debug for Cut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}
