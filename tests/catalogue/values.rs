//! Limits without an attribute: values that just satisfy them are accepted, and values that just
//! violate them are rejected with the expected text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::facts::{Facts, Field, read};
use crate::list::{Check, calls, objects};
use crate::sample::{Extent, Samples};

/// A value, and the expected error without the name of the field.
type Case = (Value, &'static str);

fn letters(count: usize, is_list: bool) -> Vec<Case> {
    let word = |text: String| if is_list { json!([text]) } else { json!(text) };
    let few: &str = match (count, is_list) {
        (2, true) => "[0]` must be of 2 letters from A to Z, but character 2 is not",
        (2, false) => "` must be of 2 letters from A to Z, but character 2 is not",
        _ => "` must be of 3 letters from A to Z, but character 3 is not",
    };
    let many: &str = match (count, is_list) {
        (2, true) => "[0]` must be of 2 letters from A to Z, but character 3 is not",
        (2, false) => "` must be of 2 letters from A to Z, but character 3 is not",
        _ => "` must be of 3 letters from A to Z, but character 4 is not",
    };
    vec![
        (word("A".repeat(count)), ""),
        // The page does not specify the case.
        (word("a".repeat(count)), ""),
        (word("A".repeat(count - 1)), few),
        (word("A".repeat(count + 1)), many),
        (word("A".repeat(count - 1) + "1"), few),
        (word("A".repeat(count - 1) + "É"), few),
    ]
}

/// Returns the cases for a limit of the facts.
#[allow(clippy::too_many_lines, reason = "a table")]
fn cases(limit: &str) -> Vec<Case> {
    match limit {
        "nonzero" => vec![
            (json!(-1), ""),
            (json!(1), ""),
            (json!(0), "` must not be 0, but is 0"),
        ],
        "line_feeds ..=2" => vec![
            (json!("a\nb\nc"), ""),
            // Surrounding white space is trimmed.
            (json!("\na\nb\nc\n"), ""),
            (
                json!("a\nb\nc\nd"),
                "` must have 0..=2 line feeds, but has 3",
            ),
        ],
        "total_len ..=64" => vec![
            (json!([]), ""),
            (json!(["é".repeat(32), "a".repeat(32)]), ""),
            (
                json!(["é".repeat(32), "a".repeat(33)]),
                "` must have 0..=64 characters in all items, but has 65",
            ),
        ],
        "each_in 0.." => vec![
            (json!([0, 0, 1]), ""),
            (json!([-1]), "[0]` must be in 0.., but is -1"),
        ],
        "each_in 1.." => vec![
            (json!([1, 2]), ""),
            (json!([0, 1]), "[0]` must be in 1.., but is 0"),
        ],
        "increasing" => vec![
            (json!([]), ""),
            (json!([1, 1, 2]), ""),
            (
                json!([1, 3, 2]),
                "[2]` must not be less than the item before, but is 2",
            ),
        ],
        "strictly_increasing" => vec![
            (json!([1]), ""),
            (json!([1, 2, 4]), ""),
            (
                json!([1, 2, 2]),
                "[2]` must be greater than the item before, but is 2",
            ),
            (
                json!([3, 2]),
                "[1]` must be greater than the item before, but is 2",
            ),
        ],
        "pattern ^[A-Za-z0-9_-]+$" => vec![
            (json!("azAZ09_-"), ""),
            (
                json!("az+"),
                "` must be of A-Z, a-z, 0-9, `_` and `-`, but character 3 is not",
            ),
            (
                json!("é"),
                "` must be of A-Z, a-z, 0-9, `_` and `-`, but character 1 is not",
            ),
        ],
        "pattern ^[a-z0-9_]{1,32}$" => vec![
            (json!("az_09"), ""),
            // The server removes both.
            (json!(" /start "), ""),
            (
                json!("/Start"),
                "` must be of a-z, 0-9 and `_`, but character 2 is not",
            ),
            (
                json!("a b"),
                "` must be of a-z, 0-9 and `_`, but character 2 is not",
            ),
        ],
        "pattern ^([a-z]{2})?$" => vec![
            (json!(""), ""),
            (json!("de"), ""),
            (json!("DE"), ""),
            (
                json!("d"),
                "` must be of 2 letters from A to Z, or empty, but character 2 is not",
            ),
            (
                json!("de-AT"),
                "` must be of 2 letters from A to Z, or empty, but character 3 is not",
            ),
        ],
        "pattern ^[A-Z]{2}$" => letters(2, false),
        "pattern ^[A-Z]{3}$" => letters(3, false),
        "each_pattern ^[A-Z]{2}$" => letters(2, true),
        // Not checked, as `verdicts.txt` states.
        _ if limit.ends_with(" partial") => Vec::new(),
        _ => panic!("nothing to try for {limit}"),
    }
}

fn limits(field: &Field) -> Vec<String> {
    let flags = ["nonzero", "increasing", "strictly_increasing"];
    let flags = flags
        .iter()
        .filter(|key| field.has(key))
        .map(ToString::to_string);
    let keys = [
        "line_feeds",
        "total_len",
        "each_in",
        "each_pattern",
        "pattern",
    ];
    let partial = if field.has("partial") { " partial" } else { "" };
    let keys = keys
        .iter()
        .filter_map(|key| Some(format!("{key} {}{partial}", field.word(key)?)));
    flags.chain(keys).collect()
}

/// Tests all limits of a field, and counts the values that are rejected.
fn try_field(
    base: &Value,
    field: &Field,
    check: Check,
    place: &str,
    refused: &mut BTreeMap<String, usize>,
) {
    for limit in limits(field) {
        for (value, words) in cases(&limit) {
            let mut given = base.clone();
            given[field.name] = value;
            let found =
                check(&given.to_string()).unwrap_or_else(|error| panic!("{place}: {error}"));
            let start = format!("`{}", field.name);
            let mut own = found.iter().filter_map(|text| text.strip_prefix(&start));
            if words.is_empty() {
                // Tips must not exceed the maximum, which is unset here.
                let is_other = |text: &&str| !text.starts_with("[*]` must not be more than");
                assert_eq!(own.find(is_other), None, "{place} {given}");
            } else {
                assert!(own.any(|text| text == words), "{place} {given}: {found:?}");
                *refused.entry(limit.clone()).or_default() += 1;
            }
        }
    }
}

fn required(facts: &Facts, info: &telegrammar::schema::MethodInfo) -> Value {
    let required = info.params().iter().filter(|param| param.required);
    let members = required.map(|param| {
        let value = Samples(facts).field(facts[info.name()].field(param.name), 0);
        (param.name.to_owned(), value)
    });
    Value::Object(members.collect())
}

#[test]
fn values_just_beyond_a_limit_are_rejected() {
    let facts = read();
    let mut refused = BTreeMap::new();
    for call in calls() {
        let base = required(&facts, call.info);
        for field in &facts[call.info.name()].fields {
            let place = format!("{}.{}", call.name, field.name);
            try_field(&base, field, call.check, &place, &mut refused);
        }
    }
    for object in objects() {
        let base = Samples(&facts).of(object.name, Extent::Required);
        for field in &facts[object.name].fields {
            let place = format!("{}.{}", object.name, field.name);
            try_field(&base, field, object.check, &place, &mut refused);
        }
    }
    println!("{refused:#?}");
    assert!(!refused.is_empty());
}

#[test]
fn line_feeds_are_not_counted_in_marked_up_text() {
    let facts = read();
    let call = calls().into_iter().find(|call| call.name == "SendPoll");
    let call = call.expect("a poll");
    let mut poll = required(&facts, call.info);
    poll["explanation"] = json!("a\nb\nc\nd");
    let says = |poll: &Value| (call.check)(&poll.to_string()).expect("a poll").len();
    assert_eq!(says(&poll), 1);
    poll["explanation_parse_mode"] = json!("HTML");
    assert_eq!(says(&poll), 0);
}
