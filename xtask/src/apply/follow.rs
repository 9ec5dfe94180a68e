//! What follows for new entries and members from the other entries: directions, tags, boxes, uploads
//! inside other values, and the kinds of updates.

use std::collections::HashSet;

use super::{New, reach};
use crate::document::{Body, Document, Entry, Fact, Kind, mark};
use crate::page::{Page, references};

const AT_MOST_ONE: &str = "stated at_most_one_of ";

/// Completes the new lines.
pub(super) fn complete(document: &mut Document, new: &New, page: &Page) {
    directions(document, new, page);
    let unions: Vec<String> = document
        .entries()
        .filter(|entry| entry.kind == Kind::Union)
        .map(|entry| entry.name.clone())
        .collect();
    for name in unions {
        union(document, &name, new, page);
    }
    boxes(document, new);
    uploads(document, new);
    update_kinds(document);
    one_of(document, new);
}

/// Sets the direction of new types, and widens that of others which new members refer to.
fn directions(document: &mut Document, new: &New, page: &Page) {
    let (received, sent) = reach::directions(document);
    // A type that nothing refers to is only named in prose.
    let named_by_methods = |name: &str| {
        page.entries
            .iter()
            .any(|entry| entry.is_method && entry.prose.contains(name))
    };
    for entry in document.entries_mut().filter(|entry| !entry.is_method()) {
        let direction = match (received.contains(&entry.name), sent.contains(&entry.name)) {
            (true, true) => "both",
            (false, true) => "out",
            (true, false) => "in",
            (false, false) if new.entries.contains(&entry.name) => {
                mark(&mut entry.review, "a direction");
                if named_by_methods(&entry.name) {
                    "out"
                } else {
                    "in"
                }
            }
            (false, false) => continue,
        };
        let known = entry.head.first().map_or("", String::as_str);
        let is_wider = direction == "both" && known != "both";
        if (new.entries.contains(&entry.name) || is_wider)
            && let Some(first) = entry.head.first_mut()
        {
            direction.clone_into(first);
        }
    }
}

/// Sets the tag of a new union, and the tags of its variants, which are constants of their types.
fn union(document: &mut Document, name: &str, new: &New, page: &Page) {
    let Some(entry) = document.entry(name) else {
        return;
    };
    let names: Vec<String> = entry
        .variants()
        .map(|variant| variant.name.clone())
        .collect();
    let constants = |name: &str| -> Vec<(String, String)> {
        let fields = document.entry(name).into_iter().flat_map(Entry::fields);
        fields
            .filter_map(|field| Some((field.name.clone(), field.value("const")?.to_owned())))
            .collect()
    };
    let is_new = new.entries.contains(name);
    let mut tag = entry.tag().map(str::to_owned);
    if is_new && tag.is_none() {
        let all: Vec<Vec<(String, String)>> = names.iter().map(|name| constants(name)).collect();
        let first = all.first().cloned().unwrap_or_default();
        let in_all = first.into_iter().find(|(field, _)| {
            all.iter()
                .all(|constants| constants.iter().any(|(name, _)| name == field))
        });
        tag = in_all.map(|(field, _)| field);
    }
    let tags: Vec<Option<String>> = names
        .iter()
        .map(|name| {
            constants(name)
                .into_iter()
                .find(|(field, _)| Some(field) == tag.as_ref())
                .map(|(_, value)| value)
        })
        .collect();
    let with: Vec<Option<String>> = names
        .iter()
        .zip(&tags)
        .map(|(name, tag)| discriminator(document, name, tag.as_ref(), &names, &tags))
        .collect();
    let source = page.entry(name);
    let Some(entry) = document.entries_mut().find(|entry| entry.name == name) else {
        return;
    };
    if is_new && let Some(tag) = &tag {
        entry.head.truncate(1);
        entry.head.extend(["tag".to_owned(), tag.clone()]);
    }
    if is_new {
        plain(entry, source.map_or("", |source| source.prose.as_str()));
    }
    let lines = entry.body.iter_mut().filter_map(|line| match line {
        Body::Variant(variant) => Some(variant),
        _ => None,
    });
    for ((variant, value), with) in lines.zip(tags).zip(with) {
        if tag.is_some() && value.is_some() {
            variant.tag = value;
        }
        if new.has(name, &variant.name) {
            if tag.is_some() && variant.tag.is_none() {
                mark(&mut variant.review, "a tag");
            }
            if variant.with.is_none()
                && let Some(with) = with
            {
                variant.with = Some(with);
                mark(&mut variant.review, "a discriminator");
            }
        }
    }
}

/// Returns the required fields that only this variant has among those with the same tag.
fn discriminator(
    document: &Document,
    name: &str,
    tag: Option<&String>,
    names: &[String],
    tags: &[Option<String>],
) -> Option<String> {
    let required = |name: &str| -> Vec<String> {
        let fields = document.entry(name).into_iter().flat_map(Entry::fields);
        fields
            .filter(|field| !field.optional && !field.has("const"))
            .map(|field| field.name.clone())
            .collect()
    };
    let others = names
        .iter()
        .zip(tags)
        .filter(|(other, other_tag)| *other != name && other_tag.as_ref() == tag);
    let others: Vec<HashSet<String>> = others
        .map(|(other, _)| required(other).into_iter().collect())
        .collect();
    if others.is_empty() {
        return None;
    }
    let own = required(name);
    let unique = own
        .iter()
        .find(|field| others.iter().all(|other| !other.contains(*field)));
    match unique {
        Some(field) => Some(field.clone()),
        None if own.is_empty() => None,
        None => Some(own.join("+")),
    }
}

/// Adds what a value of a new union may be instead of an object.
fn plain(entry: &mut Entry, prose: &str) {
    if prose.contains("a String") || prose.contains("an Array of") {
        mark(&mut entry.review, "values that are no objects");
    }
}

/// Marks new fields `recursive` if their owner would otherwise contain itself.
fn boxes(document: &mut Document, new: &New) {
    let names: Vec<String> = document
        .entries()
        .filter(|entry| entry.kind == Kind::Object)
        .map(|entry| entry.name.clone())
        .collect();
    for name in names {
        let fields: Vec<(String, Vec<String>)> = document
            .entry(&name)
            .into_iter()
            .flat_map(Entry::fields)
            .filter(|field| new.has(&name, &field.name) && !field.ty.starts_with("Array<"))
            .map(|field| {
                (
                    field.name.clone(),
                    references(&field.ty)
                        .into_iter()
                        .map(str::to_owned)
                        .collect(),
                )
            })
            .collect();
        for (field, types) in fields {
            if types
                .iter()
                .any(|ty| reach::held(document, ty).contains(&name))
            {
                set(document, &name, &field, Fact::flag("recursive"));
            }
        }
    }
}

/// Marks new parameters and fields whose value can contain an upload further inside.
fn uploads(document: &mut Document, new: &New) {
    let has_upload = |entry: &Entry| {
        entry
            .fields()
            .any(|field| field.value("upload").is_some_and(|place| place != "nested"))
    };
    let carriers: HashSet<String> = document
        .entries()
        .filter(|entry| has_upload(entry) && !entry.is_method())
        .map(|entry| entry.name.clone())
        .collect();
    let mut found = Vec::new();
    for entry in document.entries() {
        let is_sent =
            entry.is_method() || entry.direction().is_some_and(|direction| direction != "in");
        for field in entry
            .fields()
            .filter(|field| is_sent && !field.has("upload") && new.has(&entry.name, &field.name))
        {
            let types: Vec<String> = references(&field.ty)
                .into_iter()
                .map(str::to_owned)
                .collect();
            let inside = reach::reachable(document, &types);
            let twins = document.entries().flat_map(Entry::fields).filter(|other| {
                other.name == field.name && other.ty == field.ty && !std::ptr::eq(*other, field)
            });
            let mut twins = twins.peekable();
            // Where fields of the same name cannot, the page forbids it.
            let is_forbidden = twins.peek().is_some() && !twins.any(|other| other.has("upload"));
            if !inside.is_disjoint(&carriers) && !is_forbidden {
                found.push((entry.name.clone(), field.name.clone()));
            }
        }
    }
    for (owner, field) in found {
        set(document, &owner, &field, Fact::new("upload", "nested"));
    }
}

fn set(document: &mut Document, owner: &str, name: &str, fact: Fact) {
    let entry = document.entries_mut().find(|entry| entry.name == owner);
    if let Some(field) = entry.and_then(|entry| entry.fields_mut().find(|field| field.name == name))
    {
        field.set(fact);
    }
}

/// The kinds of updates that a bot can ask for are the fields of `Update`, of which one is given.
fn update_kinds(document: &mut Document) {
    let Some(update) = document.entry("Update") else {
        return;
    };
    let kinds: Vec<String> = update
        .fields()
        .map(|field| field.name.clone())
        .filter(|name| name != "update_id")
        .collect();
    let kinds = kinds.join("|");
    for entry in document.entries_mut() {
        for field in entry
            .fields_mut()
            .filter(|field| field.name == "allowed_updates")
        {
            field.set(Fact::new("each_of", &kinds));
        }
        let is_update = entry.name == "Update";
        for line in entry.body.iter_mut().filter(|_| is_update) {
            if let Body::Rule(rule) = line
                && rule.starts_with(AT_MOST_ONE)
            {
                *rule = format!("{AT_MOST_ONE}{kinds}");
            }
        }
    }
}

/// Marks new fields beside others of which only one may be given: they may be one more of these.
fn one_of(document: &mut Document, new: &New) {
    for entry in document
        .entries_mut()
        .filter(|entry| entry.name != "Update")
    {
        let is_counted = entry.body.iter().any(|line| {
            matches!(line, Body::Rule(rule) if rule.split(' ').any(|word| word.ends_with("_one_of")))
        });
        if is_counted && !new.entries.contains(&entry.name) {
            let name = entry.name.clone();
            let fields = entry.fields_mut();
            for field in fields.filter(|field| field.optional && new.has(&name, &field.name)) {
                field.mark("whether it excludes others");
            }
        }
    }
}
