//! The rules of the text: those that are checked, and those that are not.

use super::*;
use crate::facts::rules::rule;

/// Kinds of rules whose evaluation needs more than the parameters of a call, or that forbid
/// nothing. The verdicts of the catalogue's tests state why `validate` checks none of them.
const UNCHECKED: &[&str] = &[
    "alternatives",
    "at_most_one_of",
    "context",
    "ignored_if",
    "max_items_by_variant",
    "range_by",
    "relative_time",
    "required_in_context",
    "sign",
    "subset_of",
];

/// Kinds with names of parameters on both sides.
const TWO_SIDED: &[&str] = &[
    "not_greater_than",
    "range_by",
    "required_if_absent",
    "required_if_present",
    "requires",
    "subset_of",
    "value_map",
];

/// Kinds that require a condition.
const CONDITIONAL: &[&str] = &["forbidden_if", "only_if", "required_if", "sign"];

/// A rule line, parsed independently of the parser.
struct Line {
    text: &'static str,
    owner: &'static str,
    /// `stated` or `implied`, the kind, the names, and the rest.
    words: Vec<&'static str>,
}

impl Line {
    fn all() -> Vec<Self> {
        let mut owner = "";
        let mut found = Vec::new();
        for text in TEXT.lines() {
            let words: Vec<_> = text.split_whitespace().collect();
            match words.as_slice() {
                ["method" | "object" | "union" | "marker", name, ..] => owner = name,
                ["stated" | "implied", ..] => found.push(Self { text, owner, words }),
                _ => {}
            }
        }
        found
    }

    fn kind(&self) -> &'static str {
        self.words[1]
    }

    /// Returns the words after each of these keys.
    fn behind(&self, keys: &[&str]) -> Vec<&'static str> {
        let pairs = self.words.windows(2).skip(2);
        pairs
            .filter(|pair| keys.contains(&pair[0]))
            .map(|pair| pair[1])
            .collect()
    }

    /// Whether the parser of the macros accepts it.
    fn is_checked(&self) -> bool {
        rule(self.text).is_some()
    }
}

#[test]
fn rules_are_about_fields_that_the_owner_has() {
    for line in Line::all() {
        let method = method(line.owner);
        let ty = ty(line.owner);
        let fields = match (&method, &ty) {
            (Some(method), _) => &method.fields,
            (_, Some(ty)) => ty.fields(),
            _ => panic!("nothing is called {}", line.owner),
        };
        let mut names = vec![line.words[2]];
        names.extend(line.behind(&["if", "and"]));
        if TWO_SIDED.contains(&line.kind()) {
            let others = line.behind(&["without", "with", "of", "than", "by"]);
            assert!(!others.is_empty(), "{}", line.text);
            names.extend(others);
        }
        for name in names.iter().flat_map(|names| names.split(['|', '+'])) {
            let first = name.split(['.', '[']).next().unwrap_or_default();
            // The one rule of a union refers to a field of its variants.
            let is_there = fields.iter().any(|field| field.name == first);
            assert!(
                is_there || line.kind() == "tell_apart",
                "{}: {name}",
                line.text
            );
        }
        let is_conditional = CONDITIONAL.contains(&line.kind());
        assert!(
            !is_conditional || !line.behind(&["if"]).is_empty(),
            "{}",
            line.text
        );
    }
}

#[test]
fn every_rule_is_checked_or_of_a_kind_that_is_not() {
    let lines = Line::all();
    assert!(!lines.is_empty());
    for line in lines {
        // The conditions of the runtime cannot test whether a value is one of several.
        let has_list = line.words.windows(3).any(|words| {
            let [key, _, test] = words else { return false };
            ["if", "and"].contains(key) && *test == "in"
        });
        let is_unchecked = UNCHECKED.contains(&line.kind()) || has_list;
        assert_eq!(line.is_checked(), !is_unchecked, "{}", line.text);
    }
}

#[test]
fn a_rule_with_an_unknown_part_is_not_checked() {
    let is_checked = |text| rule(text).is_some();
    assert!(is_checked("stated required_if a if b present"));
    for text in [
        "stated magic a",
        "stated required_if a if b is_upload",
        "stated required_if a if b present needs run_time",
        "stated required_if a if b present or_absent",
        "stated position a about last_button",
        "stated requires",
    ] {
        assert!(!is_checked(text), "{text}");
    }
}
