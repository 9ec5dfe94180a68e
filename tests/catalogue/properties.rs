//! Properties of all values of every type and all parameters of every method, tested with random
//! ones.
//!
//! A failure prints its seed: `SEED=… cargo test --test catalogue properties` repeats the test.
//! `CASES=…` tests more of each type, `SEED` alone others.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;

use telegrammar::schema::FieldInfo;

use crate::facts::{Facts, read};
use crate::list::{Check, Cycle, calls, objects, unions};
use crate::random::{Generator, Reached, Source, Tree};
use crate::types::parsed;

struct Subject {
    name: &'static str,
    cycle: Cycle,
    check: Option<Check>,
    /// The properties of each type or method.
    optional: Vec<&'static str>,
    generate: Box<dyn Fn(&mut Generator<'_>) -> Tree>,
}

fn subjects(facts: &'static Facts) -> Vec<Subject> {
    let objects = objects().into_iter().map(|object| Subject {
        name: object.name,
        cycle: object.cycle,
        check: Some(object.check),
        optional: optional(object.info.fields),
        generate: Box::new(move |generator| generator.named(object.name)),
    });
    let unions = unions().into_iter().map(|union| Subject {
        name: union.name,
        cycle: union.cycle,
        check: None,
        optional: Vec::new(),
        generate: Box::new(move |generator| generator.named(union.name)),
    });
    let calls = calls().into_iter().map(|call| Subject {
        name: call.name,
        cycle: call.cycle,
        check: Some(call.check),
        optional: optional(call.info.params()),
        generate: Box::new(move |generator| {
            let entry = &facts[call.info.name()];
            let params = call.info.params().iter();
            let fields = params.map(|param| (entry.field(param.name), param.required));
            generator.without_floats().object(entry, fields.collect())
        }),
    });
    objects.chain(unions).chain(calls).collect()
}

fn optional(fields: &[FieldInfo]) -> Vec<&'static str> {
    let optional = fields.iter().filter(|field| !field.required);
    optional.map(|field| field.name).collect()
}

impl Subject {
    /// Returns the number of values, which is at least as many as needed to include every field
    /// once.
    fn cases(&self, least: usize) -> usize {
        self.optional.len().max(least)
    }

    fn generate(&self, facts: &'static Facts, seed: u64, case: usize) -> (Tree, Reached) {
        let wanted = self
            .optional
            .get(case % self.optional.len().max(1))
            .copied();
        let mut generator = Generator::new(facts, Source::new(seed, self.name, case), wanted);
        let tree = (self.generate)(&mut generator);
        (tree, generator.reached)
    }
}

fn number<N: FromStr<Err: Debug>>(name: &str) -> Option<N> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().expect(name))
}

/// The default number of values of each type.
const CASES: usize = 8;

const SEED: u64 = 103;

/// Tests a property with random values of everything, and reports the smallest that fails.
fn try_all(cases: usize, holds: impl Fn(&Subject, &Tree, &mut Source) -> Result<(), String>) {
    let facts: &'static Facts = Box::leak(Box::new(read()));
    let (seed, cases) = (
        number("SEED").unwrap_or(SEED),
        number("CASES").unwrap_or(cases),
    );
    let mut failures = Vec::new();
    for subject in subjects(facts) {
        for case in 0..subject.cases(cases) {
            let source = || Source::new(seed, subject.name, case);
            let outcome = |tree: &Tree| {
                let tried = || holds(&subject, tree, &mut source());
                catch_unwind(AssertUnwindSafe(tried)).unwrap_or_else(|_| Err("panic".to_owned()))
            };
            let (tree, _) = subject.generate(facts, seed, case);
            if outcome(&tree).is_err() {
                let tree = tree.shrink(|tree| outcome(tree).is_err());
                let problem = outcome(&tree).expect_err("still wrong");
                let (name, text) = (subject.name, tree.text());
                failures.push(format!("{name}: {problem}\n{text}"));
                break;
            }
        }
    }
    let failed = failures.len();
    failures.truncate(5);
    assert!(
        failed == 0,
        "{failed} fail with SEED={seed}, such as\n{}",
        failures.join("\n")
    );
}

#[test]
fn random_values_have_every_field() {
    let facts: &'static Facts = Box::leak(Box::new(read()));
    let mut reached = BTreeSet::new();
    for subject in subjects(facts) {
        for case in 0..subject.cases(CASES) {
            reached.append(&mut subject.generate(facts, SEED, case).1);
        }
    }
    let fields = facts.values().flat_map(|entry| {
        let names = entry.fields.iter().map(|field| field.name);
        names.map(|name| (entry.name, name))
    });
    let missed: Vec<_> = fields.filter(|field| !reached.contains(field)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Checks that a value that was encoded once is decoded as the same, and encoded in the same way.
fn is_stable(subject: &Subject, text: &str) -> Result<(), String> {
    match (subject.cycle)(text) {
        Ok(again) if again == text => Ok(()),
        other => Err(format!("{text} is not at rest: {other:?}")),
    }
}

#[test]
fn every_value_round_trips() {
    try_all(CASES, |subject, tree, _| {
        let again = (subject.cycle)(&tree.text())?;
        if parsed(&again) != tree.value() {
            return Err(format!("it comes back as {again}"));
        }
        is_stable(subject, &again)
    });
}

#[test]
fn every_value_can_be_validated() {
    try_all(4, |subject, tree, _| {
        let broken = subject.check.map(|check| check(&tree.text())).transpose()?;
        let again = subject.check.map(|check| check(&tree.text())).transpose()?;
        // The same violations each time, with the same texts.
        let is_told = broken.iter().flatten().all(|words| words.contains(' '));
        (is_told && broken == again)
            .then_some(())
            .ok_or_else(|| format!("{broken:?}"))
    });
}

/// Returns the text with a few characters dropped, duplicated or replaced.
fn damaged(text: &str, source: &mut Source) -> String {
    const PIECES: [&str; 16] = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "null", "-", "9", "e", ".", " ", "\u{e9}",
    ];
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=source.below(3) {
        let start = source.below(characters.len().max(1));
        let end = (start + source.below(6)).min(characters.len());
        let piece: Vec<char> = match source.below(3) {
            0 => Vec::new(),
            1 => characters[start..end].repeat(2),
            _ => source.pick(&PIECES).chars().collect(),
        };
        characters.splice(start..end, piece);
    }
    characters.into_iter().collect()
}

#[test]
fn a_damaged_value_is_an_error_or_round_trips_after_one_pass() {
    try_all(CASES, |subject, tree, source| {
        let text = damaged(&tree.text(), source);
        if let Some(check) = subject.check {
            let _ = check(&text);
        }
        match (subject.cycle)(&text) {
            Ok(again) => is_stable(subject, &again),
            Err(error) if error.is_empty() => Err("no words".to_owned()),
            Err(_) => Ok(()),
        }
    });
}
