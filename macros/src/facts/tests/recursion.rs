//! The fields that need a `Box`, which declarations of the types rely on.

use std::collections::HashMap;

use super::*;

/// Returns the types that each type contains without a list in between, by fields that are
/// `recursive` or by those that are not.
fn held(recursive: bool) -> HashMap<&'static str, Vec<&'static str>> {
    let mut held = HashMap::new();
    for ty in types() {
        let variants = ty.variants().iter().map(|variant| variant.name);
        let is_marked = |field: &&FieldFacts| is_recursive(ty.name, field.name) == recursive;
        let fields = ty.fields().iter().filter(is_marked);
        let named = fields.flat_map(|field| direct(&field.ty));
        let all = if recursive {
            named.collect()
        } else {
            variants.chain(named).collect()
        };
        held.insert(ty.name, all);
    }
    held
}

fn direct(ty: &TypeExpr) -> Vec<&'static str> {
    match ty {
        TypeExpr::Array(_) => vec![],
        ty => refs(ty),
    }
}

/// Whether the field's line has the word `recursive`, which no check uses.
fn is_recursive(owner: &str, field: &str) -> bool {
    let mut lines = entry("object", owner).into_iter().flatten();
    let is_field = |line: &&str| {
        let name = line.trim_start().split(':').next().unwrap_or_default();
        name.trim_end_matches('?') == field
    };
    let line = lines.find(is_field).unwrap_or_default();
    line.split(' ').any(|word| word == "recursive")
}

/// Returns all types that a value can contain at any depth.
fn reachable(
    from: &'static str,
    held: &HashMap<&'static str, Vec<&'static str>>,
) -> HashSet<&'static str> {
    let mut found = HashSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        for next in held.get(name).into_iter().flatten() {
            if found.insert(*next) {
                open.push(next);
            }
        }
    }
    found
}

#[test]
fn without_the_recursive_fields_no_type_contains_itself() {
    let held = held(false);
    for name in type_names() {
        assert!(!reachable(name, &held).contains(name), "{name}");
    }
}

#[test]
fn every_recursive_field_leads_back_to_its_owner() {
    let (plain, recursive) = (held(false), held(true));
    let mut all = plain;
    for (owner, names) in &recursive {
        all.entry(owner).or_default().extend(names);
    }
    let pairs: Vec<_> = recursive
        .iter()
        .flat_map(|(owner, names)| names.iter().map(move |name| (*owner, *name)))
        .collect();
    let lines = TEXT.lines().filter(|line| line.starts_with("  "));
    let marked = lines.filter(|line| line.split(' ').any(|word| word == "recursive"));
    assert_eq!(pairs.len(), marked.count());
    assert!(!pairs.is_empty());
    for (owner, name) in pairs {
        let is_back = name == owner || reachable(name, &all).contains(owner);
        assert!(is_back, "{owner} holds {name}");
    }
}
