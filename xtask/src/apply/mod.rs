//! Writes what a page changes into the facts. What the page cannot say of an entry that stays is kept:
//! rules, classes, places of uploads, widths of integers, and the order of lines. Here: one step for
//! each kind of change. Not here: new lines (`lines`), where they belong (`place`), and what follows
//! from the other entries (`follow`).

mod changelog;
mod follow;
mod lines;
mod place;
mod reach;
mod retired;

use std::collections::HashSet;

pub(crate) use changelog::changelog;
pub(crate) use retired::retired;

use crate::compare::{self, Change, Comparison, FactChange};
use crate::document::{Body, Document, Entry, Kind, MARK, Paragraph, mark};
use crate::page::{Page, PageEntry};

/// Returns the facts after the changes.
pub(crate) fn apply(comparison: &Comparison, page: &Page, verbs: &[&str]) -> Document {
    let mut document = comparison.renamed.clone();
    let mut new = New::default();
    for change in &comparison.changes {
        remove(&mut document, change);
    }
    for entry in &page.entries {
        let is_added = comparison
            .changes
            .iter()
            .any(|change| matches!(change, Change::EntryAdded { name, .. } if *name == entry.name));
        if is_added {
            let built = lines::entry(entry, page, &comparison.renamed, verbs);
            new.entries.insert(entry.name.clone());
            place::insert(&mut document, built, entry, page);
        }
    }
    for change in &comparison.changes {
        edit(&mut document, change, page, &comparison.renamed, &mut new);
    }
    follow::complete(&mut document, &new, page);
    document
}

/// What is new, so that more is derived for it than for the rest.
#[derive(Default)]
pub(crate) struct New {
    pub entries: HashSet<String>,
    /// Owners and fields or variants.
    pub members: HashSet<(String, String)>,
}

impl New {
    /// Whether a member, or the whole entry, is new.
    pub(crate) fn has(&self, owner: &str, member: &str) -> bool {
        self.entries.contains(owner)
            || self
                .members
                .contains(&(owner.to_owned(), member.to_owned()))
    }
}

fn entry_mut<'a>(document: &'a mut Document, name: &str) -> Option<&'a mut Entry> {
    document.entries_mut().find(|entry| entry.name == name)
}

/// Removes what the page no longer has. A rule about a removed field is marked.
fn remove(document: &mut Document, change: &Change) {
    match change {
        Change::EntryRemoved { name, .. } => {
            document.paragraphs.retain(
                |paragraph| !matches!(paragraph, Paragraph::Entry(entry) if entry.name == *name),
            );
            remove_empty_sections(document);
        }
        Change::FieldRemoved { owner, name } => {
            if let Some(entry) = entry_mut(document, owner) {
                entry
                    .body
                    .retain(|line| !matches!(line, Body::Field(field) if field.name == *name));
                for line in &mut entry.body {
                    if let Body::Rule(rule) = line
                        && rule
                            .split([' ', '|', '+', '.', '[', ']'])
                            .any(|word| word == name)
                        && !rule.contains(MARK)
                    {
                        rule.push_str(MARK);
                        rule.push_str("a removed field");
                    }
                }
            }
        }
        Change::VariantRemoved { owner, name } => {
            if let Some(entry) = entry_mut(document, owner) {
                entry.body.retain(
                    |line| !matches!(line, Body::Variant(variant) if variant.name == *name),
                );
            }
        }
        _ => {}
    }
}

fn remove_empty_sections(document: &mut Document) {
    let is_section = |paragraph: Option<&Paragraph>| {
        !matches!(paragraph, Some(Paragraph::Entry(_) | Paragraph::Comment(_)))
    };
    let empty: Vec<usize> = (0..document.paragraphs.len())
        .filter(|at| {
            matches!(document.paragraphs.get(*at), Some(Paragraph::Section(_)))
                && is_section(document.paragraphs.get(at + 1))
        })
        .collect();
    for at in empty.into_iter().rev() {
        document.paragraphs.remove(at);
    }
}

fn edit(document: &mut Document, change: &Change, page: &Page, known: &Document, new: &mut New) {
    match change {
        Change::Version { to, .. } => {
            for paragraph in &mut document.paragraphs {
                if let Paragraph::Version { number, date } = paragraph {
                    number.clone_from(&to.number);
                    date.clone_from(&to.date);
                }
            }
        }
        Change::KindChanged { name, .. } => {
            if let (Some(source), Some(entry)) = (page.entry(name), entry_mut(document, name)) {
                rebuild(entry, source, page, known);
                new.entries.insert(name.clone());
            }
        }
        Change::Returns { method, to, .. } => {
            if let Some(entry) = entry_mut(document, method) {
                let class = entry.head.pop();
                entry.head = lines::result(
                    to,
                    entry.field("inline_message_id").is_some(),
                    &mut entry.review,
                );
                entry.head.extend(class);
            }
        }
        Change::FieldAdded { owner, name } => {
            let source = page.entry(owner);
            if let (Some(source), Some(entry)) = (source, entry_mut(document, owner)) {
                place::insert_field(entry, name, source, page, known);
                new.members.insert((owner.clone(), name.clone()));
            }
        }
        Change::VariantAdded { owner, name } => {
            if let (Some(source), Some(entry)) = (page.entry(owner), entry_mut(document, owner)) {
                place::insert_variant(entry, name, source);
                new.members.insert((owner.clone(), name.clone()));
            }
        }
        Change::TypeChanged { owner, field, .. } => {
            let source = page
                .entry(owner)
                .and_then(|source| source.fields.iter().find(|new| new.name == *field));
            let entry = entry_mut(document, owner);
            if let (Some(source), Some(entry)) = (source, entry) {
                let is_method = entry.is_method();
                if let Some(line) = entry.fields_mut().find(|line| line.name == *field) {
                    lines::change_type(line, source, is_method, page, known);
                    new.members.insert((owner.clone(), field.clone()));
                }
            }
        }
        Change::Requirement {
            owner,
            field,
            required,
        } => {
            if let Some(line) = entry_mut(document, owner)
                .and_then(|entry| entry.fields_mut().find(|line| line.name == *field))
            {
                line.optional = !required;
            }
        }
        Change::Fact {
            owner,
            field,
            change,
        } => {
            if let Some(line) = entry_mut(document, owner)
                .and_then(|entry| entry.fields_mut().find(|line| line.name == *field))
            {
                match change {
                    FactChange::Added(fact) | FactChange::Changed { to: fact, .. } => {
                        line.set(fact.clone());
                    }
                    FactChange::Dropped(key) => line.unset(key),
                    FactChange::Unmentioned { fact, .. } => {
                        line.mark(&compare::mark_of(&fact.key));
                    }
                }
            }
        }
        Change::FieldRenamed { owner, to, .. } => {
            if let Some(line) = entry_mut(document, owner)
                .and_then(|entry| entry.fields_mut().find(|line| line.name == *to))
            {
                line.mark("a rename");
            }
        }
        Change::EntryRenamed { to, .. } => {
            if let Some(entry) = entry_mut(document, to) {
                mark(&mut entry.review, "a rename");
            }
        }
        Change::EntryAdded { .. }
        | Change::EntryRemoved { .. }
        | Change::FieldRemoved { .. }
        | Change::VariantRemoved { .. } => {}
    }
}

/// Replaces the lines of a type that became one of another kind.
fn rebuild(entry: &mut Entry, source: &PageEntry, page: &Page, known: &Document) {
    let built = lines::entry(source, page, known, &[]);
    let direction = entry.direction().map(str::to_owned);
    entry.kind = compare::kind(source);
    entry.head = built.head;
    if let (Some(first), Some(direction)) = (entry.head.first_mut(), direction) {
        *first = direction;
    }
    entry.body = built.body;
    if entry.kind != Kind::Marker {
        mark(&mut entry.review, "another kind of type");
    }
}

/// Returns the lines that a person must read, with their numbers.
pub(crate) fn reviews(text: &str) -> Vec<(usize, &str)> {
    let lines = (1..).zip(text.lines());
    let marked = lines.filter(|(_, line)| !line.starts_with('#') && line.contains(MARK));
    marked
        .map(|(number, line)| (number, line.trim_start()))
        .collect()
}

/// Returns the verbs, which may have a `?`, that no method has any more.
pub(crate) fn unused<'a>(verbs: &[&'a str], document: &Document) -> Vec<&'a str> {
    let has = |verb: &str| {
        document
            .entries()
            .any(|entry| entry.is_method() && lines::verb(&entry.name) == verb)
    };
    let verbs = verbs.iter().map(|verb| verb.trim_end_matches('?'));
    verbs.filter(|verb| !has(verb)).collect()
}
