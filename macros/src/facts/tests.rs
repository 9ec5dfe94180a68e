//! Properties of the whole text.

#![allow(clippy::expect_used, reason = "a failing lookup fails the test")]

use std::collections::HashSet;

use super::model::CallClass;
use super::*;

mod classes;
mod examples;
mod recursion;
mod retired;
mod rules;

fn method_named(name: &str) -> MethodFacts {
    method(name).expect(name)
}

fn type_named(name: &str) -> TypeFacts {
    ty(name).expect(name)
}

fn methods() -> Vec<MethodFacts> {
    method_names().map(method_named).collect()
}

fn types() -> Vec<TypeFacts> {
    type_names().map(type_named).collect()
}

fn params() -> Vec<FieldFacts> {
    methods().into_iter().flat_map(|it| it.fields).collect()
}

fn fields() -> Vec<FieldFacts> {
    types().iter().flat_map(|it| it.fields().to_vec()).collect()
}

fn count<T>(items: &[T], test: impl Fn(&T) -> bool) -> usize {
    items.iter().filter(|item| test(item)).count()
}

#[test]
fn version_is_the_one_of_the_text() {
    let line = TEXT.lines().find(|line| line.starts_with("version "));
    let version = line.and_then(|line| line.split(' ').nth(1));
    assert_eq!(version, Some(VERSION));
}

#[test]
fn every_word_is_known() {
    let mut unknown = Vec::new();
    for name in method_names() {
        assert!(method_strict(name, &mut unknown).is_some(), "{name}");
    }
    for name in type_names() {
        assert!(type_strict(name, &mut unknown).is_some(), "{name}");
    }
    // Rules of some kinds are not checked; `rules.rs` lists them.
    unknown.retain(|line| !line.trim_start().starts_with("stated "));
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn an_unknown_word_is_reported_without_further_effect() {
    let mut unknown = Vec::new();
    let lines = [
        "  a: Integer in 1..=x shiny",
        "  b?: Array<",
        "  stated magic a",
        "  c: True",
    ];
    let facts = parse::method("method x -> True once", lines.into_iter(), &mut unknown).expect("x");
    let names: Vec<_> = facts.fields.iter().map(|field| field.name).collect();
    assert_eq!(names, ["a", "c"]);
    assert_eq!(unknown, ["in", "shiny", "  b?: Array<", "  stated magic a"]);
}

#[test]
fn every_line_of_the_text_belongs_to_an_entry() {
    let mut before = "";
    for line in TEXT.lines() {
        let head = [
            "version ", "section ", "method ", "object ", "union ", "marker ",
        ];
        let is_head = head.iter().any(|word| line.starts_with(word));
        let indented = line.starts_with("  ");
        assert!(
            line.is_empty() || line.starts_with('#') || is_head || indented,
            "{line}"
        );
        assert!(!indented || !before.is_empty(), "no entry: {line}");
        assert!(!is_head || before.is_empty(), "no empty line above: {line}");
        if !line.starts_with('#') {
            assert_eq!(
                line.trim_start(),
                line.split_whitespace().collect::<Vec<_>>().join(" ")
            );
        }
        before = line;
    }
}

#[test]
fn counts_of_entries() {
    let (methods, types, params, fields) = (methods(), types(), params(), fields());
    assert_eq!(methods.len(), 185);
    assert_eq!(count(&methods, |it| it.fields.is_empty()), 8);
    assert_eq!((params.len(), count(&params, |it| it.required)), (932, 313));
    assert_eq!(types.len(), 400);
    assert_eq!(
        count(&types, |it| matches!(it.shape, Shape::Object(_))),
        365
    );
    assert_eq!(
        count(&types, |it| matches!(it.shape, Shape::Union { .. })),
        26
    );
    assert_eq!(count(&types, |it| matches!(it.shape, Shape::Marker)), 9);
    assert_eq!(
        (fields.len(), count(&fields, |it| it.required)),
        (1888, 903)
    );
    let direction = |way| count(&types, |it| it.direction == way);
    assert_eq!(direction(Direction::In), 218);
    assert_eq!(direction(Direction::Out), 126);
    assert_eq!(direction(Direction::Both), 56);
    assert_eq!(count(&methods, |it| it.returns == TypeExpr::True), 102);
    assert_eq!(count(&methods, |it| it.returns_by.is_some()), 7);
}

#[test]
fn counts_of_limits() {
    let (params, fields) = (params(), fields());
    let both = |test: fn(&FieldFacts) -> bool| (count(&params, test), count(&fields, test));
    assert_eq!(both(|it| it.constant.is_some()), (0, 175));
    assert_eq!(both(|it| !it.values.is_empty()), (36, 245 - 175));
    assert_eq!(
        both(|it| it.range.is_some_and(|it| it.min.is_some())),
        (24, 34)
    );
    assert_eq!(
        both(|it| it.range.is_some_and(|it| it.max.is_some())),
        (22, 33)
    );
    assert_eq!(both(|it| !it.also_allowed.is_empty()), (1, 2));
    assert_eq!(both(|it| it.nonzero), (2, 0));
    assert_eq!(
        both(|it| it.len.is_some_and(|it| it.bounds.max.is_some())),
        (57, 66)
    );
    assert_eq!(
        both(|it| it.len.is_some_and(|it| it.unit == LenUnit::Bytes)),
        (5, 25)
    );
    assert_eq!(
        both(|it| it.len.is_some_and(|it| it.after_entities)),
        (19, 24)
    );
    assert_eq!(
        both(|it| it.items.is_some_and(|it| it.min.is_some())),
        (10, 7)
    );
    assert_eq!(
        both(|it| it.items.is_some_and(|it| it.max.is_some())),
        (18, 9)
    );
    assert_eq!(both(|it| it.default.is_some()), (23, 10));
    assert_eq!(both(|it| it.pattern.is_some()), (13, 10));
    assert_eq!(both(|it| it.hedged), (5, 19));
    let place = |it: &FieldFacts| it.upload.as_ref().map(|upload| upload.place);
    assert_eq!(count(&params, |it| place(it) == Some(Place::Direct)), 20);
    assert_eq!(count(&params, |it| place(it) == Some(Place::Nested)), 17);
    assert_eq!(count(&fields, |it| place(it) == Some(Place::Attach)), 25);
    assert_eq!(count(&fields, |it| place(it) == Some(Place::Nested)), 16);
}

/// Returns every type of the Bot API in the expression.
fn refs(ty: &TypeExpr) -> Vec<&'static str> {
    match ty {
        TypeExpr::Ref(name) => vec![name],
        TypeExpr::Array(item) => refs(item),
        TypeExpr::OneOf(alternatives) => alternatives.iter().flat_map(refs).collect(),
        TypeExpr::Integer(_)
        | TypeExpr::Float
        | TypeExpr::String
        | TypeExpr::Boolean
        | TypeExpr::True => vec![],
    }
}

#[test]
fn names_are_unique_and_every_type_resolves() {
    let mut seen = HashSet::new();
    for name in method_names().chain(type_names()) {
        assert!(seen.insert(name), "{name}");
    }
    let known: HashSet<_> = type_names().collect();
    let returned: Vec<_> = methods().iter().flat_map(|it| refs(&it.returns)).collect();
    let held = params()
        .into_iter()
        .chain(fields())
        .flat_map(|it| refs(&it.ty));
    for name in held.chain(returned) {
        assert!(known.contains(name), "{name}");
    }
    for facts in methods() {
        let names: HashSet<_> = facts.fields.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), facts.fields.len(), "{}", facts.name);
    }
}

#[test]
fn unions_agree_with_their_variants() {
    for union in types() {
        let Shape::Union { tag, variants, .. } = &union.shape else {
            continue;
        };
        assert!(variants.len() > 1, "{}", union.name);
        for variant in variants {
            let object = type_named(variant.name);
            let constant = tag.and_then(|tag| object.field(tag)?.constant);
            assert_eq!(constant, variant.tag, "{}", variant.name);
            assert_eq!(tag.is_some(), variant.tag.is_some(), "{}", variant.name);
            for name in &variant.discriminating_fields {
                assert!(object.field(name).is_some_and(|it| it.required), "{name}");
            }
            let shared = count(variants, |it| it.tag == variant.tag) > 1;
            let by_rule = union.name == "MaybeInaccessibleMessage";
            assert_eq!(
                shared && !by_rule,
                !variant.discriminating_fields.is_empty(),
                "{}",
                variant.name
            );
        }
    }
}

#[test]
fn limits_make_sense() {
    for field in params().into_iter().chain(fields()) {
        let name = field.name;
        let len = field.len.map(|len| len.bounds);
        for bounds in [field.range, len, field.items, field.each_in]
            .into_iter()
            .flatten()
        {
            if let (Some(min), Some(max)) = (bounds.min_int(), bounds.max_int()) {
                assert!(min <= max, "{name}: {}", bounds.text);
            }
        }
        if let (Some(range), Some(Ok(default))) = (field.range, field.default.map(str::parse)) {
            let above = range.min_int().is_none_or(|min| min <= default);
            assert!(
                above && range.max_int().is_none_or(|max| default <= max),
                "{name}"
            );
        }
        let listed = |value| field.values.is_empty() || field.values.contains(&value);
        assert!(field.default.is_none_or(listed), "{name}");
        assert!(!field.required || field.default.is_none(), "{name}");
        let text = matches!(field.ty, TypeExpr::String);
        assert!(field.len.is_none() || text, "{name}");
        assert!(
            field.items.is_none() || matches!(field.ty, TypeExpr::Array(_)),
            "{name}"
        );
    }
}
