//! What the variants of unions and of sets of words have in common: their attributes and names.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, LitStr, Meta};

use crate::diagnostics::Diagnostics;
use crate::facts::nearest;
use crate::messages;
use crate::names::snake_case;
use crate::syntax;

/// Whether the variant is for what a later version of the Bot API adds.
pub(super) fn is_unknown(variant: &syn::Variant) -> bool {
    variant.ident == "Unknown"
}

/// The listed name that is most similar to `name` and that no variant has.
pub(super) fn nearest_free(
    name: &str,
    listed: &[&'static str],
    there: &[&str],
) -> Option<&'static str> {
    let free = listed.iter().copied().filter(|name| !there.contains(name));
    nearest(name, free)
}

/// A variant's name on the wire, and what else its attributes say.
pub(super) struct VariantName {
    pub(super) ident: Ident,
    /// That of `rename`, or the variant's own name. `None` if it cannot be parsed, which has been
    /// reported.
    pub(super) name: Option<String>,
    /// The literal of `rename`.
    pub(super) renamed: Option<LitStr>,
    pub(super) unlisted: Option<Ident>,
}

impl VariantName {
    /// The tokens that state the name.
    pub(super) fn tokens(&self) -> TokenStream {
        match &self.renamed {
            Some(literal) => literal.to_token_stream(),
            None => self.ident.to_token_stream(),
        }
    }
}

/// Checks all attributes of a variant and of its content.
pub(super) fn name(variant: &syn::Variant, sink: &mut Diagnostics) -> VariantName {
    let keys = syntax::variant(&variant.attrs, &variant.ident, sink);
    let mut renamed = keys.rename;
    let mut is_wrong = keys.rename_is_wrong;
    for attribute in serde_attributes(&variant.attrs) {
        let found = rename(attribute);
        let instead = found
            .as_ref()
            .map(|name| format!("#[telegram(rename = {})]", name.token()));
        sink.error(messages::serde_on_type(attribute, instead.as_deref()));
        is_wrong |= found.is_none();
        renamed = renamed.or(found);
    }
    for field in &variant.fields {
        for attribute in &field.attrs {
            if attribute.path().is_ident("telegram") {
                sink.error(messages::not_on_content(attribute));
            }
        }
        for attribute in serde_attributes(&field.attrs) {
            sink.error(messages::serde_on_type(attribute, None));
        }
    }
    let own = snake_case(&variant.ident.unraw().to_string());
    if let Some(literal) = renamed
        .as_ref()
        .filter(|literal| literal.value().is_empty())
    {
        sink.error(messages::empty_word(literal, &own));
        is_wrong = true;
    }
    let name = renamed.as_ref().map_or(own, LitStr::value);
    VariantName {
        ident: variant.ident.clone(),
        name: (!is_wrong).then_some(name),
        renamed,
        unlisted: keys.unlisted,
    }
}

fn serde_attributes(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
}

/// The name in `#[serde(rename = "…")]`.
fn rename(attribute: &Attribute) -> Option<LitStr> {
    let Meta::List(list) = &attribute.meta else {
        return None;
    };
    let mut tokens = list.tokens.clone().into_iter();
    tokens.find(|token| matches!(token, TokenTree::Ident(key) if key == "rename"))?;
    syn::parse2(tokens.nth(1)?.into_token_stream()).ok()
}

/// Reports every variant whose name an earlier one has.
pub(super) fn check_names(names: &[VariantName], sink: &mut Diagnostics) {
    for (index, variant) in names.iter().enumerate() {
        let mut earlier = names.iter().take(index);
        let first = earlier.find(|other| other.name.is_some() && other.name == variant.name);
        if let (Some(first), Some(name)) = (first, &variant.name) {
            sink.error(messages::same_variant(variant.tokens(), name, &first.ident));
        }
    }
}
