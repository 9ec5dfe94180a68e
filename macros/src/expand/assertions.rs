//! Questions for the type checker that no generated function asks.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::Type;

use crate::model::{Assertion, Field, Method, Param};
use crate::syntax::ends;

/// The questions that the rules of these parameters raise.
pub(super) fn of<'a>(
    params: impl Iterator<Item = &'a Param>,
    private: &TokenStream,
) -> TokenStream {
    let asked = params.flat_map(|param| &param.assertions);
    let asked = asked.map(|assertion| assert(assertion, private));
    quote!(#(#asked)*)
}

pub(super) fn expand(method: &Method) -> TokenStream {
    let private = {
        let krate = &method.krate;
        quote!(#krate::__private)
    };
    let asked = of(method.params(), &private);
    let skipped = method.fields.iter().filter_map(|field| match field {
        Field::Skipped { ty, .. } => Some(demand("skippable", ty, &private)),
        Field::Param(_) => None,
    });
    quote!(#asked #(#skipped)*)
}

fn assert(assertion: &Assertion, private: &TokenStream) -> TokenStream {
    match assertion {
        Assertion::Range { ty, low, high } => {
            let (start, end) = places(ty);
            let ty = without_lifetimes(ty);
            // The projection stands at the type, and each bound at itself.
            let ranged = quote_spanned!(start=> #private::Ranged);
            let number = quote_spanned!(end=> ::Number);
            quote!(const _: [<#ty as #ranged> #number; 2] = [#low, #high];)
        }
        Assertion::Bounds {
            low,
            high,
            min,
            max,
        } => {
            let limit = |limit: &Option<i128>| match limit {
                Some(limit) => {
                    let limit = Literal::i128_unsuffixed(*limit);
                    quote!(#private::Option::Some(#limit))
                }
                None => quote!(#private::Option::None),
            };
            let (min, max) = (limit(min), limit(max));
            let (start, end) = places(quote!(#low #high));
            let mut arguments = Group::new(
                Delimiter::Parenthesis,
                quote! {
                    (#low) as ::core::primitive::f64, (#high) as ::core::primitive::f64,
                    #min, #max
                },
            );
            arguments.set_span(end);
            let check = quote_spanned!(start=> #private::ordered);
            quote!(const _: () = #check #arguments;)
        }
        Assertion::Text { ty, key } => demand(&format!("{key}_rule"), ty, private),
        Assertion::List { ty } => demand("items_rule", ty, private),
    }
}

/// `const _: () = name::<Type>();` at the type's place.
fn demand(name: &str, ty: &Type, private: &TokenStream) -> TokenStream {
    let (start, end) = places(ty);
    let ty = without_lifetimes(ty);
    let name = proc_macro2::Ident::new(name, start);
    let path = quote_spanned!(start=> #private::#name);
    let call = quote_spanned!(end=> ());
    quote!(const _: () = #path::<#ty>#call;)
}

fn places(tokens: impl quote::ToTokens) -> (Span, Span) {
    ends(tokens).unwrap_or((Span::call_site(), Span::call_site()))
}

/// A constant stands outside of the struct, where its lifetimes are not known.
pub(super) fn without_lifetimes(ty: &Type) -> TokenStream {
    fn replace(tokens: TokenStream) -> TokenStream {
        let mut is_lifetime = false;
        tokens
            .into_iter()
            .map(|token| match token {
                TokenTree::Ident(ident) if is_lifetime => {
                    is_lifetime = false;
                    proc_macro2::Ident::new("static", ident.span()).into()
                }
                TokenTree::Group(group) => {
                    is_lifetime = false;
                    let mut replaced = Group::new(group.delimiter(), replace(group.stream()));
                    replaced.set_span(group.span());
                    replaced.into()
                }
                TokenTree::Punct(punct) => {
                    is_lifetime = punct.as_char() == '\'';
                    punct.into()
                }
                token => {
                    is_lifetime = false;
                    token
                }
            })
            .collect()
    }
    replace(quote!(#ty))
}
