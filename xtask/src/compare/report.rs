//! Changes as text, grouped by what changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Change, Comparison, FactChange};

/// The groups, in the order in which they are printed.
const GROUPS: [&str; 9] = [
    "Version",
    "New methods",
    "New types",
    "Renamed (probably)",
    "Removed",
    "Results",
    "Members",
    "Variants",
    "Limits, defaults and closed sets",
];

/// Returns the changes as text; empty without any.
pub(crate) fn report(comparison: &Comparison) -> String {
    let mut groups: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for change in &comparison.changes {
        groups.entry(group(change)).or_default().push(line(change));
    }
    let mut text = String::new();
    for (group, mut lines) in groups {
        if !text.is_empty() {
            text.push('\n');
        }
        let title = GROUPS.get(group).copied().unwrap_or_default();
        let _ = writeln!(text, "{title}");
        lines.dedup();
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn group(change: &Change) -> usize {
    match change {
        Change::Version { .. } => 0,
        Change::EntryAdded {
            is_method: true, ..
        } => 1,
        Change::EntryAdded { .. } => 2,
        Change::EntryRenamed { .. } | Change::FieldRenamed { .. } => 3,
        Change::EntryRemoved { .. } => 4,
        Change::Returns { .. } => 5,
        Change::KindChanged { .. }
        | Change::FieldAdded { .. }
        | Change::FieldRemoved { .. }
        | Change::TypeChanged { .. }
        | Change::Requirement { .. } => 6,
        Change::VariantAdded { .. } | Change::VariantRemoved { .. } => 7,
        Change::Fact { .. } => 8,
    }
}

fn line(change: &Change) -> String {
    match change {
        Change::Version { from, to } => format!("{from} -> {} {}", to.number, to.date),
        Change::EntryAdded { name, .. } => format!("+ {name}"),
        Change::EntryRemoved { name, is_method } => {
            let noun = if *is_method { "method" } else { "type" };
            format!("- {noun} {name}")
        }
        Change::EntryRenamed {
            from,
            to,
            is_method,
        } => {
            let noun = if *is_method { "method" } else { "type" };
            format!("{noun} {from} -> {to}")
        }
        Change::KindChanged { name, from, to } => {
            format!("{name}: {} -> {}", from.word(), to.word())
        }
        Change::Returns { method, from, to } => format!("{method}: {from} -> {to}"),
        Change::FieldAdded { owner, name } | Change::VariantAdded { owner, name } => {
            format!("+ {owner}.{name}")
        }
        Change::FieldRemoved { owner, name } | Change::VariantRemoved { owner, name } => {
            format!("- {owner}.{name}")
        }
        Change::FieldRenamed { owner, from, to } => format!("{owner}.{from} -> {to}"),
        Change::TypeChanged {
            owner,
            field,
            from,
            to,
        } => format!("{owner}.{field}: {from} -> {to}"),
        Change::Requirement {
            owner,
            field,
            required,
        } => {
            let change = if *required {
                "optional -> required"
            } else {
                "required -> optional"
            };
            format!("{owner}.{field}: {change}")
        }
        Change::Fact {
            owner,
            field,
            change,
        } => format!("{owner}.{field}: {}", fact(change)),
    }
}

fn fact(change: &FactChange) -> String {
    match change {
        FactChange::Added(fact) => format!("+ {}", fact.text()),
        FactChange::Changed { from, to } => format!("{from} -> {}", to.text()),
        FactChange::Dropped(key) => format!("- {key}"),
        FactChange::Unmentioned { fact, missing } => {
            format!(
                "`{}` is not on the page any more: {}",
                fact.text(),
                missing.join(", ")
            )
        }
    }
}
