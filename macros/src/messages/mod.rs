//! Every text that a definition can be answered with, as one constructor each.
//!
//! A head says what is wrong with the token under the caret, in lower case and without a full stop;
//! `help` is what to type; `note` says why.

mod codes;
mod container;
mod facts;
mod field;
mod types;

pub(crate) use codes::Code;
pub(crate) use container::*;
pub(crate) use facts::*;
pub(crate) use field::*;
pub(crate) use types::*;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;
use syn::ext::IdentExt;

use crate::diagnostics::Diagnostic;
use crate::facts::nearest;

/// The keys that a field's `#[telegram(...)]` takes.
pub(crate) const FIELD_KEYS: &[&str] = &[
    "range", "len", "bytes", "items", "default", "rename", "skip", "unlisted",
];

/// The keys that `#[telegram_method]` takes behind the method's name.
const METHOD_KEYS: &[&str] = &["returns", "one_of", "unlisted", "crate"];

/// The keys that `#[telegram_type]` takes.
const TYPE_KEYS: &[&str] = &["tag", "one_of", "unlisted", "crate"];

/// What people type by habit, and what it is called here.
const ALIASES: &[(&str, &str)] = &[
    ("return", "returns"),
    ("response", "returns"),
    ("result", "returns"),
    ("output", "returns"),
    ("ret", "returns"),
    ("min_len", "len"),
    ("max_len", "len"),
    ("min_length", "len"),
    ("max_length", "len"),
    ("length", "len"),
    ("chars", "len"),
    ("min_items", "items"),
    ("max_items", "items"),
    ("count", "items"),
    ("size", "items"),
    ("min_bytes", "bytes"),
    ("max_bytes", "bytes"),
    ("min", "range"),
    ("max", "range"),
    ("between", "range"),
    ("name", "rename"),
    ("alias", "rename"),
    ("ignore", "skip"),
    ("skip_serializing", "skip"),
    ("new", "unlisted"),
    ("custom", "unlisted"),
    ("any_of", "one_of"),
    ("oneof", "one_of"),
    ("krate", "crate"),
];

/// The key that was probably meant.
fn meant<'a>(key: &str, keys: &'a [&'a str]) -> Option<&'a str> {
    let alias = ALIASES
        .iter()
        .find(|(alias, _)| *alias == key)
        .map(|(_, name)| *name);
    alias
        .and_then(|name| keys.iter().copied().find(|key| *key == name))
        .or_else(|| nearest(key, keys.iter().copied()))
}

/// Names in backticks, with commas; at most ten.
fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let more = if all.len() > 10 { ", …" } else { "" };
    let shown: Vec<_> = all.into_iter().take(10).collect();
    format!("{}{more}", shown.join(", "))
}

/// Tokens as they would be typed.
pub(crate) fn typed(tokens: impl ToTokens) -> String {
    let tokens = tokens.into_token_stream();
    // A text is shown with every space that it holds.
    if let Ok(text) = syn::parse2::<LitStr>(tokens.clone()) {
        return text.token().to_string();
    }
    // The space that token streams put between all tokens, taken out where nobody types it.
    let mut text = tokens.to_string();
    for (spaced, tight) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
        (" ..= ", "..="),
        (" .. ", ".."),
        ("- ", "-"),
        ("* ", "*"),
        (" ;", ";"),
        ("fn (", "fn("),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}

/// What quotes, parentheses or brackets around everything hold; otherwise the tokens themselves,
/// without a sign too many in front.
fn inside(tokens: &TokenStream) -> TokenStream {
    let is_sign = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => "=:".contains(punct.as_char()),
        _ => false,
    };
    let tokens: TokenStream = tokens.clone().into_iter().skip_while(is_sign).collect();
    let mut all = tokens.clone().into_iter();
    match (all.next(), all.next()) {
        (Some(TokenTree::Group(group)), None) => group.stream(),
        (Some(TokenTree::Literal(literal)), None) => {
            let text = syn::parse2::<LitStr>(literal.into_token_stream());
            text.ok()
                .and_then(|text| text.value().parse().ok())
                .unwrap_or(tokens)
        }
        _ => tokens,
    }
}

/// What was found in the place of a value, or the key if nothing was.
fn found_or(key: &Ident, found: TokenStream) -> TokenStream {
    if found.is_empty() {
        key.to_token_stream()
    } else {
        found
    }
}

/// A token for the words "found …".
fn found(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => {
            let text = group.to_string();
            format!("`{}`", text.chars().next().unwrap_or('('))
        }
        token => format!("`{token}`"),
    }
}

pub(crate) fn missing_comma(next: &TokenTree) -> Diagnostic {
    Diagnostic::new(
        Code::MissingComma,
        next,
        format!("expected `,` before {}", found(next)),
    )
}

pub(crate) fn unexpected(next: &TokenTree) -> Diagnostic {
    Diagnostic::new(
        Code::Syntax,
        next,
        format!("expected `,`, found {}", found(next)),
    )
}

pub(crate) fn expected_key(token: impl ToTokens) -> Diagnostic {
    let head = format!("expected a key, found `{}`", typed(&token));
    Diagnostic::new(Code::Syntax, token, head).help("remove it")
}

pub(crate) fn given_twice(key: &Ident, field: Option<&Ident>) -> Diagnostic {
    let place = field
        .map(|field| format!(" for `{}`", field.unraw()))
        .unwrap_or_default();
    Diagnostic::new(
        Code::GivenTwice,
        key,
        format!("`{key}` is given twice{place}"),
    )
    .help("keep one of them")
}

pub(crate) fn flag_with_value(key: &Ident, value: impl ToTokens) -> Diagnostic {
    let head = format!("`{key}` is a flag and takes no value");
    Diagnostic::new(Code::FlagWithValue, value, head).help(format!("`{key}`"))
}
