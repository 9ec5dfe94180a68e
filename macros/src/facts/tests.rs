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
fn the_text_names_one_version_and_its_date() {
    let lines = TEXT.lines().filter(|line| line.starts_with("version "));
    let lines: Vec<Vec<_>> = lines.map(|line| line.split(' ').collect()).collect();
    let [line] = lines.as_slice() else {
        panic!("{lines:?}");
    };
    let is_numbers = |text: &str, separator| {
        text.split(separator)
            .all(|part| part.parse::<u16>().is_ok())
    };
    let [_, number, date] = line[..] else {
        panic!("{line:?}");
    };
    assert_eq!(number, version());
    assert!(is_numbers(number, '.'), "{number}");
    assert!(
        is_numbers(date, '-') && date.len() == "2026-08-24".len(),
        "{date}"
    );
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

/// Returns the number of lines that start with this word.
fn heads(word: &str) -> usize {
    let lines = TEXT.lines();
    lines
        .filter(|line| line.split(' ').next() == Some(word))
        .count()
}

#[test]
fn every_entry_of_the_text_is_found() {
    let (methods, types) = (methods(), types());
    assert_eq!(methods.len(), heads("method"));
    let shapes = |test: fn(&Shape) -> bool| count(&types, |it| test(&it.shape));
    for (word, found) in [
        ("object", shapes(|shape| matches!(shape, Shape::Object(_)))),
        (
            "union",
            shapes(|shape| matches!(shape, Shape::Union { .. })),
        ),
        ("marker", shapes(|shape| matches!(shape, Shape::Marker))),
    ] {
        assert_eq!(found, heads(word), "{word}");
        assert!(found > 0, "{word}");
    }
    let has_two = TEXT
        .lines()
        .filter(|line| line.starts_with("method ") && line.contains(" by "));
    assert_eq!(
        count(&methods, |it| it.returns_by.is_some()),
        has_two.count()
    );
    for way in [Direction::In, Direction::Out, Direction::Both] {
        assert!(types.iter().any(|it| it.direction == way), "{way:?}");
    }
}

/// Returns the words of every line that is a parameter or a field.
fn field_lines() -> Vec<Vec<&'static str>> {
    let lines = TEXT.lines().filter(|line| line.starts_with("  "));
    let lines = lines.map(|line| line.split_whitespace().collect::<Vec<_>>());
    lines.filter(|words| words[0].ends_with(':')).collect()
}

/// Whether a line has the word, other than as a name, a type or a value.
fn states(line: &[&str], word: &str) -> bool {
    let is_value = |before: &str| ["const", "values", "default", "or", "each_of"].contains(&before);
    let mut pairs = line[1..].windows(2);
    pairs.any(|pair| pair[1] == word && !is_value(pair[0]))
}

/// A word of a field's line, and whether a parsed field has what it stands for.
type Parsed = (&'static str, fn(&FieldFacts) -> bool);

/// The words of a field's line that something checks.
const PARSED: &[Parsed] = &[
    ("const", |it| it.constant.is_some()),
    ("values", |it| !it.values.is_empty()),
    ("in", |it| {
        it.range
            .is_some_and(|it| it.min.is_some() || it.max.is_some())
    }),
    ("or", |it| !it.also_allowed.is_empty()),
    ("nonzero", |it| it.nonzero),
    ("len", |it| it.len.is_some()),
    ("bytes", |it| {
        it.len.is_some_and(|it| it.unit == LenUnit::Bytes)
    }),
    ("after_entities", |it| {
        it.len.is_some_and(|it| it.after_entities)
    }),
    ("line_feeds", |it| it.line_feeds.is_some()),
    ("items", |it| it.items.is_some()),
    ("total_len", |it| it.total_len.is_some()),
    ("each_in", |it| it.each_in.is_some()),
    ("each_of", |it| !it.each_of.is_empty()),
    ("each_pattern", |it| it.each_pattern.is_some()),
    ("increasing", |it| it.order == Some(Order::Increasing)),
    ("strictly_increasing", |it| {
        it.order == Some(Order::StrictlyIncreasing)
    }),
    ("default", |it| it.default.is_some()),
    ("pattern", |it| it.pattern.is_some()),
    ("partial", |it| it.pattern_partial),
    ("hedged", |it| it.hedged),
    ("direct", |it| is_at(it, Place::Direct)),
    ("attach", |it| is_at(it, Place::Attach)),
    ("nested", |it| is_at(it, Place::Nested)),
    ("or_dropped", |it| {
        it.upload.as_ref().is_some_and(|it| it.or_dropped)
    }),
    ("sources", |it| {
        it.upload.as_ref().is_some_and(|it| !it.sources.is_empty())
    }),
];

fn is_at(field: &FieldFacts, place: Place) -> bool {
    field
        .upload
        .as_ref()
        .is_some_and(|upload| upload.place == place)
}

#[test]
fn every_field_and_all_that_its_line_states_is_parsed() {
    let lines = field_lines();
    let parsed: Vec<_> = params().into_iter().chain(fields()).collect();
    assert_eq!(parsed.len(), lines.len());
    let is_required = |words: &Vec<&str>| !words[0].ends_with("?:");
    assert_eq!(count(&parsed, |it| it.required), count(&lines, is_required));
    for (word, has) in PARSED {
        let stated = count(&lines, |words| states(words, word));
        assert_eq!(count(&parsed, has), stated, "{word}");
        assert!(stated > 0, "{word}");
    }
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
fn a_field_that_leads_to_a_file_says_so() {
    let leads = |field: &FieldFacts| {
        let is_file = |name: &&str| *name == "InputFile" || can_upload(name);
        refs(&field.ty).iter().any(is_file)
    };
    let mut forbidden = Vec::new();
    for field in params().into_iter().chain(fields()) {
        let is_attached = is_at(&field, Place::Attach);
        if field.upload.is_some() != (leads(&field) || is_attached) {
            forbidden.push(field.name);
        }
    }
    // The page forbids uploads in a draft and in the content of an inline result.
    assert_eq!(forbidden, ["rich_message"; 2]);
    for (name, is_expected) in [
        ("InputMedia", true),
        ("InputMediaPhoto", true),
        ("InputSticker", true),
        ("InlineQueryResult", false),
        ("LinkPreviewOptions", false),
        ("Message", false),
        ("Frob", false),
    ] {
        assert_eq!(can_upload(name), is_expected, "{name}");
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
fn every_list_of_the_kinds_of_updates_is_that_of_the_fields() {
    let update = type_named("Update");
    let kinds = update.fields().iter().filter(|field| !field.required);
    let kinds: Vec<_> = kinds.map(|field| field.name).collect();
    assert!(!kinds.is_empty());
    let lists = params().into_iter().chain(fields());
    let lists: Vec<_> = lists
        .filter(|field| field.name == "allowed_updates")
        .collect();
    assert!(!lists.is_empty());
    for field in lists {
        assert_eq!(field.each_of, kinds);
    }
    let rule = format!("  stated at_most_one_of {}", kinds.join("|"));
    assert!(
        entry("object", "Update")
            .into_iter()
            .flatten()
            .any(|line| line == rule)
    );
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

/// `cargo xtask facts apply` marks the lines whose prose states more than it can read.
#[test]
fn no_line_waits_to_be_read() {
    let marked: Vec<_> = TEXT
        .lines()
        .filter(|line| !line.starts_with('#') && line.contains('#'))
        .collect();
    assert!(
        marked.is_empty(),
        "read the page, complete the line and remove the mark: {marked:#?}"
    );
}
