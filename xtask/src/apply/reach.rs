//! Which types a value can contain.

use std::collections::{HashMap, HashSet};

use crate::document::{Document, Entry};
use crate::page::references;

/// Returns all types that are contained in the given ones at any depth, and these.
pub(crate) fn reachable(document: &Document, from: &[String]) -> HashSet<String> {
    let entries: HashMap<&str, &Entry> = document
        .entries()
        .map(|entry| (entry.name.as_str(), entry))
        .collect();
    let mut found: HashSet<String> = HashSet::new();
    let mut open: Vec<&str> = from.iter().map(String::as_str).collect();
    while let Some(name) = open.pop() {
        if let Some(entry) = entries.get(name)
            && found.insert(name.to_owned())
        {
            open.extend(contents(entry));
        }
    }
    found
}

/// Returns the types that an entry names.
pub(super) fn contents(entry: &Entry) -> Vec<&str> {
    let fields = entry.fields().flat_map(|field| references(&field.ty));
    fields
        .chain(entry.variants().map(|variant| variant.name.as_str()))
        .collect()
}

/// Returns the types that the server sends, and those that bots send.
pub(super) fn directions(document: &Document) -> (HashSet<String>, HashSet<String>) {
    let methods: Vec<&Entry> = document
        .entries()
        .filter(|entry| entry.is_method())
        .collect();
    let results = methods
        .iter()
        .filter_map(|method| method.returns())
        .flat_map(references);
    let mut received: Vec<String> = results.map(str::to_owned).collect();
    received.push("Update".to_owned());
    let sent = methods.iter().flat_map(|method| contents(method));
    let sent: Vec<String> = sent.map(str::to_owned).collect();
    (reachable(document, &received), reachable(document, &sent))
}

/// Returns the types that are contained in a type without a list in between: without a box, a type among
/// them that contains this one would contain itself.
pub(super) fn held(document: &Document, from: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(name) = open.pop() {
        if !found.insert(name.clone()) {
            continue;
        }
        let Some(entry) = document.entry(&name) else {
            continue;
        };
        let fields = entry
            .fields()
            .filter(|field| !field.ty.starts_with("Array<"));
        open.extend(
            fields
                .flat_map(|field| references(&field.ty))
                .map(str::to_owned),
        );
        open.extend(entry.variants().map(|variant| variant.name.clone()));
    }
    found
}
