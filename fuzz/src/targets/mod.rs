//! A file for each target: how its input is created, and what must hold of what becomes of it.

pub(crate) mod decoder;
pub(crate) mod definitions;
pub(crate) mod envelope;
pub(crate) mod failing;
pub(crate) mod forms;
mod own_types;
pub(crate) mod text;
pub(crate) mod updates;

use crate::random::Source;

/// Splits an input at the end of its first line.
fn first_line(input: &[u8]) -> (&[u8], &[u8]) {
    match input.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&input[..end], &input[end + 1..]),
        None => (input, b""),
    }
}

/// Joins a first line and what follows it.
fn with_first_line(line: &str, rest: &[u8]) -> Vec<u8> {
    [line.as_bytes(), b"\n", rest].concat()
}

/// A number that depends on a line, for input that does not say what it is.
fn number_of(line: &[u8], below: usize) -> usize {
    let number = line.iter().fold(0_usize, |number, byte| {
        number.wrapping_mul(31).wrapping_add(usize::from(*byte))
    });
    number % below
}

/// Returns the first text that looks like the secret of a token.
fn secret(text: &str) -> Option<&str> {
    let is_secret = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == '-';
    text.match_indices(':').find_map(|(at, _)| {
        let before = text[..at].chars().next_back()?;
        let rest = &text[at + 1..];
        let secret = &rest[..rest.find(|it| !is_secret(it)).unwrap_or(rest.len())];
        (before.is_ascii_digit() && secret.len() >= 24).then_some(secret)
    })
}

/// Panics if the text of an error contains what looks like a token.
fn has_no_token(text: &str) {
    assert!(secret(text).is_none(), "an error contains a token: {text}");
}

/// The offset of an error of `serde_json`.
fn offset(error: &serde_json::Error, text: &[u8]) -> usize {
    let lines = text.split(|byte| *byte == b'\n');
    let before = lines.take(error.line().saturating_sub(1));
    before.map(|line| line.len() + 1).sum::<usize>() + error.column()
}

/// Whether a text that `serde_json` refuses may be taken for truncated or for none, as `is_end` says.
fn can_be(is_end: bool, error: &serde_json::Error, text: &[u8]) -> bool {
    match (is_end, error.is_eof()) {
        // It takes a number that lacks digits for a wrong one, wherever it ends.
        (true, false) => offset(error, text) >= text.len(),
        // It reads four bytes of an escape before it looks at them.
        (false, true) => text[text.len().saturating_sub(6)..].contains(&b'\\'),
        _ => true,
    }
}

/// A token as it may be in what others send.
const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

/// Replaces a part of the input by a token, sometimes.
fn with_token(input: &mut Vec<u8>, source: &mut Source) {
    if source.chance(3) && !input.is_empty() {
        let at = source.below(input.len());
        input.splice(at..at, TOKEN.bytes());
    }
}
