//! The method's name.

use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt;
use syn::{DeriveInput, LitByteStr, LitStr};

use crate::diagnostics::Diagnostics;
use crate::facts::{self, MethodFacts};
use crate::messages;
use crate::names::{camel_case, pascal_case};
use crate::syntax::{Container, ends};

/// The method's name and its facts.
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Span,
    /// `None` for an `unlisted` method or a wrong name.
    pub(crate) facts: Option<MethodFacts>,
    /// The facts of the method that a wrong name was probably meant to be.
    pub(crate) meant: Option<MethodFacts>,
}

/// Checks the name and looks the method up.
pub(crate) fn name(
    item: &DeriveInput,
    attribute: Span,
    container: &Container,
    sink: &mut Diagnostics,
) -> Name {
    let unknown = |span, meant: Option<String>| Name {
        text: String::new(),
        span,
        facts: None,
        meant: meant.and_then(|meant| facts::method(&meant)),
    };
    if let Some(tokens) = &container.wrong_name {
        let guess = said(tokens).unwrap_or_else(|| guess(item));
        sink.error(messages::name_is_not_a_literal(tokens, &guess));
        if let (Some(facts), None) = (facts::method(&guess), &container.name) {
            // The intended name is clear, so everything else can be checked.
            let span = ends(tokens).map_or(attribute, |(start, _)| start);
            return Name {
                text: guess,
                span,
                facts: Some(facts),
                meant: None,
            };
        }
    }
    let Some(literal) = &container.name else {
        if container.wrong_name.is_none() {
            let own = item.ident.unraw().to_string();
            if facts::ty(&own).is_some() && facts::method(&camel_case(&own)).is_none() {
                sink.error(messages::missing_name_of_type(attribute, &own));
                return unknown(attribute, None);
            }
            sink.error(messages::missing_name(attribute, &guess(item)));
        }
        return unknown(attribute, Some(guess(item)));
    };
    let name = literal.value();
    let span = literal.span();
    if let Some(facts) = facts::method(&name) {
        if let Some(unlisted) = &container.unlisted {
            sink.warn(messages::method_is_listed(unlisted, &name));
        }
        match &container.repeatable {
            Some(key) if facts.is_repeatable() => {
                sink.warn(messages::repeatable_is_listed(key, &name));
            }
            Some(key) => sink.error(messages::not_repeatable(key, &name, facts.why)),
            None => {}
        }
        check_struct_name(item, &name, sink);
        return Name {
            text: name,
            span,
            facts: Some(facts),
            meant: None,
        };
    }
    let ty = name.split_once('.').map_or(name.as_str(), |(ty, _)| ty);
    if facts::ty(ty).is_some() {
        let is_own = item.ident.unraw() == name;
        sink.error(messages::name_is_type(literal, &name, is_own));
        return unknown(span, None);
    }
    if let Err(meant) = check_form(literal, &name, item, sink) {
        return unknown(span, Some(meant));
    }
    let mut meant = None;
    if container.unlisted.is_none() {
        let similar = meant_by(&name);
        sink.error(messages::unknown_method(literal, similar));
        meant = Some(similar.map_or_else(|| guess(item), ToOwned::to_owned));
    }
    Name {
        text: name,
        span,
        facts: None,
        meant: meant.and_then(|meant| facts::method(&meant)),
    }
}

/// The method that a well-formed but unknown name was probably meant to be: its successor, or one
/// with a similar name.
fn meant_by(name: &str) -> Option<&'static str> {
    match facts::retired("method", name) {
        Some(retired) => Some(retired.replacement),
        None => facts::nearest(name, facts::method_names()),
    }
}

/// The method after which the struct is probably named.
fn guess(item: &DeriveInput) -> String {
    listed_or_own(&camel_case(&item.ident.unraw().to_string()))
}

/// The name that tokens other than a string literal spell.
fn said(tokens: &TokenStream) -> Option<String> {
    let word = syn::parse2::<Ident>(tokens.clone()).map(|word| word.unraw().to_string());
    // A key without a value spells no name, and neither does a constant.
    let is_name = |word: &String| {
        let is_listed = || facts::method_names().any(|known| known.eq_ignore_ascii_case(word));
        (is_listed() || word.chars().any(|letter| letter.is_ascii_lowercase()))
            && word != "name"
            && word != "method"
    };
    let word = word.ok().filter(is_name);
    let bytes = || {
        syn::parse2::<LitByteStr>(tokens.clone())
            .ok()
            .map(|bytes| bytes.value())
    };
    word.or_else(|| String::from_utf8(bytes()?).ok())
}

/// The listed name that is most similar to this one, or this one.
fn listed_or_own(name: &str) -> String {
    let same = facts::method_names().find(|known| known.eq_ignore_ascii_case(name));
    let similar = same.or_else(|| facts::nearest(name, facts::method_names()));
    similar.unwrap_or(name).to_owned()
}

/// Reports a text that cannot be the name of any method, and returns the name to use instead.
fn check_form(
    literal: &LitStr,
    name: &str,
    item: &DeriveInput,
    sink: &mut Diagnostics,
) -> Result<(), String> {
    if name.is_empty() {
        let guess = guess(item);
        sink.error(messages::empty_name(literal, &guess));
        return Err(guess);
    }
    let plain = |name: &str| name.chars().all(|letter| letter.is_ascii_alphanumeric());
    let suggestion = |name: &str| match listed_or_own(&camel_case(name)) {
        camel if plain(&camel) && camel.starts_with(|first: char| first.is_ascii_lowercase()) => {
            camel
        }
        _ => guess(item),
    };
    if name.contains('/') {
        let last = name
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or(name);
        let is_url = name.contains("://");
        let suggestion = suggestion(last);
        sink.error(messages::name_is_path(literal, &suggestion, is_url));
        return Err(suggestion);
    }
    let odd = |letter: &char| !letter.is_ascii_alphanumeric() && *letter != '_';
    if let Some(odd) = name.chars().find(odd) {
        let suggestion = suggestion(name);
        sink.error(messages::name_character(literal, odd, &suggestion));
        return Err(suggestion);
    }
    let starts_low = name.starts_with(|first: char| first.is_ascii_lowercase());
    let in_other_case = || facts::method_names().any(|known| known.eq_ignore_ascii_case(name));
    if !starts_low || name.contains('_') || in_other_case() {
        let suggestion = suggestion(name);
        sink.error(messages::name_is_not_camel_case(literal, &suggestion));
        return Err(suggestion);
    }
    Ok(())
}

/// Warns of a struct whose name is a misspelling of the method's. A different name is accepted, and
/// so is one that adds a word or a number to the method's.
fn check_struct_name(item: &DeriveInput, method: &str, sink: &mut Diagnostics) {
    let expected = pascal_case(method);
    let name = item.ident.unraw().to_string();
    let adds = name.ends_with(&expected)
        || name
            .strip_prefix(&expected)
            .is_some_and(|added| added.starts_with(|next: char| !next.is_lowercase()));
    if !adds && facts::is_misspelling(&name, &expected) {
        sink.warn(messages::struct_name(&item.ident, &expected, method));
    }
}
