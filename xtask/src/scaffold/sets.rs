//! Kinds of updates, words of closed sets, and what the facts no longer have.

use super::catalogue::{Catalogue, Definition, File};
use super::names::{TO_WRITE, camel_case, variant, word};
use super::rust_type::is_another;
use crate::document::{Document, Entry, Field, Kind};

/// Adds new kinds of updates, which are declared by a macro.
pub(crate) fn kinds(update: &Entry, catalogue: &mut Catalogue, report: &mut Vec<String>) {
    let Some(file) = catalogue
        .files
        .iter_mut()
        .find(|file| file.path.ends_with("update.rs"))
    else {
        return;
    };
    let Some(start) = file.lines.iter().position(|line| line == "kinds! {") else {
        return;
    };
    let kind = |line: &str| {
        line.split('"')
            .nth(1)
            .map(str::to_owned)
            .filter(|_| line.ends_with(';'))
    };
    let mut at = start + 1;
    for field in update.fields().skip(1) {
        let mut below = file
            .lines
            .iter()
            .enumerate()
            .skip(start)
            .take_while(|(_, line)| *line != "}");
        if let Some((line, _)) = below.find(|(_, line)| kind(line).as_ref() == Some(&field.name)) {
            at = line + 1;
            continue;
        }
        let variant = camel_case(&field.name);
        let lines = [
            format!("    /// {TO_WRITE} what `{}` is.", field.name),
            format!("    {variant} \"{}\" {};", field.name, field.ty),
        ];
        file.lines.splice(at..at, lines);
        file.is_changed = true;
        at += 2;
        report.push(format!("UpdateKind::{variant}: added"));
    }
}

/// Adds new words to closed sets.
pub(crate) fn words(facts: &Document, catalogue: &mut Catalogue, report: &mut Vec<String>) {
    for definition in catalogue.definitions() {
        let Some((owner, field)) = definition.name.split_once('.') else {
            continue;
        };
        let entry = facts.entry(owner);
        let field = entry.and_then(|entry| entry.field(field));
        let Some(values) = field.and_then(Field::words) else {
            continue;
        };
        let find = |catalogue: &Catalogue| {
            let mut all = catalogue.definitions().into_iter();
            all.find(|it| it.name == definition.name)
        };
        let mut own = find(catalogue);
        for value in values.split('|') {
            let Some(set) = own.clone() else { continue };
            let Some(file) = catalogue.files.get(set.file) else {
                continue;
            };
            let ident = variant(value);
            let mut lines = file
                .lines
                .iter()
                .take(set.end)
                .skip(set.head + 1)
                .map(|line| line.trim());
            let renamed = format!("rename = \"{value}\"");
            let is_there = lines.any(|line| line == format!("{ident},") || line.contains(&renamed));
            if is_there {
                continue;
            }
            let added = word(value);
            let unknown = file.lines.iter().enumerate().take(set.end).skip(set.head);
            let unknown = unknown
                .filter(|(_, line)| line.trim().starts_with("Unknown("))
                .map(|(at, _)| at)
                .next();
            // The documentation of `Unknown` is above it.
            let at = unknown.map_or(set.end, |at| {
                let above = file.lines.iter().take(at).rev();
                at - above
                    .take_while(|line| line.trim().starts_with("///"))
                    .count()
            });
            catalogue.insert(set.file, at, added);
            report.push(format!("{}::{ident}: added", set.ident));
            own = find(catalogue);
        }
    }
}

/// The words of a closed set that the facts do not have, with their lines.
fn old_words(field: Option<&Field>, file: &File, definition: &Definition) -> Vec<(usize, String)> {
    let values = field.and_then(Field::words);
    let values: Vec<&str> = values.unwrap_or_default().split('|').collect();
    let lines = file.lines.iter().enumerate();
    let lines = lines.take(definition.end).skip(definition.head + 1);
    let mut renamed = None;
    let mut old = Vec::new();
    for (at, line) in lines {
        let line = line.trim();
        if let Some(name) = line.strip_prefix("#[telegram(rename = \"") {
            renamed = name.split('"').next();
        } else if let Some(ident) = line
            .strip_suffix(',')
            .filter(|line| !line.starts_with('/') && !line.contains('('))
        {
            let is_known = |value: &&str| {
                renamed.map_or_else(|| camel_case(value) == ident, |name| name == *value)
            };
            if !values.iter().any(is_known) {
                old.push((at, ident.to_owned()));
            }
            renamed = None;
        }
    }
    old
}

/// Names what the catalogue has and the facts no longer know.
pub(crate) fn removed(facts: &Document, catalogue: &Catalogue, report: &mut Vec<String>) {
    for definition in catalogue.definitions() {
        let Some(file) = catalogue.files.get(definition.file) else {
            continue;
        };
        let place = |line: usize| format!("{}:{}", file.path.display(), line + 1);
        if let Some((owner, field)) = definition.name.split_once('.') {
            let entry = facts.entry(owner);
            let field = entry.and_then(|entry| entry.field(field));
            for (at, word) in old_words(field, file, &definition) {
                report.push(format!("{}: remove the word {word}", place(at)));
            }
            continue;
        }
        let Some(entry) = facts.entry(&definition.name) else {
            report.push(format!(
                "{}: remove or rename {}",
                place(definition.head),
                definition.ident
            ));
            continue;
        };
        for part in catalogue.parts(&definition) {
            if entry.kind == Kind::Union {
                let content = part.ty.trim_start_matches("Box<").trim_end_matches('>');
                let is_plain = content == "String" || content.starts_with("Vec<");
                if content != "Unknown"
                    && !is_plain
                    && !entry.variants().any(|variant| variant.name == content)
                {
                    report.push(format!(
                        "{}: remove or rename the variant of {content}",
                        place(part.line)
                    ));
                }
            } else if let Some(field) = entry.field(&part.name) {
                if is_another(field, &part.ty) {
                    let (name, ty) = (&part.name, &field.ty);
                    report.push(format!(
                        "{}: {name} is of the type {ty} now",
                        place(part.line)
                    ));
                }
                let is_optional = part.ty.starts_with("Option<");
                let is_flag = field.ty == "True" && !entry.is_method();
                let is_chosen =
                    definition.ident != camel_case(&definition.name) || entry.is_method();
                if is_optional != field.optional && !is_flag && (is_optional || !is_chosen) {
                    let needed = if field.optional {
                        "optional"
                    } else {
                        "required"
                    };
                    report.push(format!(
                        "{}: {} is {needed} now",
                        place(part.line),
                        part.name
                    ));
                }
            } else {
                report.push(format!(
                    "{}: remove or rename {}",
                    place(part.line),
                    part.name
                ));
            }
        }
    }
}
