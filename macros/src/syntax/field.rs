//! The keys of a field.

use proc_macro2::{Ident, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, LitFloat, LitInt, LitStr, Meta};

use super::elements::{
    bare_word, behind_equals, check_suffix, each, element, flag, misplaced, peek, rest, skip, value,
};
use super::values::{Bound, RangeForm, RawDefault, RawRange};
use crate::diagnostics::Diagnostics;
use crate::keys::{FieldKey, Measure};
use crate::messages;
use crate::names::is_snake_case;

/// The keys of all `#[telegram(...)]` attributes of a field.
#[derive(Default)]
pub(crate) struct FieldKeys {
    pub(crate) rules: Vec<RawRule>,
    pub(crate) default: Option<RawDefault>,
    pub(crate) rename: Option<(Ident, LitStr)>,
    /// `rename` cannot be parsed, and that has been reported.
    pub(crate) rename_is_wrong: bool,
    pub(crate) skip: Option<Ident>,
    pub(crate) unlisted: Option<Ident>,
    pub(crate) flatten: Option<Ident>,
    pub(crate) rest: Option<Ident>,
    /// Bounds with a key of their own, which are to be reported when the facts are known.
    pub(crate) bounds: Vec<LoneBound>,
    seen: Vec<Ident>,
}

/// `min = …`, `max_len = …` and the like.
pub(crate) struct LoneBound {
    pub(crate) key: Ident,
    pub(crate) measure: Measure,
    pub(crate) is_min: bool,
    /// The number, if it is one.
    pub(crate) value: Option<Bound>,
}

/// `range = …`, `len = …`, `bytes = …` or `items = …`.
pub(crate) struct RawRule {
    pub(crate) key: Ident,
    /// What the range limits.
    pub(crate) measure: Measure,
    pub(crate) range: RawRange,
}

/// Parses all `#[telegram(...)]` attributes of a field.
pub(crate) fn field(attributes: &[Attribute], field: &Ident, sink: &mut Diagnostics) -> FieldKeys {
    let mut keys = FieldKeys::default();
    let mut guessed = FieldKeys::default();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("telegram"))
    {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => {
                let read = |input: ParseStream<'_>, _, sink: &mut _| {
                    keys.read(input, field, &mut guessed, sink)
                };
                each(list.tokens.clone(), sink, read);
            }
            _ => sink.error(messages::empty_telegram(attribute)),
        }
    }
    keys.rename = keys.rename.or(guessed.rename);
    keys.skip = keys.skip.or(guessed.skip);
    keys.unlisted = keys.unlisted.or(guessed.unlisted);
    keys.flatten = keys.flatten.or(guessed.flatten);
    keys.rest = keys.rest.or(guessed.rest);
    keys
}

impl FieldKeys {
    /// Reads one element. A key with a misspelt name has been reported, and goes to `guessed`.
    fn read(
        &mut self,
        input: ParseStream<'_>,
        field: &Ident,
        guessed: &mut Self,
        sink: &mut Diagnostics,
    ) -> syn::Result<()> {
        if !input.peek(Ident::peek_any) {
            let is_number = input.peek(LitInt) || input.peek(LitFloat);
            let tokens = element(input, |_| false);
            match self.rules.last_mut() {
                // `range = 1, 50` is one mistake, which is reported with the range.
                Some(rule) if is_number && matches!(rule.range.form, RangeForm::Other) => {
                    rule.range.tokens.extend(quote!(, #tokens));
                }
                _ => sink.error(messages::expected_key(tokens)),
            }
            return Ok(());
        }
        let key = input.call(Ident::parse_any)?;
        let Some(known) = FieldKey::parse(&key.to_string()) else {
            let meant = messages::field_key(&key.to_string());
            let meant = meant.and_then(FieldKey::parse);
            let side = messages::side(&key.to_string());
            if let (Some(FieldKey::Measure(measure)), Some(is_min)) = (meant, side) {
                let value = match peek(input) {
                    Some(TokenTree::Group(group)) => {
                        skip(input);
                        Some(group.stream())
                    }
                    _ => behind_equals(input).map(rest),
                };
                self.bounds.push(LoneBound {
                    key,
                    measure,
                    is_min,
                    value: value.and_then(Bound::whole),
                });
                return Ok(());
            }
            sink.error(messages::unknown_field_key(&key));
            match meant {
                // What was meant is clear, so everything else can be checked.
                Some(
                    known @ (FieldKey::Rename
                    | FieldKey::Skip
                    | FieldKey::Unlisted
                    | FieldKey::Flatten
                    | FieldKey::Rest),
                ) => {
                    guessed.read_value(known, key, input, &mut Diagnostics::default());
                }
                _ => skip(input),
            }
            return Ok(());
        };
        if self.seen.contains(&key) {
            sink.error(messages::given_twice(&key, Some(field)));
            skip(input);
            return Ok(());
        }
        self.seen.push(key.clone());
        self.read_value(known, key, input, sink);
        Ok(())
    }

    fn read_value(
        &mut self,
        known: FieldKey,
        key: Ident,
        input: ParseStream<'_>,
        sink: &mut Diagnostics,
    ) {
        match known {
            FieldKey::Skip => {
                flag(&key, input, sink);
                self.skip = Some(key);
            }
            FieldKey::Unlisted => {
                flag(&key, input, sink);
                self.unlisted = Some(key);
            }
            FieldKey::Flatten => {
                flag(&key, input, sink);
                self.flatten = Some(key);
            }
            FieldKey::Rest => {
                flag(&key, input, sink);
                self.rest = Some(key);
            }
            FieldKey::Rename => self.read_rename(key, input, sink),
            FieldKey::Default => {
                let default = match behind_equals(input) {
                    Some(input) => RawDefault::parse(input),
                    None => Err(misplaced(input)),
                };
                match default {
                    Ok(default) => {
                        let literal = syn::parse2::<LitStr>(default.tokens.clone());
                        if let Ok(literal) = literal {
                            check_suffix(&literal, sink);
                        }
                        self.default = Some(default);
                    }
                    Err(found) => sink.error(messages::default_needs_literal(&key, found)),
                }
            }
            FieldKey::Measure(measure) => match behind_equals(input) {
                Some(input) => self.rules.push(RawRule {
                    key,
                    measure,
                    range: RawRange::parse(input),
                }),
                None => sink.error(messages::rule_needs_range(&key, misplaced(input))),
            },
        }
    }

    fn read_rename(&mut self, key: Ident, input: ParseStream<'_>, sink: &mut Diagnostics) {
        if let Some(literal) = value::<LitStr>(input) {
            check_suffix(&literal, sink);
            self.rename = Some((key, literal));
            return;
        }
        let found = behind_equals(input).map_or_else(|| misplaced(input), rest);
        // The intended value of a bare word is clear, so everything else can be checked.
        match syn::parse2::<LitStr>(found.clone()).or_else(|_| bare_word(found.clone())) {
            Ok(word) if is_snake_case(&word.value()) => self.rename = Some((key.clone(), word)),
            _ => self.rename_is_wrong = true,
        }
        sink.error(messages::rename_needs_text(&key, found));
    }
}
