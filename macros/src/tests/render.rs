//! Renders diagnostics as the compiler prints them, carets included.

use std::fmt::Write;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::facts;

/// Lines from 1, columns from 0, as in spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Returns the positions of the first and after the last letter.
pub(super) fn places(diagnostic: &Diagnostic) -> (Place, Place) {
    let (start, end) = (diagnostic.start.start(), diagnostic.end.end());
    (
        Place {
            line: start.line,
            column: start.column,
        },
        Place {
            line: end.line,
            column: end.column,
        },
    )
}

pub(super) fn render(source: &str, sink: &Diagnostics) -> String {
    let mut text = String::new();
    let level = if sink.has_errors() {
        "error"
    } else {
        "warning"
    };
    for diagnostic in sink.reported() {
        one(&mut text, source, level, diagnostic).expect("a string takes everything");
    }
    text
}

fn one(text: &mut String, source: &str, level: &str, found: &Diagnostic) -> std::fmt::Result {
    let (start, end) = places(found);
    let whole = found.text();
    let mut parts = whole.lines();
    writeln!(text, "{level}: {}", parts.next().unwrap_or_default())?;
    writeln!(text, " --> {}:{}", start.line, start.column + 1)?;
    writeln!(text, "  |")?;
    let line = source.lines().nth(start.line - 1).unwrap_or_default();
    writeln!(text, "{} | {line}", start.line)?;
    let until = if end.line == start.line {
        end.column
    } else {
        line.chars().count()
    };
    let carets = "^".repeat(until.saturating_sub(start.column).max(1));
    writeln!(text, "  | {}{carets}", " ".repeat(start.column))?;
    for part in parts {
        writeln!(text, "  {}", without_version(part))?;
    }
    Ok(())
}

/// Replaces the version of the Bot API, so that no snapshot changes with it.
fn without_version(line: &str) -> String {
    line.replace(&format!("Bot API {}?", facts::version()), "Bot API x.y?")
}
