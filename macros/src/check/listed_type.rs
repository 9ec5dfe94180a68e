//! The facts about a type.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::DeriveInput;

use super::closed_set::{closed_set, sets_of, similar_set};
use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction, Shape, TypeFacts};
use crate::messages;
use crate::names::camel_case;
use crate::syntax::Container;

/// What an item declares.
#[derive(Clone, Copy)]
pub(super) enum Declared<'a> {
    /// A struct.
    Object,
    /// An enum of objects.
    Union,
    /// An enum of words, with those that it has.
    Words(&'a [String]),
}

/// Looks up the type. An unlisted type, a wrong name and a type of another shape have no facts.
pub(super) fn listed_type(
    item: &DeriveInput,
    container: &Container,
    name: &str,
    declared: Declared<'_>,
    sink: &mut Diagnostics,
) -> Option<TypeFacts> {
    let found = facts::ty(name);
    if let Some(unlisted) = &container.unlisted {
        if found.is_some() {
            sink.warn(messages::type_is_listed(unlisted, name));
        }
        return None;
    }
    let Some(found) = found else {
        unknown(item, container, name, declared, sink);
        return None;
    };
    match (&found.shape, declared) {
        (Shape::Union { .. }, Declared::Union)
        | (Shape::Object(_) | Shape::Marker, Declared::Object) => return Some(found),
        (Shape::Union { variants, .. }, _) => {
            let names: Vec<_> = variants.iter().map(|variant| variant.name).collect();
            sink.error(messages::is_union(&item.ident, name, &names));
        }
        (Shape::Object(_) | Shape::Marker, _) => {
            let required = found.fields().iter().filter(|field| field.required);
            let fields: Vec<_> = required
                .filter(|field| field.constant.is_none())
                .map(|field| (field.name, field.ty.rust_type()))
                .collect();
            sink.error(messages::is_object(&item.ident, name, &fields));
        }
    }
    None
}

/// Reports a name that is not that of a type.
pub(super) fn unknown(
    item: &DeriveInput,
    container: &Container,
    name: &str,
    declared: Declared<'_>,
    sink: &mut Diagnostics,
) {
    let at = name_tokens(item, container);
    let camel = camel_case(name);
    let words = match declared {
        Declared::Words(words) => words,
        Declared::Object | Declared::Union => &[],
    };
    sink.error(if let Some(set) = closed_set(name) {
        messages::is_set_of_words(&item.ident, name, &set.values, set.is_received)
    } else if facts::method(&camel).is_some() {
        messages::is_method(at, &camel)
    } else if let Some(set) = similar_set(name, words) {
        messages::similar_set(at, name, &set)
    } else {
        let owner = name.split_once('.').map(|(owner, _)| owner);
        let sets = owner.map(sets_of).unwrap_or_default();
        messages::unknown_type(at, name, &sets)
    });
}

/// Whether values of the type are received, sent, or both. Those of an unlisted type may be both.
pub(super) fn direction(found: Option<&TypeFacts>) -> Direction {
    found.map_or(Direction::Both, |found| found.direction)
}

/// The tokens of the type's name: in the attribute, or that of the item.
fn name_tokens(item: &DeriveInput, container: &Container) -> TokenStream {
    match &container.name {
        Some(literal) => literal.to_token_stream(),
        None => item.ident.to_token_stream(),
    }
}
