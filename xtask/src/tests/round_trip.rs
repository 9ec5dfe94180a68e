//! What is taken out of the facts comes back from a page.

use super::writer::{FORMATS, Format, page};
use super::{FACTS, applied, diff, document, read};
use crate::document::{Body, Document, Fact, Kind, Paragraph};

/// A sequence of numbers that a seed determines.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }
}

/// The seeds: those of `SEED=… CASES=…`, or a few.
pub(super) fn seeds() -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let first = number("SEED").unwrap_or(1);
    first..first + number("CASES").unwrap_or(12)
}

/// Facts that a page states in the phrases of the writer.
const STATED: [&str; 16] = [
    "const",
    "values",
    "in",
    "nonzero",
    "len",
    "bytes",
    "after_entities",
    "line_feeds",
    "items",
    "total_len",
    "increasing",
    "strictly_increasing",
    "each_in",
    "recursive",
    "upload",
    "each_of",
];

/// Returns the facts without what no page states, in the order of the file.
fn stated(facts: &Document, format: Format) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in facts.entries() {
        let direction = entry.direction().filter(|_| !entry.is_method());
        let result = entry
            .returns()
            .map(|result| result.replace("Integer52", "Integer"));
        lines.push(format!(
            "{} {} {direction:?} {result:?} {:?}",
            entry.kind.word(),
            entry.name,
            entry.tag()
        ));
        for line in &entry.body {
            match line {
                Body::Rule(_) | Body::Why(_) => {}
                Body::Variant(variant) => {
                    lines.push(format!("  {} {:?}", variant.name, variant.tag));
                }
                Body::Field(field) => {
                    // Modes are in a section of their own, and a file may be forbidden where it could be.
                    let is_stated = |fact: &&Fact| {
                        STATED.contains(&fact.key.as_str())
                            && !(fact.key == "upload" && fact.value.as_deref() == Some("nested"))
                    };
                    let facts: Vec<_> = field
                        .facts
                        .iter()
                        .filter(is_stated)
                        .map(Fact::text)
                        .collect();
                    let ty: String = field
                        .ty
                        .chars()
                        .filter(|char| !char.is_ascii_digit() && *char != '~')
                        .collect();
                    let ty = match format {
                        Format::Html => ty.replace("Unsigned", "Integer"),
                        Format::Json => {
                            ty.replace("Unsigned", "Integer").replace("True", "Boolean")
                        }
                    };
                    lines.push(format!(
                        "  {} {} {ty} {}",
                        field.name,
                        field.optional,
                        facts.join(" ")
                    ));
                }
            }
        }
    }
    lines
}

#[test]
fn the_text_is_rendered_as_it_was() {
    assert_eq!(document(FACTS).render(), FACTS);
}

#[test]
fn a_page_of_the_same_version_changes_nothing() {
    let facts = document(FACTS);
    for format in FORMATS {
        let page = read(&page(&facts, format));
        assert_eq!(diff(FACTS, &page), [""; 0], "{format:?}");
        assert_eq!(applied(FACTS, &page), FACTS, "{format:?}");
    }
}

#[test]
fn both_formats_change_the_same() {
    let whole = document(FACTS);
    let [html, json] = FORMATS.map(|format| read(&page(&whole, format)));
    for seed in seeds() {
        let mut facts = whole.clone();
        take_out(&mut facts, &mut Random(seed));
        let text = facts.render();
        let lines = |page| {
            let mut lines = diff(&text, page);
            lines.sort();
            lines
        };
        assert_eq!(lines(&html), lines(&json), "seed {seed}");
    }
}

/// Takes 30 entries of all kinds out, then members and variants, and limits.
fn take_out(facts: &mut Document, random: &mut Random) {
    for kind in [Kind::Method, Kind::Object, Kind::Union, Kind::Marker] {
        let count = match kind {
            Kind::Method | Kind::Object => 12,
            Kind::Union | Kind::Marker => 3,
        };
        for _ in 0..count {
            let is_kind = |paragraph: &Paragraph| matches!(paragraph, Paragraph::Entry(entry) if entry.kind == kind && entry.name != "InputFile" && entry.name != "Update");
            let places: Vec<_> = (0..facts.paragraphs.len())
                .filter(|at| is_kind(&facts.paragraphs[*at]))
                .collect();
            facts.paragraphs.remove(places[random.below(places.len())]);
        }
    }
    let count = facts.entries().count();
    for _ in 0..40 {
        let at = random.below(count);
        let Some(entry) = facts.entries_mut().nth(at) else {
            continue;
        };
        let members: Vec<_> = (0..entry.body.len())
            .filter(|at| !matches!(entry.body[*at], Body::Rule(_) | Body::Why(_)))
            .collect();
        if members.len() > 2 && entry.name != "Update" {
            entry.body.remove(members[random.below(members.len())]);
        }
    }
    for field in facts
        .entries_mut()
        .flat_map(|entry| entry.fields_mut().collect::<Vec<_>>())
    {
        let is_limit = ["in", "len", "items", "line_feeds", "const"]
            .iter()
            .any(|key| field.has(key));
        if is_limit && random.below(10) == 0 {
            let keys = [
                "in",
                "or",
                "len",
                "bytes",
                "after_entities",
                "items",
                "line_feeds",
                "const",
            ];
            field
                .facts
                .retain(|fact| !keys.contains(&fact.key.as_str()));
        }
    }
    let empty = |at: usize, all: &[Paragraph]| {
        matches!(all[at], Paragraph::Section(_))
            && !matches!(all.get(at + 1), Some(Paragraph::Entry(_)))
    };
    for at in (0..facts.paragraphs.len()).rev() {
        if empty(at, &facts.paragraphs) {
            facts.paragraphs.remove(at);
        }
    }
}

#[test]
fn what_was_taken_out_comes_back() {
    let whole = document(FACTS);
    for format in FORMATS {
        let published = read(&page(&whole, format));
        for seed in seeds() {
            let mut facts = whole.clone();
            take_out(&mut facts, &mut Random(seed));
            let text = facts.render();
            assert!(
                diff(&text, &published).len() > 60,
                "{format:?}, seed {seed}"
            );
            let new = document(&applied(&text, &published));
            let (found, expected) = (stated(&new, format), stated(&whole, format));
            let wrong: Vec<_> = found
                .iter()
                .filter(|line| !expected.contains(line))
                .collect();
            let lost: Vec<_> = expected
                .iter()
                .filter(|line| !found.contains(line))
                .collect();
            assert!(
                wrong.is_empty() && lost.is_empty(),
                "{format:?}, seed {seed}: {wrong:#?} for {lost:#?}"
            );
            assert_eq!(found, expected, "{format:?}, seed {seed}");
        }
    }
}
