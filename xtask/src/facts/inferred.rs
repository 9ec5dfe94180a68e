//! What the facts need and no page states: it follows from the rest of the facts.

use std::collections::{BTreeMap, BTreeSet};

use super::apply::MARK;
use super::change::Change;
use super::text::{Member, Text, erased};
use crate::page;

/// Another member of the same name, if all of them are alike.
pub(crate) fn alike(facts: &Text, name: &str) -> Option<Member> {
    let entries = facts.entries();
    let mut members = entries.iter().flat_map(|entry| facts.members(entry));
    let first = members.find(|member| member.name == name)?;
    let is_same = |other: &Member| other.ty == first.ty && other.words == first.words;
    members
        .filter(|member| member.name == name)
        .all(|other| is_same(&other))
        .then_some(first)
}

/// The type with the widths of integers that most members of this name have.
pub(crate) fn widened(facts: &Text, name: &str, ty: &str) -> String {
    let entries = facts.entries();
    let members = entries.iter().flat_map(|entry| facts.members(entry));
    let mut counts = BTreeMap::new();
    for member in members.filter(|member| member.name == name && erased(&member.ty) == ty) {
        *counts.entry(member.ty).or_insert(0) += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or_else(|| ty.to_owned(), |(ty, _)| ty)
}

/// States how the member can carry a file.
pub(crate) fn upload(facts: &Text, is_method: bool, new: &page::Member, member: &mut Member) {
    let words = match new.ty.as_str() {
        "InputFile" if is_method => "upload direct sources upload",
        "InputFile|String" if is_method => {
            match (new.prose.contains("file_id"), new.prose.contains("URL")) {
                (true, false) => "upload direct sources file_id|upload",
                (false, false) => "upload direct sources upload",
                (_, true) => "upload direct sources file_id|url|upload",
            }
        }
        "String" | "InputFile|String" | "InputFile" if new.prose.contains("attach://") => {
            if new.prose.contains("URL") {
                "upload attach sources file_id|url|upload"
            } else if new.prose.contains("file_id") {
                "upload attach sources file_id|upload"
            } else {
                "upload attach sources upload"
            }
        }
        ty if carries_file(facts, ty, 0) => "upload nested",
        _ => return,
    };
    member.words.extend(words.split(' ').map(str::to_owned));
}

/// Whether a file can be somewhere inside of a type that is sent.
fn carries_file(facts: &Text, ty: &str, depth: usize) -> bool {
    let names = ty.split(|letter: char| !letter.is_ascii_alphanumeric());
    names.filter(|name| !name.is_empty()).any(|name| {
        let Some(entry) = facts.entry(name).filter(|_| depth < 4) else {
            return false;
        };
        let variants = facts.variants(&entry);
        let has_upload = |member: &Member| member.words.iter().any(|word| word == "upload");
        facts.members(&entry).iter().any(has_upload)
            || variants
                .iter()
                .any(|(name, _)| carries_file(facts, name, depth + 1))
    })
}

/// The class of a method by the verb of its name, and whether all methods of this verb have it.
pub(crate) fn class(facts: &Text, name: &str) -> (&'static str, bool) {
    let verb = |name: &str| {
        name.find(char::is_uppercase)
            .map_or(name, |end| name.split_at(end).0)
            .to_owned()
    };
    let entries = facts.entries();
    let same = entries
        .iter()
        .filter(|entry| entry.is_method() && verb(&entry.name) == verb(name));
    let heads = same.filter_map(|entry| facts.lines.get(entry.head));
    let classes: BTreeSet<_> = heads.map(|head| head.contains(" once")).collect();
    match classes.into_iter().collect::<Vec<_>>().as_slice() {
        [true] => ("once", true),
        [false] => ("repeatable", true),
        _ => ("once", false),
    }
}

/// Replaces the `?` of new types by whether they are received, sent, or both: they are what refers to
/// them.
pub(crate) fn directions(facts: &mut Text, changes: &[Change]) {
    let mut rest: Vec<_> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Added { name } if name.starts_with(char::is_uppercase) => Some(name.clone()),
            _ => None,
        })
        .collect();
    // One that only new types refer to follows these.
    for _ in 0..=rest.len() {
        rest.retain(|name| {
            let (is_in, is_out) = uses(facts, name);
            let direction = match (is_in, is_out) {
                (true, true) => "both",
                (true, false) => "in",
                (false, true) => "out",
                (false, false) => return true,
            };
            set_direction(facts, name, direction);
            false
        });
    }
    for name in rest {
        set_direction(
            facts,
            &name,
            &format!("both {MARK} whether it is received or sent"),
        );
    }
}

fn set_direction(facts: &mut Text, name: &str, direction: &str) {
    if let Some(entry) = facts.entry(name)
        && let Some(head) = facts.lines.get_mut(entry.head)
    {
        *head = match direction.split_once(" #") {
            Some((direction, mark)) => format!("{} #{mark}", head.replacen('?', direction, 1)),
            None => head.replacen('?', direction, 1),
        };
    }
}

/// Whether something received and something sent refers to the type.
fn uses(facts: &Text, name: &str) -> (bool, bool) {
    let mentions = |ty: &str| {
        ty.split(|letter: char| !letter.is_ascii_alphanumeric())
            .any(|word| word == name)
    };
    let (mut is_in, mut is_out) = (false, false);
    for entry in facts.entries() {
        let head = facts.lines.get(entry.head).map_or("", String::as_str);
        let members = facts.members(&entry);
        let refers = members.iter().any(|member| mentions(&member.ty))
            || facts
                .variants(&entry)
                .iter()
                .any(|(variant, _)| variant == name);
        if entry.is_method() {
            is_in |= facts.result(&entry).is_some_and(mentions);
            is_out |= refers;
        } else if refers && entry.name != name {
            let direction = head.split(' ').nth(2).unwrap_or_default();
            is_in |= ["in", "both"].contains(&direction);
            is_out |= ["out", "both"].contains(&direction);
        }
    }
    (is_in, is_out)
}

/// Marks the new members through which a type contains itself, except in a list.
pub(crate) fn recursion(facts: &mut Text, changes: &[Change]) {
    for change in changes {
        let (owner, only) = match change {
            Change::Added { name } => (name, None),
            Change::MemberAdded { owner, name } => (owner, Some(name)),
            _ => continue,
        };
        let Some(entry) = facts.entry(owner).filter(|entry| !entry.is_method()) else {
            continue;
        };
        for mut member in facts.members(&entry) {
            let is_new = only.is_none_or(|name| *name == member.name);
            if is_new && reaches(facts, &member.ty, owner, &mut BTreeSet::new()) {
                let end = member.words.iter().position(|word| word == "#");
                let end = end.unwrap_or(member.words.len());
                member.words.insert(end, "recursive".to_owned());
                facts.set(&member);
            }
        }
    }
}

/// Returns whether a value of type `ty` can contain one of type `owner`, except in a list.
fn reaches(facts: &Text, ty: &str, owner: &str, seen: &mut BTreeSet<String>) -> bool {
    ty.split('|').any(|name| {
        if name == owner {
            return true;
        }
        if name.starts_with("Array<") || !seen.insert(name.to_owned()) {
            return false;
        }
        let Some(entry) = facts.entry(name) else {
            return false;
        };
        let members = facts
            .members(&entry)
            .into_iter()
            .filter(|it| !it.words.iter().any(|word| word == "recursive"));
        let members: Vec<_> = members.map(|member| member.ty).collect();
        let variants = facts.variants(&entry).into_iter().map(|(name, _)| name);
        members
            .into_iter()
            .chain(variants)
            .any(|ty| reaches(facts, &ty, owner, seen))
    })
}
