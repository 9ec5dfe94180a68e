//! Limits, defaults, constants and closed sets that differ from what the prose says.

use std::collections::BTreeSet;

use super::{Change, FactChange, is_alike};
use crate::document::{Entry, Fact, Field};
use crate::page::{Page, PageField};
use crate::prose::{self, Mentions};

/// Facts whose values the page mentions, if they are still true.
const MENTIONED: [&str; 14] = [
    "const",
    "values",
    "in",
    "len",
    "line_feeds",
    "items",
    "total_len",
    "default",
    "or",
    "nonzero",
    "increasing",
    "strictly_increasing",
    "each_in",
    "upload",
];
/// Orders of a list, of which the page states one.
const ORDERS: [&str; 2] = ["increasing", "strictly_increasing"];
/// The unit of a length: read together with the length.
const UNITS: [&str; 2] = ["bytes", "after_entities"];

/// Returns the mark on a line with a fact that the page no longer mentions.
pub(crate) fn mark_of(key: &str) -> String {
    format!("the page no longer states `{key}`")
}

/// Whether a person is told already to read what became of a fact.
fn is_marked(field: &Field, key: &str) -> bool {
    let mark = mark_of(key);
    let review = field.review.as_deref().unwrap_or_default();
    review.split(", ").any(|known| known == mark)
}

/// Adds the differences of one field. Those of a marked line too: the mark may be about something else.
pub(super) fn compare(
    owner: &Entry,
    known: &Field,
    new: &PageField,
    owner_prose: &str,
    page: &Page,
    changes: &mut Vec<Change>,
) {
    let is_same_type = is_alike(known, new, page);
    let ty = if is_same_type { &known.ty } else { &new.ty };
    let read = prose::facts(ty, &new.prose);
    let mut add = |change| {
        let (owner, field) = (owner.name.clone(), known.name.clone());
        changes.push(Change::Fact {
            owner,
            field,
            change,
        });
    };
    for fact in &read {
        match known.facts.iter().find(|old| old.key == fact.key) {
            // Whether a set may grow is a matter of judgement.
            _ if fact.key == "hedged" => {}
            // A list of one value and a constant are the same for the page.
            None if fact.key == "const" && known.value("values") == fact.value.as_deref() => {}
            None if fact.key == "values" && known.has("const") => {}
            None => add(FactChange::Added(fact.clone())),
            Some(old) if is_same(old, fact) => {}
            Some(old) => add(FactChange::Changed {
                from: old.text(),
                to: fact.clone(),
            }),
        }
    }
    if let Some(old) = known.facts.iter().find(|fact| fact.key == "sources") {
        let new = Fact::new("sources", &prose::sources(&new.prose));
        if !is_same(old, &new) {
            let from = old.text();
            add(FactChange::Changed { from, to: new });
        }
    }
    let has = |key: &str| read.iter().any(|fact| fact.key == key);
    for old in &known.facts {
        if UNITS.contains(&old.key.as_str()) && has("len") && !has(&old.key) {
            add(FactChange::Dropped(old.key.clone()));
        }
        let is_order = |key: &str| ORDERS.contains(&key);
        if is_order(&old.key) && !has(&old.key) && read.iter().any(|fact| is_order(&fact.key)) {
            add(FactChange::Dropped(old.key.clone()));
            continue;
        }
        if !MENTIONED.contains(&old.key.as_str()) || has(&old.key) || is_marked(known, &old.key) {
            continue;
        }
        // The parse modes are in a section of their own.
        if new.prose.contains("ormatting options") {
            continue;
        }
        let missing = Mentions::new(&new.prose, owner_prose).missing(old);
        if !missing.is_empty() {
            add(FactChange::Unmentioned {
                fact: old.clone(),
                missing,
            });
        }
    }
}

/// Whether two facts say the same. The order of a set has no meaning, and a range that starts at 0 or
/// without a bound is the same for what is counted.
fn is_same(old: &Fact, new: &Fact) -> bool {
    let value = |fact: &Fact| fact.value.clone().unwrap_or_default();
    let (old_value, new_value) = (value(old), value(new));
    match old.key.as_str() {
        "values" | "sources" => set(&old_value) == set(&new_value),
        // Other sentences allow further values.
        "or" => set(&new_value).is_subset(&set(&old_value)),
        "items" | "len" | "line_feeds" | "total_len" => {
            old_value.trim_start_matches('0') == new_value.trim_start_matches('0')
                || (old_value.trim_start_matches('1') == new_value && old.key == "items")
        }
        "in" | "default" => old_value == new_value || is_same_number(&old_value, &new_value),
        _ => old_value == new_value,
    }
}

fn set(list: &str) -> BTreeSet<&str> {
    list.split('|').collect()
}

fn is_same_number(old: &str, new: &str) -> bool {
    matches!((old.parse::<f64>(), new.parse::<f64>()), (Ok(old), Ok(new)) if old.total_cmp(&new).is_eq())
}
