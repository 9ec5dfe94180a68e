//! Asks a question of the type of a field, as in `<i64 as Integer>::visit(&self.limit, …)`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::question::{Place, question};
use crate::model::Param;
use crate::spans::{at, places};

/// `<i64 as Integer>::visit(&self.limit, 2, __visit)`, where `Integer` requires a type that can hold
/// one. All tokens have the span of the field's type, which a mistake is about.
pub(super) fn ask(
    param: &Param,
    place: Place,
    krate: &TokenStream,
    receiver: &Ident,
    function: &str,
    borrow: &TokenStream,
    more: &TokenStream,
) -> TokenStream {
    let (path, end) = asked(param, place, krate, Some(receiver), function);
    let start = path_start(param, receiver);
    let (receiver, field) = (moved(receiver, start), moved(&param.ident, end));
    let borrow = at(borrow, start);
    let object = quote_spanned!(start=> #borrow #receiver.);
    let mut argument = Group::new(Delimiter::Parenthesis, quote!(#object #field #more));
    argument.set_span(end);
    quote!(#path #argument)
}

/// `<i64 as Integer>::visit`, and the span of its end.
pub(super) fn asked(
    param: &Param,
    place: Place,
    krate: &TokenStream,
    root: Option<&Ident>,
    function: &str,
) -> (TokenStream, Span) {
    let content = param.inner.as_ref().unwrap_or(&param.ty);
    let (mut start, mut end) = places(content);
    // `self` resolves only with the hygiene of its original span.
    if let Some(root) = root {
        (start, end) = (rooted(start, root), rooted(end, root));
    }
    let question = question(param, place, krate, start);
    let krate = at(krate, start);
    let function = Ident::new(function, end);
    let path = quote_spanned!(start=> <#content as #krate::__private::type_check::#question>);
    let function = quote_spanned!(end=> ::#function);
    (quote!(#path #function), end)
}

fn path_start(param: &Param, root: &Ident) -> Span {
    rooted(places(param.inner.as_ref().unwrap_or(&param.ty)).0, root)
}

fn rooted(place: Span, root: &Ident) -> Span {
    root.span().located_at(place)
}

fn moved(ident: &Ident, place: Span) -> Ident {
    let mut moved = ident.clone();
    moved.set_span(ident.span().located_at(place));
    moved
}
