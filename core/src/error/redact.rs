//! Redacts a bot's token in the texts of errors, and what looks like a token where the token itself
//! is not known.

use std::{fmt, io};

/// Returns a text without the secret; `None` if it has none. Either
/// `Token::redact` or `any_token`.
pub(crate) type Redact<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Returns a text without what looks like a token; `None` if nothing does.
pub(crate) fn any_token(text: &str) -> Option<String> {
    let redacted = redact_tokens(text.to_owned());
    (redacted != text).then_some(redacted)
}

/// Displays the `Debug` output of a value without what looks like a token.
pub(crate) struct Redacted<'a>(pub(crate) &'a dyn fmt::Debug);

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&redact_tokens(format!("{:?}", self.0)))
    }
}

pub(crate) fn redact_text(text: &mut String, redact: Redact<'_>) {
    if let Some(redacted) = redact(text) {
        *text = redacted;
    }
}

/// Replaces an error by one of the same kind if its text or `Debug` output has a secret.
pub(crate) fn redact_io(error: io::Error, redact: Redact<'_>) -> io::Error {
    let text = error.to_string();
    if redact(&text).is_none() && redact(&format!("{error:?}")).is_none() {
        return error;
    }
    let text = redact(&text).unwrap_or(text);
    io::Error::new(error.kind(), text)
}

/// The shortest secret that a token can have.
const SHORTEST_SECRET: usize = 24;

/// Replaces the secret of everything in the text that looks like a token: digits, a colon, and 24 or
/// more letters, digits, `_` and `-`.
///
/// Texts from a server are quoted in errors and paths, and may be logged where no bot is known, or
/// cut before the bot's own token is searched for.
pub(crate) fn redact_tokens(text: String) -> String {
    if !text.contains(':') {
        return text;
    }
    let mut redacted = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(colon) = rest.find(':') {
        let (head, tail) = rest.split_at(colon + 1);
        redacted.push_str(head);
        let is_id = head
            .trim_end_matches(':')
            .ends_with(|it: char| it.is_ascii_digit());
        let secret = secret_len(tail);
        if is_id && secret >= SHORTEST_SECRET {
            redacted.push_str("***");
            rest = tail.get(secret..).unwrap_or_default();
        } else {
            rest = tail;
        }
    }
    redacted.push_str(rest);
    redacted
}

/// Where a text can be cut behind so many characters, without cutting what may be a secret.
pub(crate) fn cut_at(text: &str, characters: usize) -> Option<usize> {
    let (end, _) = text.char_indices().nth(characters)?;
    let head = text.get(..end).unwrap_or_default();
    let start = head.trim_end_matches(is_secret).len();
    let run = (end - start) + secret_len(text.get(end..).unwrap_or_default());
    Some(if run >= SHORTEST_SECRET { start } else { end })
}

fn secret_len(text: &str) -> usize {
    text.find(|it| !is_secret(it)).unwrap_or(text.len())
}

fn is_secret(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_' || character == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "AAFakeTokenOfNoBotFakeTokenOfNoBot0";

    #[test]
    fn tokens_are_redacted_and_nothing_else() {
        for (text, redacted) in [
            (format!("/bot12:{SECRET}/getMe"), "/bot12:***/getMe"),
            ("a: b, 12:34".to_owned(), "a: b, 12:34"),
            ("::é:".to_owned(), "::é:"),
            (String::new(), ""),
        ] {
            assert_eq!(redact_tokens(text), redacted);
        }
    }

    #[test]
    fn a_text_is_cut_before_a_secret() {
        let text = format!("https://api.telegram.org/bot12:{SECRET}/x");
        for characters in 0..text.len() {
            let cut = cut_at(&text, characters).and_then(|end| text.get(..end));
            let cut = redact_tokens(cut.expect("a cut").to_owned());
            assert!(!cut.contains("AAFake"), "{cut}");
        }
        assert_eq!(cut_at("é日本語", 2), Some(5));
        assert_eq!(cut_at("short", 9), None);
    }
}
