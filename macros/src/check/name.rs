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
}

/// Checks the name and looks the method up.
pub(crate) fn name(
    item: &DeriveInput,
    attribute: Span,
    container: &Container,
    sink: &mut Diagnostics,
) -> Name {
    let unknown = |span| Name {
        text: String::new(),
        span,
        facts: None,
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
            };
        }
    }
    let Some(literal) = &container.name else {
        if container.wrong_name.is_none() {
            sink.error(messages::missing_name(attribute, &guess(item)));
        }
        return unknown(attribute);
    };
    let name = literal.value();
    let span = literal.span();
    if let Some(facts) = facts::method(&name) {
        if let Some(unlisted) = &container.unlisted {
            sink.warn(messages::method_is_listed(unlisted, &name));
        }
        check_struct_name(item, &name, sink);
        return Name {
            text: name,
            span,
            facts: Some(facts),
        };
    }
    if !is_well_formed(literal, &name, item, sink) {
        return unknown(span);
    }
    if container.unlisted.is_none() {
        sink.error(messages::unknown_method(literal));
    }
    Name {
        text: name,
        span,
        facts: None,
    }
}

/// The method after which the struct is probably named.
fn guess(item: &DeriveInput) -> String {
    listed_or_own(&camel_case(&item.ident.unraw().to_string()))
}

/// The name that tokens other than a string literal spell.
fn said(tokens: &TokenStream) -> Option<String> {
    let word = syn::parse2::<Ident>(tokens.clone()).map(|word| word.to_string());
    // A key without a value spells no name.
    let word = word.ok().filter(|word| word != "name" && word != "method");
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

/// Reports a text that cannot be the name of any method.
fn is_well_formed(
    literal: &LitStr,
    name: &str,
    item: &DeriveInput,
    sink: &mut Diagnostics,
) -> bool {
    if name.is_empty() {
        sink.error(messages::empty_name(literal, &guess(item)));
        return false;
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
        sink.error(messages::name_is_path(literal, &suggestion(last), is_url));
        return false;
    }
    let odd = |letter: &char| !letter.is_ascii_alphanumeric() && *letter != '_';
    if let Some(odd) = name.chars().find(odd) {
        sink.error(messages::name_character(literal, odd, &suggestion(name)));
        return false;
    }
    let starts_low = name.starts_with(|first: char| first.is_ascii_lowercase());
    let in_other_case = || facts::method_names().any(|known| known.eq_ignore_ascii_case(name));
    if !starts_low || name.contains('_') || in_other_case() {
        sink.error(messages::name_is_not_camel_case(literal, &suggestion(name)));
        return false;
    }
    true
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
