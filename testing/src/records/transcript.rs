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
        let _ = writeln!(text, "→ {}", call(request));
        match &entry.answer {
            Some((status, body)) => {
                let _ = writeln!(text, "← {status} {}", short(body));
            }
            None => text.push_str("← (no answer)\n"),
        }
    }
    text
}

/// Describes a call and the status of its answer in a line.
pub(crate) fn line(request: &ReceivedRequest, status: u16) -> String {
    format!("{} → {status}", call(request))
}

/// Describes a call: the method, its parameters and its files.
fn call(request: &ReceivedRequest) -> String {
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

/// Returns the beginning of a text without control characters, such as escape sequences of terminals.
fn short(value: &str) -> String {
    let value = value.replace(char::is_control, " ");
    if value.chars().count() <= LONGEST {
        return value;
    }
    value.chars().take(LONGEST).chain(['…']).collect()
}
