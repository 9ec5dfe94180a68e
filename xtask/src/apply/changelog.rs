//! The changelog of a bump.

use std::fmt::Write as _;

use crate::compare::Change;

/// Returns the changelog with an entry about the new version; unchanged if it has one.
pub(crate) fn changelog(text: &str, changes: &[Change]) -> String {
    let Some(Change::Version { from, to }) = changes
        .iter()
        .find(|change| matches!(change, Change::Version { .. }))
    else {
        return text.to_owned();
    };
    let (number, from) = (&to.number, from.split(' ').next().unwrap_or_default());
    let entry = wrapped(&format!(
        "- catalogue: Bot API {number}{}",
        summary(changes)
    ));
    let (head, rest) = text.split_once("\n## Unreleased\n").unwrap_or((text, ""));
    let (own, older) = match rest.find("\n## ") {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    if own.contains(&format!("- catalogue: Bot API {number}")) {
        return text.to_owned();
    }
    // The paragraph below the title states the version.
    let own = own.replacen(
        &format!("Bot API {from}."),
        &format!("Bot API {number}."),
        1,
    );
    let own = match own.split_once("\n### Added\n\n") {
        Some((before, after)) => format!("{before}\n### Added\n\n{entry}\n{after}"),
        None if own.contains(&format!("Bot API {number}.")) => {
            format!("{}\n\n### Added\n\n{entry}\n", own.trim_end())
        }
        None => format!("\nBot API {number}.\n\n### Added\n\n{entry}\n{own}"),
    };
    format!("{head}\n## Unreleased\n{own}{older}")
}

/// Returns what users notice, by name.
fn summary(changes: &[Change]) -> String {
    let named = |test: fn(&Change) -> Option<String>| -> Vec<String> {
        changes.iter().filter_map(test).collect()
    };
    let groups = [
        (
            "new methods",
            named(|change| match change {
                Change::EntryAdded {
                    name,
                    is_method: true,
                } => Some(format!("`{name}`")),
                _ => None,
            }),
        ),
        (
            "new types",
            named(|change| match change {
                Change::EntryAdded {
                    name,
                    is_method: false,
                } => Some(format!("`{name}`")),
                _ => None,
            }),
        ),
        (
            "renamed",
            named(|change| match change {
                Change::EntryRenamed { from, to, .. } => Some(format!("`{from}` to `{to}`")),
                Change::FieldRenamed { owner, from, to } => {
                    Some(format!("`{owner}.{from}` to `{to}`"))
                }
                _ => None,
            }),
        ),
        (
            "removed",
            named(|change| match change {
                Change::EntryRemoved { name, .. } => Some(format!("`{name}`")),
                Change::FieldRemoved { owner, name } | Change::VariantRemoved { owner, name } => {
                    Some(format!("`{owner}.{name}`"))
                }
                _ => None,
            }),
        ),
        (
            "new members",
            named(|change| match change {
                Change::FieldAdded { owner, name } | Change::VariantAdded { owner, name } => {
                    Some(format!("`{owner}.{name}`"))
                }
                _ => None,
            }),
        ),
        (
            "changed",
            named(|change| match change {
                Change::TypeChanged { owner, field, .. }
                | Change::Requirement { owner, field, .. }
                | Change::Fact { owner, field, .. } => Some(format!("`{owner}.{field}`")),
                Change::Returns { method, .. } => Some(format!("the result of `{method}`")),
                Change::KindChanged { name, .. } => Some(format!("`{name}`")),
                _ => None,
            }),
        ),
    ];
    let mut text = String::new();
    for (title, mut names) in groups {
        names.dedup();
        if !names.is_empty() {
            let separator = if text.is_empty() { ": " } else { "; " };
            let _ = write!(text, "{separator}{title} {}", names.join(", "));
        }
    }
    text + "."
}

/// Breaks a list item into lines of at most 120 columns.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let is_full = lines
            .last()
            .is_some_and(|line| line.len() + 1 + word.len() > 120);
        if is_full {
            lines.push(format!("  {word}"));
        } else if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}
