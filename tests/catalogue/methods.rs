//! Every method takes what the facts allow, and refuses what they do not.

use serde_json::{Map, Value};

use crate::facts::{Entry, Field, read};
use crate::list::{Call, calls};
use crate::sample::Samples;

/// Arguments for the call: what it requires, or all that it takes.
fn arguments(call: &Call, entry: &Entry, samples: &Samples<'_>, all: bool) -> Map<String, Value> {
    let taken = call
        .info
        .params
        .iter()
        .filter(|param| all || param.required);
    taken
        .map(|param| {
            let field = entry
                .fields
                .iter()
                .find(|field| field.name == param.name)
                .unwrap();
            (param.name.to_owned(), samples.field(field, 1))
        })
        .collect()
}

#[test]
fn arguments_are_written_as_they_were_given_and_nothing_is_null() {
    let facts = read();
    let samples = Samples(&facts);
    for call in calls() {
        for all in [false, true] {
            let given = Value::Object(arguments(&call, &facts[call.info.name], &samples, all));
            let again = (call.cycle)(&given.to_string())
                .unwrap_or_else(|error| panic!("{}: {error}\n{given}", call.name));
            assert!(!again.contains("null"), "{}: {again}", call.name);
            let again: Value = serde_json::from_str(&again).unwrap();
            assert_eq!(again, given, "{}", call.name);
        }
    }
}

/// Values at the bounds of a rule and one beyond each.
fn edges(field: &Field) -> Option<(Vec<Value>, Vec<Value>)> {
    let (key, range) = ["in", "len"]
        .iter()
        .find_map(|key| Some((*key, field.word(key)?)))?;
    let (min, max) = range.split_once("..")?;
    let (min, max) = (
        min.parse::<i64>().ok(),
        max.trim_start_matches('=').parse::<i64>().ok(),
    );
    let make = |number: i64| match (key, field.ty) {
        ("in", "Float") => i32::try_from(number)
            .ok()
            .map(|number| f64::from(number).into()),
        ("in", ty) if ty.starts_with("Integer") => Some(Value::from(number)),
        ("len", "String") => usize::try_from(number).ok().map(|n| "a".repeat(n).into()),
        _ => None,
    };
    let also: Vec<_> = field.word("or").unwrap_or_default().split('|').collect();
    let is_other = |number: &i64| also.contains(&number.to_string().as_str());
    let inside = [min, max].into_iter().flatten().filter_map(make).collect();
    let outside = [min.map(|min| min - 1), max.map(|max| max + 1)];
    let outside = outside
        .into_iter()
        .flatten()
        .filter(|number| !is_other(number));
    Some((inside, outside.filter_map(make).collect()))
}

#[test]
fn bounds_are_taken_and_one_beyond_is_refused_in_words_that_name_it() {
    let facts = read();
    let samples = Samples(&facts);
    let (mut taken, mut refused) = (0, 0);
    for call in calls() {
        let entry = &facts[call.info.name];
        for field in &entry.fields {
            if call.info.param(field.name).is_none() || field.word("values").is_some() {
                continue;
            }
            let Some((inside, outside)) = edges(field) else {
                continue;
            };
            let says = |value: &Value| {
                let mut given = arguments(&call, entry, &samples, false);
                given.insert(field.name.to_owned(), value.clone());
                let violations = (call.validate)(&Value::Object(given).to_string()).unwrap();
                violations
                    .into_iter()
                    .filter(|text| text.starts_with(&format!("`{}`", field.name)))
                    .collect::<Vec<_>>()
            };
            for value in &inside {
                assert_eq!(
                    says(value),
                    Vec::<String>::new(),
                    "{}.{}",
                    call.name,
                    field.name
                );
                taken += 1;
            }
            for value in &outside {
                let words = says(value);
                assert!(
                    words.len() == 1 && words[0].contains("must"),
                    "{}.{}: {words:?}",
                    call.name,
                    field.name
                );
                refused += 1;
            }
        }
    }
    println!("{taken} values at bounds taken, {refused} beyond them refused");
    assert!(taken > 100 && refused > 80, "{taken} {refused}");
}

#[test]
fn a_rule_inside_an_argument_is_named_by_its_path() {
    let keyboard = |data: &str| {
        let button = |data: &str| serde_json::json!({"text": "a", "callback_data": data});
        serde_json::json!({
            "chat_id": 1,
            "text": "a",
            "reply_markup": {"inline_keyboard": [[button("x"), button("y"), button(data)]]},
        })
    };
    let call = calls()
        .into_iter()
        .find(|call| call.name == "SendMessage")
        .unwrap();
    assert_eq!(
        (call.validate)(&keyboard("ok").to_string()).unwrap(),
        Vec::<String>::new()
    );
    let words = (call.validate)(&keyboard(&"é".repeat(33)).to_string()).unwrap();
    assert_eq!(
        words,
        ["`reply_markup.inline_keyboard[0][2].callback_data` must have 1..=64 bytes, but has 66"]
    );
}
