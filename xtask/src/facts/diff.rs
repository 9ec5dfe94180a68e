//! What changed between the facts and a page.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::text::{self, Text, erased};
use crate::page::{self, Page, stated};

/// Compares a page with the facts.
pub(crate) fn diff(facts: &Text, page: &Page) -> Vec<Change> {
    let mut changes = Vec::new();
    let (version, _) = facts.version();
    if version != page.version {
        changes.push(Change::Version {
            from: version.to_owned(),
            to: page.version.clone(),
            date: page.date.clone(),
        });
    }
    let known = facts.entries();
    let names: BTreeSet<_> = known.iter().map(|entry| entry.name.as_str()).collect();
    let published: BTreeSet<_> = page
        .entries
        .iter()
        .map(|entry| entry.name.as_str())
        .collect();
    let added: Vec<_> = page
        .entries
        .iter()
        .filter(|entry| !names.contains(entry.name.as_str()))
        .collect();
    let removed: Vec<_> = known
        .iter()
        .filter(|entry| !published.contains(entry.name.as_str()))
        .collect();
    let renamed = renamed(facts, &removed, &added);
    for entry in &removed {
        if !renamed.contains_key(&entry.name) {
            changes.push(Change::Removed {
                name: entry.name.clone(),
            });
        }
    }
    let by_new: BTreeMap<_, _> = renamed.iter().map(|(from, to)| (to, from)).collect();
    for published in &page.entries {
        let old = match by_new.get(&published.name) {
            Some(old) => {
                changes.push(Change::Renamed {
                    from: (*old).clone(),
                    to: published.name.clone(),
                });
                *old
            }
            None => &published.name,
        };
        match facts.entry(old) {
            Some(entry) => compare(facts, &entry, published, &renamed, &mut changes),
            None => changes.push(Change::Added {
                name: published.name.clone(),
            }),
        }
    }
    changes
}

/// Finds entries that have another name but most of the same members.
fn renamed(
    facts: &Text,
    removed: &[&text::Entry],
    added: &[&page::Entry],
) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for old in removed {
        let members: BTreeSet<_> = match old.kind.as_str() {
            "union" => facts
                .variants(old)
                .into_iter()
                .map(|(name, _)| name)
                .collect(),
            _ => facts
                .members(old)
                .into_iter()
                .map(|member| member.name)
                .collect(),
        };
        let common = |new: &&&page::Entry| {
            let own: BTreeSet<String> = if new.variants.is_empty() {
                new.members
                    .iter()
                    .map(|member| member.name.clone())
                    .collect()
            } else {
                new.variants.iter().cloned().collect()
            };
            let all = members.union(&own).count();
            let both = members.intersection(&own).count();
            // Nothing in common says nothing.
            if all == 0 || both == 0 {
                0
            } else {
                both * 100 / all
            }
        };
        let candidates = added.iter().filter(|new| {
            new.is_method() == old.is_method() && !found.values().any(|name| *name == new.name)
        });
        let best = candidates.max_by_key(common);
        if let Some(best) = best.filter(|best| common(best) >= 60) {
            found.insert(old.name.clone(), best.name.clone());
        }
    }
    found
}

fn compare(
    facts: &Text,
    entry: &text::Entry,
    published: &page::Entry,
    renamed: &BTreeMap<String, String>,
    changes: &mut Vec<Change>,
) {
    let owner = &published.name;
    let current = |ty: &str| with_names(&erased(ty), renamed);
    if let (Some(from), Some(to)) = (facts.result(entry), &published.returns)
        && !same(&current(from), to)
    {
        changes.push(Change::Result {
            method: owner.clone(),
            from: from.to_owned(),
            to: to.clone(),
        });
    }
    variants(facts, entry, published, renamed, changes);
    let known = facts.members(entry);
    let added: Vec<_> = published
        .members
        .iter()
        .filter(|member| !known.iter().any(|old| old.name == member.name))
        .collect();
    let removed: Vec<_> = known
        .iter()
        .filter(|old| {
            !published
                .members
                .iter()
                .any(|member| member.name == old.name)
        })
        .collect();
    let mut new_names = BTreeMap::new();
    for old in &removed {
        // One that was replaced by one of the same type, at the same place or of a similar name.
        let place = known.iter().position(|member| member.name == old.name);
        let candidate = added.iter().find(|new| {
            let at = published
                .members
                .iter()
                .position(|member| member.name == new.name);
            same(&current(&old.ty), &new.ty)
                && old.is_required == new.is_required
                && !new_names.values().any(|name| *name == new.name)
                && (at == place || is_similar(&old.name, &new.name))
        });
        match candidate {
            Some(new) => {
                new_names.insert(old.name.clone(), new.name.clone());
                changes.push(Change::MemberRenamed {
                    owner: owner.clone(),
                    from: old.name.clone(),
                    to: new.name.clone(),
                });
            }
            None => changes.push(Change::MemberRemoved {
                owner: owner.clone(),
                name: old.name.clone(),
            }),
        }
    }
    for new in &published.members {
        let name = new.name.clone();
        let owner = owner.clone();
        let old = known
            .iter()
            .find(|old| old.name == new.name || new_names.get(&old.name) == Some(&new.name));
        let Some(old) = old else {
            changes.push(Change::MemberAdded { owner, name });
            continue;
        };
        if !same(&current(&old.ty), &new.ty) {
            changes.push(Change::Type {
                owner: owner.clone(),
                name: name.clone(),
                from: old.ty.clone(),
                to: new.ty.clone(),
            });
        }
        if old.is_required != new.is_required {
            let is_required = new.is_required;
            changes.push(Change::Need {
                owner: owner.clone(),
                name: name.clone(),
                is_required,
            });
        }
        limits(old, new, &owner, changes);
    }
}

/// Compares what the prose states with the line of the facts. A key that the line lacks counts only
/// if nothing else limits the member: a person has decided on its line.
fn limits(old: &text::Member, new: &page::Member, owner: &str, changes: &mut Vec<Change>) {
    for (key, to) in stated(new) {
        let from = old.value(key);
        let is_same = match from {
            Some(from) if to.starts_with("..=") => from.ends_with(to.trim_start_matches("..")),
            Some(from) if key == "values" => {
                let set = |list: &str| list.split('|').map(str::to_owned).collect::<BTreeSet<_>>();
                set(from).is_superset(&set(&to))
            }
            Some(from) => from == to,
            None => LIMITS.iter().any(|key| old.value(key).is_some()) || key == "default",
        };
        if !is_same {
            changes.push(Change::Stated {
                owner: owner.to_owned(),
                name: new.name.clone(),
                key,
                from: from.map(str::to_owned),
                to,
            });
        }
    }
}

/// The keys that limit a value.
const LIMITS: [&str; 9] = [
    "in", "len", "items", "const", "values", "each_of", "each_in", "pattern", "scheme",
];

fn variants(
    facts: &Text,
    entry: &text::Entry,
    published: &page::Entry,
    renamed: &BTreeMap<String, String>,
    changes: &mut Vec<Change>,
) {
    if entry.kind != "union" {
        return;
    }
    let owner = published.name.clone();
    let known = facts.variants(entry);
    let known: Vec<_> = known
        .into_iter()
        .map(|(name, _)| with_names(&name, renamed))
        .collect();
    for name in published
        .variants
        .iter()
        .filter(|name| !known.contains(name))
    {
        let (owner, name) = (owner.clone(), name.clone());
        changes.push(Change::VariantAdded { owner, name });
    }
    for name in known
        .into_iter()
        .filter(|name| !published.variants.contains(name))
    {
        let owner = owner.clone();
        changes.push(Change::VariantRemoved { owner, name });
    }
}

/// Returns whether two types are equal. One of the formats does not distinguish `True`, and the order
/// of alternatives does not matter.
fn same(one: &str, other: &str) -> bool {
    let sorted = |ty: &str| {
        let ty = ty.replace("True", "Boolean");
        let (prefix, rest) = match ty.rfind("Array<") {
            Some(at) => ty.split_at(at + 6),
            None => ("", &*ty),
        };
        let mut names: Vec<_> = rest.trim_end_matches('>').split('|').collect();
        names.sort_unstable();
        format!("{prefix}{}", names.join("|"))
    };
    sorted(one) == sorted(other)
}

/// Returns the type with the present names of what was renamed.
fn with_names(ty: &str, renamed: &BTreeMap<String, String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric();
    let mut text = String::new();
    let mut rest = ty;
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        text.push_str(renamed.get(word).map_or(word, String::as_str));
        let end = after.find(is_part).unwrap_or(after.len());
        let (signs, after) = after.split_at(end);
        text.push_str(signs);
        rest = after;
    }
    text
}

/// Returns whether names share most of their words.
fn is_similar(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split('_').map(str::to_owned).collect::<BTreeSet<_>>();
    let (one, other) = (words(one), words(other));
    let both = one.intersection(&other).count();
    both * 2 >= one.len().max(other.len())
}
