//! Validates the form in which a file is given.

use super::error::Violation;
use super::path::Path;
use crate::error::redact::{cut_at, redact_tokens};
use crate::schema::Rule;
use crate::value::Value;

/// How many characters of a text are quoted.
const QUOTED: usize = 80;

/// Returns the violation if the rule forbids the form in which the file is given.
pub(super) fn wrong(rule: Rule, value: Value<'_>, path: &Path<'_>) -> Option<Violation> {
    let text = match value {
        Value::File(file) => file.as_str()?,
        Value::Text(text) => text,
        _ => return None,
    };
    let has_scheme = !is_id(text);
    if has_scheme && !self::has_scheme(text) {
        return Some(Violation::NotAFile {
            path: path.to_string(),
            text: quoted(text),
        });
    }
    if matches!(rule, Rule::IdOrUrl | Rule::UploadedOrDropped) {
        return None;
    }
    // Both are uploaded: as a part of the form, or by a local server that reads its disk.
    if text.starts_with("attach://") || text.starts_with("file:/") {
        return None;
    }
    let found = match (rule, has_scheme) {
        (Rule::Uploaded | Rule::NotUrl, true) => "a URL",
        (Rule::Uploaded, false) => "a file id",
        _ => return None,
    };
    Some(Violation::File {
        path: path.to_string(),
        found,
        rule,
    })
}

/// Returns whether all characters can occur in the id of a file. The server takes a text with a dot
/// for a URL, and any other one for an id in base64url.
#[inline]
fn is_id(text: &str) -> bool {
    // Without branches, so that many bytes are compared at a time.
    let is_of_id = |byte: u8| {
        let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
        let is_digit = byte.wrapping_sub(b'0') < 10;
        is_letter || is_digit || byte == b'_' || byte == b'-'
    };
    let all = text.bytes().fold(true, |all, byte| all & is_of_id(byte));
    all && !text.is_empty()
}

/// Returns whether the text starts like a URL. A local server also accepts `file:/` with one slash.
fn has_scheme(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_of_scheme =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(is_of_scheme)
        && (rest.starts_with("//") || scheme == "file" && rest.starts_with('/'))
}

/// Returns the text for an error, without what may be a token in it.
fn quoted(text: &str) -> String {
    match cut_at(text, QUOTED).and_then(|end| text.get(..end)) {
        Some(head) => redact_tokens(format!("{head}…")),
        None => redact_tokens(text.to_owned()),
    }
}
