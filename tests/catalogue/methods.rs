//! Every method accepts what the facts allow, and encodes exactly that.

use serde_json::{Map, Value, json};

use crate::facts::{Facts, read};
use crate::list::{Call, calls};
use crate::sample::Samples;
use crate::types::parsed;

/// Returns parameters for the call: the required ones, or all.
fn arguments(facts: &Facts, call: &Call, is_wanted: impl Fn(bool) -> bool) -> Map<String, Value> {
    let taken = call.info.params().iter();
    let taken = taken.filter(|param| is_wanted(param.required));
    taken
        .map(|param| {
            let field = facts[call.info.name()].field(param.name);
            (param.name.to_owned(), Samples(facts).field(field, 1))
        })
        .collect()
}

/// Whether there is a null anywhere.
fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(members) => members.values().any(has_null),
        _ => false,
    }
}

#[test]
fn parameters_are_encoded_unchanged_and_nothing_is_null() {
    let facts = read();
    for call in calls() {
        for all in [false, true] {
            let given = Value::Object(arguments(&facts, &call, |required| all || required));
            let again = (call.cycle)(&given.to_string())
                .unwrap_or_else(|error| panic!("{}: {error}\n{given}", call.name));
            let again = parsed(&again);
            assert!(!has_null(&again), "{}: {again}", call.name);
            assert_eq!(again, given, "{}", call.name);
        }
    }
}

#[test]
fn null_parameters_and_the_name_of_the_method_are_omitted() {
    let facts = read();
    for call in calls() {
        let expected = arguments(&facts, &call, |required| required);
        let mut given = expected.clone();
        given.insert("method".to_owned(), json!(call.info.name()));
        for param in call.info.params().iter().filter(|param| !param.required) {
            given.insert(param.name.to_owned(), Value::Null);
        }
        let again = (call.cycle)(&Value::Object(given).to_string()).expect(call.name);
        assert_eq!(parsed(&again), Value::Object(expected), "{}", call.name);
    }
}

#[test]
fn the_error_for_an_unknown_parameter_names_it_and_the_method() {
    let facts = read();
    for call in calls() {
        let name = call.info.name();
        let given = arguments(&facts, &call, |_| true);
        for value in [json!({"deep": [null]}), Value::Null] {
            let mut more = given.clone();
            more.insert("brand_new".to_owned(), value);
            let error = (call.cycle)(&Value::Object(more).to_string()).expect_err(call.name);
            let start = format!("`{name}` has no parameter \"brand_new\"");
            assert!(error.starts_with(&start), "{}: {error}", call.name);
            for param in call.info.params() {
                let known = format!("`{}`", param.name);
                assert!(error.contains(&known), "{}: {error}", call.name);
            }
        }
        for (method, found) in [
            (json!("frobnicate"), "\"frobnicate\""),
            (json!(5), "a number"),
            (json!([name]), "an Array"),
        ] {
            let mut other = given.clone();
            other.insert("method".to_owned(), method);
            let error = (call.cycle)(&Value::Object(other).to_string()).expect_err(call.name);
            let expected = format!("`method` must be `{name}`, but is {found}");
            assert_eq!(error, expected, "{}", call.name);
        }
        let mut upper = given.clone();
        upper.insert("method".to_owned(), json!(name.to_uppercase()));
        let again = (call.cycle)(&Value::Object(upper).to_string()).expect(call.name);
        assert_eq!(parsed(&again), Value::Object(given), "{}", call.name);
    }
}

#[test]
fn the_error_for_a_required_parameter_names_it() {
    let facts = read();
    for call in calls() {
        for param in call.info.params() {
            let kind = facts[call.info.name()].field(param.name).kind();
            let mut given = arguments(&facts, &call, |required| required);
            // Only a list of lists accepts a list of lists.
            let wrong = if kind.starts_with("Array") {
                json!(5)
            } else {
                json!([[null]])
            };
            given.insert(param.name.to_owned(), wrong);
            let error = (call.cycle)(&Value::Object(given.clone()).to_string());
            let place = format!("{}.{}", call.name, param.name);
            let error = error.expect_err(&place);
            assert!(error.contains(param.name), "{place}: {error}");
            if param.required {
                given.remove(param.name);
                let error = (call.cycle)(&Value::Object(given).to_string()).expect_err(&place);
                assert!(error.contains(param.name), "{place}: {error}");
            }
        }
    }
}

#[test]
fn every_keyboard_can_be_attached_to_a_message() {
    let call = calls().into_iter().find(|call| call.name == "SendMessage");
    let cycle = call.expect("the method").cycle;
    let markups = [
        json!({"inline_keyboard": [[{"text": "a", "url": "b"}], []]}),
        json!({"keyboard": [[{"text": "a"}]], "is_persistent": true}),
        json!({"selective": true, "remove_keyboard": true}),
        json!({"input_field_placeholder": "a", "force_reply": true}),
    ];
    for markup in markups {
        let given = json!({"chat_id": "@a", "text": "b", "reply_markup": markup});
        assert_eq!(
            parsed(&(cycle)(&given.to_string()).expect("a message")),
            given
        );
    }
    for wrong in [
        json!({}),
        json!({"keyboards": []}),
        json!("force_reply"),
        json!([]),
    ] {
        let given = json!({"chat_id": "@a", "text": "b", "reply_markup": wrong});
        let error = (cycle)(&given.to_string()).expect_err("no markup");
        assert!(error.contains("reply_markup"), "{error}");
    }
}
