//! No rule of the page is silently ignored: `verdicts.txt` states for every kind of rule or fact
//! whether `validate` checks it, and if not, why.

use std::collections::{BTreeMap, BTreeSet};

use telegrammar::schema::Relation;

use crate::facts::{Entry, Facts, Field, read};
use crate::list::{calls, objects};

static TEXT: &str = include_str!("verdicts.txt");

/// The verdict on every rule about a value that is only received.
const RECEIVED: &str = "received: only the server creates such values";

/// Returns the verdicts by their lines: kinds, and single rules.
fn verdicts() -> BTreeMap<&'static str, &'static str> {
    let mut verdicts = BTreeMap::new();
    let mut verdict = "";
    for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(line) => {
                let before = verdicts.insert(line, verdict);
                assert_eq!(before, None, "{line} is there twice");
            }
            None => verdict = line,
        }
    }
    verdicts
}

/// A rule of the page, or a fact about a field.
struct Rule {
    /// The method or object, and the field after a point, and what is said about it.
    text: String,
    kind: String,
    is_received: bool,
}

impl Rule {
    /// The line of `verdicts.txt` that it falls under.
    fn line(&self, verdicts: &BTreeMap<&str, &str>) -> &str {
        let is_single = verdicts.contains_key(self.text.as_str());
        if is_single { &self.text } else { &self.kind }
    }
}

/// Returns the facts about a field that limit its value, except for ranges, lengths and counts,
/// which `complete.rs` compares and `rules.rs` tests. The first text is the kind.
fn limits(field: &Field) -> Vec<(String, String)> {
    let mut limits = Vec::new();
    for key in [
        "nonzero",
        "no_emoji",
        "increasing",
        "strictly_increasing",
        "each_of",
    ] {
        if field.has(key) {
            limits.push((key.to_owned(), key.to_owned()));
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
        let is_dropped = key == "sources" && field.has("or_dropped");
        let kind = format!("{key}{}", if is_dropped { " or_dropped" } else { "" });
        limits.extend(value.map(|value| (kind, format!("{key} {value}"))));
    }
    let items = field.word("items").filter(|_| field.has("hedged"));
    limits.extend(items.map(|range| ("items hedged".to_owned(), format!("items {range}"))));
    limits
}

/// Returns the kind of a rule for several fields. Two structs for one method separate its parameters,
/// and the conditions of the runtime cannot test whether a value is one of several.
fn kind(entry: &Entry, rule: &str) -> String {
    let mut words = rule.split([' ', '+']);
    let kind = words.next().unwrap_or_default();
    let detail = match kind {
        "required_if_absent" if entry.head.contains(&"by") => {
            words.find(|word| *word == "inline_message_id")
        }
        "only_if" => words.find(|word| *word == "in"),
        _ => None,
    };
    [Some(kind), detail]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn all(facts: &Facts) -> Vec<Rule> {
    let of_entry = |entry: &Entry| {
        let name = entry.name;
        let is_received = entry.kind != "method" && entry.direction() == "in";
        let fields = entry.fields.iter().flat_map(|field| {
            let limits = limits(field).into_iter();
            limits.map(move |(kind, limit)| (kind, format!("{name}.{} {limit}", field.name)))
        });
        let stated = entry.stated.iter();
        let stated = stated.map(|rule| (kind(entry, rule), format!("{name} {rule}")));
        let all = fields.chain(stated);
        all.map(|(kind, text)| Rule {
            text,
            kind,
            is_received,
        })
        .collect::<Vec<_>>()
    };
    facts.values().flat_map(of_entry).collect()
}

#[test]
fn every_rule_has_a_verdict_and_every_verdict_a_rule() {
    let verdicts = verdicts();
    let (mut used, mut checked) = (BTreeSet::new(), 0);
    for rule in all(&read()) {
        let verdict = if rule.is_received {
            RECEIVED
        } else {
            let line = rule.line(&verdicts);
            let found = verdicts.get_key_value(line);
            let (line, verdict) =
                found.unwrap_or_else(|| panic!("without a verdict: {}", rule.text));
            used.insert(*line);
            verdict
        };
        checked += usize::from(verdict.starts_with("checked"));
    }
    let lines = verdicts.keys().copied();
    let unused: Vec<_> = lines.filter(|line| !used.contains(line)).collect();
    assert!(unused.is_empty(), "about nothing: {unused:#?}");
    assert!(checked > 0);
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
    let verdicts = verdicts();
    let mut has_checked = BTreeSet::new();
    for rule in all(&read()) {
        let verdict = verdicts.get(rule.line(&verdicts)).copied();
        if rule.is_received || verdict != Some("checked: `validate` rejects violations") {
            continue;
        }
        let text = rule.text;
        let words: Vec<_> = text.split(' ').collect();
        // A fact about a field is compared in `complete.rs`.
        if words[0].contains('.') {
            continue;
        }
        let [owner, kind, params, ..] = words[..] else {
            panic!("{text}");
        };
        has_checked.insert(owner.to_owned());
        let param = match kind {
            "first_button" => words[words.len() - 1],
            _ => params.split('|').next_back().unwrap_or(params),
        };
        let is_there = relations[owner].iter().any(|relation| {
            let text = format!("{relation:?}");
            text.contains(&format!("{param}\"")) || text.contains(&format!(".{param}\""))
        });
        assert!(is_there, "{text}");
    }
    for (owner, relations) in relations {
        let is_expected = relations.is_empty() || has_checked.contains(owner);
        assert!(is_expected, "{owner}: {relations:?}");
    }
}
