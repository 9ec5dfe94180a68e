//! Every method and object of the facts with every Rust type that can hold a field: all are
//! accepted.

use crate::checked::Crate;
use crate::definition::{Definition, core, fields, file, is_long, is_object, nested, rust_type};
use crate::facts::{Facts, Field, read};

/// The code before all definitions.
const HEAD: &str = "\
#![allow(dead_code)]
pub use std::borrow::Cow;
pub use std::collections::{BTreeMap, HashMap};
pub use std::rc::Rc;
pub use std::sync::Arc;
pub use telegrammar::{InputFile, telegram_method, telegram_type, types as t};
pub use serde_json::Value;
pub type Id = i64;
pub type Text = String;
/// An object that is not listed.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own { pub id: Option<i64> }
";

/// Where a field is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Parameter,
    Field,
}

/// Returns Rust types that can hold a value that is no list.
fn scalars(facts: &Facts, field: &Field, kind: &str, place: Place) -> Vec<String> {
    let owned = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    if let Some(is_upload) = file(field) {
        let mut types = owned(&["InputFile", "Box<InputFile>", "Arc<InputFile>"]);
        if !is_upload {
            types.extend(owned(&["String", "Cow<'static, str>", "Box<str>"]));
        }
        return types;
    }
    if is_object(kind) {
        let right = rust_type(kind);
        let mut types = vec![
            format!("Box<{right}>"),
            format!("Arc<{right}>"),
            format!("Rc<{right}>"),
            right,
        ];
        types.extend(owned(&["Own", "Box<Own>", "Value"]));
        types.extend(owned(&[
            "BTreeMap<String, Value>",
            "HashMap<String, Value>",
        ]));
        types.extend(kind.split('|').map(|object| format!("t::{object}")));
        let variants = facts
            .get(kind)
            .into_iter()
            .flat_map(|union| &union.variants);
        types.extend(variants.map(|variant| format!("t::{}", variant.name)));
        return types;
    }
    let kind = kind.trim_end_matches('~');
    match kind {
        _ if kind.ends_with("|String") => owned(&[
            "i64",
            "String",
            "t::ChatId",
            "Cow<'static, str>",
            "Id",
            "Box<str>",
        ]),
        "Float" => owned(&["f64", "f32", "Box<f64>"]),
        "Boolean" | "True" => owned(&["bool", "Box<bool>"]),
        "String" => {
            let mut types = owned(&["String", "Box<str>", "Arc<str>", "Rc<str>", "Text"]);
            types.extend(owned(&["Cow<'static, str>", "Arc<String>", "Box<String>"]));
            if place == Place::Parameter {
                types.push("&'static str".to_owned());
            }
            types
        }
        _ => integers(field, kind),
    }
}

/// Returns the integer types that can hold the values of the field.
fn integers(field: &Field, kind: &str) -> Vec<String> {
    let (min, max) = field.range("in").unwrap_or_default();
    let mut types = vec!["i64", "i128", "Id", "Box<i64>", "Arc<i64>"];
    let is_signed = min.is_some_and(|min| min < 0);
    if !is_signed {
        types.extend(["u64", "u128"]);
    }
    if !is_long(kind) && max.is_none_or(|max| max <= i64::from(i32::MAX)) {
        types.push("i32");
        types.extend((!is_signed).then_some("u32"));
    }
    let small = [("i8", 127), ("u8", 255), ("i16", 32_767), ("u16", 65_535)];
    if let Some(max) = max.filter(|_| !is_signed && !is_long(kind)) {
        types.extend(
            small
                .iter()
                .filter(|(_, limit)| max <= *limit)
                .map(|(ty, _)| ty),
        );
    }
    types.iter().map(ToString::to_string).collect()
}

/// Returns Rust types that can hold the field.
fn types(facts: &Facts, field: &Field, place: Place) -> Vec<String> {
    let (kind, depth) = core(field.ty);
    let items = scalars(facts, field, kind, place);
    if depth == 0 {
        return items;
    }
    let lists = |item: &String| nested(item, depth);
    // Small numbers have no limit in a list.
    let is_wide = |item: &&String| !["i8", "u8", "i16", "u16"].contains(&item.as_str());
    let mut types: Vec<_> = items.iter().filter(is_wide).map(lists).collect();
    let inner = nested(&rust_type(kind), depth - 1);
    types.extend(["Box", "Arc", "Rc"].map(|pointer| format!("{pointer}<[{inner}]>")));
    types.push(format!("Arc<Vec<{inner}>>"));
    if place == Place::Parameter {
        types.push(format!("&'static [{inner}]"));
        types.push(format!("Cow<'static, [{inner}]>"));
        types.push(format!("[{inner}; 2]"));
    }
    types
}

/// Adds the definitions of each entry of a kind, until each type of each field has been used.
fn add(all: &mut Crate, facts: &Facts, kind: &str, title: &'static str, place: Place) {
    for entry in facts.values().filter(|entry| entry.kind == kind) {
        let types: Vec<_> = fields(entry)
            .map(|field| types(facts, field, place))
            .collect();
        let rounds = types.iter().map(Vec::len).max().unwrap_or_default().max(1);
        for round in 0..rounds {
            let mut definition = Definition::full(entry);
            for (member, types) in definition.fields.iter_mut().zip(&types) {
                member.ty.clone_from(&types[round % types.len()]);
            }
            all.add(title, &definition.source(), &[]);
        }
    }
}

#[test]
fn every_type_that_can_hold_a_field_is_accepted() {
    let facts = read();
    let mut all = Crate::new("valid", HEAD);
    add(
        &mut all,
        &facts,
        "method",
        "types of parameters",
        Place::Parameter,
    );
    add(&mut all, &facts, "object", "types of fields", Place::Field);
    all.check();
}
