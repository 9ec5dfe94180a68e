//! Code that depends on whether values of a type are sent or received.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Definition;

/// Code for values that the server never sends is compiled in the program that uses it, not with
/// the catalogue: a bot uses few of those types, while updates may contain all others.
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
