//! Every method and object of the facts with mistakes that only the compiler can find: each is
//! reported exactly once, at its tokens. Not here: wrong kinds of parameters (`wrong_types`).

use crate::checked::Crate;
use crate::definition::{
    Definition, Member, core, fields, file, is_long, is_object, nested, result, rust_type,
};
use crate::facts::{Entry, Facts, Field, read};

/// The code before all definitions.
const HEAD: &str = "\
#![allow(dead_code)]
pub use telegrammar::{InputFile, telegram_method, telegram_type, types as t};
pub type Maybe<T> = Option<T>;
pub type Text = String;
pub type Other = t::MessageId;
pub type Others = Vec<t::MaskPosition>;
pub type Narrow = i32;
";

/// Two objects, of which one is not what is wanted, and no part of it.
const OTHERS: [&str; 2] = ["MessageId", "MaskPosition"];

/// Returns the methods, or the objects.
fn entries<'a>(facts: &'a Facts, kind: &str) -> Vec<&'a Entry> {
    let entries: Vec<_> = facts.values().filter(|entry| entry.kind == kind).collect();
    assert!(!entries.is_empty());
    entries
}

/// Returns the definition with other types of some fields, in «marks».
fn with_types(entry: &Entry, wrong: impl Fn(&Field) -> Option<String>) -> (Definition, usize) {
    let mut definition = Definition::full(entry);
    let mut count = 0;
    for (member, field) in definition.fields.iter_mut().zip(fields(entry)) {
        if let Some(ty) = wrong(field) {
            member.ty = format!("«{ty}»");
            count += 1;
        }
    }
    (definition, count)
}

/// Adds the definition with other types, if it has a field for them.
fn add_types(
    all: &mut Crate,
    kind: &'static str,
    entry: &Entry,
    code: &'static str,
    wrong: impl Fn(&Field) -> Option<String>,
) {
    let (definition, count) = with_types(entry, wrong);
    if count > 0 {
        all.add(kind, &definition.source(), &vec![code; count]);
    }
}

/// Returns a type that is no part of a union, and not `core`.
fn other(core: &str) -> String {
    let [first, second] = OTHERS;
    format!("t::{}", if core == first { second } else { first })
}

fn add_results(all: &mut Crate, entry: &Entry) {
    let returns = result(entry).expect("a result");
    let (core, depth) = core(returns.trim_end_matches("|True"));
    let right = rust_type(core);
    let has_two = returns.contains('|');
    let mut wrong = vec![
        (
            "a scalar as result",
            if right == "bool" { "i64" } else { "String" }.to_owned(),
        ),
        ("a scalar as result", "f64".to_owned()),
        ("another object as result", other(core)),
        ("another object as result", nested(&other(core), depth + 1)),
        ("a list or none as result", nested(&right, depth + 1)),
        (
            "a list or none as result",
            format!("Option<{}>", nested(&right, depth + 1)),
        ),
        ("a wrong alias as result", "Others".to_owned()),
    ];
    if depth > 0 {
        wrong.push(("a list or none as result", nested(&right, depth - 1)));
    }
    if right == "String" {
        wrong.remove(0);
    }
    if right != "bool" && !has_two {
        wrong.push(("a scalar as result", "bool".to_owned()));
    }
    for (kind, ty) in wrong {
        let mut definition = Definition::full(entry);
        definition.arguments = format!(", returns = «{ty}»");
        all.add(kind, &definition.source(), &["C10"]);
    }
}

#[test]
fn a_wrong_result_is_reported_at_its_type() {
    let facts = read();
    let mut all = Crate::new("results", HEAD);
    for entry in entries(&facts, "method") {
        add_results(&mut all, entry);
    }
    all.check();
}

/// Returns a type that cannot hold the field, whatever it is.
fn impossible(field: &Field) -> &'static str {
    if ["Boolean", "True"].contains(&field.ty) {
        "Text"
    } else {
        "bool"
    }
}

/// Returns the union that has the object as a variant.
fn union_of<'a>(facts: &'a Facts, object: &str) -> Option<&'a str> {
    let has = |entry: &&Entry| entry.variants.iter().any(|variant| variant.name == object);
    facts.values().find(has).map(|union| union.name)
}

fn add_objects(all: &mut Crate, facts: &Facts, entry: &Entry) {
    let objects = |field: &Field| {
        let (core, depth) = core(field.ty);
        (is_object(core) && file(field).is_none()).then_some((core, depth))
    };
    for (kind, is_wanted) in [
        ("another object", 0),
        ("a list of another object", 1),
        ("rows of another object", 2),
    ] {
        add_types(all, kind, entry, "H04", |field| {
            let (core, depth) = objects(field).filter(|(_, depth)| *depth == is_wanted)?;
            Some(nested(&other(core), depth))
        });
    }
    add_types(
        all,
        "another object behind a pointer",
        entry,
        "H04",
        |field| {
            let (core, depth) = objects(field)?;
            Some(nested(&format!("Box<{}>", other(core)), depth))
        },
    );
    add_types(all, "another depth of lists", entry, "H04", |field| {
        let (_, depth) = objects(field)?;
        let right = rust_type(core(field.ty).0);
        Some(nested(&right, if depth == 0 { 1 } else { depth - 1 }))
    });
    add_types(
        all,
        "a union for one of its objects",
        entry,
        "H04",
        |field| {
            let (core, depth) = objects(field)?;
            let union = union_of(facts, core)?;
            Some(nested(&format!("t::{union}"), depth))
        },
    );
}

#[test]
fn another_object_is_reported_at_its_type() {
    let facts = read();
    let mut all = Crate::new("objects", HEAD);
    for entry in [entries(&facts, "method"), entries(&facts, "object")].concat() {
        add_objects(&mut all, &facts, entry);
    }
    all.check();
}

/// Whether the server may leave out the field, and its type has no empty value.
fn may_be_absent(field: &Field) -> bool {
    !field.required
        && field.word("default").is_none()
        && !["Boolean", "True"].contains(&field.ty)
        && core(field.ty).1 == 0
}

#[test]
fn a_field_that_may_be_absent_is_not_mandatory() {
    let facts = read();
    let mut all = Crate::new("absent", HEAD);
    for entry in entries(&facts, "object") {
        let mut definition = Definition::full(entry);
        let mut codes = Vec::new();
        for (member, field) in definition.fields.iter_mut().zip(fields(entry)) {
            member.is_optional = false;
            if may_be_absent(field) && entry.direction() != "out" {
                member.ty = format!("«{}»", member.ty);
                codes.push("H13");
            }
        }
        all.add(
            "optional fields made mandatory",
            &definition.source(),
            &codes,
        );
    }
    for entry in [entries(&facts, "method"), entries(&facts, "object")].concat() {
        add_types(
            &mut all,
            "required fields made optional by an alias",
            entry,
            "H0",
            |field| {
                field
                    .required
                    .then(|| format!("Maybe<{}>", valid_type(field)))
            },
        );
    }
    all.check();
}

fn valid_type(field: &Field) -> String {
    match file(field) {
        Some(_) => "InputFile".to_owned(),
        None => rust_type(field.ty),
    }
}

/// Returns integer types that cannot hold the values of the field.
fn narrow(field: &Field) -> Vec<&'static str> {
    let (core, _) = core(field.ty);
    if is_long(core) && core.contains('|') {
        return vec!["i32", "u64", "Narrow"];
    }
    if is_long(core) {
        return vec!["i32", "u32", "i16", "Narrow"];
    }
    if !core.starts_with("Integer") && !core.starts_with("Unsigned") {
        return Vec::new();
    }
    let is_id = ["id", "ids", "date", "size"]
        .into_iter()
        .any(|end| field.name.ends_with(end));
    let (min, max) = field.range("in").unwrap_or_default();
    let mut narrow = Vec::new();
    let max = max.unwrap_or(if is_id { i64::from(u32::MAX) } else { 32_767 });
    let limits = [("i8", 127), ("u8", 255), ("i16", 32_767), ("u16", 65_535)];
    narrow.extend(
        limits
            .into_iter()
            .filter(|(_, limit)| max > *limit)
            .map(|(ty, _)| ty),
    );
    if min.is_some_and(|min| min < 0) {
        narrow.extend(["u8", "u32", "u64"]);
    }
    narrow
}

#[test]
fn a_narrow_integer_is_reported_at_its_type() {
    let facts = read();
    let mut all = Crate::new("narrow", HEAD);
    for entry in [entries(&facts, "method"), entries(&facts, "object")].concat() {
        for round in 0..7 {
            add_types(&mut all, "narrow integers", entry, "H0", |field| {
                let ty = *narrow(field).get(round)?;
                Some(nested(ty, core(field.ty).1))
            });
        }
    }
    all.check();
}

/// Returns definitions with a mistake that the macro finds, the field that it is about, and its code.
fn with_macro_mistakes(entry: &Entry) -> Vec<(Definition, Option<usize>, &'static str)> {
    let full = Definition::full(entry);
    let mut found = Vec::new();
    let mut unknown_key = full.clone();
    if let Some(field) = unknown_key.fields.first_mut() {
        field.attributes.push_str("#[telegram(«zzzqqq» = 1)] ");
        found.push((unknown_key, Some(0), "D01"));
    }
    let mut unknown_field = full.clone();
    let new = Member {
        attributes: String::new(),
        name: "«zzzqqq»".to_owned(),
        ty: "i64".to_owned(),
        is_optional: false,
    };
    unknown_field.fields.insert(0, new);
    found.push((unknown_field, Some(0), "H01"));
    if let Some(at) = full.fields.iter().position(|field| !field.is_optional) {
        let mut optional = full.clone();
        let field = &mut optional.fields[at];
        field.ty = format!("«Option<{}>»", field.ty);
        found.push((optional, Some(at), "H03"));
        let mut missing = full.clone();
        missing.fields.remove(at);
        missing.name = format!("«{}»", missing.name);
        found.push((missing, None, "H02"));
    }
    found
}

/// Adds definitions with a mistake for the macro, and up to three for the compiler.
fn add_mixed(all: &mut Crate, entry: &Entry) {
    for (mut definition, taken, code) in with_macro_mistakes(entry) {
        let mut codes = Vec::new();
        if entry.kind == "method" {
            let wrong = "Vec<t::MaskPosition>";
            definition.arguments = format!(", returns = «{wrong}»");
            codes.push("C10");
        }
        if taken.is_none() {
            codes.push(code);
        }
        let mut compiled = 0;
        for (at, member) in definition.fields.iter_mut().enumerate() {
            if taken == Some(at) {
                codes.push(code);
                continue;
            }
            let field = entry.fields.iter().find(|field| field.name == member.name);
            if let Some(field) = field.filter(|_| compiled < 2) {
                member.ty = format!("«{}»", impossible(field));
                codes.push("H0");
                compiled += 1;
            }
        }
        if codes.len() > 1 {
            all.add("mistakes of several phases", &definition.source(), &codes);
        }
    }
}

#[test]
fn a_wrong_kind_of_field_is_reported_at_its_type() {
    let facts = read();
    let mut all = Crate::new("wrong_fields", HEAD);
    for entry in entries(&facts, "object") {
        add_types(&mut all, "wrong kinds of fields", entry, "H0", |field| {
            Some(impossible(field).to_owned())
        });
        // Flags need no `Option`.
        let (mut definition, count) = with_types(entry, |field| {
            (field.ty == "True").then(|| impossible(field).to_owned())
        });
        let flags = definition.fields.iter_mut();
        for flag in flags.filter(|member| member.ty.contains('«')) {
            flag.is_optional = false;
        }
        if count > 0 {
            let codes = vec!["H0"; count];
            all.add("wrong kinds of flags", &definition.source(), &codes);
        }
    }
    all.check();
}

#[test]
fn mistakes_of_several_phases_are_all_reported() {
    let facts = read();
    let mut all = Crate::new("phases", HEAD);
    for entry in [entries(&facts, "method"), entries(&facts, "object")].concat() {
        add_mixed(&mut all, entry);
    }
    all.check();
}
