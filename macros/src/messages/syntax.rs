//! Messages about tokens that cannot be parsed.

use proc_macro2::{Ident, TokenTree};
use quote::ToTokens;
use syn::LitStr;
use syn::ext::IdentExt;

use super::text::typed;
use crate::diagnostics::{Code, Diagnostic};

/// Formats a token after the word "found".
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
    .help(match next {
        TokenTree::Punct(_) => "`,`",
        _ => "remove it",
    })
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

pub(crate) fn literal_suffix(literal: &LitStr) -> Diagnostic {
    let head = format!("a string has no suffix such as `{}`", literal.suffix());
    let plain = LitStr::new(&literal.value(), literal.span());
    let help = match literal.suffix() {
        "unlisted" => format!("`{}, unlisted`", plain.token()),
        _ => format!("`{}`", plain.token()),
    };
    Diagnostic::new(Code::Syntax, literal, head).help(help)
}
