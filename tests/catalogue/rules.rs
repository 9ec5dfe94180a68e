//! Both ends of every range are accepted, and the values just beyond them are rejected.

use serde_json::{Value, json};

use crate::facts::{Facts, Field, read};
use crate::list::{Check, calls, objects};
use crate::sample::{Extent, Samples};

/// Returns a value with this measure for the rule `key`; `None` if there is none.
fn measured(facts: &Facts, field: &Field, key: &str, measure: i64) -> Option<Value> {
    let count = usize::try_from(measure);
    match key {
        "in" if field.kind() == "Float" => Some(json!(f64::from(i32::try_from(measure).ok()?))),
        "in" => Some(json!(measure)),
        // Two bytes a character, so that characters and bytes differ.
        "len" if field.has("bytes") => {
            let count = count.ok()?;
            Some(json!("é".repeat(count / 2) + &"a".repeat(count % 2)))
        }
        // A pattern allows no other letters.
        "len" if field.word("pattern").is_some() => Some(json!("a".repeat(count.ok()?))),
        "len" => Some(json!("é".repeat(count.ok()?))),
        _ => Some(Samples(facts).items(field, count.ok()?, 0)),
    }
}

#[derive(Default)]
struct Tally {
    taken: usize,
    refused: usize,
}

/// Tests the rules of one field; `base` has a value for everything that is required.
fn try_field(
    facts: &Facts,
    field: &Field,
    base: &Value,
    check: Check,
    name: &str,
    tally: &mut Tally,
) {
    let says = |value: Value| {
        let mut given = base.clone();
        given[field.name] = value;
        let violations = (check)(&given.to_string())
            .unwrap_or_else(|error| panic!("{name}.{}: {error}", field.name));
        let start = format!("`{}` ", field.name);
        let own = violations
            .into_iter()
            .filter(|text| text.starts_with(&start));
        own.collect::<Vec<_>>()
    };
    for key in ["in", "len", "items"] {
        let Some((min, max)) = field.range(key) else {
            continue;
        };
        let place = format!("{name}.{} {key}", field.name);
        let rule = field.rules().into_iter().next();
        for inside in [min, max].into_iter().flatten() {
            let value = measured(facts, field, key, inside).expect(&place);
            assert_eq!(says(value), Vec::<String>::new(), "{place} {inside}");
            tally.taken += 1;
        }
        let also = field.list("or");
        for other in &also {
            assert_eq!(
                says(other.parse().expect(other)),
                Vec::<String>::new(),
                "{place}"
            );
            tally.taken += 1;
        }
        let outside = [min.map(|min| min - 1), max.map(|max| max + 1)];
        let is_other = |value: &i64| also.contains(&value.to_string().as_str());
        for outside in outside
            .into_iter()
            .flatten()
            .filter(|value| !is_other(value))
        {
            let Some(value) = measured(facts, field, key, outside) else {
                continue;
            };
            let words = says(value);
            let Some(rule) = &rule else {
                assert!(
                    words.is_empty() && field.has("hedged"),
                    "{place}: {words:?}"
                );
                continue;
            };
            let be = if key == "in" { "is" } else { "has" };
            let expected = format!("`{}` {rule}, but {be} {outside}", field.name);
            assert_eq!(words, [expected], "{place}");
            tally.refused += 1;
        }
    }
}

#[test]
fn bounds_of_parameters_hold() {
    let facts = read();
    let mut tally = Tally::default();
    for call in calls() {
        let required = call.info.params().iter().filter(|param| param.required);
        let members = required.map(|param| {
            let value = Samples(&facts).field(facts[call.info.name()].field(param.name), 0);
            (param.name.to_owned(), value)
        });
        let base = Value::Object(members.collect());
        for param in call.info.params() {
            let field = facts[call.info.name()].field(param.name);
            try_field(&facts, field, &base, call.check, call.name, &mut tally);
        }
    }
    println!("{} taken, {} refused", tally.taken, tally.refused);
    assert!(tally.taken >= 200 && tally.refused >= 150);
}

#[test]
fn bounds_of_fields_hold() {
    let facts = read();
    let mut tally = Tally::default();
    for object in objects() {
        let base = Samples(&facts).of(object.name, Extent::Required);
        for field in object.info.fields {
            let field = facts[object.name].field(field.name);
            try_field(&facts, field, &base, object.check, object.name, &mut tally);
        }
    }
    println!("{} taken, {} refused", tally.taken, tally.refused);
    assert!(tally.taken > 150 && tally.refused > 100);
}

fn check(name: &str) -> Check {
    let mut all = calls().into_iter();
    all.find(|call| call.name == name).expect(name).check
}

#[test]
fn a_violated_rule_inside_a_parameter_has_its_path() {
    let button = |data: &str| json!({"text": "a", "callback_data": data});
    let message = |data: &str| {
        let row = json!([button("x"), button("y"), button(data)]);
        let message =
            json!({"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [row]}});
        (check("SendMessage"))(&message.to_string()).expect("a message")
    };
    assert_eq!(message(&"é".repeat(32)), Vec::<String>::new());
    assert_eq!(
        message(&"é".repeat(33)),
        ["`reply_markup.inline_keyboard[0][2].callback_data` must have 1..=64 bytes, but has 66"]
    );
}

#[test]
fn rules_hold_inside_of_unions_and_lists_of_them() {
    let photo = |caption: &str, mode: Option<&str>| {
        let mut photo = json!({"type": "photo", "media": "a", "caption": caption});
        if let Some(mode) = mode {
            photo["parse_mode"] = json!(mode);
        }
        photo
    };
    let group = |last: Value| {
        let group = json!({"chat_id": 1, "media": [photo("a", None), last]});
        (check("SendMediaGroup"))(&group.to_string()).expect("a group")
    };
    let long = "a".repeat(1025);
    assert_eq!(group(photo(&long[1..], None)), Vec::<String>::new());
    // With a parse mode, the length of the resulting text is unknown.
    assert_eq!(group(photo(&long, Some("HTML"))), Vec::<String>::new());
    let words = group(photo(&long, None));
    assert_eq!(words.len(), 1, "{words:?}");
    assert!(
        words[0].starts_with("`media[1].caption` must have 0..=1024"),
        "{words:?}"
    );
}
