//! The exchange as a person reads it.

use std::fmt::Write as _;

use super::log::{Entry, Log};

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
        let method = match request.method() {
            "" => "(no method)",
            method => method,
        };
        let _ = write!(text, "→ {method}");
        for (name, value) in request.parameters() {
            let _ = write!(text, " {name}={}", short(value));
        }
        for file in request.files() {
            let size = file.content().len();
            let _ = write!(
                text,
                " {}=<{:?}, {size} bytes>",
                file.part(),
                file.file_name()
            );
        }
        text.push('\n');
        match &entry.answer {
            Some((status, body)) => {
                let _ = writeln!(text, "← {status} {}", short(body));
            }
            None => text.push_str("← (no answer)\n"),
        }
    }
    text
}

fn short(value: &str) -> String {
    let value = value.replace('\n', " ");
    if value.chars().count() <= LONGEST {
        return value;
    }
    value.chars().take(LONGEST).chain(['…']).collect()
}
