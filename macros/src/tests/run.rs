//! Runs the attribute and its derive over source text, as the compiler would.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use crate::diagnostics::Diagnostics;
use crate::shim;

/// What the macros make of a definition.
pub(super) struct Outcome {
    /// The item, as the attribute hands it on.
    pub(super) item: TokenStream,
    /// What the derive adds.
    pub(super) expansion: TokenStream,
    pub(super) sink: Diagnostics,
}

/// Expands every `#[telegram_method]` in `source`, and the derive that the first one brings.
pub(super) fn run(source: &str) -> Outcome {
    let mut item: TokenStream = source.parse().expect("the case is Rust");
    let mut sink = Diagnostics::default();
    while let Some((attribute, args, rest)) = split(&item) {
        item = shim::expand(attribute, args, rest, &mut sink);
    }
    let has_derive = item.to_string().contains("TelegramMethod");
    let expansion = if has_derive {
        crate::derive(item.clone(), &mut sink)
    } else {
        TokenStream::new()
    };
    Outcome {
        item,
        expansion,
        sink,
    }
}

/// The first attribute: its place, its arguments, and the item without it.
fn split(tokens: &TokenStream) -> Option<(Span, TokenStream, TokenStream)> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let at = tokens.windows(2).position(|pair| match pair {
        [TokenTree::Punct(hash), TokenTree::Group(group)] => {
            let name = group.stream().into_iter().next();
            hash.as_char() == '#'
                && matches!(name, Some(TokenTree::Ident(name)) if name == "telegram_method")
        }
        _ => false,
    })?;
    let TokenTree::Group(group) = &tokens[at + 1] else {
        unreachable!()
    };
    let args = group
        .stream()
        .into_iter()
        .nth(1)
        .and_then(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                Some(group.stream())
            }
            _ => None,
        });
    let attribute = tokens[at].span().join(group.span()).expect("one file");
    let item = tokens[..at]
        .iter()
        .chain(&tokens[at + 2..])
        .cloned()
        .collect();
    Some((attribute, args.unwrap_or_default(), item))
}
