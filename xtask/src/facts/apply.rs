//! Edits the facts as a page requires. What only a person can decide is marked.

use super::added::{add, add_kind, add_member, variant};
use super::change::Change;
use super::inferred::{directions, recursion, widened};
use super::names::replace_word;
use super::text::{Member, Text};
use crate::page::Page;

/// The start of a mark, which ends a line. The tests of the facts refuse it.
pub(crate) const MARK: &str = "# read:";

/// Edits the facts. Returns the lines to add to the list of retired names.
pub(crate) fn apply(facts: &mut Text, page: &Page, changes: &[Change]) -> Vec<String> {
    let mut retired = Vec::new();
    // What is new may refer to names that are changed first.
    for change in changes {
        match change {
            Change::Version { to, date, .. } => {
                let date = date.as_deref().unwrap_or("-");
                replace(facts, "version ", &format!("version {to} {date}"));
            }
            Change::Renamed { from, to } => {
                rename(facts, from, to);
                let kind = if from.starts_with(char::is_lowercase) {
                    "method"
                } else {
                    "type"
                };
                retired.push(format!("{kind} {from} -> {to} {}", page.version));
            }
            Change::MemberRenamed { owner, from, to } => {
                edit(facts, owner, from, |member| member.name.clone_from(to));
                rename_in_rules(facts, owner, from, to);
                retired.push(format!("{owner} {from} -> {to} {}", page.version));
            }
            _ => {}
        }
    }
    for change in changes {
        edit_known(facts, page, change);
    }
    for (index, published) in page.entries.iter().enumerate() {
        let is_new =
            |change: &Change| matches!(change, Change::Added { name } if *name == published.name);
        if changes.iter().any(is_new) {
            add(facts, page, index, published);
        }
    }
    directions(facts, changes);
    recursion(facts, changes);
    for change in changes {
        if let Change::MemberAdded { owner, name } = change
            && owner == "Update"
        {
            add_kind(facts, name);
        }
    }
    retired
}

fn edit_known(facts: &mut Text, page: &Page, change: &Change) {
    let published = |owner: &str| page.entries.iter().find(|entry| entry.name == owner);
    match change {
        Change::Removed { name } => remove(facts, name),
        Change::Result { method, to, .. } => {
            if let Some(entry) = facts.entry(method)
                && let Some(head) = facts.lines.get_mut(entry.head)
                && let Some((before, rest)) = head.split_once(" -> ")
            {
                let class = rest.rsplit(' ').next().unwrap_or("once");
                let mark = if to.contains('|') {
                    " # read: which parameter selects the result"
                } else {
                    ""
                };
                *head = format!("{before} -> {to} {class}{mark}");
            }
        }
        Change::MemberRemoved { owner, name } => {
            if let Some(member) = member(facts, owner, name) {
                facts.lines.remove(member.line);
            }
        }
        Change::MemberAdded { owner, name } => {
            if let (Some(entry), Some(published)) = (facts.entry(owner), published(owner)) {
                add_member(facts, &entry, published, name);
            }
        }
        Change::Type {
            owner, name, to, ..
        } => {
            let ty = widened(facts, name, to);
            edit(facts, owner, name, |member| {
                member.ty = ty;
                mark(member, "whether the limits are still those of the type");
            });
        }
        Change::Need {
            owner,
            name,
            is_required,
        } => {
            edit(facts, owner, name, |member| {
                member.is_required = *is_required;
            });
        }
        Change::Stated {
            owner,
            name,
            key,
            to,
            ..
        } => edit(facts, owner, name, |member| {
            set(member, key, to);
        }),
        Change::VariantAdded { owner, name } => {
            if let (Some(entry), Some(published)) = (facts.entry(owner), published(owner)) {
                let line = variant(facts, page, &entry, name);
                let known = facts.variants(&entry);
                let before = published
                    .variants
                    .iter()
                    .take_while(|variant| *variant != name);
                let after = known
                    .iter()
                    .filter(|(known, _)| before.clone().any(|name| name == known));
                let at = after
                    .map(|(_, line)| line + 1)
                    .max()
                    .unwrap_or(entry.body.start);
                facts.lines.insert(at, line);
            }
        }
        Change::VariantRemoved { owner, name } => {
            if let Some(entry) = facts.entry(owner)
                && let Some((_, line)) = facts
                    .variants(&entry)
                    .into_iter()
                    .find(|(it, _)| it == name)
            {
                facts.lines.remove(line);
            }
        }
        Change::Version { .. }
        | Change::Added { .. }
        | Change::Renamed { .. }
        | Change::MemberRenamed { .. } => {}
    }
}

fn replace(facts: &mut Text, start: &str, line: &str) {
    if let Some(found) = facts.lines.iter_mut().find(|line| line.starts_with(start)) {
        line.clone_into(found);
    }
}

fn member(facts: &Text, owner: &str, name: &str) -> Option<Member> {
    let entry = facts.entry(owner)?;
    facts
        .members(&entry)
        .into_iter()
        .find(|member| member.name == name)
}

fn edit(facts: &mut Text, owner: &str, name: &str, edit: impl FnOnce(&mut Member)) {
    if let Some(mut member) = member(facts, owner, name) {
        edit(&mut member);
        facts.set(&member);
    }
}

/// Sets the value of a key. A range without a lower bound keeps that of the line.
fn set(member: &mut Member, key: &str, to: &str) {
    let at = member.words.iter().position(|word| word == key);
    if let Some(value) = at.and_then(|at| member.words.get_mut(at + 1)) {
        let low = value.split("..").next().unwrap_or_default();
        *value = if to.starts_with("..") {
            format!("{low}{to}")
        } else {
            to.to_owned()
        };
    } else {
        let end = member.words.iter().position(|word| word == "#");
        let end = end.unwrap_or(member.words.len());
        member
            .words
            .splice(end..end, [key.to_owned(), to.to_owned()]);
    }
}

pub(crate) fn mark(member: &mut Member, what: &str) {
    if !member.words.iter().any(|word| word == "#") {
        let mark = format!("{MARK} {what}");
        member.words.extend(mark.split(' ').map(str::to_owned));
    }
}

fn remove(facts: &mut Text, name: &str) {
    if let Some(entry) = facts.entry(name) {
        // The empty line after the entry goes too.
        let end = (entry.body.end + 1).min(facts.lines.len());
        facts.lines.drain(entry.head..end);
    }
}

/// Renames a type or method wherever it is a whole word.
fn rename(facts: &mut Text, from: &str, to: &str) {
    let is_comment = |line: &String| line.starts_with('#');
    for line in facts.lines.iter_mut().filter(|line| !is_comment(line)) {
        *line = replace_word(line, from, to);
    }
}

/// Renames a member in the rules of its owner, below its path too.
fn rename_in_rules(facts: &mut Text, owner: &str, from: &str, to: &str) {
    let Some(entry) = facts.entry(owner) else {
        return;
    };
    for line in entry.body {
        if let Some(line) = facts.lines.get_mut(line)
            && (line.starts_with("  stated") || line.starts_with("  implied"))
        {
            *line = replace_word(line, from, to);
        }
    }
}
