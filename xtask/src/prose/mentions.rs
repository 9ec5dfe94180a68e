//! Whether a text still mentions what the facts say, in whatever phrase.

use std::collections::HashSet;

use super::numbers;
use crate::document::Fact;

/// The numbers and the words of a text.
pub(crate) struct Mentions {
    numbers: HashSet<String>,
    text: String,
    /// The part of the text that is about the field.
    own: String,
}

/// Rules that the page states in words, and these words, of which it has one. Only the prose of the
/// field itself counts.
const PHRASES: [(&str, &str, &[&str]); 8] = [
    ("nonzero", "", &["non-zero"]),
    ("increasing", "", &["monotonically increas"]),
    ("strictly_increasing", "", &["strictly increas"]),
    ("each_in", "1..", &["positive"]),
    ("each_in", "0..", &["0-based", "zero-based", "non-negative"]),
    ("in", "1..", &["positive"]),
    ("in", "0..", &["non-negative", "0-based", "zero-based"]),
    ("upload", "attach", &["attach://"]),
];

/// Whether a text has numbers beyond 1 that are in none of the facts that were read from it.
pub(crate) fn has_further_numbers(prose: &str, facts: &[Fact]) -> bool {
    let values: Vec<&str> = facts
        .iter()
        .filter_map(|fact| fact.value.as_deref())
        .collect();
    let known: HashSet<String> = values
        .iter()
        .flat_map(|value| numbers::all(value))
        .collect();
    // Widths are types, and ISO numbers are names.
    if prose.contains("significant bits") || prose.contains("ISO ") || prose.contains("SHA") {
        return false;
    }
    let found = numbers::all(prose).into_iter();
    let known: HashSet<&str> = known
        .iter()
        .map(|number| number.trim_start_matches('-'))
        .collect();
    let found = found.map(|number| number.trim_start_matches('-').to_owned());
    let is_large = |number: &String| number.parse::<f64>().is_ok_and(|number| number > 1.0);
    found
        .filter(is_large)
        .any(|number| !known.contains(number.as_str()))
}

impl Mentions {
    /// Collects the numbers of a field's prose and that of its owner.
    pub(crate) fn new(prose: &str, owner: &str) -> Self {
        let text = format!("{prose} {owner}");
        Self {
            numbers: numbers::all(&text).into_iter().collect(),
            text,
            own: prose.to_owned(),
        }
    }

    /// Returns what the facts say and the text does not mention. Bounds of 0 and 1 need no mention.
    pub(crate) fn missing(&self, fact: &Fact) -> Vec<String> {
        let value = fact.value.as_deref().unwrap_or_default();
        let is_about = |(key, of, _): &&(&str, &str, &[&str])| *key == fact.key && *of == value;
        if let Some((_, _, words)) = PHRASES.iter().find(is_about) {
            let is_there = words.iter().any(|word| self.own.contains(word));
            let first = words.iter().take(usize::from(!is_there));
            return first.map(|word| (*word).to_owned()).collect();
        }
        let parts: Vec<&str> = match fact.key.as_str() {
            "in" | "each_in" | "len" | "items" | "line_feeds" | "total_len" => {
                value.split("..").collect()
            }
            "values" | "const" | "or" => value.split('|').collect(),
            "default" => vec![value],
            _ => Vec::new(),
        };
        let parts = parts.into_iter().map(|part| part.trim_start_matches('='));
        let parts = parts.filter(|part| !["", "0", "1", "\"\"", "true", "false"].contains(part));
        // A default that is an object is named by its type.
        let parts = parts.filter(|part| !part.starts_with('{'));
        parts
            .filter(|part| !self.has(part))
            .map(str::to_owned)
            .collect()
    }

    fn has(&self, part: &str) -> bool {
        self.numbers.contains(part) || self.text.contains(part)
    }
}
