//! The commands about the facts. Here: the files that they read and write. Not here: how a page is
//! read (`page`).

mod added;
pub(crate) mod apply;
mod catalogue;
mod change;
pub(crate) mod diff;
mod inferred;
mod names;
mod rename;
mod rust_type;
mod scaffold;
mod sets;
pub(crate) mod text;

use std::fs;
use std::path::{Path, PathBuf};

use crate::page::{self, Page};
use catalogue::Catalogue;
use change::Change;
use text::Text;

/// The folder of the repository.
fn root() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.parent().unwrap_or(folder).to_owned()
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn facts_path() -> PathBuf {
    root().join("macros/facts/bot_api.txt")
}

fn page(path: &str) -> Result<Page, String> {
    page::read(&read(Path::new(path))?).map_err(|error| format!("{path}: {error}"))
}

/// Prints what changed, and returns whether anything did.
pub(crate) fn diff(path: &str) -> Result<bool, String> {
    let facts = Text::new(&read(&facts_path())?);
    let changes = diff::diff(&facts, &page(path)?);
    for change in &changes {
        println!("{change}");
    }
    Ok(!changes.is_empty())
}

/// Edits the facts and the changelog. Returns whether lines are left that a person must read.
pub(crate) fn apply(path: &str) -> Result<bool, String> {
    let page = page(path)?;
    let mut facts = Text::new(&read(&facts_path())?);
    let changes = diff::diff(&facts, &page);
    let retired = apply::apply(&mut facts, &page, &changes);
    write(&facts_path(), &facts.text())?;
    if !retired.is_empty() {
        let path = root().join("macros/facts/retired.txt");
        let mut text = read(&path)?;
        text.push('\n');
        for line in retired {
            text.push_str(&line);
            text.push('\n');
        }
        write(&path, &text)?;
    }
    if changes
        .iter()
        .any(|change| matches!(change, Change::Version { .. }))
    {
        changelog(&page.version)?;
    }
    let marked = facts
        .lines
        .iter()
        .zip(1..)
        .filter(|(line, _)| line.contains(apply::MARK));
    let mut count = 0;
    for (line, number) in marked.filter(|(line, _)| !line.starts_with("# ")) {
        println!("macros/facts/bot_api.txt:{number}: {}", line.trim());
        count += 1;
    }
    println!("{} changes applied, {count} lines to read", changes.len());
    Ok(count > 0)
}

/// States the version in the changelog.
fn changelog(version: &str) -> Result<(), String> {
    let path = root().join("CHANGELOG.md");
    let text = read(&path)?;
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    let unreleased = lines.iter().position(|line| line == "## Unreleased");
    let stated = lines
        .iter()
        .skip(unreleased.unwrap_or(0))
        .position(|line| line.starts_with("Bot API "));
    if let (Some(from), Some(at)) = (unreleased, stated)
        && let Some(line) = lines.get_mut(from + at)
        && let Some((_, rest)) = line.trim_start_matches("Bot API ").split_once(". ")
    {
        *line = format!("Bot API {version}. {rest}");
    }
    write(&path, &(lines.join("\n") + "\n"))
}

/// Declares what the catalogue lacks. Returns whether there was anything.
pub(crate) fn scaffold() -> Result<bool, String> {
    let facts = Text::new(&read(&facts_path())?);
    let mut catalogue = Catalogue::read(&root())?;
    let retired = read(&root().join("macros/facts/retired.txt"))?;
    let report = scaffold::scaffold(&facts, &retired, &mut catalogue);
    catalogue.import_all();
    catalogue.write()?;
    let root = format!("{}/", root().display());
    for line in &report {
        println!("{}", line.replace(&root, ""));
    }
    Ok(!report.is_empty())
}
