//! A value of a wrong type, or a missing required one, is an error that states what is expected.

use serde_json::{Value, json};

use crate::facts::read;
use crate::list::objects;
use crate::sample::{Extent, Samples};
use crate::types::parsed;

#[test]
fn the_error_for_a_missing_or_null_required_field_names_it() {
    let facts = read();
    for object in objects() {
        for field in object.info.fields.iter().filter(|field| field.required) {
            let mut sample = Samples(&facts).of(object.name, Extent::Required);
            sample[field.name] = Value::Null;
            let null = (object.cycle)(&sample.to_string()).expect_err(object.name);
            sample
                .as_object_mut()
                .expect("an object")
                .remove(field.name);
            let missing = (object.cycle)(&sample.to_string()).expect_err(object.name);
            let place = format!("{}.{}: {null}, {missing}", object.name, field.name);
            let is_null = null.starts_with(&format!("`{}`: expected ", field.name));
            assert!(is_null && null.contains("found null"), "{place}");
            let words = format!("missing field `{}`", field.name);
            assert!(missing.starts_with(&words), "{place}");
        }
    }
}

/// Values of all types, with the types that accept them.
fn candidates() -> [(Value, &'static [&'static str]); 7] {
    [
        (json!(true), &["Boolean"]),
        (json!(5), &["Integer", "Float", "Integer or String"]),
        (json!(1.5), &["Float"]),
        (json!(-1e30), &["Float"]),
        (
            json!("no such word"),
            &["String", "Integer or String", "InputFile", "RichText"],
        ),
        (json!([]), &["Array", "RichText"]),
        (json!({}), &[]),
    ]
}

/// Returns what an error states as expected.
fn expected(kind: &str) -> Option<String> {
    match kind {
        "Integer" => Some("an Integer".to_owned()),
        "Float" => Some("a Float".to_owned()),
        "String" => Some("a String".to_owned()),
        "Boolean" => Some("a Boolean".to_owned()),
        "Array" => Some("an Array".to_owned()),
        // These are decoded with `serde::Deserialize`.
        "Integer or String" | "InputFile" => None,
        // A name of our own, because the page has none.
        _ if kind.contains(" or ") => None,
        name => Some(name.to_owned()),
    }
}

#[test]
fn the_error_for_a_field_of_a_wrong_type_states_what_is_expected() {
    let facts = read();
    let mut refused = 0;
    for object in objects() {
        for field in object.info.fields {
            let fact = facts[object.name].field(field.name);
            let kind = fact.kind();
            let kind = kind.split(" of ").next().unwrap_or_default();
            for (value, takers) in candidates() {
                let is_taken = takers.contains(&kind);
                // An object may require nothing, and a word may be unknown.
                let is_unclear = value.is_object() && expected(kind).is_some_and(|k| k == kind);
                if is_taken || is_unclear {
                    continue;
                }
                let mut sample = Samples(&facts).of(object.name, Extent::Required);
                sample[field.name] = value;
                let error = (object.cycle)(&sample.to_string());
                let place = format!("{}.{}", object.name, field.name);
                let error = error.expect_err(&place);
                if let Some(words) = expected(kind).filter(|_| !fact.has("upload")) {
                    assert!(error.contains(&words), "{place}: {error}");
                }
                refused += 1;
            }
        }
    }
    assert!(refused > 5_000, "{refused}");
}

#[test]
fn an_item_of_a_wrong_type_is_an_error() {
    let facts = read();
    for object in objects() {
        for field in object.info.fields {
            let kind = facts[object.name].field(field.name).kind();
            let Some(item) = kind.strip_prefix("Array of ") else {
                continue;
            };
            let item = item.split(" of ").next().unwrap_or_default();
            let check = |list: Value| {
                let mut sample = Samples(&facts).of(object.name, Extent::Required);
                sample[field.name] = list;
                let outcome = (object.cycle)(&sample.to_string());
                assert!(
                    outcome.is_err(),
                    "{}.{}: {outcome:?}",
                    object.name,
                    field.name
                );
            };
            for (value, takers) in candidates() {
                let is_object =
                    value.is_object() && !["Integer", "String", "Array"].contains(&item);
                if is_object || takers.contains(&item) {
                    continue;
                }
                check(json!([value]));
            }
            check(json!([null]));
        }
    }
}

#[test]
fn a_whole_number_may_be_written_as_a_float() {
    let facts = read();
    for object in objects() {
        for field in object.info.fields {
            if facts[object.name].field(field.name).kind() != "Integer" {
                continue;
            }
            let mut sample = Samples(&facts).of(object.name, Extent::Required);
            sample[field.name] = json!(1_234_567);
            let expected = sample.clone();
            let text = sample.to_string().replace("1234567", "1234567.0");
            let again = (object.cycle)(&text)
                .unwrap_or_else(|error| panic!("{}.{}: {error}", object.name, field.name));
            assert_eq!(parsed(&again), expected, "{}.{}", object.name, field.name);
        }
    }
}
