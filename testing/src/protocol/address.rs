//! The path of a request: `/bot<TOKEN>/<METHOD>` or `/bot<TOKEN>/test/<METHOD>`.

use super::encoding::percent_decoded;

/// The parts of a request's path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) token: String,
    pub(crate) test: bool,
    /// As sent; empty if the method is one of the parameters.
    pub(crate) method: String,
}

impl Address {
    /// Returns `None` if the path is not that of a Bot API request.
    pub(crate) fn of(path: &str) -> Option<Self> {
        // Decoded before it is split, as the server does: an escaped slash is a separator too.
        let path = percent_decoded(path.as_bytes());
        let (token, rest) = path.strip_prefix("/bot")?.split_once('/')?;
        let (test, method) = match rest.strip_prefix("test") {
            // A path that begins with `test` refers to the environment; no method begins with it.
            Some(rest) => (true, rest.strip_prefix('/')?),
            None => (false, rest),
        };
        Some(Self {
            token: token.to_owned(),
            test,
            method: method.to_owned(),
        })
    }
}
