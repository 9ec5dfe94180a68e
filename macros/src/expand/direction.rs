//! Code that depends on whether values of a type are sent or received.

use proc_macro2::TokenStream;
use quote::quote;

use super::base::Base;
use crate::model::Definition;

/// Code for values that the server never sends is compiled in the program that uses it, not with
/// the catalogue: a bot uses few of those types, while updates may contain all others.
pub(super) fn lazily(definition: &Definition) -> Option<TokenStream> {
    (!definition.direction.comes_in()).then(|| quote!(#[inline]))
}

/// Whether values are only ever received, and so are decoded leniently.
pub(super) fn received(definition: &Definition, base: Option<Base<'_>>) -> Option<TokenStream> {
    let Definition { direction, .. } = definition;
    let is_received = direction.comes_in() && !direction.goes_out();
    // An unlisted object is received if its base is.
    let value = match base.filter(|_| !definition.is_listed) {
        Some(base) => base.item("IS_RECEIVED"),
        None => is_received.then(|| quote!(true))?,
    };
    Some(quote!(const IS_RECEIVED: ::core::primitive::bool = #value;))
}
