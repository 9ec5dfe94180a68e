//! The closed sets of words that the facts have: `Type.field` or `method.parameter`.

use crate::facts::{self, FieldFacts, TypeExpr, nearest};

/// A closed set of words.
pub(crate) struct ClosedSet {
    pub(crate) values: Vec<&'static str>,
    /// Whether the server sends them.
    pub(crate) is_received: bool,
}

/// The set with this name.
pub(crate) fn closed_set(name: &str) -> Option<ClosedSet> {
    let (owner, field) = name.split_once('.')?;
    let (fields, is_received) = members(owner)?;
    let field = fields.iter().find(|known| known.name == field)?;
    let values = words(field);
    (!values.is_empty()).then_some(ClosedSet {
        values,
        is_received,
    })
}

/// The fields of a type or the parameters of a method, and whether they are received.
fn members(owner: &str) -> Option<(Vec<FieldFacts>, bool)> {
    if let Some(ty) = facts::ty(owner) {
        return Some((ty.fields().to_vec(), ty.direction.comes_in()));
    }
    Some((facts::method(owner)?.fields, false))
}

/// The words that a field can have. Numbers are none.
fn words(field: &FieldFacts) -> Vec<&'static str> {
    let is_text = match &field.ty {
        TypeExpr::String => true,
        TypeExpr::Array(item) => **item == TypeExpr::String,
        _ => false,
    };
    if !is_text {
        return Vec::new();
    }
    if field.values.is_empty() {
        field.each_of.clone()
    } else {
        field.values.clone()
    }
}

/// The names of all sets of an owner.
pub(crate) fn sets_of(owner: &str) -> Vec<String> {
    let fields = members(owner).map(|(fields, _)| fields).unwrap_or_default();
    let sets = fields.iter().filter(|field| !words(field).is_empty());
    sets.map(|field| format!("{owner}.{}", field.name))
        .collect()
}

/// The set that was probably meant: one with a similar name, or the one that has most of the words.
pub(super) fn similar_set(name: &str, words: &[String]) -> Option<String> {
    if let Some((owner, field)) = name.split_once('.') {
        let owner = match members(owner) {
            Some(_) => owner,
            None => nearest(owner, facts::type_names().chain(facts::method_names()))?,
        };
        let sets = sets_of(owner);
        let fields = sets
            .iter()
            .filter_map(|set| Some(set.split_once('.')?.1))
            .collect::<Vec<_>>();
        let field = nearest(field, fields.iter().copied())?;
        return Some(format!("{owner}.{field}"));
    }
    if words.is_empty() {
        return None;
    }
    let sets: Vec<_> = facts::owners_of_words().flat_map(sets_of).collect();
    let mut best: Option<(usize, &String)> = None;
    for set in &sets {
        let values = closed_set(set).map(|set| set.values).unwrap_or_default();
        let same = words
            .iter()
            .filter(|word| values.contains(&word.as_str()))
            .count();
        // Of several sets with the same words, the one whose name has most in common is meant.
        let squeezed: String = set.chars().filter(|letter| *letter != '.').collect();
        let is_alike = nearest(name, [squeezed.as_str()]).is_some();
        let score = same * 2 + usize::from(is_alike);
        let is_enough = same * 2 > values.len() && same * 2 > words.len();
        if is_enough && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, set));
        }
    }
    best.map(|(_, set)| set.clone())
}
