//! What follows from the direction in which values of a type go.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Definition;

/// What the server never sends is compiled in a program that uses it, and not with the catalogue:
/// a bot has few of those types, while updates may hold all others.
pub(super) fn lazily(definition: &Definition) -> Option<TokenStream> {
    (!definition.direction.comes_in()).then(|| quote!(#[inline]))
}

/// Whether values are only ever received, and so are decoded leniently.
pub(super) fn received(definition: &Definition) -> Option<TokenStream> {
    let Definition { direction, .. } = definition;
    let is_received = direction.comes_in() && !direction.goes_out();
    is_received.then(|| {
        quote!(
            const IS_RECEIVED: ::core::primitive::bool = true;
        )
    })
}
