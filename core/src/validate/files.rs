//! Validates the form in which a file is given.

use crate::schema::Rule;
use crate::value::Value;

/// Returns the form in which the file is given, if the rule forbids it.
pub(super) fn wrong(rule: Rule, value: Value<'_>) -> Option<&'static str> {
    let text = match value {
        Value::File(file) => file.as_str()?,
        Value::Text(text) => text,
        _ => return None,
    };
    // Both are uploaded: as a part of the form, or by a local server that reads its disk.
    if text.starts_with("attach://") || text.starts_with("file:/") {
        return None;
    }
    // The server distinguishes a URL from an id by its dot.
    let is_url = text.contains('.') || text.starts_with("http:") || text.starts_with("https:");
    match (rule, is_url) {
        (Rule::Uploaded | Rule::NotUrl, true) => Some("a URL"),
        (Rule::Uploaded, false) => Some("a file id"),
        _ => None,
    }
}
