//! References to all generated functions. Nobody calls each of them, so a lint would warn of the
//! others, and `#[allow(dead_code)]` is an error where that lint is forbidden.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Type;

use super::builder::{Owner, set_type};
use super::formatted;
use crate::spans::without_lifetimes;
use crate::types::{boxed, is_taken_by_value};

/// A constant that refers to `new`, to all functions that set parameters, and to the functions named `others`.
pub(super) fn expand(owner: Owner<'_>, others: &[&str]) -> TokenStream {
    let ident = generated(owner.ident);
    let named = |name: &str| Ident::new(name, Span::call_site());
    let mut plain: Vec<_> = others.iter().map(|name| named(name)).collect();
    let mut converting = Vec::new();
    let mut refer = |function, signature| match signature {
        Some(signature) => converting.push(quote!(let _: #signature = #ident::#function;)),
        None => plain.push(function),
    };
    let required = owner.required().map(|(_, ty)| ty);
    refer(named("new"), signature(required, false));
    for param in owner.params() {
        if let Some(ty) = set_type(param) {
            refer(generated(&param.ident), signature([ty], true));
        }
    }
    for pair in formatted::pairs(owner.fields) {
        let types = pair.types(without_lifetimes);
        refer(
            generated(&pair.function()),
            Some(quote!(fn(_, #types) -> _)),
        );
    }
    let plain = plain.chunks(4);
    quote! {
        const _: () = {
            #(let _ = (#(#ident::#plain,)*);)*
            #(#converting)*
        };
    }
}

/// The type of a function that takes what is converted, which says from what.
fn signature<'a>(
    types: impl IntoIterator<Item = &'a Type>,
    is_setter: bool,
) -> Option<TokenStream> {
    let mut is_converting = false;
    let types = types.into_iter().map(|ty| {
        let taken = taken(ty);
        if is_taken_by_value(taken) {
            return quote!(_);
        }
        is_converting = true;
        without_lifetimes(taken)
    });
    let types: Vec<_> = types.collect();
    let receiver = is_setter.then(|| quote!(_,));
    is_converting.then(|| quote!(fn(#receiver #(#types),*) -> _))
}

/// The type of an argument that needs no conversion.
fn taken(ty: &Type) -> &Type {
    boxed(ty).map_or(ty, taken)
}

/// The name as a part of generated code, about which no lint warns.
fn generated(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::call_site());
    name
}
