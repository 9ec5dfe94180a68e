//! The comparison of a declared result type with the result of the Bot API.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use crate::facts::TypeExpr;
use crate::model::Returns;
use crate::spans::{at, places, without_lifetimes};

/// Asserts that the declared type can hold the result. Users' own types that telegrammar knows
/// nothing about can.
///
/// The names in the text of the error are type parameters, which the compiler prints without a path.
pub(super) fn expand(returns: &Returns, method: &str, krate: &TokenStream) -> TokenStream {
    let Returns {
        ty,
        alternatives,
        choice,
    } = returns;
    let Some(result) = alternatives.first() else {
        return TokenStream::new();
    };
    let (start, end) = places(ty);
    let mut kind = kind(result, krate);
    let mut names = vec![Ident::new(method, Span::call_site())];
    let mut help = described(result, krate, start, &mut names);
    let mut text = help.clone();
    if alternatives.len() > 1 {
        kind = quote!(#krate::__private::type_check::OrTrue<#kind>);
        let both = format!("{}OrTrue", result.rust_type());
        text = Ident::new(&both, start).into_token_stream();
        names.push(Ident::new(&both, Span::call_site()));
    }
    if let Some(choice) = choice {
        let checks = quote!(#krate::__private::type_check);
        let first = self::kind(result, krate);
        let chosen = |[first, last, both]: [TokenStream; 3]| quote!(<#checks::Choice<{ #choice }> as #checks::Choose<#first, #last, #both>>::Chosen);
        let last = || quote!(::core::primitive::bool);
        kind = chosen([first, last(), kind]);
        text = at(&chosen([help.clone(), last(), text]), start);
        help = at(&chosen([help.clone(), last(), help]), start);
    }
    let private = quote!(#krate::__private);
    let (here, kind) = (at(&private, start), at(&kind, start));
    let method = Ident::new(method, start);
    let check = quote_spanned! {start=>
        #here::type_check::DeclaredResult::<__Response, #kind, #method, #text, #help>
    };
    let holds = quote_spanned!(end=> ::holds());
    let ty = without_lifetimes(ty);
    // The parameters could hide what the type refers to.
    quote! {
        const _: () = {
            type __Response = #ty;
            fn __check<#(#names),*>() {
                use #private::type_check::UnknownResult as _;
                #check #holds
            }
        };
    }
}

/// The result as the text names it, and the names that occur in it.
fn described(
    ty: &TypeExpr,
    krate: &TokenStream,
    span: Span,
    names: &mut Vec<Ident>,
) -> TokenStream {
    match ty {
        TypeExpr::Array(item) => {
            let item = described(item, krate, span, names);
            let krate = at(krate, span);
            quote_spanned!(span=> #krate::__private::Vec<#item>)
        }
        TypeExpr::Integer(_) | TypeExpr::Float | TypeExpr::Boolean | TypeExpr::True => {
            at(&kind(ty, krate), span)
        }
        ty => {
            let name = ty.rust_type();
            names.push(Ident::new(&name, Span::call_site()));
            Ident::new(&name, span).into_token_stream()
        }
    }
}

/// The kind of a result.
fn kind(ty: &TypeExpr, krate: &TokenStream) -> TokenStream {
    let checks = quote!(#krate::__private::type_check);
    match ty {
        TypeExpr::Ref(name) => {
            let name = Ident::new(name, Span::call_site());
            quote!(#checks::Named<#krate::types::#name>)
        }
        TypeExpr::Array(item) => {
            let item = kind(item, krate);
            quote!(#checks::ListOf<#item>)
        }
        TypeExpr::Integer(_) => quote!(::core::primitive::i64),
        TypeExpr::Float => quote!(::core::primitive::f64),
        TypeExpr::String => quote!(#krate::__private::String),
        TypeExpr::Boolean | TypeExpr::True => quote!(::core::primitive::bool),
        // Two results are two alternatives.
        TypeExpr::OneOf(_) => quote!(()),
    }
}
