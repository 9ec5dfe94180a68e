//! What is taken out of the facts comes back from a page.

use super::facts;
use super::writer::{FORMATS, page};
use crate::facts::text::{Text, erased};
use crate::facts::{apply, diff};
use crate::page;

/// A sequence of numbers that a seed determines.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }
}

/// What a page can say of the facts, line by line.
fn said(facts: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in facts.entries() {
        let result = facts
            .result(&entry)
            .filter(|_| entry.is_method())
            .map(erased);
        lines.push(format!(
            "{} {} {}",
            entry.kind,
            entry.name,
            result.unwrap_or_default()
        ));
        for member in facts.members(&entry) {
            let mut line = format!(
                "  {} {} {}",
                member.name,
                member.is_required,
                erased(&member.ty)
            );
            for key in ["in", "len", "items", "const", "default"] {
                let value = member
                    .value(key)
                    .filter(|value| !value.starts_with("..") && !value.starts_with('{'));
                let is_range = ["in", "len", "items"].contains(&key);
                let value = value.filter(|value| !is_range || !value.ends_with(".."));
                if let Some(value) = value {
                    line = format!("{line} {key} {value}");
                }
            }
            lines.push(line);
        }
        lines.extend(
            facts
                .variants(&entry)
                .into_iter()
                .map(|(name, _)| format!("  {name}")),
        );
    }
    lines
}

#[test]
fn a_page_of_the_same_version_changes_nothing() {
    for format in FORMATS {
        let facts = facts();
        let page = page::read(&page(&facts, format)).expect("a page");
        assert_eq!(diff::diff(&facts, &page), [], "{format:?}");
    }
}

/// Takes entries, members and variants out. Returns how many.
fn take_out(facts: &mut Text, random: &mut Random) -> usize {
    let mut taken = 0;
    for _ in 0..30 {
        let entries = facts.entries();
        let entry = entries[random.below(entries.len())].clone();
        let end = (entry.body.end + 1).min(facts.lines.len());
        facts.lines.drain(entry.head..end);
        taken += 1;
    }
    for _ in 0..30 {
        let entries = facts.entries();
        let entry = &entries[random.below(entries.len())];
        let members = facts.members(entry);
        let variants = facts.variants(entry);
        if members.len() > 2 {
            let member = &members[random.below(members.len())];
            facts.lines.remove(member.line);
            taken += 1;
        } else if variants.len() > 2 {
            facts.lines.remove(variants[random.below(variants.len())].1);
            taken += 1;
        }
    }
    taken
}

#[test]
fn what_was_taken_out_comes_back() {
    let whole = facts();
    for format in FORMATS {
        let published = page::read(&page(&whole, format)).expect("a page");
        for seed in 1..=10 {
            let mut facts = facts();
            let taken = take_out(&mut facts, &mut Random(seed));
            let changes = diff::diff(&facts, &published);
            assert!(
                changes.len() <= taken && changes.len() > 30,
                "{}",
                changes.len()
            );
            let retired = apply::apply(&mut facts, &published, &changes);
            assert_eq!(retired, [""; 0], "{format:?}, seed {seed}");
            assert_eq!(
                diff::diff(&facts, &published),
                [],
                "{format:?}, seed {seed}"
            );
            let (found, expected) = (said(&facts), said(&whole));
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!(found, expected, "{format:?}, seed {seed}");
            }
            assert_eq!(found.len(), expected.len());
            assert!(!facts.text().contains(" ? "), "every direction is known");
        }
    }
}

#[test]
fn names_that_changed_come_back_under_the_new_name() {
    let whole = facts();
    let published = page::read(&page(&whole, FORMATS[0])).expect("a page");
    let mut facts = facts();
    for (new, old) in [
        (" -> File ", " -> OldFile "),
        ("object File in", "object OldFile in"),
        ("  getFile", "  getFile"),
    ] {
        for line in &mut facts.lines {
            *line = line.replace(new, old);
        }
    }
    let entry = facts.entry("sendVenue").expect("a method");
    for line in entry.body {
        facts.lines[line] = facts.lines[line].replace("foursquare_id", "square_id");
    }
    let changes = diff::diff(&facts, &published);
    let texts: Vec<_> = changes.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "sendVenue.square_id: renamed to foursquare_id (likely)",
            "OldFile: renamed to File (likely)",
        ]
    );
    let retired = apply::apply(&mut facts, &published, &changes);
    assert_eq!(
        retired,
        [
            "sendVenue square_id -> foursquare_id 10.3",
            "type OldFile -> File 10.3"
        ]
    );
    assert_eq!(facts.text(), whole.text());
}
