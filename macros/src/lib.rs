//! The attributes of [telegrammar](https://docs.rs/telegrammar), and the facts of the Bot API that
//! they check against.
//!
//! A definition passes through attribute → shim → derive → parse → check → expand. Use the
//! attributes through the `telegrammar` crate, which documents them.

mod check;
mod derive;
mod diagnostics;
mod expand;
mod facts;
mod keys;
mod messages;
mod model;
mod names;
mod shim;
mod spans;
mod syntax;
#[cfg(test)]
mod tests;
mod types;

use proc_macro2::Span;
use quote::quote;

use crate::diagnostics::Diagnostics;

// `telegrammar` documents it, and would show a text of this place below its own.
#[allow(missing_docs, reason = "documented where it is exported")]
#[proc_macro_attribute]
pub fn telegram_method(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    let mut sink = Diagnostics::default();
    let tokens = shim::expand(
        shim::METHOD,
        Span::call_site(),
        &args.into(),
        item.into(),
        &mut sink,
    );
    quote!(#tokens #sink).into()
}

/// The hidden derive of [`macro@telegram_method`], which the attribute adds to the struct.
#[doc(hidden)]
#[proc_macro_derive(TelegramMethod, attributes(telegram, __method_arguments, serde))]
pub fn derive_telegram_method(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let mut sink = Diagnostics::default();
    let tokens = derive::method(item.into(), &mut sink);
    // The first error may be within the tokens.
    quote!(#tokens #sink).into()
}

#[allow(missing_docs, reason = "documented where it is exported")]
#[proc_macro_attribute]
pub fn telegram_type(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    let mut sink = Diagnostics::default();
    let tokens = shim::expand(
        shim::TYPE,
        Span::call_site(),
        &args.into(),
        item.into(),
        &mut sink,
    );
    quote!(#tokens #sink).into()
}

/// The hidden derive of [`macro@telegram_type`], which the attribute adds to the item.
#[doc(hidden)]
#[proc_macro_derive(TelegramType, attributes(telegram, __type_arguments, serde))]
pub fn derive_telegram_type(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let mut sink = Diagnostics::default();
    let tokens = derive::ty(item.into(), &mut sink);
    quote!(#sink #tokens).into()
}

/// The Bot API version of the facts, as a literal.
#[doc(hidden)]
#[proc_macro]
pub fn bot_api_version(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let version = facts::version();
    quote!(#version).into()
}

/// Implements, for the catalogue, which of its objects are members of which unions.
#[doc(hidden)]
#[proc_macro]
pub fn union_members(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand_members().into()
}

/// Passes the names of all methods, objects, unions or closed sets of words to a macro, for tests
/// that look at each of them: `listed!(list! methods)`.
#[doc(hidden)]
#[proc_macro]
pub fn listed(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand_listed(input.into()).into()
}
