//! Every type decodes what the facts allow, writes it back, and says what is wrong with the rest.

use serde_json::{Value, json};

use crate::facts::read;
use crate::list::{objects, unions};
use crate::sample::{Extent, Samples};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_object_comes_back_as_it_went() {
    let facts = read();
    for object in objects() {
        for extent in [Extent::Required, Extent::Full] {
            let sample = Samples(&facts).of(object.known.name, extent);
            let again = (object.known.cycle)(&sample.to_string())
                .unwrap_or_else(|error| panic!("{}: {error}\n{sample}", object.known.name));
            assert_eq!(parsed(&again), sample, "{}", object.known.name);
        }
    }
}

#[test]
fn unknown_members_are_skipped_and_null_is_absent() {
    let facts = read();
    for object in objects()
        .iter()
        .filter(|object| object.known.name != "Update")
    {
        let mut sample = Samples(&facts).of(object.known.name, Extent::Required);
        let expected = sample.clone();
        sample["brand_new_member"] = json!({"deep": [1, {"x": null}]});
        for field in object.info.fields.iter().filter(|field| !field.required) {
            sample[field.name] = Value::Null;
        }
        let again = (object.known.cycle)(&sample.to_string())
            .unwrap_or_else(|error| panic!("{}: {error}", object.known.name));
        assert_eq!(parsed(&again), expected, "{}", object.known.name);
    }
}

#[test]
fn a_required_field_that_is_missing_is_named() {
    let facts = read();
    for object in objects() {
        for field in object.info.fields.iter().filter(|field| field.required) {
            let mut sample = Samples(&facts).of(object.known.name, Extent::Required);
            sample.as_object_mut().unwrap().remove(field.name);
            let error = (object.known.cycle)(&sample.to_string())
                .unwrap_err()
                .to_string();
            assert!(
                error.contains(field.name),
                "{}.{}: {error}",
                object.known.name,
                field.name
            );
        }
    }
}

#[test]
fn a_field_of_a_wrong_kind_is_an_error() {
    let facts = read();
    for object in objects() {
        let entry = &facts[object.known.name];
        for field in object.info.fields {
            let mut sample = Samples(&facts).of(object.known.name, Extent::Required);
            let ty = entry
                .fields
                .iter()
                .find(|fact| fact.name == field.name)
                .unwrap()
                .ty;
            sample[field.name] = match ty {
                "String" => json!({}),
                // A file or chat is written as a text.
                "RichText" => json!(5),
                _ => json!("no such thing"),
            };
            let takes_text = ty.contains("String") && ty != "String" || ty == "InputFile";
            let outcome = (object.known.cycle)(&sample.to_string());
            let name = object.known.name;
            assert!(
                takes_text || outcome.is_err(),
                "{name}.{}: {outcome:?}",
                field.name
            );
        }
    }
}

#[test]
fn every_variant_is_told_apart_wherever_its_tag_stands() {
    let facts = read();
    for union in unions() {
        let entry = &facts[union.known.name];
        for (variant, _) in &entry.variants {
            for extent in [Extent::Required, Extent::Full] {
                let sample = Samples(&facts).of(variant, extent);
                let Value::Object(members) = &sample else {
                    panic!("{sample}")
                };
                // Tag first, last, and in the middle.
                for turn in 0..members.len().clamp(1, 4) {
                    let mut turned: Vec<_> = members.iter().collect();
                    turned.rotate_left(turn);
                    let parts: Vec<_> = turned
                        .iter()
                        .map(|(name, value)| format!("{name:?}:{value}"))
                        .collect();
                    let text = format!("{{{}}}", parts.join(","));
                    let again = (union.known.cycle)(&text)
                        .unwrap_or_else(|error| panic!("{}: {error}\n{text}", union.known.name));
                    assert_eq!(parsed(&again), sample, "{}", union.known.name);
                }
            }
        }
    }
}

#[test]
fn what_comes_later_is_kept_where_it_can_come_in() {
    let facts = read();
    for union in unions() {
        let entry = &facts[union.known.name];
        let Some(tag) = entry.tag() else { continue };
        let text = format!(r#"{{"a":[1e400,{{}}],"{tag}":"brand_new","b":"\u00e9"}}"#);
        let outcome = (union.known.cycle)(&text);
        if entry.direction() == "out" {
            assert!(outcome.is_err(), "{}", entry.name);
        } else {
            // `1e400` is no number to a JSON value, so the texts are compared.
            let expected = format!(r#"{{"a":[1e400,{{}}],"{tag}":"brand_new","b":"\u00e9"}}"#);
            let again = outcome.unwrap_or_else(|error| panic!("{}: {error}", entry.name));
            let ordered = format!(r#"{{"a":[1e400,{{}}],"{tag}":"brand_new","b":"\u00e9"}}"#);
            assert!(
                again == expected || again == ordered,
                "{}: {again}",
                entry.name
            );
        }
    }
}
