//! A closed set of words: an enum without content.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{DataEnum, DeriveInput};

use super::listed_type::name_tokens;
use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction, FieldFacts};
use crate::messages;
use crate::model::Shape;
use crate::names::{pascal_case, snake_case};
use crate::syntax::{self, Container};

/// Whether the enum is a set of words rather than of objects.
pub(super) fn is_word(data: &DataEnum) -> bool {
    data.variants
        .iter()
        .all(|variant| variant.fields.is_empty() || variant.ident == "Unknown")
}

/// The word of a variant on the wire: that of `rename`, or the variant's own name.
fn word_of(variant: &syn::Variant, sink: &mut Diagnostics) -> (Ident, String) {
    let keys = syntax::field(&variant.attrs, &variant.ident, sink);
    let own = variant.ident.unraw().to_string();
    let renamed = keys.rename.map(|(_, literal)| literal.value());
    (
        variant.ident.clone(),
        renamed.unwrap_or_else(|| snake_case(&own)),
    )
}

/// Checks the words of an enum. `Type.field` or `method.parameter` names the set.
pub(super) fn check(
    item: &DeriveInput,
    data: &DataEnum,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> (Shape, Direction) {
    let unknown = data
        .variants
        .iter()
        .find(|variant| variant.ident == "Unknown");
    let words: Vec<_> = data
        .variants
        .iter()
        .filter(|variant| variant.ident != "Unknown")
        .map(|variant| word_of(variant, sink))
        .collect();
    let mut is_incoming = false;
    if container.unlisted.is_none() {
        if let Some((values, incoming)) = closed_set(name) {
            is_incoming = incoming;
            check_words(item, name, &words, &values, sink);
        } else {
            sink.error(messages::unknown_type(name_tokens(item, container), name));
        }
    }
    if is_incoming && unknown.is_none() {
        sink.error(messages::missing_unknown(&item.ident, name, false));
    }
    let direction = if is_incoming || container.unlisted.is_some() {
        Direction::Both
    } else {
        Direction::Out
    };
    let unknown = unknown.map(|variant| variant.ident.clone());
    (Shape::Word { words, unknown }, direction)
}

/// Compares the words of an enum with those of the Bot API, both ways.
fn check_words(
    item: &DeriveInput,
    name: &str,
    words: &[(Ident, String)],
    values: &[&'static str],
    sink: &mut Diagnostics,
) {
    for (ident, word) in words {
        if !values.contains(&word.as_str()) {
            sink.error(messages::unknown_variant(ident, name, word, values));
        }
    }
    for value in values {
        if !words.iter().any(|(_, word)| word == value) {
            let suggestion = pascal_case(value);
            sink.error(messages::missing_word(
                &item.ident,
                name,
                value,
                &suggestion,
            ));
        }
    }
}

/// The values that `Type.field` or `method.parameter` can have, and whether they are received.
fn closed_set(name: &str) -> Option<(Vec<&'static str>, bool)> {
    let (owner, field) = name.split_once('.')?;
    let values = |field: &FieldFacts| {
        if field.values.is_empty() {
            field.each_of.clone()
        } else {
            field.values.clone()
        }
    };
    if let Some(ty) = facts::ty(owner) {
        let incoming = ty.direction.comes_in();
        return ty.field(field).map(|field| (values(field), incoming));
    }
    facts::method(owner)?
        .field(field)
        .map(|field| (values(field), false))
}
