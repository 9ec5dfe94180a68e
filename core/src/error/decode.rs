//! A result of another shape than expected.

use std::fmt;

use bytes::Bytes;

use crate::http::request::Size;
use crate::http::token::Token;

/// The server carried a call out, but its `result` does not fit the method's response type.
///
/// To send the call again would carry it out twice. Most likely Telegram has changed the type, or
/// the method's definition names the wrong one.
#[derive(Clone)]
pub struct DecodeError {
    method: &'static str,
    path: String,
    problem: String,
    body: Bytes,
}

impl DecodeError {
    pub(crate) fn new(method: &'static str, path: String, problem: String, body: Bytes) -> Self {
        Self {
            method,
            path,
            problem,
            body,
        }
    }

    /// The method that was called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Where in the answer the value is that does not fit, such as `result.photos[0][1].width`.
    /// For a member that is missing it is the object that lacks it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was found there and what was expected. A long text that it quotes is cut in `Display`.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// The whole answer as it was received. It holds what people write, so it is not shown by
    /// `Debug` and `Display`.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Whether the server carried the call out: always, because it answered with a result.
    #[must_use]
    pub fn accepted(&self) -> bool {
        true
    }

    /// A text out of the answer, which `problem` and `path` may quote, can hold the secret: a
    /// webhook's URL often does.
    pub(super) fn redact(mut self, token: &Token) -> Self {
        for text in [&mut self.path, &mut self.problem] {
            if let Some(redacted) = token.redact(text) {
                *text = redacted;
            }
        }
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
            "`{method}` was carried out, but `{path}` of its answer does not fit: {}",
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

/// A text without its middle if that is long: what was expected stands at the end. It is cut as
/// late as here because half a secret could not be redacted.
struct Cut<'a>(&'a str);

impl fmt::Display for Cut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const KEPT: usize = 120;
        let place = |count| self.0.char_indices().map(|(index, _)| index).nth(count);
        let tail = self.0.chars().count().saturating_sub(KEPT);
        match (place(KEPT), place(tail)) {
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
