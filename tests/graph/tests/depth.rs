//! Values may be nested 128 deep, and deeper ones are errors, by every way and in a small stack.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::ser::Serialize;
use serde_json::Value;
use telegrammar::types::{Message, RichText, Update, UpdateKind};
use telegrammar::{from_json, from_json_strict};
use telegrammar_graph::{cbor, in_small_stack, read_cbor, read_yaml};

const DEPTH: usize = 128;
const HUGE: usize = 100_000;

fn told<T, E: std::fmt::Display>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

/// Reads text without the limit of `serde_json` itself.
fn read_unlimited<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    deserializer.disable_recursion_limit();
    let value = told(T::deserialize(&mut deserializer))?;
    told(deserializer.end())?;
    Ok(value)
}

fn read_from_reader<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    let mut deserializer = serde_json::Deserializer::from_reader(json.as_bytes());
    deserializer.disable_recursion_limit();
    let value = told(T::deserialize(&mut deserializer))?;
    told(deserializer.end())?;
    Ok(value)
}

/// The ways that take JSON as text.
fn by_text<T: DeserializeOwned>(json: &str) -> Vec<(&'static str, Result<T, String>)> {
    vec![
        ("text", told(serde_json::from_str(json))),
        ("text without a limit", read_unlimited(json)),
        ("reader without a limit", read_from_reader(json)),
    ]
}

/// The ways that take a value of which serde tells the structure.
fn by_value<T: DeserializeOwned>(value: &Value) -> Vec<(&'static str, Result<T, String>)> {
    let cbor = cbor(value).and_then(|cbor| read_cbor(&cbor));
    // YAML takes JSON as it is.
    let yaml = read_yaml(&value.to_string());
    vec![
        ("&Value", told(T::deserialize(value))),
        ("Value", told(serde_json::from_value(value.clone()))),
        ("CBOR", cbor),
        ("YAML", yaml),
    ]
}

/// Whether a format refuses what is nested deeper than it takes itself.
fn is_of_the_format(error: &str) -> bool {
    error.contains("recursion limit exceeded") || error.contains("DepthOverflow")
}

/// A text in so many lists.
fn lists(depth: usize) -> Value {
    let mut value = Value::from("a");
    for _ in 0..depth {
        value = Value::Array(vec![value]);
    }
    value
}

/// A text in so many objects, with tags at their ends.
fn objects(depth: usize) -> Value {
    let mut value = Value::from("a");
    for _ in 0..depth {
        let members = [("text", value), ("type", Value::from("bold"))];
        value = members
            .map(|(name, value)| (name.to_owned(), value))
            .into_iter()
            .collect();
    }
    value
}

fn deep(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn values_nested_128_deep_are_read_by_every_way() {
    in_small_stack(|| {
        for value in [lists(DEPTH), objects(DEPTH)] {
            let json = value.to_string();
            let text = from_json::<RichText>(&json).expect("a text");
            assert_eq!(from_json_strict(&json).as_ref(), Ok(&text));
            for (way, read) in by_text::<RichText>(&json)
                .into_iter()
                .chain(by_value(&value))
            {
                if read.as_ref().is_err_and(|error| is_of_the_format(error)) {
                    assert!(matches!(way, "text" | "CBOR" | "YAML"), "{way}");
                    continue;
                }
                assert_eq!(read.as_ref(), Ok(&text), "{way}");
            }
            // What was read can be written.
            assert_eq!(told(serde_json::to_value(&text)), Ok(value));
        }
    });
}

#[test]
fn values_nested_129_deep_are_an_error_by_every_way() {
    in_small_stack(|| {
        for value in [lists(DEPTH + 1), objects(DEPTH + 1)] {
            let json = value.to_string();
            let error = from_json_strict::<RichText>(&json).expect_err("too deep");
            assert!(error.to_string().contains("more than 128 deep"), "{error}");
            for (way, read) in by_text::<RichText>(&json)
                .into_iter()
                .chain(by_value(&value))
            {
                let error = read.expect_err(way);
                let is_told = error.contains("more than 128 deep") || is_of_the_format(&error);
                assert!(is_told, "{way}: {error}");
            }
        }
    });
}

#[test]
fn an_update_that_is_nested_too_deeply_is_undecodable() {
    in_small_stack(|| {
        let text = deep(r#"{"type":"bold","text":"#, "\"a\"", "}", DEPTH);
        let json = format!(r#"{{"update_id":1,"message":{{"message_id":{text}}}}}"#);
        let update: Update = from_json(&json).expect("an update");
        assert!(matches!(update.kind, UpdateKind::Undecodable { .. }));
        for (way, read) in by_text::<Update>(&json) {
            assert_eq!(read.as_ref(), Ok(&update), "{way}");
        }
    });
}

#[test]
fn a_hundred_thousand_brackets_are_an_error_by_every_way() {
    in_small_stack(|| {
        for (open, close) in [
            ("[", "]"),
            (r#"{"text":"#, "}"),
            (r#"{"type":"bold","text":"#, "}"),
            (r#"{"text":["#, r#"],"type":"bold"}"#),
        ] {
            for json in [deep(open, "1", close, HUGE), open.repeat(HUGE)] {
                assert!(from_json::<RichText>(&json).is_err(), "{open}");
                assert!(from_json::<Update>(&json).is_err(), "{open}");
                assert!(from_json::<Message>(&json).is_err(), "{open}");
                for (way, read) in by_text::<RichText>(&json) {
                    assert!(read.is_err(), "{open} {way}");
                }
                for (way, read) in by_text::<Update>(&json) {
                    assert!(read.is_err(), "{open} {way}");
                }
                assert!(read_yaml::<RichText>(&json[..2_000]).is_err(), "{open}");
            }
        }
        // CBOR: lists of one item each.
        let mut nested = vec![0x81; HUGE];
        nested.push(0x01);
        for bytes in [&nested[..], &nested[..HUGE]] {
            assert!(read_cbor::<RichText>(bytes).is_err());
            assert!(read_cbor::<Update>(bytes).is_err());
        }
    });
}

/// Unknown members are not looked into. Whether they are stored or refused, no stack is needed.
#[test]
fn a_hundred_thousand_brackets_in_an_unknown_member_fit_a_small_stack() {
    in_small_stack(|| {
        let json = format!(r#"{{"update_id":1,"later":{}}}"#, deep("[", "", "]", HUGE));
        check_written(from_json::<Update>(&json));
        for (_, read) in by_text::<Update>(&json) {
            check_written(read);
        }
        let json = format!(r#"{{"type":"later","a":{}}}"#, deep("[", "", "]", HUGE));
        check_written(from_json::<RichText>(&json));
        for (_, read) in by_text::<RichText>(&json) {
            check_written(read);
        }
        // Without an end it is no JSON.
        let json = format!(r#"{{"update_id":1,"later":{}"#, "[".repeat(HUGE));
        assert!(from_json::<Update>(&json).is_err());
        for (way, read) in by_text::<Update>(&json) {
            assert!(read.is_err(), "{way}");
        }
    });
}

/// JSON is written as it was stored. What other serializers are told is nested no deeper than
/// anything else.
#[track_caller]
fn check_written<T: Serialize, E>(read: Result<T, E>) {
    if let Ok(value) = read {
        let json = serde_json::to_string(&value).unwrap_or_default();
        assert!(json.len() > 2 * HUGE);
        assert!(serde_json::to_value(&value).is_err());
        assert!(cbor(&value).is_err());
    }
}

#[test]
fn unknown_members_nested_128_deep_can_be_written() {
    in_small_stack(|| {
        // The update and the member are a level each.
        let json = format!(
            r#"{{"update_id":1,"later":{}}}"#,
            deep("[", "", "]", DEPTH - 1)
        );
        for (way, read) in by_text::<Update>(&json) {
            let update = read.unwrap_or_else(|error| panic!("{way}: {error}"));
            assert_eq!(
                told(serde_json::to_string(&update)),
                Ok(json.clone()),
                "{way}"
            );
        }
    });
}

/// `serde_json` itself writes a value by recursion, so much deeper ones are beyond it.
#[test]
fn values_that_programs_build_are_an_error_at_any_depth() {
    in_small_stack(|| {
        for depth in [DEPTH + 1, 200, 1000] {
            for value in [lists(depth), objects(depth)] {
                assert!(RichText::deserialize(&value).is_err(), "{depth}");
                assert!(Update::deserialize(&value).is_err(), "{depth}");
                assert!(
                    serde_json::from_value::<RichText>(value).is_err(),
                    "{depth}"
                );
            }
        }
    });
}
