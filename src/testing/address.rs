//! The path of a call: `/bot<TOKEN>/<METHOD>` or `/bot<TOKEN>/test/<METHOD>`.

use super::parameters::percent_decoded;

/// What the path of a call says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) token: String,
    pub(super) test: bool,
    /// As written; empty where the method is to be found among the parameters.
    pub(super) method: String,
}

impl Address {
    /// `None` if the path is not that of a call.
    pub(super) fn of(path: &str) -> Option<Self> {
        // Decoded before it is split, as the server does: an escaped slash separates too.
        let path = percent_decoded(path.as_bytes(), false);
        let (token, rest) = path.strip_prefix("/bot")?.split_once('/')?;
        let (test, method) = match rest.strip_prefix("test") {
            // Whatever begins with `test` must be the environment; no method begins so.
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
