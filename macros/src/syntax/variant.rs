//! The keys of a variant.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, LitStr, Meta};

use super::elements::{
    bare_word, behind_equals, check_suffix, each, element, flag, misplaced, rest, skip, value,
};
use crate::diagnostics::Diagnostics;
use crate::keys::FieldKey;
use crate::messages;

/// The keys of all `#[telegram(...)]` attributes of a variant.
#[derive(Default)]
pub(crate) struct VariantKeys {
    pub(crate) rename: Option<LitStr>,
    /// `rename` cannot be parsed, and that has been reported.
    pub(crate) rename_is_wrong: bool,
    pub(crate) unlisted: Option<Ident>,
    seen: Vec<Ident>,
}

/// Parses all `#[telegram(...)]` attributes of a variant.
pub(crate) fn variant(
    attributes: &[Attribute],
    variant: &Ident,
    sink: &mut Diagnostics,
) -> VariantKeys {
    let mut keys = VariantKeys::default();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("telegram"))
    {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => {
                let read =
                    |input: ParseStream<'_>, _, sink: &mut _| keys.read(input, variant, sink);
                each(list.tokens.clone(), sink, read);
            }
            _ => sink.error(messages::empty_variant_keys(attribute)),
        }
    }
    keys
}

impl VariantKeys {
    fn read(
        &mut self,
        input: ParseStream<'_>,
        variant: &Ident,
        sink: &mut Diagnostics,
    ) -> syn::Result<()> {
        if !input.peek(Ident::peek_any) {
            sink.error(messages::expected_key(element(input, |_| false)));
            return Ok(());
        }
        let key = input.call(Ident::parse_any)?;
        let known = FieldKey::parse(&key.to_string());
        if self.seen.contains(&key) {
            sink.error(messages::given_twice(&key, Some(variant)));
            skip(input);
            return Ok(());
        }
        self.seen.push(key.clone());
        match known {
            Some(FieldKey::Rename | FieldKey::Unlisted) if variant == "Unknown" => {
                sink.error(messages::variant_key(&key, variant));
                skip(input);
            }
            Some(FieldKey::Unlisted) => {
                flag(&key, input, sink);
                self.unlisted = Some(key);
            }
            Some(FieldKey::Rename) => self.read_rename(&key, variant, input, sink),
            Some(_) => {
                sink.error(messages::variant_key(&key, variant));
                skip(input);
            }
            None => {
                let is_name = messages::means_rename(&key) && variant != "Unknown";
                sink.error(messages::unknown_variant_key(&key));
                match value::<LitStr>(input).filter(|_| is_name) {
                    Some(literal) => self.rename = Some(literal),
                    None => skip(input),
                }
            }
        }
        Ok(())
    }

    fn read_rename(
        &mut self,
        key: &Ident,
        variant: &Ident,
        input: ParseStream<'_>,
        sink: &mut Diagnostics,
    ) {
        if let Some(literal) = value::<LitStr>(input) {
            check_suffix(&literal, sink);
            self.rename = Some(literal);
            return;
        }
        let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
        // The intended value of a bare word is clear, so everything else can be checked.
        match bare_word(found.clone()) {
            Ok(word) => self.rename = Some(word),
            Err(_) => self.rename_is_wrong = true,
        }
        sink.error(messages::rename_needs_word(key, variant, found));
    }
}
