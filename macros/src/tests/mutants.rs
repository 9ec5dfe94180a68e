//! Each definition of each method with one mistake, and the single error that this must cause.

use std::collections::BTreeSet;

use super::methods::{Definition, Field, all};
use super::run::run;
use crate::facts::{MethodFacts, TypeExpr};

/// A definition with a mistake.
struct Mutant {
    definition: Definition,
    code: &'static str,
    /// The field that is wrong; without one, it is the struct's name.
    field: Option<usize>,
    /// The tokens that are wrong.
    token: String,
}

impl Mutant {
    /// Returns the messages if they are not exactly the expected one.
    fn survives(&self) -> Option<String> {
        let source = self.definition.source();
        let outcome = run(&source);
        let errors = &outcome.sink.errors;
        if let [error] = errors.as_slice() {
            let (start, end) = (error.start.start(), error.end.end());
            let line = source.lines().nth(start.line - 1).unwrap_or_default();
            let place: String = line.chars().take(end.column).skip(start.column).collect();
            let expected_line = self.field.map_or(2, |field| field + 3);
            if error.code.name() == self.code
                && start.line == expected_line
                && start.line == end.line
                && place == self.token
            {
                return None;
            }
        }
        let errors: Vec<_> = errors
            .iter()
            .map(|error| (error.code, &error.head))
            .collect();
        Some(format!(
            "{} at `{}`: {errors:?}\n{source}",
            self.code, self.token
        ))
    }
}

/// Returns a mistake in the field at `at`, at `token`.
fn in_field(
    full: &Definition,
    at: usize,
    code: &'static str,
    token: &str,
    change: impl FnOnce(&mut Field),
) -> Mutant {
    let mut definition = full.clone();
    change(&mut definition.fields[at]);
    Mutant {
        definition,
        code,
        field: Some(at),
        token: token.to_owned(),
    }
}

/// Returns names with a letter missing, superfluous, wrong or swapped.
fn misspelt(name: &str) -> BTreeSet<String> {
    let letters: Vec<char> = name.chars().collect();
    let middle = letters.len() / 2;
    let join = |parts: &[&[char]]| parts.concat().into_iter().collect::<String>();
    let (head, tail) = letters.split_at(middle);
    BTreeSet::from([
        join(&[&letters[..letters.len() - 1]]),
        join(&[head, &tail[1..]]),
        join(&[head, &['q'], tail]),
        join(&[head, &['q'], &tail[1..]]),
        join(&[&[letters[1], letters[0]], &letters[2..]]),
    ])
}

fn renamed(method: &MethodFacts, full: &Definition) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (at, field) in full.fields.iter().enumerate() {
        // Each misspelling occurs often enough without all of them being tested everywhere.
        for name in misspelt(&field.name).into_iter().skip(at % 2).step_by(2) {
            let is_name = name.starts_with(|first: char| first.is_ascii_lowercase());
            if is_name
                && method.field(&name).is_none()
                && syn::parse_str::<syn::Ident>(&name).is_ok()
            {
                let change = |field: &mut Field| field.name.clone_from(&name);
                mutants.push(in_field(full, at, "H01", &name, change));
            }
        }
    }
    mutants
}

fn left_out(_: &MethodFacts, full: &Definition) -> Vec<Mutant> {
    let required = full
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.is_required);
    required
        .map(|(at, _)| {
            let mut definition = full.clone();
            definition.fields.remove(at);
            Mutant {
                code: "H02",
                field: None,
                token: full.struct_name(),
                definition,
            }
        })
        .collect()
}

fn made_optional(_: &MethodFacts, full: &Definition) -> Vec<Mutant> {
    let required = full
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.is_required);
    required
        .map(|(at, field)| {
            let ty = format!("Option<{}>", field.ty);
            in_field(full, at, "H03", &ty, |field| field.is_required = false)
        })
        .collect()
}

fn widened(method: &MethodFacts, full: &Definition) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (at, (field, facts)) in full.fields.iter().zip(&method.fields).enumerate() {
        let Some((key, range)) = &field.rule else {
            continue;
        };
        let stated = match *key {
            "range" => facts.range,
            // According to the page, the count may grow.
            "items" if facts.hedged => None,
            "items" => facts.items,
            _ => facts.len.map(|len| len.bounds),
        };
        let (Some(stated), Some((low, high))) = (stated, range.split_once("..=")) else {
            continue;
        };
        let (low, high): (i128, i128) = (low.parse().unwrap(), high.parse().unwrap());
        let mut wider = Vec::new();
        if stated.max.is_some() {
            wider.push(format!("{low}..={}", high + 1));
        }
        // A negative count is a mistake of another kind.
        if stated.min.is_some() && (low > 0 || *key == "range") {
            wider.push(format!("{}..={high}", low - 1));
        }
        for range in wider {
            let change = |field: &mut Field| field.rule = Some((key, range.clone()));
            mutants.push(in_field(full, at, "H06", &range, change));
        }
    }
    mutants
}

fn other_default(method: &MethodFacts, full: &Definition) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (at, facts) in method.fields.iter().enumerate() {
        let Some(default) = facts.default else {
            continue;
        };
        let other = match &facts.ty {
            TypeExpr::Boolean => (default != "true").to_string(),
            TypeExpr::Integer(_) => (default.parse::<i64>().unwrap() + 1).to_string(),
            TypeExpr::String => format!("\"not {default}\""),
            _ => "\"default\"".to_owned(),
        };
        let change = |field: &mut Field| field.default = Some(other.clone());
        mutants.push(in_field(full, at, "H07", &other, change));
    }
    mutants
}

fn other_unit(_: &MethodFacts, full: &Definition) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (at, field) in full.fields.iter().enumerate() {
        let Some((key, range)) = &field.rule else {
            continue;
        };
        let other = match *key {
            "len" => "bytes",
            "bytes" => "len",
            _ => continue,
        };
        let change = |field: &mut Field| field.rule = Some((other, range.clone()));
        mutants.push(in_field(full, at, "H08", other, change));
    }
    mutants
}

fn all_are_caught(kind: &str, mutate: fn(&MethodFacts, &Definition) -> Vec<Mutant>, least: usize) {
    let methods = all();
    let mutants: Vec<_> = methods
        .iter()
        .flat_map(|method| mutate(method, &Definition::full(method)))
        .collect();
    let survivors: Vec<_> = mutants.iter().filter_map(Mutant::survives).collect();
    let (total, caught) = (mutants.len(), mutants.len() - survivors.len());
    println!("{kind}: {caught} of {total} mutants caught");
    assert!(
        survivors.is_empty(),
        "{kind}: {caught} of {total}\n{}",
        survivors.join("\n")
    );
    assert!(total >= least, "{kind}: only {total} mutants");
}

#[test]
fn a_parameter_renamed_by_one_letter_is_caught() {
    all_are_caught("parameters renamed by one letter", renamed, 2000);
}

#[test]
fn a_required_parameter_left_out_is_caught() {
    all_are_caught("required parameters left out", left_out, 313);
}

#[test]
fn a_required_parameter_made_optional_is_caught() {
    all_are_caught("required parameters made optional", made_optional, 313);
}

#[test]
fn a_wider_range_is_caught() {
    all_are_caught("ranges widened", widened, 146);
}

#[test]
fn another_default_is_caught() {
    all_are_caught("defaults swapped", other_default, 23);
}

#[test]
fn another_unit_is_caught() {
    all_are_caught("characters and bytes swapped", other_unit, 57);
}
