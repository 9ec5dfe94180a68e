//! What a union encodes is one of its variants only, that which its tag names, and is decoded again.

use serde_json::Value;
use telegrammar::openapi::schema_document;

use crate::samples::Samples;
use crate::validator::Validator;
use crate::values::{all_unions, schemas_of};

/// The place of the alternatives in the schema of a union: an open one has the objects first.
fn alternatives<'s>(schema: &'s Value, pointer: &str) -> Vec<(String, &'s Value)> {
    let each = schema["oneOf"].as_array().into_iter().flatten().enumerate();
    let each = each.flat_map(|(index, alternative)| {
        let pointer = format!("{pointer}/oneOf/{index}");
        let inner = alternatives(alternative, &pointer);
        if inner.is_empty() {
            vec![(pointer, alternative)]
        } else {
            inner
        }
    });
    each.collect()
}

/// The discriminator of a union, which its objects may have further inside.
fn discriminator(schema: &Value) -> Option<&Value> {
    let own = schema.get("discriminator");
    own.or_else(|| schema["oneOf"].get(0)?.get("discriminator"))
}

#[test]
fn a_value_of_a_union_is_one_variant() {
    let document = schema_document().to_value();
    let mut validator = Validator::new(&document);
    let samples = Samples { root: &document };
    let (mut round_trips, mut tagged, mut met) = (0, 0, 0);
    for (union, cycle) in all_unions() {
        for (is_sent, name) in schemas_of(&document, union) {
            let pointer = format!("/$defs/{name}");
            let Some(schema) = document.pointer(&pointer) else {
                continue;
            };
            let all = alternatives(schema, &pointer);
            let compiled: Vec<_> = all.iter().map(|(place, _)| validator.at(place)).collect();
            let mut refused = Vec::new();
            let mut seen = vec![false; all.len()];
            let of_variants = all.iter().flat_map(|(_, variant)| samples.all(variant, 0));
            for sample in samples.all(schema, 0).into_iter().chain(of_variants) {
                let encoded = match cycle(&sample.to_string(), is_sent) {
                    Ok(encoded) => encoded,
                    Err(error) => {
                        refused.push(format!("{sample}: {error}"));
                        continue;
                    }
                };
                let value: Value = serde_json::from_str(&encoded).expect("JSON");
                let fits = |index: &usize| validator.check(&value, compiled[*index]).is_ok();
                let fitting: Vec<_> = (0..all.len()).filter(fits).collect();
                assert_eq!(fitting.len(), 1, "{name}: {encoded} fits {fitting:?}");
                seen[fitting[0]] = true;
                assert_eq!(cycle(&encoded, is_sent), Ok(encoded.clone()), "{name}");
                round_trips += 1;
                let Some(discriminator) = discriminator(schema) else {
                    continue;
                };
                let field = discriminator["propertyName"].as_str().expect("a name");
                let tag = value[field].as_str().unwrap_or_default();
                let target = &discriminator["mapping"][tag];
                let is_it = *target == all[fitting[0]].1["$ref"];
                // A variant that this version does not know has no place in the mapping.
                assert!(is_it, "{name}: {tag} leads to {target}: {encoded}");
                tagged += usize::from(!target.is_null());
            }
            met += 1;
            let unmet = seen.iter().zip(&all).filter(|(is_seen, _)| !**is_seen);
            let unmet: Vec<_> = unmet.map(|(_, (place, _))| place).collect();
            assert!(
                unmet.is_empty(),
                "{name}: no value of {unmet:?}: {refused:#?}"
            );
        }
    }
    println!("{met} unions, {round_trips} round trips, {tagged} by tags");
    assert!(met > 20 && round_trips > 300 && tagged > 100);
}
