//! The derives: expand an item to the tokens that are added to it.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt;
use syn::{Data, DataStruct, DeriveInput, Fields, Meta};

use crate::diagnostics::Diagnostics;
use crate::facts;
use crate::model::Method;
use crate::syntax::Container;
use crate::{check, expand, shim, syntax};

/// Parses the item. Also returns whether it has lifetimes or a second variant of the same name that
/// the compiler has reported.
fn parse(item: TokenStream) -> Option<(DeriveInput, bool)> {
    // If it cannot be parsed, the compiler has reported what is wrong with it.
    let mut item = syn::parse2(item).ok()?;
    let is_wrong = syntax::replace_missing(&mut item);
    let is_repeated = remove_repeated(&mut item);
    syntax::replace_self(&mut item);
    Some((item, is_wrong || is_repeated))
}

/// Removes variants with the name of an earlier one. Returns whether there are any.
fn remove_repeated(item: &mut DeriveInput) -> bool {
    let Data::Enum(data) = &mut item.data else {
        return false;
    };
    let mut seen = HashSet::new();
    let all = std::mem::take(&mut data.variants);
    let count = all.len();
    let first = all.into_iter();
    data.variants = first
        .filter(|variant| seen.insert(variant.ident.to_string()))
        .collect();
    data.variants.len() < count
}

/// Checks and expands one struct.
pub(crate) fn method(item: TokenStream, sink: &mut Diagnostics) -> TokenStream {
    let Some((item, is_wrong)) = parse(item) else {
        return TokenStream::new();
    };
    let tokens = expand_method(&item, is_wrong, sink);
    expand::quiet(&item, tokens)
}

fn expand_method(item: &DeriveInput, is_wrong: bool, sink: &mut Diagnostics) -> TokenStream {
    let (span, args) = arguments(item, shim::METHOD);
    let container = syntax::container(args, false, sink);
    let checked = check::check_method(item, span, &container, sink);
    if check::mistaken::is_type(item, &container) {
        return expand_type(item, is_wrong, &container, &mut Diagnostics::default());
    }
    let needs_surface = is_wrong || needs_surface(item);
    match checked {
        Some(method) if !needs_surface => expand::expand(&with_response(method, sink)),
        Some(_) | None if needs_surface => {
            // What is known without the fields.
            let bare = without_fields(item);
            let quiet = &mut Diagnostics::default();
            let known = check::check_method(&bare, span, &container, quiet);
            let known = known.map(|method| with_response(method, sink));
            known.map_or_else(TokenStream::new, |method| {
                expand::method_surface(item, &method)
            })
        }
        // Everything that could be generated would cause further errors.
        _ => TokenStream::new(),
    }
}

/// Checks and expands one type.
pub(crate) fn ty(item: TokenStream, sink: &mut Diagnostics) -> TokenStream {
    let Some((item, is_wrong)) = parse(item) else {
        return TokenStream::new();
    };
    let tokens = expand_either(&item, is_wrong, sink);
    expand::quiet(&item, tokens)
}

/// Expands a type, or the method that was declared as one.
fn expand_either(item: &DeriveInput, is_wrong: bool, sink: &mut Diagnostics) -> TokenStream {
    let (span, args) = arguments(item, shim::TYPE);
    let container = syntax::container(args, true, sink);
    let tokens = expand_type(item, is_wrong, &container, sink);
    if let (Some(name), Data::Struct(_)) = (check::mistaken::method(item, &container), &item.data) {
        let container = container.with_name(name);
        let quiet = &mut Diagnostics::default();
        let meant = check::check_method(item, span, &container, quiet);
        return meant.map_or(tokens, |method| expand::expand(&method));
    }
    tokens
}

fn expand_type(
    item: &DeriveInput,
    is_wrong: bool,
    container: &Container,
    sink: &mut Diagnostics,
) -> TokenStream {
    let checked = check::check_type(item, container, sink);
    if let Data::Struct(data) = &item.data
        && !data
            .fields
            .iter()
            .all(|field| check::can_be_passed(&field.ty))
    {
        // Everything that could be generated would cause further errors.
        return TokenStream::new();
    }
    if let (Some(definition), false) = (checked, is_wrong) {
        return expand::expand_type(&definition);
    }
    let own = || item.ident.unraw().to_string();
    let name = container.name.as_ref().map_or_else(own, syn::LitStr::value);
    let listed = facts::ty(&name).filter(|_| container.unlisted.is_none());
    let is_sent = listed.is_none_or(|listed| listed.direction.goes_out());
    expand::type_surface(item, &check::krate(container), is_sent)
}

/// Whether nothing can be generated for the fields of a method.
fn needs_surface(item: &DeriveInput) -> bool {
    let is_named = match &item.data {
        Data::Struct(data) => !matches!(data.fields, Fields::Unnamed(_)),
        Data::Enum(_) | Data::Union(_) => false,
    };
    !is_named || item.generics.type_params().next().is_some()
}

fn without_fields(item: &DeriveInput) -> DeriveInput {
    let mut item = item.clone();
    item.data = Data::Struct(DataStruct {
        struct_token: syn::token::Struct::default(),
        fields: Fields::Unit,
        semi_token: None,
    });
    item
}

/// The method with a result whose use causes no errors, even if it is unknown.
fn with_response(mut method: Method, sink: &mut Diagnostics) -> Method {
    if check::is_unknown(&method.response, &method.krate)
        && let Some(error) = sink.as_type()
    {
        method.response = error;
    }
    method
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
