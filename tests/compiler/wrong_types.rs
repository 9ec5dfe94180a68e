//! Every parameter of every method, declared with types that cannot hold the Bot API's type: the
//! compiler rejects each exactly once, at its field.
//!
//! The definitions are generated from the facts, and checked as a separate crate.

use std::fmt::Write;

use crate::checked::check;
use crate::facts::{Entry, Field, read};

/// The code before all definitions of the crate.
const HEAD: &str = "\
#![allow(dead_code)]
use telegrammar::telegram_method;
#[derive(serde::Serialize)]
pub struct Object;
telegrammar::param!(Object);
pub struct InputFile(telegrammar::InputFile);
telegrammar::param!(InputFile: Upload, File = |file| &file.0);
/// A listed object that is no parameter of any method.
pub type Other = telegrammar::types::MessageId;
pub type Any = serde_json::Value;
pub type Name = String;
pub type Narrow = i32;
";

/// Returns a type that can hold a parameter, and some that cannot.
fn types(field: &Field) -> (&'static str, &'static [&'static str]) {
    let kind = field.ty;
    let is_upload = field.word("upload").is_some_and(|how| how != "nested");
    let is_only_upload = is_upload && field.word("sources") == Some("upload");
    let width = kind.trim_end_matches('~');
    let is_long = |kind: &str| kind.starts_with("Integer64") || kind.starts_with("Integer52");
    if is_only_upload {
        return ("InputFile", &["String", "i64", "bool", "Object", "Name"]);
    }
    if is_upload || kind.split('|').any(|kind| kind == "InputFile") {
        return (
            "InputFile",
            &["i64", "bool", "Object", "Vec<InputFile>", "f64"],
        );
    }
    if let Some(item) = kind.strip_prefix("Array<") {
        let item = item.trim_end_matches('>').trim_end_matches('~');
        return match item {
            _ if item.starts_with("Array<") => (
                "Vec<Vec<Object>>",
                &[
                    "Vec<Object>",
                    "Object",
                    "Vec<Vec<Other>>",
                    "Vec<Vec<i64>>",
                    "bool",
                ],
            ),
            "Integer" | "Integer32" | "Unsigned32" => (
                "Vec<i64>",
                &["i64", "Vec<String>", "Vec<u16>", "Vec<Vec<i64>>", "Object"],
            ),
            _ if is_long(item) => (
                "Vec<i64>",
                &["Vec<i32>", "i64", "Vec<Name>", "Vec<Narrow>", "bool"],
            ),
            "String" => (
                "Vec<String>",
                &["String", "Vec<i64>", "bool", "Vec<bool>", "Name"],
            ),
            _ => (
                "Vec<Object>",
                &[
                    "Object",
                    "Vec<i64>",
                    "Vec<Other>",
                    "Vec<Vec<Object>>",
                    "bool",
                ],
            ),
        };
    }
    let alternatives: Vec<_> = kind.split('|').collect();
    match width {
        // A small range fits a small type.
        "Integer" | "Integer32" | "Unsigned32" if field.word("in").is_some() => {
            ("i64", &["String", "bool", "f64", "Vec<i64>", "Name"])
        }
        "Integer" | "Integer32" | "Unsigned32" => ("i64", &["String", "bool", "f64", "i8", "Name"]),
        _ if alternatives.len() == 1 && is_long(kind) => {
            ("i64", &["i32", "Narrow", "String", "Vec<i64>", "u32"])
        }
        "Float" => ("f64", &["i64", "String", "bool", "Vec<f64>", "Object"]),
        "String" => ("String", &["i64", "bool", "Object", "Vec<String>", "f64"]),
        "Boolean" | "True" => ("bool", &["Name", "i64", "Object", "Vec<bool>", "String"]),
        _ if alternatives.contains(&"String") => {
            ("i64", &["i32", "bool", "Object", "Vec<i64>", "Narrow"])
        }
        _ => ("Object", &["bool", "Other", "i64", "Vec<Object>", "Name"]),
    }
}

/// The number of wrong types for each parameter.
const ROUNDS: usize = 5;

/// Returns the source of all definitions, and the lines with a wrong type.
fn source(methods: &[&Entry]) -> (String, Vec<usize>) {
    let mut text = HEAD.to_owned();
    let mut wrong = Vec::new();
    for round in 0..=ROUNDS {
        let _ = writeln!(text, "mod round_{round} {{\nuse super::*;");
        for method in methods {
            let name = &method.name;
            let (first, rest) = name.split_at(1);
            let _ = writeln!(text, "#[telegram_method(\"{name}\", returns = Any)]");
            let _ = writeln!(text, "pub struct {}{rest} {{", first.to_uppercase());
            for parameter in &method.fields {
                let (right, wrong_types) = types(parameter);
                // In the last round, all types are valid.
                let ty = wrong_types.get(round).unwrap_or(&right);
                if *ty != right {
                    wrong.push(text.lines().count() + 1);
                }
                let name = parameter.name;
                let raw = if name == "type" { "r#" } else { "" };
                let ty = if parameter.required {
                    (*ty).to_owned()
                } else {
                    format!("Option<{ty}>")
                };
                let _ = writeln!(text, "pub {raw}{name}: {ty},");
            }
            text.push_str("}\n");
        }
        text.push_str("}\n");
    }
    (text, wrong)
}

#[test]
fn every_wrong_type_is_rejected_once_at_its_field() {
    let facts = read();
    let methods = facts.values().filter(|entry| entry.kind == "method");
    let methods: Vec<_> = methods.collect();
    let parameters: usize = methods.iter().map(|method| method.fields.len()).sum();
    let (source, wrong) = source(&methods);
    assert_eq!(wrong.len(), parameters * ROUNDS);
    let errors = check("kinds", &source);
    let texts = |line: &usize| {
        let found = errors.get(line).into_iter().flatten();
        found.map(|error| &error.text).collect::<Vec<_>>()
    };
    let lines: Vec<_> = source.lines().collect();
    let around = |line: usize| {
        let head = lines[..line].iter().rfind(|line| line.starts_with("#["));
        format!("{line}: {} {}", head.unwrap_or(&""), lines[line - 1])
    };
    let missed: Vec<_> = wrong
        .iter()
        .filter(|line| errors.get(line).is_none_or(|found| found.len() != 1))
        .map(|line| format!("{} {:?}", around(*line), texts(line)))
        .collect();
    let stray: Vec<_> = errors
        .keys()
        .filter(|line| !wrong.contains(line))
        .map(|line| format!("{} {:?}", around(*line), texts(line)))
        .collect();
    println!(
        "{} methods, {parameters} parameters, {} mutants, {} caught",
        methods.len(),
        wrong.len(),
        wrong.len() - missed.len()
    );
    assert!(
        missed.is_empty() && stray.is_empty(),
        "{} missed:\n{}\n{} stray:\n{}",
        missed.len(),
        missed.join("\n"),
        stray.len(),
        stray.join("\n")
    );
}
