//! `Self` in the types of fields. Some of the generated items are outside of the implementations, where
//! it means nothing.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::{Data, DeriveInput, Fields, Generics};

/// Replaces `Self` by the name of the item, with its parameters.
pub(crate) fn replace_self(item: &mut DeriveInput) {
    let fields: Vec<&mut Fields> = match &mut item.data {
        Data::Struct(data) => vec![&mut data.fields],
        Data::Enum(data) => data.variants.iter_mut().map(|it| &mut it.fields).collect(),
        Data::Union(_) => Vec::new(),
    };
    for field in fields.into_iter().flatten() {
        let tokens = field.ty.to_token_stream();
        if !has_self(tokens.clone()) {
            continue;
        }
        let named = named(tokens, &item.ident, &item.generics);
        if let Ok(ty) = syn::parse2(named) {
            field.ty = ty;
        }
    }
}

fn has_self(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "Self",
        TokenTree::Group(group) => has_self(group.stream()),
        _ => false,
    })
}

fn named(tokens: TokenStream, name: &Ident, generics: &Generics) -> TokenStream {
    let (_, parameters, _) = generics.split_for_impl();
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "Self" => {
            let mut name = name.clone();
            name.set_span(ident.span());
            quote_spanned!(ident.span()=> #name #parameters)
        }
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), named(group.stream(), name, generics));
            inner.set_span(group.span());
            TokenTree::from(inner).into()
        }
        token => token.into(),
    });
    replaced.collect()
}
