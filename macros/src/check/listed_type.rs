//! The facts about a type.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::DeriveInput;

use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction, TypeFacts};
use crate::messages;
use crate::syntax::Container;

/// Looks up the type. An unlisted type or a wrong name has no facts.
pub(super) fn listed_type(
    item: &DeriveInput,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> Option<TypeFacts> {
    let found = facts::ty(name);
    match (&container.unlisted, &found) {
        (Some(unlisted), Some(_)) => {
            sink.warn(messages::type_is_listed(unlisted, name));
        }
        (None, None) => {
            sink.error(messages::unknown_type(name_tokens(item, container), name));
        }
        _ => {}
    }
    found.filter(|_| container.unlisted.is_none())
}

/// Whether values of the type are received, sent, or both. Those of an unlisted type may be both.
pub(super) fn direction(found: Option<&TypeFacts>) -> Direction {
    found.map_or(Direction::Both, |found| found.direction)
}

/// The tokens of the type's name: in the attribute, or that of the item.
pub(super) fn name_tokens(item: &DeriveInput, container: &Container) -> TokenStream {
    match &container.name {
        Some(literal) => literal.to_token_stream(),
        None => item.ident.to_token_stream(),
    }
}
