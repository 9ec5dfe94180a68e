//! A closed set of words: an enum without content.

use syn::{DataEnum, DeriveInput, Type};

use super::closed_set::closed_set;
use super::listed_type::{Declared, listed_type};
use super::variant::{self, VariantName, is_unknown, nearest_free};
use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction};
use crate::messages;
use crate::model::Shape;
use crate::syntax::Container;
use crate::types;

/// Whether the enum is a set of words rather than of objects.
pub(super) fn is_word(data: &DataEnum, container: &Container, name: &str) -> bool {
    is_only_words(data) || (container.tag.is_none() && is_mostly_words(data, name))
}

/// Whether an enum with words and objects was meant to be a set of words.
fn is_mostly_words(data: &DataEnum, name: &str) -> bool {
    let variants = data.variants.iter().filter(|it| !is_unknown(it));
    let (words, others): (Vec<_>, Vec<_>) = variants.partition(|it| it.fields.is_empty());
    if closed_set(name).is_some() {
        !words.is_empty()
    } else {
        facts::ty(name).is_none() && words.len() > others.len() && words.len() > 1
    }
}

fn is_only_words(data: &DataEnum) -> bool {
    let mut variants = data.variants.iter();
    // Without other variants, it depends on what `Unknown` holds.
    let is_raw = |variant: &syn::Variant| {
        let name = types::only_field(variant).and_then(types::simple_name);
        data.variants.len() == 1 && name.as_deref() == Some("Unknown")
    };
    variants.all(|variant| variant.fields.is_empty() || (is_unknown(variant) && !is_raw(variant)))
}

/// Checks the words of an enum. `Type.field` or `method.parameter` names the set.
pub(super) fn check(
    item: &DeriveInput,
    data: &DataEnum,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> (Shape, Direction) {
    let (mut words, mut unknown) = (Vec::new(), None);
    let mut wrong = Vec::new();
    let set = closed_set(name).filter(|_| container.unlisted.is_none());
    let mut has_unknown = data.variants.iter().any(is_unknown);
    for variant in &data.variants {
        let word = variant::name(variant, sink);
        if !is_unknown(variant) && !variant.fields.is_empty() {
            let is_text =
                content(variant).and_then(types::simple_name).as_deref() == Some("String");
            let is_rest = is_text && !has_unknown;
            has_unknown |= is_rest;
            let is_listed = word.name.as_deref().is_some_and(|name| {
                set.as_ref().is_none_or(|set| set.values.contains(&name)) || word.unlisted.is_some()
            });
            sink.error(messages::word_with_content(variant, is_rest, is_listed));
            wrong.push(word.ident.clone());
            if !is_rest {
                let name = word.name.filter(|_| is_listed);
                words.push(VariantName { name, ..word });
            }
        } else if !is_unknown(variant) {
            words.push(word);
        } else if let Some(ty) = content(variant) {
            unknown = Some((variant.ident.clone(), ty.clone()));
        } else {
            sink.error(messages::unknown_form(variant, false));
        }
    }
    variant::check_names(&words, sink);
    let mut is_incoming = false;
    if container.unlisted.is_some() {
        if data.variants.is_empty() {
            sink.error(messages::no_variants(&item.ident));
        }
    } else if let (Some(set), true) = (&set, data.variants.is_empty()) {
        let (values, is_received) = (&set.values, set.is_received);
        sink.error(messages::is_set_of_words(
            &item.ident,
            name,
            values,
            is_received,
        ));
    } else if let Some(set) = &set {
        is_incoming = set.is_received;
        check_words(item, name, &words, &set.values, sink);
    } else {
        let texts: Vec<_> = words.iter().filter_map(|word| word.name.clone()).collect();
        listed_type(item, container, name, Declared::Words(&texts), sink);
    }
    if is_incoming && !has_unknown {
        sink.error(messages::missing_unknown(&item.ident, name, false));
    }
    let direction = if is_incoming || container.unlisted.is_some() {
        Direction::Both
    } else {
        Direction::Out
    };
    let words = words
        .into_iter()
        .filter(|word| !wrong.contains(&word.ident))
        .map(|word| (word.ident, word.name.unwrap_or_default()))
        .collect();
    let shape = Shape::Word {
        words,
        is_complete: has_unknown == unknown.is_some()
            && wrong.is_empty()
            && !data.variants.is_empty(),
        unknown,
    };
    (shape, direction)
}

/// The type of the only thing that a variant holds, unless that certainly is no text.
fn content(variant: &syn::Variant) -> Option<&Type> {
    let ty = types::only_field(variant)?;
    let name = types::simple_name(ty).unwrap_or_default();
    (!types::is_scalar(&name) && name != "Unknown").then_some(ty)
}

/// Compares the words of an enum with those of the Bot API, both ways. A misspelt word counts as the
/// one that was meant.
fn check_words(
    item: &DeriveInput,
    owner: &str,
    words: &[VariantName],
    values: &[&'static str],
    sink: &mut Diagnostics,
) {
    let names = words.iter().filter_map(|word| word.name.as_deref());
    let mut there: Vec<_> = names.collect();
    for (index, word) in words.iter().enumerate() {
        let Some(name) = &word.name else { continue };
        match (values.contains(&name.as_str()), &word.unlisted) {
            (true, Some(unlisted)) => sink.warn(messages::parameter_is_listed(unlisted, name)),
            (true, None) | (false, Some(_)) => {}
            // That it is used twice has been reported.
            _ if words
                .iter()
                .take(index)
                .any(|other| other.name == word.name) => {}
            (false, None) => there.extend(unknown_word(word, name, owner, values, &there, sink)),
        }
    }
    // After a name of the wrong form, it is uncertain which words are missing.
    if words.iter().any(|word| word.name.is_none()) {
        return;
    }
    for value in values {
        if !there.contains(value) {
            sink.error(messages::missing_word(&item.ident, owner, value));
        }
    }
}

/// Reports a word that the facts do not know. Returns the one that was meant.
fn unknown_word(
    word: &VariantName,
    name: &str,
    owner: &str,
    values: &[&'static str],
    there: &[&str],
    sink: &mut Diagnostics,
) -> Option<&'static str> {
    let at = word.tokens();
    let retired = facts::retired(owner, name);
    let meant = match &retired {
        Some(retired) => Some(retired.replacement),
        None => nearest_free(name, values, there),
    };
    let is_renamed = word.renamed.is_some();
    sink.error(match (&retired, meant) {
        (Some(retired), _) => messages::retired_word(&at, owner, retired),
        (None, Some(meant)) => {
            messages::misspelt_word(&at, owner, name, meant, &word.ident, is_renamed)
        }
        (None, None) => messages::unknown_variant(&at, owner, name, values, true),
    });
    meant
}
