//! Assertions for the type checker that no generated function implies.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Type, TypePath};

use crate::model::{Assertion, Param};
use crate::spans::{at, places, without_lifetimes};

/// The assertions for the rules of these parameters.
pub(super) fn expand<'a>(
    params: impl Iterator<Item = &'a Param>,
    private: &TokenStream,
) -> TokenStream {
    let asked = params.flat_map(|param| &param.assertions);
    let asked = asked.map(|assertion| assert(assertion, private));
    quote!(#(#asked)*)
}

fn assert(assertion: &Assertion, private: &TokenStream) -> TokenStream {
    match assertion {
        Assertion::Range { ty, low, high } => {
            let number = asked(ty, "Ranged", "Number", private);
            let mut numbers = Group::new(Delimiter::Bracket, quote!(#number; 2));
            numbers.set_span(places(ty).0);
            // Only the first bound that does not fit is reported: rather `1.5` than the `1` beside
            // it, which was converted to a float to match.
            let is_whole = |bound: &TokenStream| bound.to_string().ends_with(".0");
            let (first, second) = if is_whole(low) && !is_whole(high) {
                (high, low)
            } else {
                (low, high)
            };
            quote! {
                const _: () = {
                    let _: #numbers = [#first, #second];
                };
            }
        }
        Assertion::Bounds {
            ty,
            low,
            high,
            min,
            max,
            texts,
        } => {
            let limit = |limit: &Option<i128>| {
                if let Some(limit) = limit {
                    let limit = Literal::i128_unsuffixed(*limit);
                    quote!(#private::Option::Some(#limit))
                } else {
                    quote!(#private::Option::None)
                }
            };
            let (min, max) = (limit(min), limit(max));
            let [empty, wider] = texts;
            let (start, end) = places(quote!(#low #high));
            let [low, high] = [low, high].map(|bound| typed(bound, ty, private));
            let mut arguments = Group::new(
                Delimiter::Parenthesis,
                quote! {
                    #low as ::core::primitive::f64, #high as ::core::primitive::f64,
                    [#min, #max], [#empty, #wider]
                },
            );
            arguments.set_span(end);
            let private = at(private, start);
            let check = quote_spanned!(start=> #private::ordered);
            quote!(const _: () = #check #arguments;)
        }
        Assertion::Text { ty, key } if key == "bytes" => holds(ty, "BytesRule", private),
        Assertion::Text { ty, .. } => holds(ty, "LenRule", private),
        Assertion::List { ty } => holds(ty, "ItemsRule", private),
        Assertion::Absentable { ty, field, owner } => absentable(ty, field, owner, private),
    }
}

/// A bound as a number of the field's type. Of a constant, it is an error if it has another type:
/// that is the same wherever the bound is used, and the compiler reports it once.
pub(super) fn typed(bound: &TokenStream, ty: &Type, private: &TokenStream) -> TokenStream {
    if syn::parse2::<TypePath>(bound.clone()).is_err() {
        return quote!((#bound));
    }
    let number = asked(ty, "Ranged", "Number", private);
    // The text of the error is that of `Assertion::Range`, which has a list too. A constant can be
    // referred to where a block could not.
    let place = places(ty).0;
    let mut numbers = Group::new(Delimiter::Bracket, quote!(#number; 1));
    numbers.set_span(place);
    let [name, constant] = ["__bound", "__BOUND"].map(|name| Ident::new(name, place));
    let mut value = Group::new(
        Delimiter::Brace,
        quote! {
            let [#name]: #numbers = [#bound];
            #name
        },
    );
    value.set_span(place);
    quote!({
        const #constant: #number = #value;
        #constant
    })
}

fn holds(ty: &Type, kind: &str, private: &TokenStream) -> TokenStream {
    let answer = asked(ty, kind, "HOLDS", private);
    quote!(const _: () = #answer;)
}

/// Asserts that a field can do without a value. The names in the text of the error are type
/// parameters, which the compiler prints without a path.
fn absentable(ty: &Type, field: &str, owner: &str, private: &TokenStream) -> TokenStream {
    let (start, end) = places(ty);
    let field = raw(field);
    let owner = Ident::new(owner, Span::call_site());
    let private = at(private, start);
    let answer = quote_spanned!(end=> ::HOLDS);
    // A path from the first to the last token: the compiler underlines all of it.
    let this = quote_spanned!(end=> ::This);
    let this = quote_spanned!(start=> <__Field as #private::type_check::Itself> #this);
    let question = quote_spanned! {start=>
        <#this as #private::type_check::Absentable<#field, #owner>>
    };
    // The parameters could hide what the type refers to.
    quote! {
        const _: () = {
            type __Field = #ty;
            fn __check<#field, #owner>() {
                #question #answer
            }
        };
    }
}

/// The name as an identifier.
fn raw(name: &str) -> Ident {
    if name == "type" {
        Ident::new_raw(name, Span::call_site())
    } else {
        Ident::new(name, Span::call_site())
    }
}

/// `<Type as Trait>::item`, with all tokens at the span of the type, which a mistake is about.
pub(super) fn asked(ty: &Type, kind: &str, item: &str, private: &TokenStream) -> TokenStream {
    let (start, end) = places(ty);
    let (ty, private) = (without_lifetimes(ty), at(private, start));
    let (kind, item) = (Ident::new(kind, start), Ident::new(item, end));
    let answer = quote_spanned!(end=> ::#item);
    quote_spanned!(start=> <#ty as #private::type_check::#kind> #answer)
}
