//! A schema accepts exactly what the definition decodes, and everything that it encodes.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use telegrammar::__private::{Decode, check};
use telegrammar::openapi::{Methods, schema_document};
use telegrammar::value::Param;
use telegrammar::value::Value::{Object, Tagged};
use telegrammar::{Method, from_json_strict, methods, types};
use telegrammar_macros::listed;

use crate::samples::{Samples, mutants};
use crate::validator::Validator;

/// Decodes a value strictly, and encodes it again. With `true`, it must fulfil its rules too.
pub(crate) type Cycle = fn(&str, bool) -> Result<String, String>;

pub(crate) fn cycle<T: Decode + Param + Serialize>(
    json: &str,
    is_sent: bool,
) -> Result<String, String> {
    let value = from_json_strict::<T>(json).map_err(|error| error.to_string())?;
    if is_sent && let Object(object) | Tagged(object, _) = value.value() {
        check(object).map_err(|error| error.to_string())?;
    }
    serde_json::to_string(&value).map_err(|error| error.to_string())
}

/// The same for a method, which is always sent.
pub(crate) fn cycle_method<M: Method + Serialize + DeserializeOwned>(
    json: &str,
    _: bool,
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

/// All unions of the Bot API.
pub(crate) fn all_unions() -> Vec<(&'static str, Cycle)> {
    unions()
}

/// The schemas of a type: whether one is of what is sent, and where it is.
pub(crate) fn schemas_of(document: &Value, name: &str) -> Vec<(bool, String)> {
    let is_sent = document["$defs"][name]["x-telegram-direction"] == "sent";
    let input = format!("{name}Input");
    let input = document["$defs"].get(&input).map(|_| (true, input));
    [(is_sent, name.to_owned())]
        .into_iter()
        .chain(input)
        .collect()
}

/// Whether a value has a `false` that the Bot API leaves out.
fn has_needless_false(samples: &Samples<'_>, schema: &Value, value: &Value) -> bool {
    let schema = samples.resolve(schema);
    if schema["const"] == true && value == false {
        return true;
    }
    let each = ["oneOf", "anyOf", "allOf"];
    let mut each = each.iter().filter_map(|key| schema[*key].as_array());
    let mut members = value.as_object().into_iter().flatten();
    let mut items = value.as_array().into_iter().flatten();
    members.any(|(name, member)| has_needless_false(samples, &schema["properties"][name], member))
        || items.any(|item| has_needless_false(samples, &schema["items"], item))
        || each.any(|each| {
            each.iter()
                .any(|one| has_needless_false(samples, one, value))
        })
}

/// Why a value is accepted by one side only.
fn exception(
    samples: &Samples<'_>,
    schema: &Value,
    value: &Value,
    decoder: &str,
) -> Option<&'static str> {
    if decoder.contains("must ") {
        return Some("a rule that JSON Schema cannot say, which is in an `x-` key");
    }
    if decoder.is_empty() && has_needless_false(samples, schema, value) {
        return Some("a member that is always true is decoded from `false` too");
    }
    let mut members = value.as_object().into_iter().flatten();
    let has_unlisted_integer = members.any(|(name, member)| {
        let listed = schema["properties"][name]["enum"].as_array();
        member.is_i64() && listed.is_some_and(|listed| !listed.contains(member))
    });
    if decoder.is_empty() && has_unlisted_integer {
        return Some("an integer of a set is decoded from others too");
    }
    let mut properties = schema["properties"].as_object().into_iter().flatten();
    let lacks_tag = properties
        .any(|(name, property)| property.get("const").is_some() && value.get(name).is_none());
    (decoder.is_empty() && lacks_tag && value.is_object())
        .then_some("an object by itself is decoded without its tag, which its union needs")
}

/// The comparison of schemas with decoders.
pub(crate) struct Comparison<'d> {
    samples: Samples<'d>,
    validator: Validator,
    pub(crate) accepted: usize,
    pub(crate) refused: usize,
    exceptions: BTreeMap<&'static str, usize>,
    differing: BTreeMap<String, (usize, String)>,
    /// The schemas of which no value is accepted.
    never: Vec<String>,
}

impl<'d> Comparison<'d> {
    pub(crate) fn new(document: &'d Value) -> Self {
        Self {
            samples: Samples { root: document },
            validator: Validator::new(document),
            accepted: 0,
            refused: 0,
            exceptions: BTreeMap::new(),
            differing: BTreeMap::new(),
            never: Vec::new(),
        }
    }

    /// Compares what a schema accepts with what is decoded.
    pub(crate) fn compare(&mut self, name: &str, is_sent: bool, cycle: Cycle) {
        let pointer = format!("/$defs/{name}");
        let Some(schema) = self.samples.root.pointer(&pointer) else {
            self.never.push(name.to_owned());
            return;
        };
        let compiled = self.validator.at(&pointer);
        let mut own = 0;
        let mut right = self.samples.all(schema, 0);
        if name == "SavePreparedKeyboardButton" {
            // Its button is of a few kinds only.
            let button = json!({"text": "a", "request_users": {"request_id": 1}});
            right.push(json!({"user_id": 1, "button": button}));
        }
        let wrong: Vec<_> = right.iter().take(2).flat_map(mutants).collect();
        for value in right.into_iter().chain(wrong) {
            let text = value.to_string();
            let outcome = cycle(&text, is_sent);
            let by_schema = self.validator.check(&value, compiled);
            match (&outcome, &by_schema) {
                (Ok(again), Ok(())) => {
                    let again = serde_json::from_str(again).unwrap();
                    let checked = self.validator.check(&again, compiled);
                    assert_eq!(checked, Ok(()), "{name}: {text} is encoded as {again}");
                    own += 1;
                }
                (Err(_), Err(_)) => self.refused += 1,
                _ => {
                    let decoder = outcome.clone().err().unwrap_or_default();
                    let told = by_schema.clone().err().unwrap_or_default();
                    if let Some(reason) = exception(&self.samples, schema, &value, &decoder) {
                        *self.exceptions.entry(reason).or_default() += 1;
                        continue;
                    }
                    let found = self.differing.entry(name.to_owned()).or_default();
                    found.0 += 1;
                    found.1 = format!("{text}\n    decoder: {decoder:?}\n    schema: {told}");
                }
            }
        }
        if own == 0 {
            self.never.push(name.to_owned());
        }
        self.accepted += own;
    }

    /// Asserts that nothing differs.
    pub(crate) fn finish(&self) {
        let Self {
            accepted, refused, ..
        } = self;
        println!(
            "{accepted} accepted, {refused} refused, {:?}",
            self.exceptions
        );
        let differing = self.differing.iter();
        let texts = differing.map(|(name, (count, text))| format!("{name} ({count}): {text}"));
        let texts: Vec<_> = texts.collect();
        assert!(
            texts.is_empty(),
            "{} differ:\n{}",
            texts.len(),
            texts.join("\n")
        );
        assert_eq!(self.never, Vec::<String>::new(), "no value is accepted");
    }
}

#[test]
fn schemas_accept_exactly_what_is_decoded() {
    let document = schema_document().to_value();
    let mut comparison = Comparison::new(&document);
    for (name, cycle) in methods().into_iter().chain(objects()).chain(unions()) {
        for (is_sent, name) in schemas_of(&document, name) {
            comparison.compare(&name, is_sent, cycle);
        }
    }
    comparison.finish();
    let (accepted, refused) = (comparison.accepted, comparison.refused);
    assert!(accepted > 3000 && refused > 3000, "{accepted}, {refused}");
    assert_eq!(Methods::bot_api().iter().count(), methods().len());
}
