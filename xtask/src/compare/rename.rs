//! What was probably renamed: something is gone, and something similar is new in its place.

use std::collections::HashSet;

use super::{Change, is_alike, kind};
use crate::document::{Body, Document, Entry, replace_word};
use crate::page::{Page, PageEntry};

/// Renames entries of the document that the page has under another name.
pub(super) fn entries(document: &mut Document, page: &Page, changes: &mut Vec<Change>) {
    let gone = document
        .entries()
        .filter(|entry| page.entry(&entry.name).is_none());
    let gone: Vec<Entry> = gone.cloned().collect();
    let mut new: Vec<&PageEntry> = page
        .entries
        .iter()
        .filter(|new| document.entry(&new.name).is_none())
        .collect();
    for old in gone {
        let scored = new.iter().map(|new| (score(&old, new), *new));
        let best = scored.max_by(|one, other| one.0.total_cmp(&other.0));
        let Some((_, best)) = best.filter(|(score, _)| *score >= 0.6) else {
            continue;
        };
        new.retain(|candidate| candidate.name != best.name);
        rename_entry(document, &old.name, &best.name);
        changes.push(Change::EntryRenamed {
            from: old.name.clone(),
            to: best.name.clone(),
            is_method: old.is_method(),
        });
    }
}

/// Returns how alike two entries are: their members count twice, because a name is often replaced.
fn score(old: &Entry, new: &PageEntry) -> f64 {
    if old.kind != kind(new) {
        return 0.0;
    }
    let members = |fields: Vec<&str>| {
        fields
            .into_iter()
            .map(str::to_owned)
            .collect::<HashSet<_>>()
    };
    let old_members = members(
        old.fields()
            .map(|field| field.name.as_str())
            .chain(old.variants().map(|variant| variant.name.as_str()))
            .collect(),
    );
    let new_members = members(
        new.fields
            .iter()
            .map(|field| field.name.as_str())
            .chain(new.variants.iter().map(String::as_str))
            .collect(),
    );
    let names = overlap(&words(&old.name), &words(&new.name));
    if old_members.is_empty() && new_members.is_empty() {
        return names;
    }
    // Names that have nothing in common are different things with similar members.
    if names == 0.0 {
        return 0.0;
    }
    (names + 2.0 * overlap(&old_members, &new_members)) / 3.0
}

/// Renames fields of the document's entry that the page has under another name.
pub(super) fn fields(
    document: &mut Document,
    new: &PageEntry,
    page: &Page,
    changes: &mut Vec<Change>,
) {
    let Some(entry) = document.entries_mut().find(|entry| entry.name == new.name) else {
        return;
    };
    let names: Vec<String> = entry.fields().map(|field| field.name.clone()).collect();
    let new_names: Vec<&str> = new.fields.iter().map(|field| field.name.as_str()).collect();
    let gone: Vec<&String> = names
        .iter()
        .filter(|name| !new_names.contains(&name.as_str()))
        .collect();
    let mut added: Vec<&str> = new_names
        .iter()
        .copied()
        .filter(|name| !names.iter().any(|known| known == name))
        .collect();
    for old in gone {
        let before = names
            .iter()
            .position(|name| name == old)
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| names.get(at));
        let scored = added.iter().map(|name| {
            let at = new_names.iter().position(|new| new == name);
            let new_before = at
                .and_then(|at| at.checked_sub(1))
                .and_then(|at| new_names.get(at))
                .copied();
            let is_in_place = before.map(String::as_str) == new_before;
            let is_same_type = at
                .and_then(|at| new.fields.get(at))
                .zip(entry.field(old))
                .is_some_and(|(new, old)| is_alike(old, new, page));
            let place = if is_in_place { 0.5 } else { 0.0 };
            let ty = if is_same_type { 0.3 } else { 0.0 };
            (place + ty + overlap(&words(old), &words(name)) * 0.5, *name)
        });
        let best = scored.max_by(|one, other| one.0.total_cmp(&other.0));
        let Some((_, best)) = best.filter(|(score, _)| *score >= 0.5) else {
            continue;
        };
        added.retain(|name| *name != best);
        rename_field(entry, old, best);
        changes.push(Change::FieldRenamed {
            owner: new.name.clone(),
            from: old.clone(),
            to: best.to_owned(),
        });
    }
}

/// Returns the words of a name, in either notation.
fn words(name: &str) -> HashSet<String> {
    let mut words = vec![String::new()];
    for char in name.chars() {
        if char == '_' || char.is_ascii_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| char != '_') {
            word.push(char.to_ascii_lowercase());
        }
    }
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

fn overlap(one: &HashSet<String>, other: &HashSet<String>) -> f64 {
    let all = one.union(other).count();
    let common = one.intersection(other).count();
    let number = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    if all == 0 {
        0.0
    } else {
        number(common) / number(all)
    }
}

fn rename_entry(document: &mut Document, from: &str, to: &str) {
    for entry in document.entries_mut() {
        if entry.name == from {
            to.clone_into(&mut entry.name);
        }
        for word in &mut entry.head {
            *word = replace_word(word, from, to);
        }
        for line in &mut entry.body {
            match line {
                Body::Field(field) => field.ty = replace_word(&field.ty, from, to),
                Body::Variant(variant) => variant.name = replace_word(&variant.name, from, to),
                Body::Rule(rule) => *rule = replace_word(rule, from, to),
                // A sentence, in which the name may be a plain word.
                Body::Why(_) => {}
            }
        }
    }
}

fn rename_field(entry: &mut Entry, from: &str, to: &str) {
    for word in &mut entry.head {
        *word = replace_word(word, from, to);
    }
    for line in &mut entry.body {
        match line {
            Body::Field(field) if field.name == from => to.clone_into(&mut field.name),
            Body::Rule(rule) => *rule = replace_word(rule, from, to),
            Body::Field(_) | Body::Variant(_) | Body::Why(_) => {}
        }
    }
}
