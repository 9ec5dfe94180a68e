//! Spans of generated tokens, which determine where errors are displayed.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Type, WhereClause};

use crate::syntax::ends;

/// The tokens with another span, where errors about them are displayed.
pub(crate) fn at(tokens: &TokenStream, place: Span) -> TokenStream {
    let tokens = tokens.clone().into_iter();
    tokens
        .map(|mut token| {
            token.set_span(place);
            token
        })
        .collect()
}

/// An implementation that is reported at the user's own item if there is a second one: its head and
/// its end have the span of the item's name.
pub(crate) fn implementation(
    head: &TokenStream,
    where_clause: Option<&WhereClause>,
    body: TokenStream,
    item: &Ident,
) -> TokenStream {
    let head = at(head, item.span());
    let mut body = Group::new(Delimiter::Brace, body);
    body.set_span(item.span());
    quote!(#[automatically_derived] #head #where_clause #body)
}

/// The value of a field that is never sent.
pub(crate) fn skipped(ty: &Type, krate: &TokenStream) -> TokenStream {
    let (start, end) = places(ty);
    let krate = at(krate, start);
    let value = quote_spanned!(end=> ::skipped());
    quote_spanned!(start=> <#ty as #krate::__private::type_check::Skippable> #value)
}

/// `<Type as Trait>::item`, of a hidden trait. An error about the type is displayed at the type.
pub(crate) fn associated(
    ty: impl ToTokens,
    krate: &TokenStream,
    of: &str,
    item: &str,
) -> TokenStream {
    let (start, end) = places(&ty);
    let krate = at(krate, start);
    let (of, item) = (Ident::new(of, start), Ident::new(item, end));
    let item = quote_spanned!(end=> ::#item);
    quote_spanned!(start=> <#ty as #krate::__private::type_check::#of> #item)
}

/// The spans of the first and the last token.
pub(crate) fn places(tokens: impl quote::ToTokens) -> (Span, Span) {
    ends(tokens).unwrap_or((Span::call_site(), Span::call_site()))
}

/// The type with `'static` for every lifetime: a constant is outside of the struct, where its
/// lifetimes are not in scope.
pub(crate) fn without_lifetimes(ty: &Type) -> TokenStream {
    with_lifetime(ty, "static")
}

/// The type with this lifetime for every lifetime.
pub(crate) fn with_lifetime(ty: &Type, name: &str) -> TokenStream {
    fn replace(tokens: TokenStream, name: &str) -> TokenStream {
        let mut is_lifetime = false;
        tokens
            .into_iter()
            .map(|token| match token {
                TokenTree::Ident(ident) if is_lifetime => {
                    is_lifetime = false;
                    Ident::new(name, ident.span()).into()
                }
                TokenTree::Group(group) => {
                    is_lifetime = false;
                    let mut replaced = Group::new(group.delimiter(), replace(group.stream(), name));
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
    replace(quote!(#ty), name)
}
