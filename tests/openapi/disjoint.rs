//! The alternatives of `oneOf` exclude each other: proven by what they say, not by examples.

use serde_json::Value;
use telegrammar::openapi::schema_document;

use crate::samples::Samples;

/// Whether no value fits both schemas, as far as their types, constants and members tell.
fn exclude(samples: &Samples<'_>, one: &Value, other: &Value) -> bool {
    let (one, other) = (Facts::of(samples, one), Facts::of(samples, other));
    let is_said = !one.kinds.is_empty() && !other.kinds.is_empty();
    if is_said && !one.kinds.iter().any(|kind| other.kinds.contains(kind)) {
        return true;
    }
    let by_constant = one.constants.iter().any(|(name, value)| {
        let mut others = other.constants.iter();
        let is_other = others.any(|(known, other)| name == known && value != other);
        is_other && one.required.contains(name) && other.required.contains(name)
    });
    let by_exclusion = |one: &Facts<'_>, other: &Facts<'_>| {
        one.constants.iter().any(|(name, value)| {
            let excluded = other.excluded.iter();
            let mut excluded = excluded.filter(|(known, _)| known == name);
            excluded.any(|(_, values)| values.contains(value))
        })
    };
    let needs = |closed: &Facts<'_>, open: &Facts<'_>| {
        closed.is_closed
            && open
                .required
                .iter()
                .any(|name| !closed.names.contains(name))
    };
    let refuses = |one: &Facts<'_>, other: &Facts<'_>| {
        let mut refused = one.refused.iter();
        refused.any(|names| names.iter().all(|name| other.required.contains(name)))
    };
    by_constant
        || by_exclusion(&one, &other)
        || by_exclusion(&other, &one)
        || needs(&one, &other)
        || needs(&other, &one)
        || refuses(&one, &other)
        || refuses(&other, &one)
}

/// What a schema says of its values.
#[derive(Default)]
struct Facts<'s> {
    kinds: Vec<&'s str>,
    constants: Vec<(&'s str, &'s Value)>,
    /// Values that members must not have.
    excluded: Vec<(&'s str, Vec<&'s Value>)>,
    required: Vec<&'s str>,
    names: Vec<&'s str>,
    /// Members that must not be there together.
    refused: Vec<Vec<&'s str>>,
    is_closed: bool,
}

impl<'s> Facts<'s> {
    fn of(samples: &Samples<'s>, schema: &'s Value) -> Self {
        let mut facts = Self::default();
        facts.add(samples, schema);
        facts
    }

    fn add(&mut self, samples: &Samples<'s>, schema: &'s Value) {
        let schema = samples.resolve(schema);
        if self.kinds.is_empty() {
            let either = schema["anyOf"].as_array().into_iter().flatten();
            let either = either.filter_map(|one| one["type"].as_str());
            self.kinds = schema["type"].as_str().into_iter().chain(either).collect();
        }
        self.is_closed |= schema["additionalProperties"] == false;
        self.required.extend(texts(&schema["required"]));
        self.refused
            .extend(Some(texts(&schema["not"]["required"])).filter(|names| !names.is_empty()));
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            self.names.push(name);
            if let Some(value) = property.get("const") {
                self.constants.push((name, value));
            }
            let not = &property["not"];
            let values = not["enum"].as_array().into_iter().flatten();
            let values: Vec<_> = values.chain(not.get("const")).collect();
            if !values.is_empty() {
                self.excluded.push((name, values));
            }
        }
        for inner in schema["allOf"].as_array().into_iter().flatten() {
            self.add(samples, inner);
        }
    }
}

fn texts(names: &Value) -> Vec<&str> {
    let names = names.as_array().into_iter().flatten();
    names.filter_map(Value::as_str).collect()
}

/// The alternatives of a schema, those within an alternative too.
fn alternatives<'s>(samples: &Samples<'s>, schema: &'s Value, all: &mut Vec<&'s Value>) {
    for one in schema["oneOf"].as_array().into_iter().flatten() {
        let resolved = samples.resolve(one);
        if resolved.get("oneOf").is_some() && resolved.get("properties").is_none() {
            alternatives(samples, resolved, all);
        } else {
            all.push(one);
        }
    }
}

/// Proves it for all unions of a document, and returns the number of pairs.
#[track_caller]
pub(crate) fn assert_disjoint(document: &Value) -> usize {
    let samples = Samples { root: document };
    let mut pairs = 0;
    for (name, schema) in document["$defs"].as_object().unwrap() {
        if schema.get("properties").is_some() {
            continue;
        }
        let mut all = Vec::new();
        alternatives(&samples, schema, &mut all);
        for (index, one) in all.iter().enumerate() {
            for other in &all[index + 1..] {
                pairs += 1;
                assert!(exclude(&samples, one, other), "{name}: {one} and {other}");
            }
        }
    }
    pairs
}

#[test]
fn the_variants_of_a_union_exclude_each_other() {
    let pairs = assert_disjoint(&schema_document().to_value());
    assert!(pairs > 1000, "{pairs}");
}
