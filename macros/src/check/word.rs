//! A closed set of words: an enum without content.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{DataEnum, DeriveInput};

use super::closed_set::closed_set;
use super::listed_type::{Declared, listed_type};
use super::variant::{is_unknown, nearest_free};
use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction};
use crate::messages;
use crate::model::Shape;
use crate::names::snake_case;
use crate::syntax::{self, Container};

/// Whether the enum is a set of words rather than of objects.
pub(super) fn is_word(data: &DataEnum) -> bool {
    data.variants
        .iter()
        .all(|variant| variant.fields.is_empty() || is_unknown(variant))
}

/// One word of an enum.
struct Word {
    ident: Ident,
    /// The word on the wire: that of `rename`, or the variant's own name.
    text: String,
    /// What determines the word: the literal of `rename`, or the variant's name.
    at: TokenStream,
    is_renamed: bool,
}

fn word_of(variant: &syn::Variant, sink: &mut Diagnostics) -> Word {
    let keys = syntax::field(&variant.attrs, &variant.ident, sink);
    let ident = variant.ident.clone();
    match keys.rename {
        Some((_, literal)) => Word {
            ident,
            text: literal.value(),
            at: literal.to_token_stream(),
            is_renamed: true,
        },
        None => Word {
            text: snake_case(&ident.unraw().to_string()),
            at: ident.to_token_stream(),
            ident,
            is_renamed: false,
        },
    }
}

/// Checks the words of an enum. `Type.field` or `method.parameter` names the set.
pub(super) fn check(
    item: &DeriveInput,
    data: &DataEnum,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> (Shape, Direction) {
    let unknown = data.variants.iter().find(|variant| is_unknown(variant));
    let words: Vec<_> = data
        .variants
        .iter()
        .filter(|variant| !is_unknown(variant))
        .map(|variant| word_of(variant, sink))
        .collect();
    let mut is_incoming = false;
    if container.unlisted.is_none() {
        if let Some(set) = closed_set(name) {
            is_incoming = set.is_received;
            check_words(item, name, &words, &set.values, sink);
        } else {
            let texts: Vec<_> = words.iter().map(|word| word.text.clone()).collect();
            listed_type(item, container, name, Declared::Words(&texts), sink);
        }
    }
    if is_incoming && unknown.is_none() {
        sink.error(messages::missing_unknown(&item.ident, name, false));
    }
    let direction = if is_incoming || container.unlisted.is_some() {
        Direction::Both
    } else {
        Direction::Out
    };
    let unknown = unknown.map(|variant| variant.ident.clone());
    let words = words
        .into_iter()
        .map(|word| (word.ident, word.text))
        .collect();
    (Shape::Word { words, unknown }, direction)
}

/// Compares the words of an enum with those of the Bot API, both ways. A misspelt word counts as the
/// one that was meant.
fn check_words(
    item: &DeriveInput,
    name: &str,
    words: &[Word],
    values: &[&'static str],
    sink: &mut Diagnostics,
) {
    let mut there: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
    for word in words {
        if values.contains(&word.text.as_str()) {
            continue;
        }
        let retired = facts::retired(name, &word.text);
        let meant = match &retired {
            Some(retired) => Some(retired.replacement),
            None => nearest_free(&word.text, values, &there),
        };
        sink.error(match (&retired, meant) {
            (Some(retired), _) => messages::retired_word(&word.at, name, retired),
            (None, Some(meant)) => messages::misspelt_word(
                &word.at,
                name,
                &word.text,
                meant,
                &word.ident,
                word.is_renamed,
            ),
            (None, None) => messages::unknown_variant(&word.at, name, &word.text, values),
        });
        there.extend(meant);
    }
    for value in values {
        if !there.contains(value) {
            sink.error(messages::missing_word(&item.ident, name, value));
        }
    }
}
