//! Gives definitions and fields the names that replaced theirs in this version.

use super::catalogue::Catalogue;
use super::names::{camel_case, field};
use crate::document::{Document, MARK, replace_word};

/// Renames what the list of retired names has for the version of the facts.
pub(crate) fn rename(
    facts: &Document,
    retired: &str,
    catalogue: &mut Catalogue,
    report: &mut Vec<String>,
) {
    let Some((version, _)) = facts.version() else {
        return;
    };
    for line in retired.lines() {
        let line = line.split(MARK).next().unwrap_or(line);
        let words: Vec<_> = line.split(' ').collect();
        let [owner, old, "->", new, since] = words.as_slice() else {
            continue;
        };
        if *since != version || line.starts_with('#') {
            continue;
        }
        let is_there = match *owner {
            "type" | "method" => {
                let definitions = catalogue.definitions();
                let has = |name: &str| definitions.iter().any(|it| it.name == name);
                has(old) && !has(new)
            }
            owner => rename_field(owner, old, new, catalogue),
        };
        if !is_there {
            continue;
        }
        if ["type", "method"].contains(owner) {
            let idents = [camel_case(old), camel_case(new)];
            for file in &mut catalogue.files {
                for line in &mut file.lines {
                    let renamed = replace_word(line, &idents[0], &idents[1]);
                    let renamed = replace_word(&renamed, old, new);
                    file.is_changed |= renamed != *line;
                    *line = renamed;
                }
            }
        }
        report.push(format!("{owner} {old}: renamed to {new}"));
    }
}

/// Renames a field of a definition. Returns whether there is one.
fn rename_field(owner: &str, old: &str, new: &str, catalogue: &mut Catalogue) -> bool {
    let mut is_there = false;
    for definition in catalogue
        .definitions()
        .into_iter()
        .filter(|it| it.name == owner)
    {
        let parts = catalogue.parts(&definition);
        let part = parts.iter().find(|part| part.name == old);
        let file = catalogue.files.get_mut(definition.file);
        if let (Some(part), Some(file)) = (part, file) {
            rename_line(&mut file.lines, part.line, old, new);
            file.is_changed = true;
            is_there = true;
        }
    }
    is_there
}

/// Renames the field in a line. One with another name in Rust keeps that.
fn rename_line(lines: &mut Vec<String>, at: usize, old: &str, new: &str) {
    let wire = |name: &str| format!("rename = \"{name}\"");
    let above = lines.iter().take(at).rev();
    let above = above
        .take_while(|line| line.trim_start().starts_with('#'))
        .count();
    let attributes = lines.get_mut(at - above..at).unwrap_or_default();
    if let Some(line) = attributes.iter_mut().find(|line| line.contains(&wire(old))) {
        *line = line.replacen(&wire(old), &wire(new), 1);
        return;
    }
    let (attribute, ident) = field(new);
    if let Some(line) = lines.get_mut(at)
        && let Some((_, ty)) = line.split_once(": ")
    {
        *line = format!("    pub {ident}: {ty}");
    }
    lines.splice(at..at, attribute);
}
