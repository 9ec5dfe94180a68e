//! Each union and each closed set of words of the facts with one mistake in its variants, and the
//! single error that this must cause. Not here: mistakes in methods (`mutants`).

use super::cases::unmark;
use super::render::places;
use super::run::run;
use crate::check::{ClosedSet, closed_set, sets_of};
use crate::facts::{self, RuleKind, TypeFacts};
use crate::names::{pascal_case, snake_case};

/// A definition with its mistake in «marks», and the code of the message.
pub(super) struct Mutant {
    pub(super) marked: String,
    pub(super) code: &'static str,
}

impl Mutant {
    /// Returns the messages if they are not exactly the expected one.
    fn survives(&self) -> Option<String> {
        let (source, marks) = unmark(&self.marked);
        let outcome = run(&source);
        let reported = outcome.sink.reported();
        let found: Vec<_> = reported.iter().map(|found| places(found)).collect();
        if found == marks && outcome.codes() == [self.code] {
            return None;
        }
        let heads: Vec<_> = reported
            .iter()
            .map(|found| (found.code, &found.head))
            .collect();
        Some(format!("{}: {heads:?}\n{}", self.code, self.marked))
    }
}

/// An enum as source text.
#[derive(Clone)]
struct Enum {
    /// The arguments of the attribute.
    arguments: String,
    name: String,
    /// All variants but `Unknown`, each with its attribute.
    variants: Vec<String>,
    unknown: Option<&'static str>,
}

impl Enum {
    fn union(facts: &TypeFacts) -> Self {
        let is_closed = is_closed(facts);
        Self {
            arguments: String::new(),
            name: facts.name.to_owned(),
            variants: facts
                .variants()
                .iter()
                .map(|listed| format!("{}({})", short(facts, listed.name), listed.name))
                .collect(),
            unknown: (facts.direction.comes_in() && !is_closed).then_some("Unknown(Unknown)"),
        }
    }

    fn words(name: &str, set: &ClosedSet) -> Self {
        let words = set.values.iter().enumerate();
        Self {
            arguments: format!("(\"{name}\")"),
            name: "Words".to_owned(),
            variants: words
                .map(|(index, word)| format!("#[telegram(rename = {word:?})] Word{index}"))
                .collect(),
            unknown: set.is_received.then_some("Unknown(String)"),
        }
    }

    fn source(&self) -> String {
        let unknown = self.unknown.map(ToOwned::to_owned);
        let variants = self.variants.iter().cloned().chain(unknown);
        let variants: Vec<_> = variants.collect();
        let variants = variants.join(
            ",
    ",
        );
        let (arguments, name) = (&self.arguments, &self.name);
        format!("#[telegram_type{arguments}]\npub enum {name} {{\n    {variants}\n}}\n")
    }

    /// Returns the enum with a change.
    fn with(&self, code: &'static str, change: impl FnOnce(&mut Self)) -> Mutant {
        let mut changed = self.clone();
        change(&mut changed);
        Mutant {
            marked: changed.source(),
            code,
        }
    }

    /// Returns the enum with each of its variants changed.
    fn with_each(&self, code: &'static str, change: impl Fn(&mut Self, usize)) -> Vec<Mutant> {
        let indices = 0..self.variants.len();
        indices
            .map(|index| self.with(code, |changed| change(changed, index)))
            .collect()
    }

    /// Marks the name.
    fn mark(&mut self) {
        self.name = format!("«{}»", self.name);
    }
}

fn is_closed(facts: &TypeFacts) -> bool {
    facts
        .rules
        .iter()
        .any(|rule| rule.kind == RuleKind::ZeroField)
}

/// The name of a variant.
fn short<'a>(facts: &TypeFacts, object: &'a str) -> &'a str {
    let short = object.strip_prefix(facts.name);
    let is_name = |short: &&str| syn::parse_str::<syn::Ident>(short).is_ok();
    short.filter(is_name).unwrap_or(object)
}

/// The names of variants whose tags follow from them, and that no other variant of the Bot API has.
fn distinct_tags(facts: &TypeFacts) -> impl Iterator<Item = String> {
    let variants = facts.variants().iter();
    variants.filter_map(|listed| {
        let tag = pascal_case(listed.tag?);
        let is_other = facts.variants().iter().all(|other| {
            let names = [other.name, short(facts, other.name)];
            !names.contains(&tag.as_str())
        });
        let follows = snake_case(&tag) == listed.tag? && listed.discriminating_fields.is_empty();
        (is_other && follows).then_some(tag)
    })
}

fn unions() -> Vec<(TypeFacts, Enum)> {
    facts::type_names()
        .filter_map(facts::ty)
        .filter(|facts| !facts.variants().is_empty())
        .map(|facts| {
            let union = Enum::union(&facts);
            (facts, union)
        })
        .collect()
}

fn sets() -> Vec<(ClosedSet, Enum)> {
    let owners = facts::type_names().chain(facts::method_names());
    owners
        .flat_map(sets_of)
        .filter_map(|name| Some((closed_set(&name)?, name)))
        .map(|(set, name)| {
            let words = Enum::words(&name, &set);
            (set, words)
        })
        .collect()
}

/// Mistakes that unions and sets of words have in common.
fn common(full: &Enum) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    // Each key occurs often enough without all of them being tested everywhere.
    let keys = [
        "skip",
        "range = 1..=2",
        "len = 1..=2",
        "default = \"a\"",
        "items = 1..=2",
    ];
    mutants.extend(full.with_each("T12", |changed, index| {
        let key = keys[index % keys.len()];
        let (key, value) = key.split_once(' ').unwrap_or((key, ""));
        let variant = &mut changed.variants[index];
        *variant = format!("#[telegram(«{key}» {value})] {variant}");
    }));
    mutants.extend(full.with_each("A07", |changed, index| {
        let variant = &mut changed.variants[index];
        *variant = format!("«#[serde(skip)]» {variant}");
    }));
    mutants.push(full.with("T13", |changed| {
        let arguments = changed.arguments.trim_matches(['(', ')']);
        let comma = if arguments.is_empty() { "" } else { ", " };
        changed.arguments = format!("({arguments}{comma}«tag» = \"type\")");
    }));
    if full.unknown.is_some() {
        mutants.push(full.with("T08", |changed| {
            changed.unknown = None;
            changed.mark();
        }));
    }
    for wrong in ["«Unknown(i64)»", "«Unknown»", "«Unknown { json: String }»"] {
        let is_field = wrong.contains('{');
        // A set of words with named fields is a union.
        if !is_field || full.arguments.is_empty() {
            mutants.push(full.with("T09", |changed| changed.unknown = Some(wrong)));
        }
    }
    mutants
}

#[track_caller]
pub(super) fn all_are_caught(kind: &str, mutants: &[Mutant], least: usize) {
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
fn every_union_and_every_set_of_words_is_accepted() {
    let (unions, sets) = (unions(), sets());
    assert!(
        unions.len() >= 26 && sets.len() >= 100,
        "{} {}",
        unions.len(),
        sets.len()
    );
    let enums = unions.iter().map(|(_, full)| full);
    for full in enums.chain(sets.iter().map(|(_, full)| full)) {
        assert_eq!(run(&full.source()).codes(), [""; 0], "{}", full.source());
    }
}

#[test]
fn attributes_without_effect_are_caught_in_all_enums() {
    let (unions, sets) = (unions(), sets());
    let enums = unions.iter().map(|(_, full)| full);
    let enums = enums.chain(sets.iter().map(|(_, full)| full));
    let mutants: Vec<_> = enums.flat_map(common).collect();
    all_are_caught("attributes without effect, and Unknown", &mutants, 1800);
}

#[test]
fn a_wrong_variant_of_a_union_is_caught() {
    let mut mutants = Vec::new();
    for (facts, full) in unions() {
        let listed = facts.variants();
        mutants.extend(full.with_each("T06", |changed, index| {
            changed.variants.remove(index);
            changed.mark();
        }));
        mutants.extend(full.with_each("T14", |changed, index| {
            changed
                .variants
                .push(format!("«Again»({})", listed[index].name));
        }));
        mutants.extend(full.with_each("T07", |changed, index| {
            let name = listed[index].name;
            let short = short(&facts, name);
            changed.variants[index] = format!("«{short}x»({name}x)");
        }));
        mutants.extend(full.with_each("H12", |changed, index| {
            let variant = &mut changed.variants[index];
            *variant = format!("#[telegram(«unlisted»)] {variant}");
        }));
        let code = if listed[0].tag.is_some() {
            "T15"
        } else {
            "T12"
        };
        mutants.extend(full.with_each(code, |changed, index| {
            let variant = &mut changed.variants[index];
            *variant = format!("#[telegram(rename = «\"zzzzqqq\"»)] {variant}");
        }));
        mutants.extend(distinct_tags(&facts).map(|tag| {
            full.with("T14", |changed| {
                let variant = format!("#[telegram(unlisted)] «{tag}»(Kkkkwww)");
                changed.variants.push(variant);
            })
        }));
        mutants.push(full.with("T07", |changed| {
            changed.variants.push("«Zzzzqqq»(Kkkkwww)".to_owned());
        }));
        mutants.push(full.with("T07", |changed| {
            changed.variants.push("«Zzzzqqq»(i64)".to_owned());
        }));
        mutants.push(full.with("T09", |changed| {
            changed.variants.push("«Zzzzqqq { id: i64 }»".to_owned());
        }));
        mutants.push(full.with("T09", |changed| {
            changed.variants.push("«Zzzzqqq»".to_owned());
        }));
    }
    all_are_caught("variants", &mutants, 800);
}

#[test]
fn a_wrong_word_is_caught() {
    let mut mutants = Vec::new();
    for (set, full) in sets() {
        mutants.extend(full.with_each("T06", |changed, index| {
            changed.variants.remove(index);
            changed.mark();
        }));
        mutants.extend(full.with_each("T14", |changed, index| {
            let word = set.values[index];
            let variant = format!("#[telegram(rename = «{word:?}»)] Again");
            changed.variants.push(variant);
        }));
        mutants.extend(full.with_each("T07", |changed, index| {
            let word = set.values[index];
            // Another letter in place of an emoji may be anything.
            if word.is_ascii() && word.len() > 2 {
                changed.variants[index] = format!("#[telegram(rename = «\"{word}x\"»)] Word");
            } else {
                changed
                    .variants
                    .push("#[telegram(rename = «\"zzzzqqq\"»)] Word".to_owned());
            }
        }));
        mutants.extend(full.with_each("H12", |changed, index| {
            let variant = &mut changed.variants[index];
            *variant = format!("#[telegram(«unlisted»)] {variant}");
        }));
    }
    all_are_caught("words", &mutants, 800);
}

#[test]
fn a_new_variant_or_word_is_adopted_everywhere() {
    for (facts, mut full) in unions() {
        full.variants
            .insert(0, "#[telegram(unlisted)] Zzzzqqq(Kkkkwww)".to_owned());
        let codes = run(&full.source()).codes();
        let expected: &[&str] = if is_closed(&facts) { &["T12"] } else { &[] };
        assert_eq!(codes, expected, "{}", full.source());
    }
    for (_, mut full) in sets() {
        full.variants
            .push("#[telegram(unlisted)] Zzzzqqq".to_owned());
        assert_eq!(run(&full.source()).codes(), [""; 0], "{}", full.source());
    }
}

/// The type checker reports the object.
#[test]
fn a_variant_with_the_object_of_another_is_that_of_its_name() {
    for (facts, full) in unions() {
        let listed = facts.variants();
        for index in 0..listed.len() {
            let mut swapped = full.clone();
            let other = listed[(index + 1) % listed.len()].name;
            let name = short(&facts, listed[index].name);
            swapped.variants[index] = format!("{name}({other})");
            assert_eq!(
                run(&swapped.source()).codes(),
                [""; 0],
                "{}",
                swapped.source()
            );
        }
    }
}
