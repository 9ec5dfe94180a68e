//! Damaged JSON of every type results in an error or a value, and never in a panic.

use serde_json::{Value, json};

use crate::facts::read;
use crate::list::objects;
use crate::sample::{Extent, Samples};

#[test]
fn every_object_cut_anywhere_is_an_error() {
    let facts = read();
    for object in objects() {
        for extent in Extent::ALL {
            let whole = Samples(&facts).of(object.name, extent).to_string();
            // Of long JSON, not every byte is tested, but the last ones are.
            let step = whole.len() / 60 + 1;
            let ends = (0..whole.len()).rev().step_by(step);
            for end in ends.filter(|end| whole.is_char_boundary(*end)) {
                let outcome = (object.cycle)(&whole[..end]);
                assert!(outcome.is_err(), "{} {end}: {outcome:?}", object.name);
            }
        }
    }
}

#[test]
fn the_first_of_several_members_with_the_same_name_counts() {
    let facts = read();
    for object in objects() {
        let sample = Samples(&facts).of(object.name, Extent::Required);
        let members = sample.as_object().expect("an object");
        let whole = sample.to_string();
        for name in members.keys() {
            let twice = format!(
                "{},\"{name}\":[{{\"deep\":\"\\u00e9\"}}]}}",
                &whole[..whole.len() - 1]
            );
            let once = (object.cycle)(&whole);
            assert_eq!((object.cycle)(&twice), once, "{}.{name}", object.name);
        }
    }
}

/// Replaces the value numbered `at`, counted through the whole tree.
fn replace(value: &mut Value, at: &mut usize, wrong: &Value) -> bool {
    if *at == 0 {
        *value = wrong.clone();
        return true;
    }
    *at -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| replace(item, at, wrong)),
        Value::Object(members) => members.values_mut().any(|item| replace(item, at, wrong)),
        _ => false,
    }
}

#[test]
fn any_value_anywhere_is_an_error_or_round_trips_after_one_pass() {
    let facts = read();
    let wrongs = [
        json!(null),
        json!(false),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e300),
        json!("\u{0}\u{1f600}"),
        json!([[[]], {}]),
        json!({"type": "brand_new", "status": 5, "date": 0, "source": [], "": {}}),
    ];
    let mut tried = 0;
    for object in objects() {
        let sample = Samples(&facts).of(object.name, Extent::Flat);
        for wrong in &wrongs {
            // A step between the positions limits the time for large types.
            let step = sample.to_string().len() / 200 + 1;
            for place in (0..).step_by(step) {
                let mut damaged = sample.clone();
                if !replace(&mut damaged, &mut place.clone(), wrong) {
                    break;
                }
                tried += 1;
                // After one round trip, the value is stable.
                for cycle in [object.cycle, object.cycle_leniently] {
                    if let Ok(again) = (cycle)(&damaged.to_string()) {
                        let at_rest = (cycle)(&again);
                        assert_eq!(at_rest.as_deref(), Ok(&*again), "{}", object.name);
                    }
                }
            }
        }
    }
    assert!(tried > 10_000, "{tried}");
}
