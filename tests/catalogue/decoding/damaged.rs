//! Damaged JSON of every type is an error or a value, and each way of decoding agrees with the others.
//!
//! A failure names its seed: `SEED=… cargo test --test decoding damaged` tries the same again.
//! `CASES=…` tries more of each type. `CASES=2600` with `--release` is more than a million.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::decoding::bases::{base, cases, none_fails, seed};
use crate::decoding::damage::{damage_text, damage_tree};
use crate::decoding::list::{Subject, subjects};
use crate::random::Source;

/// Damaged JSON of the type.
fn damaged(subject: &Subject, source: &mut Source, case: usize) -> Vec<u8> {
    let mut tree = base(subject.name, source, case);
    damage_tree(&mut tree, source);
    let spaces = *source.pick(&[0, 0, 5, 50]);
    let mut text = tree.text(source, spaces).into_bytes();
    if source.chance(30) {
        damage_text(&mut text, source);
    }
    text
}

/// What is wrong with the outcomes of one input, after what they are.
fn problem(subject: &Subject, json: &[u8]) -> (&'static str, Option<String>) {
    let outcomes = catch_unwind(AssertUnwindSafe(|| (subject.decode)(json)));
    let Ok(outcomes) = outcomes else {
        return ("panic", Some("panic".to_owned()));
    };
    let kind = match (&outcomes.strict, &outcomes.lenient) {
        (Ok(_), _) => "right",
        (Err(_), Ok(_)) => "repaired",
        (Err(_), Err(telegrammar::Error::Decode(_))) => "wrong",
        (Err(_), Err(_)) => "no JSON",
    };
    (kind, outcomes.problems.into_iter().next())
}

#[test]
fn every_way_agrees_on_damaged_json() {
    let (seed, cases) = (seed(), cases(8));
    let (mut tried, mut failures) = (BTreeMap::<_, usize>::new(), Vec::new());
    for subject in subjects() {
        for case in 0..cases {
            let mut source = Source::new(seed, subject.name, case);
            let json = damaged(&subject, &mut source, case);
            let (kind, problem) = problem(&subject, &json);
            *tried.entry(kind).or_default() += 1;
            if let Some(problem) = problem {
                let (name, text) = (subject.name, String::from_utf8_lossy(&json));
                failures.push(format!("{name} {case}: {problem}\n{text}"));
                break;
            }
        }
    }
    println!("{tried:?}");
    none_fails(failures, tried.values().sum(), seed);
}

#[test]
fn deep_nesting_anywhere_is_no_panic() {
    for subject in subjects() {
        let mut source = Source::new(seed(), subject.name, 0);
        for depth in [127, 128, 129, 1_000] {
            let mut tree = base(subject.name, &mut source, 0);
            let number = source.below(tree.count());
            if let Some(value) = tree.at(number) {
                let (open, close) = *source.pick(&[("[", "]"), ("{\"text\":", "}")]);
                let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
                *value = crate::decoding::document::Document::Leaf(text);
            }
            let text = tree.text(&mut source, 0);
            if let (_, Some(problem)) = problem(&subject, text.as_bytes()) {
                panic!("{} {depth}: {problem}\n{text}", subject.name);
            }
        }
    }
}
