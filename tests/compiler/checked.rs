//! A generated crate with wrong definitions, and what the compiler reports about it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A generated crate.
pub(crate) struct Crate {
    name: &'static str,
    text: String,
    /// The number of lines in `text`.
    lines: usize,
    modules: usize,
    expected: Vec<Expected>,
    accepted: BTreeMap<&'static str, usize>,
}

/// An error that must be reported exactly once.
struct Expected {
    kind: &'static str,
    line: usize,
    /// The tokens that the compiler must underline.
    place: String,
    code: &'static str,
    /// The line of the attribute.
    head: usize,
}

/// An error that was reported.
pub(crate) struct Reported {
    pub(crate) text: String,
    place: String,
    /// All notes, one per line.
    notes: String,
}

impl Crate {
    /// Starts with `head`, the code before all definitions.
    pub(crate) fn new(name: &'static str, head: &str) -> Self {
        Self {
            name,
            text: head.to_owned(),
            lines: head.lines().count(),
            modules: 0,
            expected: Vec::new(),
            accepted: BTreeMap::new(),
        }
    }

    /// Adds a definition in a module of its own. Each of its «marks» is a mistake; `codes` are those
    /// of the errors, in the order of the marks.
    pub(crate) fn add(&mut self, kind: &'static str, marked: &str, codes: &[&'static str]) {
        let _ = writeln!(
            self.text,
            "mod m{} {{\n#[allow(unused_imports)] use super::*;",
            self.modules
        );
        self.modules += 1;
        self.lines += 2;
        let head = self.lines + 1;
        let mut codes = codes.iter();
        for line in marked.lines() {
            self.lines += 1;
            let mut marks = line.split(['«', '»']);
            let _ = marks.next();
            while let (Some(place), Some(_)) = (marks.next(), marks.next()) {
                self.expected.push(Expected {
                    kind,
                    line: self.lines,
                    place: place.to_owned(),
                    code: codes.next().expect("a code for each mark"),
                    head,
                });
            }
            self.text.extend(line.split(['«', '»']));
            self.text.push('\n');
        }
        assert!(
            codes.next().is_none(),
            "{kind}: a code without a mark: {marked}"
        );
        self.text.push_str("}\n");
        self.lines += 1;
        if !marked.contains('«') {
            *self.accepted.entry(kind).or_default() += 1;
        }
    }

    /// Checks the crate. Every expected error must be reported exactly once, and no other. Prints
    /// how many mistakes of each kind were found.
    pub(crate) fn check(self) {
        let mut reported = check(self.name, &self.text);
        let mut counts: BTreeMap<_, (usize, usize)> = BTreeMap::new();
        let mut failures = Vec::new();
        let lines: Vec<_> = self.text.lines().collect();
        for expected in &self.expected {
            let found = reported.entry(expected.line).or_default();
            let at = found.iter().position(|found| {
                found.place == expected.place && found.notes.contains(expected.code)
            });
            let count = counts.entry(expected.kind).or_default();
            count.1 += 1;
            if let Some(at) = at {
                found.remove(at);
                count.0 += 1;
            } else {
                failures.push(format!(
                    "{}: no {} at `{}` in line {}: {}\n    {}",
                    expected.kind,
                    expected.code,
                    expected.place,
                    expected.line,
                    lines[expected.head - 1],
                    lines[expected.line - 1].trim(),
                ));
            }
        }
        for (kind, (caught, all)) in &counts {
            println!("{kind}: {caught} of {all} caught");
        }
        for (kind, count) in &self.accepted {
            println!("{kind}: {count} definitions accepted");
        }
        for (line, found) in &reported {
            for error in found {
                failures.push(format!(
                    "superfluous in line {line}: {}\n    {}: {} {}",
                    lines[line - 1].trim(),
                    error.text,
                    error.place,
                    error.notes.replace('\n', "; "),
                ));
            }
        }
        let shown: Vec<_> = failures.iter().take(200).map(String::as_str).collect();
        assert!(
            failures.is_empty(),
            "{} failures:\n{}",
            failures.len(),
            shown.join("\n")
        );
    }
}

/// Checks the source as a library, and returns the errors by line, in the order of their output.
pub(crate) fn check(name: &str, source: &str) -> BTreeMap<usize, Vec<Reported>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
         [dependencies]\nserde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         telegrammar = {{ path = {:?}, default-features = false }}\n",
        root.display().to_string()
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    fs::write(folder.join("src/lib.rs"), source).expect("a source");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--message-format=json"])
        .current_dir(&folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked"),
        )
        .env("CARGO_INCREMENTAL", "0")
        .output()
        .expect("cargo");
    let mut errors: BTreeMap<usize, Vec<Reported>> = BTreeMap::new();
    let mut is_checked = false;
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        is_checked |= message["target"]["name"] == name || !message["message"].is_null();
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let spans = message["spans"].as_array().into_iter().flatten();
        let place = spans.into_iter().find(|span| span["is_primary"] == true);
        let Some(place) = place else { continue };
        let line = place["line_start"].as_u64().unwrap_or_default();
        let line = usize::try_from(line).unwrap_or_default();
        errors.entry(line).or_default().push(Reported {
            text: message["message"].as_str().unwrap_or_default().to_owned(),
            place: underlined(place),
            notes: message["rendered"].as_str().unwrap_or_default().to_owned(),
        });
    }
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(is_checked, "the crate was not checked: {log}");
    let is_rejected = !output.status.success();
    assert_eq!(is_rejected, !errors.is_empty(), "{log}");
    errors
}

/// Returns the tokens that the compiler underlines, of the first line.
fn underlined(span: &Value) -> String {
    let text = &span["text"][0];
    let column = |key: &str| {
        let column = text[key].as_u64().unwrap_or(1);
        usize::try_from(column).unwrap_or(1).saturating_sub(1)
    };
    let (start, end) = (column("highlight_start"), column("highlight_end"));
    let line = text["text"].as_str().unwrap_or_default();
    let letters = line.chars().skip(start);
    letters.take(end.saturating_sub(start)).collect()
}
