//! The commands about the facts. Here: the files that they read and write. Not here: how a page is
//! read (`page`) and compared (`compare`), what is edited (`apply`, `scaffold`).

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::apply;
use crate::compare;
use crate::document::Document;
use crate::page::Page;
use crate::scaffold::{self, Catalogue};

const FACTS: &str = "macros/facts/bot_api.txt";
const RETIRED: &str = "macros/facts/retired.txt";
const VERBS: &str = "macros/facts/verbs.txt";
const CHANGELOG: &str = "CHANGELOG.md";

/// Applies a page that removes much.
pub(crate) const ACCEPT_REMOVALS: &str = "--accept-removals";

/// What a command prints, and whether it found anything.
pub(crate) struct Outcome {
    pub report: String,
    pub is_found: bool,
}

/// The folder of the repository.
fn root() -> PathBuf {
    // `cargo run` sets it, also if the checkout was moved.
    let folder = std::env::var("CARGO_MANIFEST_DIR");
    let folder = folder.unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let folder = Path::new(&folder);
    folder.parent().unwrap_or(folder).to_owned()
}

pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Replaces a file in one step.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let new = path.with_extension("new");
    fs::write(&new, text).map_err(failed)?;
    fs::rename(&new, path).map_err(failed)
}

fn page(path: &str) -> Result<Page, String> {
    Page::read(&read(Path::new(path))?).map_err(|error| format!("{path}: {error}"))
}

/// Prints what changed, and returns whether anything did.
pub(crate) fn diff(path: &str) -> Result<Outcome, String> {
    let (document, page) = (Document::parse(&read(&root().join(FACTS))?)?, page(path)?);
    let comparison = compare::compare(&document, &page);
    let mut report = compare::report(&comparison);
    let notes = [lack(&comparison, &document), age(&page, &document)];
    for note in notes.into_iter().flatten() {
        let _ = writeln!(report, "\nnote: {note}");
    }
    let is_found = !report.is_empty();
    Ok(Outcome { report, is_found })
}

/// Says what a page lacks if it is more than 2 % of the entries or members: it is probably only a part
/// of a page, or was not understood.
fn lack(comparison: &compare::Comparison, document: &Document) -> Option<String> {
    let (entries, members) = comparison.lost();
    let all_entries = document.entries().count();
    let all_members = document
        .entries()
        .map(|entry| entry.fields().count() + entry.variants().count())
        .sum();
    let is_much = |lost: usize, all: usize| lost > 10 && lost * 50 > all;
    (is_much(entries, all_entries) || is_much(members, all_members)).then(|| {
        format!(
            "the page lacks {entries} of {all_entries} methods and types, or their contents, and \
             {members} members of others; is it complete?"
        )
    })
}

/// Says so if a page is older than the facts.
fn age(page: &Page, document: &Document) -> Option<String> {
    let (new, (number, date)) = (page.version.as_ref()?, document.version()?);
    let parts = |number: &str| -> Vec<u16> {
        let parts = number.split('.').map(str::parse);
        parts.filter_map(Result::ok).collect()
    };
    let is_older = (new.date.as_str(), parts(&new.number)) < (date, parts(number));
    is_older.then(|| {
        let (older, of) = (&new.number, &new.date);
        format!("the page is of {older} {of}, which is older than the facts, {number} {date}")
    })
}

/// The files of a bump, as texts.
pub(crate) struct Files {
    pub facts: String,
    pub retired: String,
    /// Only read.
    pub verbs: String,
    pub changelog: String,
}

impl Files {
    fn read(root: &Path) -> Result<Self, String> {
        Ok(Self {
            facts: read(&root.join(FACTS))?,
            retired: read(&root.join(RETIRED))?,
            verbs: read(&root.join(VERBS))?,
            changelog: read(&root.join(CHANGELOG))?,
        })
    }

    /// Writes what a page changes into the texts, and returns what was changed and what to read.
    ///
    /// # Errors
    ///
    /// Returns what the page lacks, unless as much `may_be_removed`; refuses a page that is older.
    pub(crate) fn apply(&mut self, page: &Page, may_be_removed: bool) -> Result<Outcome, String> {
        let document = Document::parse(&self.facts)?;
        if let Some(age) = age(page, &document) {
            return Err(age);
        }
        let comparison = compare::compare(&document, page);
        if let Some(lack) = lack(&comparison, &document).filter(|_| !may_be_removed) {
            return Err(format!("{lack} If so, add `{ACCEPT_REMOVALS}`"));
        }
        let verbs = self.verbs.lines().filter(|line| !line.starts_with('#'));
        let verbs: Vec<&str> = verbs.flat_map(str::split_ascii_whitespace).collect();
        let changed = apply::apply(&comparison, page, &verbs);
        self.facts = changed.render();
        self.retired = apply::retired(&self.retired, &comparison.changes, &changed);
        self.changelog = apply::changelog(&self.changelog, &comparison.changes);
        let mut report = compare::report(&comparison);
        let mut is_found = false;
        for (path, text) in [(FACTS, &self.facts), (RETIRED, &self.retired)] {
            let lines = apply::reviews(text);
            is_found |= !lines.is_empty();
            for (number, line) in lines {
                let _ = writeln!(report, "{path}:{number}: {line}");
            }
        }
        for verb in apply::unused(&verbs, &changed) {
            is_found = true;
            let _ = writeln!(report, "{VERBS}: no method has the verb `{verb}` any more");
        }
        Ok(Outcome { report, is_found })
    }
}

/// Edits the facts, the retired names and the changelog. Returns whether lines are left to read.
pub(crate) fn apply(path: &str, may_be_removed: bool) -> Result<Outcome, String> {
    let (root, page) = (root(), page(path)?);
    let mut files = Files::read(&root)?;
    let outcome = files.apply(&page, may_be_removed)?;
    for (path, text) in [
        (FACTS, &files.facts),
        (RETIRED, &files.retired),
        (CHANGELOG, &files.changelog),
    ] {
        write(&root.join(path), text)?;
    }
    Ok(outcome)
}

/// Formats the files that changed: imports are added to the line that they are in.
fn format_sources(root: &Path, catalogue: &Catalogue) -> Result<(), String> {
    let changed: Vec<&PathBuf> = catalogue.changed().collect();
    if changed.is_empty() {
        return Ok(());
    }
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--edition", "2024"]).args(changed);
    let status = rustfmt.current_dir(root).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("rustfmt: {status}")),
        Err(error) => Err(format!("rustfmt: {error}")),
    }
}

/// Declares what the catalogue lacks. Returns whether there was anything.
pub(crate) fn scaffold() -> Result<Outcome, String> {
    let root = root();
    let facts = Document::parse(&read(&root.join(FACTS))?)?;
    let mut catalogue = Catalogue::read(&root)?;
    let retired = read(&root.join(RETIRED))?;
    let lines = scaffold::scaffold(&facts, &retired, &mut catalogue);
    catalogue.import_all();
    catalogue.write()?;
    format_sources(&root, &catalogue)?;
    let folder = format!("{}/", root.display());
    let mut report = String::new();
    for line in &lines {
        let _ = writeln!(report, "{}", line.replace(&folder, ""));
    }
    let is_found = !lines.is_empty();
    Ok(Outcome { report, is_found })
}
