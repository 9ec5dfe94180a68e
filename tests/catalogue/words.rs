//! Closed sets of words.

use serde_json::json;

use crate::facts::read;
use crate::list::{objects, words};
use crate::sample::{Extent, Samples};
use crate::types::parsed;

#[test]
fn every_word_round_trips_and_others_are_stored_or_rejected() {
    let facts = read();
    let mut known = 0;
    for set in words() {
        let (entry, field) = set.of.split_once('.').expect("a field");
        let field = facts[entry].field(field);
        let listed = [field.list("values"), field.list("each_of")].concat();
        assert!(listed.len() > 1, "{}", set.of);
        for word in &listed {
            let text = json!(word).to_string();
            assert_eq!((set.cycle)(&text).as_deref(), Ok(&*text), "{}", set.of);
            known += 1;
        }
        for later in ["brand_new", "", " ", "\u{e9}\"\\", &listed[0].repeat(2)] {
            let text = json!(later).to_string();
            let outcome = (set.cycle)(&text);
            if set.is_open {
                assert_eq!(outcome.as_deref(), Ok(&*text), "{}", set.of);
            } else {
                let error = outcome.expect_err(set.of);
                assert!(error.contains(listed[0]), "{}: {error}", set.of);
            }
        }
        for wrong in ["5", "null", "{}", "[]", "true"] {
            let error = (set.cycle)(wrong).expect_err(set.of);
            assert!(error.contains("a String"), "{}: {error}", set.of);
        }
    }
    assert_eq!(words().len(), 28);
    assert!(known > 150, "{known}");
}

#[test]
fn every_word_of_every_field_round_trips_in_its_field() {
    let facts = read();
    let (mut known, mut later) = (0, 0);
    for object in objects() {
        let entry = &facts[object.name];
        let texts = entry.fields.iter().filter(|field| field.ty == "String");
        for field in texts.filter(|field| !field.list("values").is_empty()) {
            let mut sample = Samples(&facts).of(object.name, Extent::Required);
            for word in field.list("values") {
                sample[field.name] = json!(word);
                let again = (object.cycle)(&sample.to_string())
                    .unwrap_or_else(|error| panic!("{}.{}: {error}", object.name, field.name));
                assert_eq!(parsed(&again), sample, "{}.{}", object.name, field.name);
                known += 1;
            }
            // The server may write a word that is not known yet.
            if entry.direction() != "out" {
                sample[field.name] = json!("brand_new");
                let again = (object.cycle)(&sample.to_string())
                    .unwrap_or_else(|error| panic!("{}.{}: {error}", object.name, field.name));
                assert_eq!(parsed(&again), sample, "{}.{}", object.name, field.name);
                later += 1;
            }
        }
    }
    assert!(known > 300 && later > 20, "{known} {later}");
}
