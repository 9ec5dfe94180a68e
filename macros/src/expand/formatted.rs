//! Functions that set a text together with its entities.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Type, Visibility};

use crate::facts::TypeExpr;
use crate::model::{ApiType, Field, Param};

/// A text and its entities.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    text: &'a Param,
    entities: &'a Param,
    /// The optional parameter that says how to parse the text, beside which entities are ignored.
    parse_mode: Option<&'a Param>,
    /// The type of the entities, without the `Option`.
    list: &'a Type,
}

/// Returns the texts that have entities in another parameter, by the facts.
pub(super) fn pairs(fields: &[Field]) -> impl Iterator<Item = Pair<'_>> {
    params(fields).filter_map(move |entities| {
        let ApiType::Listed(ty, _) = &entities.api_type else {
            return None;
        };
        let prefix = entities.name.strip_suffix("entities")?;
        let text = params(fields).find(|param| match prefix.strip_suffix('_') {
            Some(name) => param.name == name,
            None => matches!(param.name.as_str(), "text" | "message_text"),
        })?;
        let is_listed = matches!(text.api_type, ApiType::Listed(..)) && is_entities(ty);
        let is_broken = text.is_broken || entities.is_broken;
        let of_text = format!("{prefix}parse_mode");
        let parse_mode = [of_text.as_str(), "parse_mode"]
            .iter()
            .find_map(|name| params(fields).find(|param| param.name == *name));
        let pair = Pair {
            text,
            entities,
            parse_mode: parse_mode.filter(|mode| mode.inner.is_some() && !mode.is_broken),
            list: entities.inner.as_ref()?,
        };
        let ident = pair.function();
        let is_free = fields.iter().all(|field| match field {
            Field::Param(param) => param.ident != ident,
            Field::Skipped { .. } | Field::Base(_) | Field::Rest(_) => true,
        });
        (is_listed && !is_broken && is_free).then_some(pair)
    })
}

/// Returns whether a parameter is a list of entities.
fn is_entities(ty: &TypeExpr) -> bool {
    matches!(ty, TypeExpr::Array(item) if matches!(&**item, TypeExpr::Ref("MessageEntity")))
}

impl Pair<'_> {
    /// The name of the function.
    pub(super) fn function(&self) -> Ident {
        format_ident!(
            "formatted_{}",
            self.text.ident.unraw(),
            span = self.text.ident.span()
        )
    }

    /// The types of the text and the entities, each written by a function.
    pub(super) fn types(&self, write: impl Fn(&Type) -> TokenStream) -> TokenStream {
        let (text, list) = (self.text.inner.as_ref().unwrap_or(&self.text.ty), self.list);
        let (text, list) = (write(text), write(list));
        quote!((#text, #list))
    }
}

/// Returns the fields that are parameters.
fn params(fields: &[Field]) -> impl Iterator<Item = &Param> {
    fields.iter().filter_map(|field| match field {
        Field::Param(param) => Some(&**param),
        Field::Skipped { .. } | Field::Base(_) | Field::Rest(_) => None,
    })
}

/// The function that sets both. `unused` is the message for an unused value.
pub(super) fn expand(
    pair: Pair<'_>,
    krate: &TokenStream,
    vis: &Visibility,
    unused: &str,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let (function, types) = (pair.function(), pair.types(|ty| quote!(#ty)));
    let (text, entities) = (&pair.text.ident, &pair.entities.ident);
    let deprecated = &pair.text.deprecated;
    let parse_mode = pair.parse_mode.map(|param| &param.ident);
    let unset = parse_mode.map_or(String::new(), |ident| {
        format!(" Unsets `{}`.", ident.unraw())
    });
    let doc = format!(
        " Sets `{}` and `{}` from formatted text, such as `text::Text`.{unset}",
        text.unraw(),
        entities.unraw()
    );
    let parse_mode = parse_mode.into_iter();
    let value = if pair.text.inner.is_some() {
        quote!(#private::Option::Some(__pair.0))
    } else {
        quote!(__pair.0)
    };
    quote! {
        #[doc = #doc]
        #deprecated
        #[inline]
        #[must_use = #unused]
        #vis fn #function(mut self, #text: impl #private::Into<#types>) -> Self {
            let __pair: #types = #private::Into::into(#text);
            self.#text = #value;
            self.#entities = #private::Option::Some(__pair.1);
            #(self.#parse_mode = #private::Option::None;)*
            self
        }
    }
}
