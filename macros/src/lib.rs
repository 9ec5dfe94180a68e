//! The attributes of [telegrammar](https://docs.rs/telegrammar), and what they know of the Bot API.
//!
//! A definition goes one way: attribute → shim → derive → parse → check → expand. Use it through
//! the `telegrammar` crate, which explains it.

mod check;
mod diagnostics;
mod expand;
mod facts;
mod messages;
mod model;
mod names;
mod shim;
mod syntax;
#[cfg(test)]
mod tests;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{DeriveInput, Meta};

use crate::diagnostics::Diagnostics;

/// Declares a method of the Bot API: the struct's fields are its parameters.
///
/// `telegrammar`'s own documentation has the whole of it.
#[proc_macro_attribute]
pub fn telegram_method(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    let mut sink = Diagnostics::default();
    let tokens = shim::expand(Span::call_site(), args.into(), item.into(), &mut sink);
    quote!(#tokens #sink).into()
}

/// The hidden half of [`macro@telegram_method`], which the attribute puts in front of the struct.
#[doc(hidden)]
#[proc_macro_derive(TelegramMethod, attributes(telegram, telegrammar_method, serde))]
pub fn derive_telegram_method(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let mut sink = Diagnostics::default();
    let tokens = derive(item.into(), &mut sink);
    quote!(#sink #tokens).into()
}

/// The version of the Bot API that the facts are of, as a literal.
#[doc(hidden)]
#[proc_macro]
pub fn bot_api_version(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let version = facts::VERSION;
    quote!(#version).into()
}

/// Checks and expands one struct.
fn derive(item: TokenStream, sink: &mut Diagnostics) -> TokenStream {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        // The compiler has seen the item and has said what is wrong with it.
        Err(_) => return TokenStream::new(),
    };
    let marker = item
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident(shim::MARKER));
    let (place, args) = match marker.map(|marker| (marker, &marker.meta)) {
        Some((marker, Meta::List(list))) => {
            let place = marker
                .path()
                .get_ident()
                .map_or_else(Span::call_site, |name| name.span());
            (place, list.tokens.clone())
        }
        _ => (Span::call_site(), TokenStream::new()),
    };
    let container = syntax::container(args, sink);
    match check::check(&item, place, &container, sink) {
        Some(method) => expand::expand(&method),
        None => TokenStream::new(),
    }
}
