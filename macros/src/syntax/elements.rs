//! Parses the elements of a comma-separated list one by one.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitStr, Token};

use crate::diagnostics::Diagnostics;
use crate::messages;

/// Calls `read` for each element of a comma-separated list. An error is reported, and the rest of
/// the element skipped.
pub(super) fn each(
    tokens: TokenStream,
    sink: &mut Diagnostics,
    mut read: impl FnMut(ParseStream<'_>, usize, &mut Diagnostics) -> syn::Result<()>,
) {
    let walk = |input: ParseStream<'_>| -> syn::Result<()> {
        let mut index = 0;
        while !input.is_empty() {
            if input.peek(Token![,]) {
                let comma: TokenTree = input.parse()?;
                sink.error(messages::expected_key(&comma));
                continue;
            }
            if let Err(error) = read(input, index, sink) {
                sink.syntax(&error);
                skip(input);
            }
            index += 1;
            if let (Some(next), false) = (peek(input), input.peek(Token![,])) {
                if opens_element(input) {
                    sink.error(messages::missing_comma(&next));
                    continue;
                }
                sink.error(messages::unexpected(&next));
                if separates(input) {
                    input.parse::<TokenTree>()?;
                    continue;
                }
                skip(input);
            }
            if input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    // Every error inside has been reported, and all tokens are consumed.
    drop(walk.parse2(tokens));
}

/// Whether the next token was probably meant to be the comma before a key.
fn separates(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let is_punct = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => ";.|&+/".contains(punct.as_char()),
        _ => false,
    };
    ahead.parse().is_ok_and(|token| is_punct(&token)) && ahead.peek(Ident::peek_any)
}

/// Whether the next tokens can only be a new element without the comma before it.
fn opens_element(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let Ok(key) = ahead.call(Ident::parse_any) else {
        return false;
    };
    let ends = || ahead.is_empty() || ahead.peek(Token![,]) || opens_element(&ahead);
    let assigns = ahead.peek(Token![=]) && !ahead.peek(Token![==]) && !ahead.peek(Token![=>]);
    assigns
        || ((key == "skip" || key == "unlisted") && ends())
        || (key == "one_of" && ahead.peek(syn::token::Paren))
}

/// Skips to the next comma that is not in angle brackets.
pub(super) fn skip(input: ParseStream<'_>) {
    element(input, |_| false);
}

/// All tokens up to the next comma, or to an element without the comma before it; at least one.
pub(super) fn rest(input: ParseStream<'_>) -> TokenStream {
    element(input, |input| {
        let ahead = input.fork();
        let is_separated = separates(input) && ahead.parse::<TokenTree>().is_ok();
        opens_element(input) || (is_separated && opens_element(&ahead))
    })
}

/// The tokens instead of an `=`.
pub(super) fn misplaced(input: ParseStream<'_>) -> TokenStream {
    if opens_element(input) {
        TokenStream::new()
    } else {
        rest(input)
    }
}

pub(super) fn element(
    input: ParseStream<'_>,
    ends: impl Fn(ParseStream<'_>) -> bool,
) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut depth = 0_usize;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        if depth == 0 && !tokens.is_empty() && ends(input) {
            break;
        }
        let Ok(token) = input.parse::<TokenTree>() else {
            break;
        };
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        tokens.extend([token]);
    }
    tokens
}

/// An identifier as the text that it spells.
pub(super) fn bare_word(tokens: TokenStream) -> syn::Result<LitStr> {
    let word = Ident::parse_any.parse2(tokens)?;
    Ok(LitStr::new(&word.unraw().to_string(), word.span()))
}

/// Consumes the `=`. Returns nothing if there is none, or no value after it.
pub(super) fn behind_equals(input: ParseStream<'_>) -> Option<ParseStream<'_>> {
    input.parse::<Token![=]>().ok()?;
    (!input.is_empty() && !input.peek(Token![,])).then_some(input)
}

/// Parses `= value`, or consumes nothing.
pub(super) fn value<T: Parse>(input: ParseStream<'_>) -> Option<T> {
    let fork = input.fork();
    fork.parse::<Token![=]>().ok()?;
    fork.parse::<T>().ok()?;
    input.parse::<Token![=]>().ok()?;
    input.parse::<T>().ok()
}

/// Returns the next token without consuming it.
pub(super) fn peek(input: ParseStream<'_>) -> Option<TokenTree> {
    input.fork().parse().ok()
}

/// Reports a value of a key that accepts none.
pub(super) fn flag(key: &Ident, input: ParseStream<'_>, sink: &mut Diagnostics) {
    let has_value = input.peek(Token![=]) || matches!(peek(input), Some(TokenTree::Group(_)));
    if has_value {
        let value = rest(input);
        sink.error(messages::flag_with_value(key, value));
    }
}

/// Reports a suffix, such as in `"getMe"x`.
pub(super) fn check_suffix(literal: &LitStr, sink: &mut Diagnostics) {
    if !literal.suffix().is_empty() {
        sink.error(messages::literal_suffix(literal));
    }
}
