//! Every object decodes what the facts allow, and encodes it unchanged.

use serde_json::{Value, json};

use crate::facts::read;
use crate::list::objects;
use crate::sample::{Extent, Samples};

pub(crate) fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_object_round_trips() {
    let facts = read();
    for object in objects() {
        for extent in Extent::ALL {
            let sample = Samples(&facts).of(object.name, extent);
            let again = (object.cycle)(&sample.to_string())
                .unwrap_or_else(|error| panic!("{}: {error}\n{sample}", object.name));
            assert_eq!(parsed(&again), sample, "{}", object.name);
        }
    }
}

#[test]
fn every_object_round_trips_without_any_one_optional_field() {
    let facts = read();
    for object in objects() {
        let whole = Samples(&facts).of(object.name, Extent::Flat);
        for field in object.info.fields.iter().filter(|field| !field.required) {
            let mut sample = whole.clone();
            if let Some(members) = sample.as_object_mut() {
                members.remove(field.name);
            }
            let again = (object.cycle)(&sample.to_string())
                .unwrap_or_else(|error| panic!("{}.{}: {error}", object.name, field.name));
            assert_eq!(parsed(&again), sample, "{}.{}", object.name, field.name);
        }
    }
}

#[test]
fn unknown_members_are_skipped_where_a_server_may_add_them_and_null_is_absent() {
    let facts = read();
    // An update stores its unknown member as its kind.
    for object in objects().iter().filter(|object| object.name != "Update") {
        let mut sample = Samples(&facts).of(object.name, Extent::Required);
        let expected = sample.clone();
        sample["brand_new_member"] = json!({"deep": [1, {"x": null}]});
        for field in object.info.fields.iter().filter(|field| !field.required) {
            sample[field.name] = Value::Null;
        }
        if !facts[object.name].is_received() {
            let error = (object.cycle)(&sample.to_string()).expect_err(object.name);
            let start = format!(
                "`brand_new_member`: `{}` has no field \"brand_new_member\"",
                object.name
            );
            assert!(error.starts_with(&start), "{error}");
            sample
                .as_object_mut()
                .expect("members")
                .remove("brand_new_member");
        }
        let again = (object.cycle)(&sample.to_string())
            .unwrap_or_else(|error| panic!("{}: {error}", object.name));
        assert_eq!(parsed(&again), expected, "{}", object.name);
    }
}

#[test]
fn a_flag_that_can_only_be_true_is_omitted_when_it_is_false() {
    let facts = read();
    let mut flags = 0;
    for object in objects() {
        let optional = object.info.fields.iter().filter(|field| !field.required);
        for field in optional.filter(|field| facts[object.name].field(field.name).ty == "True") {
            let expected = Samples(&facts).of(object.name, Extent::Required);
            let mut sample = expected.clone();
            sample[field.name] = json!(false);
            let again = (object.cycle)(&sample.to_string()).expect("a value");
            assert_eq!(parsed(&again), expected, "{}.{}", object.name, field.name);
            flags += 1;
        }
    }
    assert!(flags > 50, "{flags}");
}

#[test]
fn every_kind_of_update_round_trips() {
    let facts = read();
    let kinds = facts["Update"].fields.iter();
    let kinds: Vec<_> = kinds.filter(|field| !field.required).collect();
    assert!(!kinds.is_empty());
    let update = objects().into_iter().find(|object| object.name == "Update");
    let cycle = update.expect("the update").cycle;
    for field in kinds {
        for depth in 0..2 {
            let content = Samples(&facts).field(field, depth);
            let update = json!({"update_id": 9, field.name: content, "later": null});
            let again = (cycle)(&update.to_string()).expect(field.name);
            // Unknown members are stored, because they may add to the kind.
            assert_eq!(parsed(&again), update);
        }
    }
}
