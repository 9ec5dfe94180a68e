//! No rule of the page is silently ignored: `verdicts.txt` states for every rule and fact whether
//! `validate` checks it, and if not, why.

use std::collections::{BTreeMap, BTreeSet};

use telegrammar::schema::Relation;

use crate::facts::{Entry, Facts, Field, read};
use crate::list::{calls, objects};

static TEXT: &str = include_str!("verdicts.txt");

/// Returns the verdict on each rule or fact.
fn verdicts() -> BTreeMap<&'static str, &'static str> {
    let mut verdicts = BTreeMap::new();
    let mut verdict = "";
    for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(rule) => {
                let before = verdicts.insert(rule, verdict);
                assert_eq!(before, None, "{rule} is there twice");
            }
            None => verdict = line,
        }
    }
    verdicts
}

/// Returns the facts about a field that limit its value, except for ranges, lengths and counts,
/// which `complete.rs` compares and `rules.rs` tests.
fn limits(field: &Field) -> Vec<String> {
    let mut limits = Vec::new();
    for key in [
        "nonzero",
        "no_emoji",
        "increasing",
        "strictly_increasing",
        "each_of",
    ] {
        if field.has(key) {
            limits.push(key.to_owned());
        }
    }
    for key in [
        "line_feeds",
        "total_len",
        "each_in",
        "each_pattern",
        "pattern",
        "scheme",
        "ports",
        "unique_in",
        "sources",
    ] {
        let value = field
            .word(key)
            .filter(|value| *value != "file_id|url|upload");
        limits.extend(value.map(|value| format!("{key} {value}")));
    }
    let items = field.word("items").filter(|_| field.has("hedged"));
    limits.extend(items.map(|range| format!("items {range}")));
    limits
}

fn all(facts: &Facts) -> BTreeSet<String> {
    let of_entry = |entry: &Entry| {
        let name = entry.name;
        let fields = entry.fields.iter().flat_map(|field| {
            let limits = limits(field).into_iter();
            limits.map(move |limit| format!("{name}.{} {limit}", field.name))
        });
        let stated = entry.stated.iter().map(|rule| format!("{name} {rule}"));
        fields.chain(stated).collect::<Vec<_>>()
    };
    facts.values().flat_map(of_entry).collect()
}

#[test]
fn every_rule_has_a_verdict_and_every_verdict_a_rule() {
    let facts = read();
    let all = all(&facts);
    let verdicts = verdicts();
    let judged: BTreeSet<_> = verdicts.keys().map(ToString::to_string).collect();
    let missing: Vec<_> = all.difference(&judged).collect();
    assert!(missing.is_empty(), "without a verdict: {missing:#?}");
    let made_up: Vec<_> = judged.difference(&all).collect();
    assert!(made_up.is_empty(), "about nothing: {made_up:#?}");
    let is_checked = |verdict: &&&str| verdict.starts_with("checked");
    let checked = verdicts.values().filter(is_checked).count();
    println!("{checked} of {} are checked", verdicts.len());
}

/// Returns the constraints of everything that has the name on the page.
fn relations() -> BTreeMap<&'static str, Vec<Relation>> {
    let mut relations = BTreeMap::<_, Vec<_>>::new();
    for call in calls() {
        let all = relations.entry(call.info.name()).or_default();
        all.extend(call.info.relations());
    }
    for object in objects() {
        relations.insert(object.name, object.info.relations.to_vec());
    }
    relations
}

#[test]
fn exactly_the_checked_rules_are_in_the_descriptions() {
    let relations = relations();
    let mut has_checked = BTreeSet::new();
    for (rule, verdict) in verdicts() {
        let words: Vec<_> = rule.split(' ').collect();
        // A fact about a field is compared in `complete.rs`.
        if words[0].contains('.') {
            continue;
        }
        let [owner, kind, params, ..] = words[..] else {
            panic!("{rule}");
        };
        if verdict != "checked: `validate` rejects violations" {
            continue;
        }
        has_checked.insert(owner);
        let param = match kind {
            "first_button" => words[words.len() - 1],
            _ => params.split('|').next_back().unwrap_or(params),
        };
        let is_there = relations[owner].iter().any(|relation| {
            let text = format!("{relation:?}");
            text.contains(&format!("{param}\"")) || text.contains(&format!(".{param}\""))
        });
        assert!(is_there, "{rule}");
    }
    for (owner, relations) in relations {
        let is_expected = relations.is_empty() || has_checked.contains(owner);
        assert!(is_expected, "{owner}: {relations:?}");
    }
}
