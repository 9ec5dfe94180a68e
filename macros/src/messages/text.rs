//! Tokens and names as messages display them.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::diagnostics::Diagnostic;
use crate::facts::{Retired, by_likeness, nearest};
use crate::names::is_snake_case;

/// Words that users type by habit, and the corresponding keys.
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
    ("minimum", "range"),
    ("maximum", "range"),
    ("min_value", "range"),
    ("max_value", "range"),
    ("min_chars", "len"),
    ("max_chars", "len"),
    ("len_min", "len"),
    ("len_max", "len"),
    ("min_size", "items"),
    ("max_size", "items"),
    ("min_count", "items"),
    ("max_count", "items"),
    ("between", "range"),
    ("name", "rename"),
    ("alias", "rename"),
    ("ignore", "skip"),
    ("skip_serializing", "skip"),
    ("new", "unlisted"),
    ("base", "flatten"),
    ("extends", "flatten"),
    ("inherit", "flatten"),
    ("embed", "flatten"),
    ("other", "rest"),
    ("others", "rest"),
    ("extra", "rest"),
    ("unknown", "rest"),
    ("catch_all", "rest"),
    ("custom", "unlisted"),
    ("any_of", "one_of"),
    ("oneof", "one_of"),
    ("krate", "crate"),
    ("idempotent", "repeatable"),
    ("repeat", "repeatable"),
    ("retry", "repeatable"),
    ("retryable", "repeatable"),
];

/// The key that was probably intended.
pub(super) fn meant<'a>(key: &str, keys: &'a [&'a str]) -> Option<&'a str> {
    let alias = ALIASES
        .iter()
        .find(|(alias, _)| *alias == key)
        .map(|(_, name)| *name);
    alias
        .and_then(|name| keys.iter().copied().find(|key| *key == name))
        .or_else(|| nearest(key, keys.iter().copied()))
}

/// Names in backticks, with commas; at most ten.
pub(super) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let more = if all.len() > 10 { ", …" } else { "" };
    let listed: Vec<_> = all.into_iter().take(10).collect();
    format!("{}{more}", listed.join(", "))
}

/// The names, those most similar to `name` first; at most ten.
pub(super) fn alike<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    names(by_likeness(name, known))
}

/// Says what a method, a type or a word was replaced by.
pub(super) fn replaced(diagnostic: Diagnostic, retired: &Retired) -> Diagnostic {
    let diagnostic = diagnostic.help(format!("replaced by `{}`", retired.replacement));
    match retired.since {
        Some(version) => diagnostic.note(format!("since Bot API {version}")),
        None => diagnostic,
    }
}

/// The name of a parameter as the name of a field: a keyword needs `r#`.
pub(crate) fn field_name(name: &str) -> String {
    if is_snake_case(name) && syn::parse_str::<Ident>(name).is_err() {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// Tokens as they would be typed.
pub(crate) fn typed(tokens: impl ToTokens) -> String {
    let tokens = tokens.into_token_stream();
    // A string literal is displayed with all its spaces.
    if let Ok(text) = syn::parse2::<LitStr>(tokens.clone()) {
        return text.token().to_string();
    }
    // Removes the spaces that token streams have between all tokens and nobody types.
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

/// The content of quotes, parentheses or brackets around all tokens; otherwise the tokens
/// themselves, without a superfluous leading `=` or `:`.
pub(super) fn inside(tokens: &TokenStream) -> TokenStream {
    let is_superfluous = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => "=:".contains(punct.as_char()),
        _ => false,
    };
    let tokens: TokenStream = tokens
        .clone()
        .into_iter()
        .skip_while(is_superfluous)
        .collect();
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

/// The tokens found instead of a value, or the key if there are none.
pub(super) fn found_or(key: &Ident, found: TokenStream) -> TokenStream {
    if found.is_empty() {
        key.to_token_stream()
    } else {
        found
    }
}
