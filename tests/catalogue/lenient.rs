//! Lenient decoding of what a server omits or gets wrong.

use serde_json::{Value, json};

use crate::facts::{Facts, read};
use crate::list::{Object, objects, unions};
use crate::sample::{Extent, Samples};
use crate::types::parsed;

/// Returns the types that are only ever received, except for the update, which has its own rules.
fn received() -> impl Iterator<Item = Object> {
    let all = objects().into_iter();
    all.filter(|object| object.is_received && object.name != "Update")
}

/// Whether any value of the field can be stored.
fn holds_anything(facts: &Facts, kind: &str) -> bool {
    let union = facts.get(kind).filter(|entry| entry.kind == "union");
    union.is_some_and(|union| union.direction() != "out" && union.tag().is_some())
}

/// Returns the default for a required value that is absent.
fn stand_in(facts: &Facts, kind: &str) -> Option<Value> {
    if kind == "Boolean" {
        return Some(json!(false));
    }
    if kind.starts_with("Array of ") {
        return Some(json!([]));
    }
    let entry = facts.get(kind).filter(|entry| entry.kind == "object")?;
    let required = entry
        .fields
        .iter()
        .filter(|field| field.required && !field.is_tag());
    let members: Option<serde_json::Map<_, _>> = required
        .map(|field| Some((field.name.to_owned(), stand_in(facts, &field.kind())?)))
        .collect();
    members
        .filter(|members| !members.is_empty())
        .map(Value::Object)
}

#[test]
fn types_that_are_only_received_are_lenient() {
    let facts = read();
    for object in objects() {
        let is_received = facts[object.name].direction() == "in";
        assert_eq!(object.is_received, is_received, "{}", object.name);
    }
    for union in unions() {
        let is_received = facts[union.name].direction() == "in";
        assert_eq!(union.is_received, is_received, "{}", union.name);
    }
}

#[test]
fn an_optional_field_that_cannot_be_decoded_is_unset() {
    let facts = read();
    let mut repaired = 0;
    for object in received() {
        let base = Samples(&facts).of(object.name, Extent::Required);
        for field in object.info.fields.iter().filter(|field| !field.required) {
            let kind = facts[object.name].field(field.name).kind();
            for wrong in [
                json!(true),
                json!(5),
                json!("no"),
                json!([[{}]]),
                json!({"a": 1.5}),
            ] {
                let mut sample = base.clone();
                sample[field.name] = wrong;
                let text = sample.to_string();
                let place = format!("{}.{}: {text}", object.name, field.name);
                if (object.cycle)(&text).is_ok() || holds_anything(&facts, &kind) {
                    continue;
                }
                let again = (object.cycle_leniently)(&text)
                    .unwrap_or_else(|error| panic!("{place}: {error}"));
                let is_unset = parsed(&again) == base;
                assert!(
                    is_unset || kind.starts_with("Array of "),
                    "{place}: {again}"
                );
                repaired += usize::from(is_unset);
            }
        }
    }
    assert!(repaired > 1_000, "{repaired}");
}

#[test]
fn an_absent_field_gets_a_default_only_if_no_data_is_made_up() {
    let facts = read();
    let (mut filled, mut refused) = (0, 0);
    for object in received() {
        let base = Samples(&facts).of(object.name, Extent::Required);
        let required = object.info.fields.iter().filter(|field| field.required);
        let count = required.clone().count();
        for field in required {
            let kind = facts[object.name].field(field.name).kind();
            let expected = stand_in(&facts, &kind).filter(|_| count > 1);
            let mut null = base.clone();
            null[field.name] = Value::Null;
            let mut absent = base.clone();
            absent
                .as_object_mut()
                .expect("an object")
                .remove(field.name);
            for sample in [null, absent] {
                let outcome = (object.cycle_leniently)(&sample.to_string());
                let place = format!("{}.{}: {outcome:?}", object.name, field.name);
                if let Some(expected) = &expected {
                    let again = parsed(&outcome.expect(&place));
                    assert_eq!(&again[field.name], expected, "{place}");
                    filled += 1;
                } else {
                    assert!(outcome.expect_err(&place).contains(field.name), "{place}");
                    refused += 1;
                }
            }
        }
    }
    assert!(filled > 50 && refused > 300, "{filled} {refused}");
}

#[test]
fn an_object_without_any_of_its_members_is_not_made_up() {
    for object in received() {
        if object.info.fields.iter().any(|field| field.required) {
            for nothing in ["{}", r#"{"later":1}"#] {
                assert!(
                    (object.cycle_leniently)(nothing).is_err(),
                    "{}",
                    object.name
                );
            }
        }
    }
}

#[test]
fn a_required_field_of_a_wrong_type_is_an_error() {
    let facts = read();
    for object in received() {
        let base = Samples(&facts).of(object.name, Extent::Required);
        for field in object.info.fields.iter().filter(|field| field.required) {
            let kind = facts[object.name].field(field.name).kind();
            if holds_anything(&facts, &kind) {
                continue;
            }
            for wrong in [json!(true), json!(5), json!("no"), json!([[{}]])] {
                let mut sample = base.clone();
                sample[field.name] = wrong;
                let text = sample.to_string();
                let is_right = (object.cycle)(&text).is_ok();
                let outcome = (object.cycle_leniently)(&text);
                let is_held = outcome
                    .as_deref()
                    .is_ok_and(|again| parsed(again) == sample);
                assert_eq!(
                    outcome.is_ok(),
                    is_right || is_held,
                    "{}: {text}: {outcome:?}",
                    object.name
                );
            }
        }
    }
}

#[test]
fn a_damaged_value_of_a_union_is_stored_unchanged() {
    let facts = read();
    for union in unions() {
        let entry = &facts[union.name];
        let Some(tag) = entry.tag() else { continue };
        for variant in &entry.variants {
            let whole = Samples(&facts).of(variant.name, Extent::Required);
            let fields = facts[variant.name].fields.iter();
            for field in fields.filter(|field| field.required && !field.is_tag()) {
                if holds_anything(&facts, &field.kind()) {
                    continue;
                }
                let mut sample = whole.clone();
                sample[field.name] = json!({"wrong": [1.5]});
                let text = sample.to_string();
                if (union.cycle)(&text).is_ok() {
                    continue;
                }
                let outcome = (union.cycle_leniently)(&text);
                let place = format!("{}: {text}: {outcome:?}", union.name);
                if union.is_received {
                    assert_eq!(outcome.as_deref(), Ok(&*text), "{place}");
                } else {
                    assert!(outcome.is_err(), "{place}");
                }
            }
        }
        for wrong in [
            r#"{"zzz":1}"#.to_owned(),
            format!(r#"{{"{tag}":5}}"#),
            "true".to_owned(),
        ] {
            let outcome = (union.cycle_leniently)(&wrong);
            assert_eq!(
                outcome.is_ok(),
                union.is_received,
                "{}: {outcome:?}",
                union.name
            );
        }
    }
}
