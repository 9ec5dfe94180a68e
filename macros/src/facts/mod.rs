//! The facts about the Bot API. Here: lookups in `facts/bot_api.txt`, whose head explains its
//! grammar. Not here: how definitions are compared with the facts (`check`).
//!
//! A definition parses its own entry only: the names are indexed once in each run of the compiler,
//! and a lookup parses a few lines. That takes a fraction of a millisecond even without
//! optimisation, as macro crates are usually built.

mod api_type;
mod bounds;
mod case;
mod model;
mod nearest;
mod parse;
mod retired;
mod rules;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) use api_type::{Category, TypeExpr, Width};
pub(crate) use bounds::{Bounds, LenUnit};
pub(crate) use case::{ignores_case, tag_ignores_case};
pub(crate) use model::{
    Direction, FieldFacts, Members, MethodFacts, Order, Place, Shape, Source, TypeFacts,
    VariantFacts,
};
pub(crate) use nearest::{by_likeness, is_misspelling, nearest};
#[cfg(test)]
pub(crate) use retired::all as all_retired;
pub(crate) use retired::{Retired, retired, retired_member};
pub(crate) use rules::{Condition, Op, RuleFacts, RuleKind};

static TEXT: &str = include_str!("../../facts/bot_api.txt");

/// Returns the Bot API version that the text describes.
pub(crate) fn version() -> &'static str {
    let line = TEXT.lines().find_map(|line| line.strip_prefix("version "));
    line.and_then(|line| line.split(' ').next())
        .unwrap_or_default()
}

/// Returns the facts of a method, by its exact name.
pub(crate) fn method(name: &str) -> Option<MethodFacts> {
    method_strict(name, &mut Vec::new())
}

/// Returns the facts of an object, union or marker type, by its exact name.
pub(crate) fn ty(name: &str) -> Option<TypeFacts> {
    type_strict(name, &mut Vec::new())
}

/// Returns the section of the page that a method or type is in.
pub(crate) fn section(name: &str) -> Option<&'static str> {
    let head = INDEX.heads.get(*INDEX.places.get(name)?)?;
    let mut before = TEXT.get(..head.at)?.rsplit('\n');
    before.find_map(|line| line.strip_prefix("section "))
}

/// Returns whether the server may accept other words than those of a set, `Type.field` or
/// `method.parameter`.
pub(crate) fn may_grow(set: &str) -> bool {
    let Some((owner, field)) = set.split_once('.') else {
        return false;
    };
    let of_type = ty(owner)
        .is_some_and(|facts| facts.direction.goes_out() && is_hedged(facts.members(), field));
    of_type || method(owner).is_some_and(|facts| is_hedged(facts.members(), field))
}

fn is_hedged(members: Members<'_>, name: &str) -> bool {
    members.field(name).is_some_and(|field| field.hedged)
}

/// Returns all method names in the page's order.
pub(crate) fn method_names() -> impl Iterator<Item = &'static str> {
    names(&["method"])
}

/// Returns all type names in the page's order.
pub(crate) fn type_names() -> impl Iterator<Item = &'static str> {
    names(&["object", "union", "marker"])
}

/// Whether a value of this type can be or contain a file to upload. The fields of an object say so of
/// everything below them.
pub(crate) fn can_upload(name: &str) -> bool {
    let Some(facts) = ty(name) else {
        return false;
    };
    let mut variants = facts.variants().iter();
    facts.fields().iter().any(|field| field.upload.is_some())
        || variants.any(|variant| variant.name != name && can_upload(variant.name))
}

/// Returns the methods and types with a field that is a closed set of words. Scans the whole text, so
/// use it only for suggestions after a mistake.
pub(crate) fn owners_of_words() -> impl Iterator<Item = &'static str> {
    let mut owner = None;
    TEXT.lines().filter_map(move |line| {
        if !line.starts_with(' ') {
            owner = line.split(' ').nth(1);
        }
        let has_words = line.contains(" values ") || line.contains(" each_of ");
        // Each of them once.
        owner.take_if(|_| has_words && line.starts_with(' '))
    })
}

/// Returns every union with its members: those with a name, and those that are only written as
/// alternatives, which are named by a type that can hold any of them.
pub(crate) fn unions() -> Vec<(TypeExpr, Vec<&'static str>)> {
    let mut found = Vec::new();
    for line in TEXT.lines() {
        let mut words = line.split_ascii_whitespace();
        let union = match (words.next(), words.next()) {
            (Some("union"), Some(name)) => ty(name).map(|facts| {
                let members = facts.variants().iter().map(|variant| variant.name);
                (TypeExpr::Ref(facts.name), members.collect())
            }),
            (Some(_), Some(word)) if word.contains('|') && !line.starts_with("  stated") => {
                parse::type_expr(word).and_then(alternatives)
            }
            _ => None,
        };
        found.extend(union.filter(|union| !found.contains(union)));
    }
    found
}

/// Returns the objects that a type without a name, or a list of it, can be; none for other types.
pub(crate) fn members_of(ty: &TypeExpr) -> Vec<&'static str> {
    alternatives(ty.clone()).map_or_else(Vec::new, |(_, names)| names)
}

/// The names of several objects, if the type is one of them or a list.
fn alternatives(ty: TypeExpr) -> Option<(TypeExpr, Vec<&'static str>)> {
    match ty {
        TypeExpr::Array(item) => alternatives(*item),
        TypeExpr::OneOf(members) => {
            let name = |ty: &TypeExpr| match ty {
                TypeExpr::Ref(name) if *name != "InputFile" => Some(*name),
                _ => None,
            };
            let names = members.iter().map(name).collect::<Option<_>>()?;
            Some((TypeExpr::OneOf(members), names))
        }
        _ => None,
    }
}

/// [`method`], which also reports the unknown words of the entry.
fn method_strict(name: &str, unknown: &mut Vec<&'static str>) -> Option<MethodFacts> {
    let mut lines = entry("method", name)?;
    parse::method(lines.next()?, lines, unknown)
}

/// [`ty`], which also reports the unknown words of the entry.
fn type_strict(name: &str, unknown: &mut Vec<&'static str>) -> Option<TypeFacts> {
    // Most types are objects, so usually only that search is needed.
    ["object", "union", "marker"].into_iter().find_map(|kind| {
        let mut lines = entry(kind, name)?;
        parse::ty(lines.next()?, lines, unknown)
    })
}

/// The head of an entry.
struct Head {
    kind: &'static str,
    name: &'static str,
    /// Where the entry starts in the text.
    at: usize,
}

/// The heads of all entries, and where they are in this list by their names, which are unique.
struct Index {
    heads: Vec<Head>,
    places: HashMap<&'static str, usize>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut heads = Vec::new();
    let mut at = 0;
    let mut is_start = true;
    for line in TEXT.split('\n') {
        let mut words = line.split(' ');
        if is_start
            && let (Some(kind), Some(name)) = (words.next(), words.next())
            && ["method", "object", "union", "marker"].contains(&kind)
        {
            heads.push(Head { kind, name, at });
        }
        is_start = line.is_empty();
        at += line.len() + 1;
    }
    let places = heads.iter().enumerate();
    let places = places.map(|(place, head)| (head.name, place)).collect();
    Index { heads, places }
});

/// The lines of an entry.
fn entry(kind: &str, name: &str) -> Option<impl Iterator<Item = &'static str>> {
    let head = INDEX.heads.get(*INDEX.places.get(name)?)?;
    let lines = TEXT.get(head.at..)?.lines();
    (head.kind == kind).then(|| lines.take_while(|line| !line.is_empty()))
}

fn names(kinds: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    let heads = INDEX.heads.iter();
    heads.filter_map(|head| kinds.contains(&head.kind).then_some(head.name))
}
