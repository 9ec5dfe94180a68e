//! Definitions of which a part is deprecated. Only their users are warned, not the expansion.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Fields, Meta};

/// The tokens without warnings, if the item or a part of it is deprecated or may use what is.
pub(crate) fn quiet(item: &DeriveInput, tokens: TokenStream) -> TokenStream {
    let mut attributes = item.attrs.iter().chain(parts(&item.data));
    if !attributes.any(is_deprecated) {
        return tokens;
    }
    quote! {
        #[allow(deprecated)]
        const _: () = {
            #tokens
        };
    }
}

/// The attributes of all fields and variants.
fn parts(data: &Data) -> Vec<&Attribute> {
    match data {
        Data::Struct(data) => of_fields(&data.fields).collect(),
        Data::Enum(data) => {
            let variants = data.variants.iter();
            variants
                .flat_map(|variant| variant.attrs.iter().chain(of_fields(&variant.fields)))
                .collect()
        }
        Data::Union(_) => Vec::new(),
    }
}

fn of_fields(fields: &Fields) -> impl Iterator<Item = &Attribute> {
    fields.iter().flat_map(|field| &field.attrs)
}

/// `#[deprecated]`, or `#[allow(deprecated)]` and the like.
fn is_deprecated(attribute: &Attribute) -> bool {
    let is_word =
        |token: TokenTree| matches!(token, TokenTree::Ident(word) if word == "deprecated");
    let path = attribute.path();
    if path.is_ident("deprecated") {
        return true;
    }
    match &attribute.meta {
        Meta::List(list) if path.is_ident("allow") || path.is_ident("expect") => {
            list.tokens.clone().into_iter().any(is_word)
        }
        _ => false,
    }
}
