//! The exchange as a person reads it.

use std::fmt::Write as _;

use super::log::{Entry, Log};
use super::request::ReceivedRequest;

/// The longest value that is shown in full, in characters.
const LONGEST: usize = 120;
/// The number of exchanges that are shown.
const SHOWN: usize = 50;

/// Returns the last requests and their answers, one paragraph each. The token is not in it.
pub(crate) fn transcript(log: &Log) -> String {
    let entries: Vec<&Entry> = log.entries().collect();
    let skipped = entries.len().saturating_sub(SHOWN);
    let mut text = String::new();
    let before = log.forgotten + u64::try_from(skipped).unwrap_or_default();
    if before > 0 {
        let _ = writeln!(text, "({before} earlier requests are not shown)");
    }
    for entry in entries.into_iter().skip(skipped) {
        let request = &entry.request;
        let _ = writeln!(text, "→ {}", call_text(request));
        match &entry.answer {
            Some((status, body)) => {
                let _ = writeln!(text, "← {}", summary(*status, body.as_bytes()));
            }
            None => text.push_str("← (no answer)\n"),
        }
    }
    text
}

/// Describes a call: the method, its parameters and its files.
pub(crate) fn call_text(request: &ReceivedRequest) -> String {
    let mut text = match request.method() {
        "" => "(no method)".to_owned(),
        method => short(method),
    };
    for (name, value) in request.parameters() {
        let _ = write!(text, " {}={}", short(name), short(value));
    }
    for file in request.files() {
        let (part, name) = (short(file.part()), short(file.file_name()));
        let size = file.content().len();
        let _ = write!(text, " {part}=<{name:?}, {size} bytes>");
    }
    text
}

/// Describes an answer: its status and the beginning of its body.
pub(crate) fn summary(status: u16, body: &[u8]) -> String {
    let body = body.get(..LONGEST * 4).unwrap_or(body);
    format!("{status} {}", short(&String::from_utf8_lossy(body)))
}

/// Returns the beginning of a text without control characters, such as escape sequences of terminals.
fn short(value: &str) -> String {
    let value = value.replace(char::is_control, " ");
    if value.chars().count() <= LONGEST {
        return value;
    }
    value.chars().take(LONGEST).chain(['…']).collect()
}
