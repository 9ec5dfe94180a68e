//! The page that explains every code, `telegrammar::diagnostics`, as one table with an example and
//! a fix for each. The page contains the exact messages of the macros for each example. Not here:
//! further cases of the same codes (`cases/`).

mod definition;
mod fact;
mod field;
mod flatten;
mod key;
mod rule;
mod types;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::{render, run};
use crate::diagnostics::Code;

/// One code.
struct Entry {
    code: &'static str,
    title: &'static str,
    why: &'static str,
    wrong: &'static str,
    /// The message of the compiler, if the type checker finds the mistake.
    says: Option<&'static str>,
    right: &'static str,
}

impl Entry {
    const fn new(
        code: &'static str,
        title: &'static str,
        why: &'static str,
        wrong: &'static str,
        right: &'static str,
    ) -> Self {
        Self {
            code,
            title,
            why,
            wrong,
            says: None,
            right,
        }
    }

    /// Sets the message of the type checker.
    const fn says(mut self, text: &'static str) -> Self {
        self.says = Some(text);
        self
    }

    /// Renders the entry. `runtime` is the source that contains the type checker's texts.
    fn render(&self, runtime: &str, page: &mut String) -> std::fmt::Result {
        let (wrong, right) = (self.wrong.trim(), self.right.trim());
        let cited = format!("[telegrammar::diagnostics {}]", self.code);
        let said = match self.says {
            Some(text) if runtime.contains(&cited) => format!("error: {text}\n  = note: {cited}"),
            Some(text) => format!("error: {text}"),
            None => render::render(wrong, &run::run(wrong).sink),
        };
        writeln!(page, "\n## {}: {}\n\n{}\n", self.code, self.title, self.why)?;
        writeln!(
            page,
            "```text\n{wrong}\n```\n\n```text\n{}\n```\n",
            said.trim_end()
        )?;
        writeln!(page, "Instead:\n\n```text\n{right}\n```")
    }
}

/// The sections of the page, each with the letter of its codes.
const PARTS: &[(&str, &[&[Entry]])] = &[
    ("A: the item below the attribute", &[definition::ITEM]),
    ("B: the method's name", &[definition::NAME]),
    ("C: the keys of the attribute", &[key::KEYS]),
    ("D: the keys of a field", &[field::KEYS]),
    ("E: ranges, lengths, counts and defaults", &[rule::RULES]),
    ("F: types of fields", &[field::TYPES]),
    ("G: names and relations", &[field::NAMES]),
    ("H: what the Bot API says", &[fact::FACTS]),
    ("S: unexpected tokens", &[types::SYNTAX]),
    ("T: types", &[types::TYPES, flatten::FLATTEN]),
];

fn entries() -> impl Iterator<Item = &'static Entry> {
    PARTS
        .iter()
        .flat_map(|(_, parts)| parts.iter().copied().flatten())
}

const HEAD: &str = "\
The errors and warnings of the attributes, with an example and a fix for each.

Every message of telegrammar ends with a code, such as `[telegrammar::diagnostics D01]`. This page
shows for each of them a definition that gets it, what the compiler prints, and a corrected
definition. A code never changes its meaning. Messages that begin with `warning` do not stop the
build. `x.y` is the version of the Bot API that this release knows.
";

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns all sources of the runtime in one text.
fn runtime(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text += &runtime(&path);
        } else {
            text += &fs::read_to_string(path).unwrap();
        }
    }
    text
}

/// Returns the sources that contain what the compiler reports.
fn texts() -> String {
    // The macro makes the texts about constants.
    runtime(&workspace().join("core/src")) + &runtime(&workspace().join("macros/src/messages"))
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    let runtime = texts();
    for (title, parts) in PARTS {
        writeln!(page, "\n# {title}").unwrap();
        for entry in parts.iter().copied().flatten() {
            entry.render(&runtime, &mut page).unwrap();
        }
    }
    page
}

#[test]
fn the_page_is_the_table() {
    let path = workspace().join("src/diagnostics.md");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, page()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page(),
        "`BLESS=1 cargo test -p telegrammar-macros` writes it anew"
    );
}

#[test]
fn every_code_is_in_the_table_once_and_in_order() {
    let codes: Vec<_> = entries().map(|entry| entry.code).collect();
    let sorted: BTreeSet<_> = codes.iter().copied().collect();
    assert_eq!(codes, sorted.into_iter().collect::<Vec<_>>());
    for code in Code::ALL {
        assert!(codes.contains(&code.name()), "{code:?}");
    }
    for entry in entries() {
        let is_ours = Code::ALL.iter().any(|code| code.name() == entry.code);
        assert!(
            is_ours || entry.says.is_some(),
            "{} is nobody's",
            entry.code
        );
    }
}

/// Returns the codes of the definition in an example, which comes last.
fn codes(example: &str) -> Vec<&'static str> {
    let definition = example.trim().rsplit("\n\n").next();
    run::run(definition.unwrap_or_default()).codes()
}

#[test]
fn examples_cause_their_code_and_fixes_none() {
    for Entry {
        code,
        wrong,
        says,
        right,
        ..
    } in entries()
    {
        let expected = if says.is_some() { vec![] } else { vec![*code] };
        assert_eq!(codes(wrong), expected, "{code}: {wrong}");
        assert_eq!(codes(right), [""; 0], "{code}: {right}");
    }
}

#[test]
fn titles_and_reasons_follow_the_style() {
    for Entry {
        code, title, why, ..
    } in entries()
    {
        let first = title.chars().next().unwrap();
        assert!(
            first.is_lowercase() || first == '`' || title.starts_with("Bot API"),
            "{code}"
        );
        assert!(
            !title.ends_with('.') && title.len() <= 70,
            "{code}: {title}"
        );
        assert!(
            why.ends_with(['.', '`']) || why.ends_with(")."),
            "{code}: {why}"
        );
        assert!(why.lines().all(|line| line.len() <= 100), "{code}: {why}");
    }
}

#[test]
fn the_type_checkers_texts_are_those_of_the_runtime() {
    let text = texts();
    for entry in entries() {
        let Some(says) = entry.says else { continue };
        // The type is `{Self}` in the source.
        let parts: Vec<_> = says.split('`').collect();
        let is_there = parts
            .iter()
            .step_by(2)
            .all(|part| text.contains(part.trim()));
        assert!(is_there, "{}: {says}", entry.code);
    }
    // And every code of the runtime is explained.
    for cited in text.split("[telegrammar::diagnostics ").skip(1) {
        let code = cited.split(']').next().unwrap();
        assert!(entries().any(|entry| entry.code == code), "{code}");
    }
}
