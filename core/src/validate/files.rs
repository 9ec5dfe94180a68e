//! Whether a file is given in a way that its parameter takes.

use crate::schema::Rule;
use crate::value::Value;

/// How the file is given, if that is a way which the rule forbids.
pub(super) fn wrong(rule: Rule, value: Value<'_>) -> Option<&'static str> {
    let text = match value {
        Value::File(file) => file.as_str()?,
        Value::Text(text) => text,
        _ => return None,
    };
    // Both become uploads: a part of the form, and a file that a local server reads from its disk.
    if text.starts_with("attach://") || text.starts_with("file:/") {
        return None;
    }
    // By the dot the server tells a URL from an id.
    let is_url = text.contains('.') || text.starts_with("http:") || text.starts_with("https:");
    match (rule, is_url) {
        (Rule::Uploaded | Rule::NotUrl, true) => Some("a URL"),
        (Rule::Uploaded, false) => Some("a file id"),
        _ => None,
    }
}
