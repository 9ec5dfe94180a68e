//! The decoder and one that is written for comparison make the same of every value, right or damaged:
//! they accept the same, name the same fault, repair the same, and have the same value in the end.
//!
//! `SEED` and `CASES` are as in `damaged`.

use serde_json::Value;

use crate::decoding::bases::{FACTS, base, cases, none_fails, seed};
use crate::decoding::damage::damage_tree;
use crate::decoding::list::{Subject, subjects};
use crate::decoding::outcomes::Outcomes;
use crate::decoding::reference::{Read, Reference};
use crate::random::Source;

/// Compares what became of a value with what must become of it.
fn difference(subject: &Subject, value: &Value) -> Option<String> {
    let Outcomes {
        strict,
        lenient,
        repairs,
        ..
    } = (subject.decode)(value.to_string().as_bytes());
    let expected = Reference::new(false).named(subject.name, value, "");
    let found: Read = strict.map_err(|error| error.path().to_owned());
    if found != expected {
        return Some(format!("strictly {found:?}\nand not   {expected:?}"));
    }
    let mut reference = Reference::new(true);
    let expected = reference.named(subject.name, value, "result");
    let paths: Vec<_> = repairs.into_iter().map(|repair| repair.path).collect();
    match (lenient, expected) {
        (Ok(found), Ok(expected)) if found == expected && paths == reference.repairs => None,
        (Err(telegrammar::Error::Decode(found)), Err(expected)) if found.path() == expected => None,
        (found, expected) => Some(format!(
            "leniently {found:?} {paths:?}\nand not   {expected:?} {:?}",
            reference.repairs
        )),
    }
}

/// An update has one kind at most, and what becomes of several is nobody's concern.
fn has_several_kinds(subject: &Subject, value: &Value) -> bool {
    let fields = &FACTS["Update"].fields[1..];
    let is_there = |name| value.get(name).is_some_and(|value| !value.is_null());
    subject.name == "Update" && fields.iter().filter(|field| is_there(field.name)).count() > 1
}

fn compare(damage: bool) {
    let (seed, cases) = (seed(), cases(8));
    let (mut tried, mut failures) = (0_usize, Vec::new());
    for subject in subjects() {
        for case in 0..cases {
            let mut source = Source::new(seed, subject.name, case);
            let mut tree = base(subject.name, &mut source, case);
            if damage {
                damage_tree(&mut tree, &mut source);
            }
            let text = tree.text(&mut source, 0);
            let Ok(value) = serde_json::from_str::<Value>(&text) else {
                continue;
            };
            if has_several_kinds(&subject, &value) {
                continue;
            }
            tried += 1;
            if let Some(difference) = difference(&subject, &value) {
                failures.push(format!("{} {case}: {difference}\n{value}", subject.name));
                break;
            }
        }
    }
    println!("{tried} tried");
    none_fails(failures, tried, seed);
}

#[test]
fn right_values_are_read_as_the_facts_say() {
    compare(false);
}

#[test]
fn damaged_values_are_read_as_the_rules_say() {
    compare(true);
}
