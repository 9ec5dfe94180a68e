//! The texts of an error and of its sources.

use std::error::Error as StdError;
use std::fmt;

use super::redact::redact_tokens;

/// Returns the error, its source, the source of that, and so on.
pub(crate) fn chain<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}

/// Returns the innermost source of an error.
#[cfg(feature = "reqwest")]
pub(crate) fn root<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    chain(error).last().unwrap_or(error)
}

/// Displays an error and its sources, without what looks like a token. A source whose text is a part
/// of the one before is omitted.
pub(crate) struct Causes<'a>(pub(crate) &'a (dyn StdError + 'static));

impl fmt::Display for Causes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = String::new();
        for text in chain(self.0).map(ToString::to_string) {
            if shown.is_empty() {
                shown = text;
            } else if !shown.contains(&text) {
                shown.push_str(": ");
                shown.push_str(&text);
            }
        }
        f.write_str(&redact_tokens(shown))
    }
}
