//! The derives: expand an item to the tokens that are added to it.

use proc_macro2::{Span, TokenStream};
use syn::{DeriveInput, Meta};

use crate::diagnostics::Diagnostics;
use crate::{check, expand, shim, syntax};

/// Checks and expands one struct.
pub(crate) fn method(item: TokenStream, sink: &mut Diagnostics) -> TokenStream {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        // The compiler has reported what is wrong with the item.
        Err(_) => return TokenStream::new(),
    };
    let (span, args) = arguments(&item, shim::METHOD);
    let container = syntax::container(args, false, sink);
    match check::check_method(&item, span, &container, sink) {
        Some(mut method) => {
            if check::is_unknown(&method.response, &method.krate)
                && let Some(error) = sink.as_type()
            {
                method.response = error;
            }
            expand::expand(&method)
        }
        None => TokenStream::new(),
    }
}

/// Checks and expands one type.
pub(crate) fn ty(item: TokenStream, sink: &mut Diagnostics) -> TokenStream {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        // The compiler has reported what is wrong with the item.
        Err(_) => return TokenStream::new(),
    };
    let (_, args) = arguments(&item, shim::TYPE);
    let container = syntax::container(args, true, sink);
    match check::check_type(&item, &container, sink) {
        Some(definition) => expand::expand_type(&definition),
        None => TokenStream::new(),
    }
}

/// The span of the attribute and its arguments, as the shim passes them on.
fn arguments(item: &DeriveInput, attribute: shim::Attribute) -> (Span, TokenStream) {
    let marker = item
        .attrs
        .iter()
        .find(|found| found.path().is_ident(attribute.marker));
    match marker.map(|marker| (marker, &marker.meta)) {
        Some((marker, Meta::List(list))) => {
            let name = marker.path().get_ident();
            let span = name.map_or_else(Span::call_site, proc_macro2::Ident::span);
            (span, list.tokens.clone())
        }
        _ => (Span::call_site(), TokenStream::new()),
    }
}
