//! Every union selects its variant, at any position of the tag and with any other members.

use serde_json::{Map, Value, json};

use crate::facts::read;
use crate::list::{Union, unions};
use crate::sample::{Extent, Samples};
use crate::types::parsed;

fn union(name: &str) -> Union {
    let mut all = unions().into_iter();
    all.find(|union| union.name == name).expect(name)
}

fn members(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

/// Returns the members as text, rotated by `turn`.
fn rotated(members: &Map<String, Value>, turn: usize) -> String {
    let mut parts: Vec<_> = members
        .iter()
        .map(|(name, value)| format!("{name:?}:{value}"))
        .collect();
    parts.rotate_left(turn);
    format!("{{{}}}", parts.join(","))
}

#[test]
fn a_variant_is_found_at_any_position_of_its_tag() {
    let facts = read();
    for union in unions() {
        for variant in &facts[union.name].variants {
            for extent in [Extent::Required, Extent::Flat] {
                let sample = Samples(&facts).of(variant.name, extent);
                for turn in 0..members(&sample).len().max(1) {
                    let text = rotated(members(&sample), turn);
                    let again = (union.cycle)(&text)
                        .unwrap_or_else(|error| panic!("{}: {error}\n{text}", union.name));
                    assert_eq!(parsed(&again), sample, "{}", union.name);
                }
            }
        }
    }
}

#[test]
fn unknown_members_do_not_affect_any_variant() {
    let facts = read();
    for union in unions() {
        for variant in &facts[union.name].variants {
            let sample = Samples(&facts).of(variant.name, Extent::Required);
            let mut more = members(&sample).clone();
            for name in ["a_new_one", "media_new", "zzz"] {
                more.insert(name.to_owned(), json!([{"type": "new"}, null]));
            }
            for turn in 0..more.len() {
                let text = rotated(&more, turn);
                let again = (union.cycle)(&text);
                if !facts[variant.name].is_received() {
                    let error = again.expect_err(&text);
                    assert!(error.contains(" has no field "), "{error}");
                    continue;
                }
                let again = again.unwrap_or_else(|error| panic!("{}: {error}\n{text}", union.name));
                assert_eq!(parsed(&again), sample, "{}", union.name);
            }
        }
    }
}

#[test]
fn every_variant_round_trips_without_any_one_optional_field() {
    let facts = read();
    for union in unions() {
        for variant in &facts[union.name].variants {
            let whole = Samples(&facts).of(variant.name, Extent::Flat);
            let fields = facts[variant.name].fields.iter();
            for field in fields.filter(|field| !field.required) {
                let mut sample = members(&whole).clone();
                sample.remove(field.name);
                let text = rotated(&sample, 1.min(sample.len()));
                let again = (union.cycle)(&text)
                    .unwrap_or_else(|error| panic!("{}: {error}\n{text}", variant.name));
                assert_eq!(parsed(&again), Value::Object(sample), "{}", variant.name);
            }
        }
    }
}

#[test]
fn the_error_for_a_missing_field_of_a_variant_names_it() {
    let facts = read();
    for union in unions()
        .iter()
        .filter(|union| facts[union.name].tag().is_some())
    {
        for variant in &facts[union.name].variants {
            let whole = Samples(&facts).of(variant.name, Extent::Required);
            let fields = facts[variant.name].fields.iter();
            for field in fields.filter(|field| field.required) {
                let mut sample = members(&whole).clone();
                sample.remove(field.name);
                let error = (union.cycle)(&rotated(&sample, 0)).expect_err(variant.name);
                // Without it, a variant with the same tag as another is not recognized.
                let is_telling = variant.telling.contains(&field.name);
                let place = format!("{}.{}: {error}", variant.name, field.name);
                assert!(is_telling || error.contains(field.name), "{place}");
            }
        }
    }
}

#[test]
fn unknown_variants_are_stored_in_types_that_are_received() {
    let facts = read();
    for union in unions() {
        let entry = &facts[union.name];
        let Some(tag) = entry.tag() else { continue };
        // A `Value` cannot represent `1e400`, so the texts are compared.
        let parts = [
            r#""a":[1e400,{}]"#.to_owned(),
            format!(r#""{tag}":"brand_new""#),
            r#""b":"\u00e9 \\ \"""#.to_owned(),
        ];
        for turn in 0..parts.len() {
            let mut parts = parts.clone();
            parts.rotate_left(turn);
            let text = format!("{{{}}}", parts.join(","));
            let outcome = (union.cycle)(&text);
            if entry.direction() == "out" {
                let error = outcome.expect_err(entry.name);
                assert!(error.contains("brand_new"), "{error}");
                continue;
            }
            let again = outcome.unwrap_or_else(|error| panic!("{}: {error}", entry.name));
            assert_eq!(again.len(), text.len(), "{}: {again}", entry.name);
            assert!(
                parts.iter().all(|part| again.contains(part)),
                "{}: {again}",
                entry.name
            );
        }
    }
}

#[test]
fn the_error_for_an_invalid_tag_names_the_union() {
    let facts = read();
    for union in unions() {
        let Some(tag) = facts[union.name].tag() else {
            continue;
        };
        let error = (union.cycle)(r#"{"zzz":1}"#).expect_err(union.name);
        assert!(error.contains(tag), "{}: {error}", union.name);
        for wrong in ["5", "null", "{}", "[]", "true"] {
            let error = (union.cycle)(&format!(r#"{{"{tag}":{wrong}}}"#)).expect_err(union.name);
            assert!(
                error.starts_with(&format!("`{tag}`: expected a String")),
                "{error}"
            );
        }
        let wrongs = ["5", "true", "1.5", "null", "\"word\"", "[]"];
        // A rich text may be a string or a list.
        let count = if union.name == "RichText" { 4 } else { 6 };
        for wrong in &wrongs[..count] {
            let error = (union.cycle)(wrong).expect_err(union.name);
            assert!(error.contains(union.name), "{error}");
        }
    }
}

#[test]
fn the_first_of_two_tags_counts() {
    let text = r#"{"type":"bold","text":"a","type":"italic"}"#;
    let again = (union("RichText").cycle)(text).expect("a text");
    assert_eq!(again, r#"{"type":"bold","text":"a"}"#);
}

#[test]
fn a_rich_text_is_a_text_or_a_list_or_an_object() {
    let texts = [
        r#""a""#,
        r#""""#,
        "[]",
        r#"["a",["b",[]],{"type":"bold","text":["c",{"type":"code","text":"d"}]}]"#,
        r#"{"type":"bold","text":"a"}"#,
        r#"[{"type":"later","x":1}]"#,
    ];
    for text in texts {
        assert_eq!((union("RichText").cycle)(text).as_deref(), Ok(text));
    }
    for wrong in [
        "[5]",
        "[null]",
        r#"{"type":"bold","text":5}"#,
        r#"["a",{}]"#,
    ] {
        (union("RichText").cycle)(wrong).expect_err(wrong);
    }
}

#[test]
fn only_a_message_with_a_date_is_more_than_its_id() {
    let cycle = union("MaybeInaccessibleMessage").cycle;
    let chat = r#""chat":{"id":1,"type":"private"}"#;
    for text in [
        format!(r#"{{"message_id":1,"date":0,{chat},"text":"a"}}"#),
        format!(r#"{{"text":"a","date":0,{chat},"message_id":1}}"#),
    ] {
        let again = parsed(&(cycle)(&text).expect("a message"));
        let expected = json!({"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}});
        assert_eq!(again, expected);
    }
    let text = format!(r#"{{"message_id":1,"date":3,{chat},"text":"a"}}"#);
    assert_eq!(parsed(&(cycle)(&text).expect("a message")), parsed(&text));
    let error = (cycle)(&format!(r#"{{"message_id":1,{chat}}}"#)).expect_err("no date");
    assert!(error.contains("date"), "{error}");
}

#[test]
fn content_without_a_tag_is_discriminated_by_its_fields() {
    let cycle = union("InputMessageContent").cycle;
    let venue = r#"{"latitude":1.5,"longitude":2.5,"title":"a","address":"b"}"#;
    let place = r#"{"latitude":1.5,"longitude":2.5}"#;
    for text in [venue, place, r#"{"message_text":"a"}"#] {
        assert_eq!((cycle)(text).as_deref(), Ok(text));
    }
    // A name that no string can represent is not the name of a field.
    let text = r#"{"\ud83d":1,"message_text":"a"}"#;
    let error = (cycle)(text).expect_err("an unknown member");
    assert!(
        error.contains("`InputTextMessageContent` has no field"),
        "{error}"
    );
    for nothing in ["{}", r#"{"x":1}"#, r#"{"title":"a"}"#] {
        let error = (cycle)(nothing).expect_err(nothing);
        assert!(error.contains("InputMessageContent"), "{error}");
    }
}

#[test]
fn results_that_share_a_tag_are_discriminated_by_their_file_field() {
    let cycle = union("InlineQueryResult").cycle;
    let cached = r#"{"type":"gif","id":"a","gif_file_id":"b"}"#;
    let fetched = r#"{"type":"gif","id":"a","gif_url":"b","thumbnail_url":"c"}"#;
    for text in [cached, fetched] {
        assert_eq!((cycle)(text).as_deref(), Ok(text));
    }
    let error = (cycle)(r#"{"type":"gif","id":"a"}"#).expect_err("no file");
    assert!(
        error.contains("InlineQueryResult") && error.contains("gif"),
        "{error}"
    );
}
