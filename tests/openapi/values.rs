//! A schema accepts exactly what the definition decodes, and everything that it encodes.

use std::collections::BTreeMap;

use serde_json::Value;
use telegrammar::openapi::{Methods, schema_document};
use telegrammar::{Method, from_json_strict, methods, types};
use telegrammar_macros::listed;

use crate::samples::{Samples, mutants};
use crate::validator::Validator;

/// Decodes a value strictly, and encodes it again.
type Cycle = fn(&str) -> Result<String, String>;

fn cycle<T: telegrammar::__private::Decode + serde::Serialize>(
    json: &str,
) -> Result<String, String> {
    let value = from_json_strict::<T>(json).map_err(|error| error.to_string())?;
    serde_json::to_string(&value).map_err(|error| error.to_string())
}

/// The same for a method, with its rules.
fn cycle_method<M: Method + serde::Serialize + serde::de::DeserializeOwned>(
    json: &str,
) -> Result<String, String> {
    let method: M = serde_json::from_str(json).map_err(|error| error.to_string())?;
    method.validate().map_err(|error| error.to_string())?;
    serde_json::to_string(&method).map_err(|error| error.to_string())
}

macro_rules! list {
    ($kind:ident: $($name:ident)+) => {
        fn $kind() -> Vec<(&'static str, Cycle)> {
            vec![$((stringify!($name), list!(@cycle $kind $name)),)+]
        }
    };
    (@cycle methods $name:ident) => { cycle_method::<methods::$name> };
    (@cycle $kind:ident $name:ident) => { cycle::<types::$name> };
}

listed!(list! methods);
listed!(list! objects);
listed!(list! unions);

/// Why a value is accepted by one side only.
fn exception(value: &Value, decoder: &str, schema: &str) -> Option<&'static str> {
    if decoder.contains("must ") {
        return Some("a rule that JSON Schema cannot say, which is in an `x-` key");
    }
    let _ = (value, schema);
    None
}

#[test]
fn schemas_accept_exactly_what_is_decoded() {
    let document = schema_document().to_value();
    let mut validator = Validator::new(&document);
    let samples = Samples { root: &document };
    let all = methods().into_iter().chain(objects()).chain(unions());
    let (mut accepted, mut refused) = (0, 0);
    let mut differing: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut exceptions: BTreeMap<&str, usize> = BTreeMap::new();
    let mut never = Vec::new();
    for (name, cycle) in all {
        let pointer = format!("/$defs/{name}");
        let Some(schema) = document.pointer(&pointer) else {
            never.push(name);
            continue;
        };
        let compiled = validator.at(&pointer);
        let mut own = 0;
        let right = samples.all(schema, 0);
        let wrong: Vec<_> = right.iter().take(2).flat_map(mutants).collect();
        for value in right.into_iter().chain(wrong) {
            let text = value.to_string();
            let (decoded, by_schema) = (cycle(&text), validator.check(&value, compiled));
            match (&decoded, &by_schema) {
                (Ok(again), Ok(())) => {
                    let again = serde_json::from_str(again).unwrap();
                    let outcome = validator.check(&again, compiled);
                    assert_eq!(outcome, Ok(()), "{name}: {text} is encoded as {again}");
                    own += 1;
                }
                (Err(_), Err(_)) => refused += 1,
                _ => {
                    let decoder = decoded.clone().err().unwrap_or_default();
                    let told = by_schema.clone().err().unwrap_or_default();
                    if let Some(reason) = exception(&value, &decoder, &told) {
                        *exceptions.entry(reason).or_default() += 1;
                        continue;
                    }
                    let found = differing.entry(name.to_owned()).or_default();
                    found.0 += 1;
                    found.1 = format!("{text}\n    decoder: {decoder:?}\n    schema: {told}");
                }
            }
        }
        if own == 0 {
            never.push(name);
        }
        accepted += own;
    }
    println!("{accepted} accepted, {refused} refused, {exceptions:?}");
    let texts = differing
        .iter()
        .map(|(name, (count, text))| format!("{name} ({count}): {text}"));
    let texts: Vec<_> = texts.collect();
    assert!(
        texts.is_empty(),
        "{} differ:\n{}",
        texts.len(),
        texts.join("\n")
    );
    assert_eq!(never, Vec::<&str>::new(), "no value is accepted");
    assert!(accepted > 3000 && refused > 3000, "{accepted}, {refused}");
    assert_eq!(Methods::bot_api().iter().count(), methods().len());
}
