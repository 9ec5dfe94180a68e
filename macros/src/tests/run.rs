//! Runs the attributes and their derives on source text, as the compiler would.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use crate::derive;
use crate::diagnostics::Diagnostics;
use crate::shim;

/// The output of the macros for a definition.
pub(super) struct Outcome {
    /// The item, as the attribute passes it on.
    pub(super) item: TokenStream,
    /// The output of the derive.
    pub(super) expansion: TokenStream,
    pub(super) sink: Diagnostics,
}

impl Outcome {
    /// Returns the codes of all errors, or without any of all warnings, in source order.
    pub(super) fn codes(&self) -> Vec<&'static str> {
        let reported = self.sink.reported().into_iter();
        reported.map(|diagnostic| diagnostic.code.name()).collect()
    }
}

/// Expands every attribute of this crate in `source`, and the derive of the first one.
pub(super) fn run(source: &str) -> Outcome {
    run_tokens(source.parse().expect("the case is Rust"))
}

pub(super) fn run_tokens(mut item: TokenStream) -> Outcome {
    let mut sink = Diagnostics::default();
    let mut derive = None;
    while let Some(found) = split(&item) {
        item = shim::expand(
            found.attribute,
            found.place,
            &found.args,
            found.rest,
            &mut sink,
        );
        derive.get_or_insert(found.attribute.marker);
    }
    let has_marker = derive.is_some_and(|marker| item.to_string().contains(marker));
    let expansion = match derive {
        Some(marker) if has_marker && marker == shim::METHOD.marker => {
            derive::method(item.clone(), &mut sink)
        }
        Some(_) if has_marker => derive::ty(item.clone(), &mut sink),
        _ => TokenStream::new(),
    };
    Outcome {
        item,
        expansion,
        sink,
    }
}

/// The first attribute of this crate on an item.
pub(super) struct Split {
    attribute: shim::Attribute,
    place: Span,
    args: TokenStream,
    /// The item without it.
    pub(super) rest: TokenStream,
}

pub(super) fn split(tokens: &TokenStream) -> Option<Split> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let (at, attribute) = tokens
        .windows(2)
        .enumerate()
        .find_map(|(at, pair)| match pair {
            [TokenTree::Punct(hash), TokenTree::Group(group)] if hash.as_char() == '#' => {
                Some((at, named(&group.stream().into_iter().next()?)?))
            }
            _ => None,
        })?;
    let [hash, TokenTree::Group(group)] = &tokens[at..at + 2] else {
        return None;
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
    Some(Split {
        attribute,
        place: hash
            .span()
            .join(group.span())
            .unwrap_or_else(|| hash.span()),
        args: args.unwrap_or_default(),
        rest: tokens[..at]
            .iter()
            .chain(&tokens[at + 2..])
            .cloned()
            .collect(),
    })
}

fn named(name: &TokenTree) -> Option<shim::Attribute> {
    match name.to_string().as_str() {
        "telegram_method" => Some(shim::METHOD),
        "telegram_type" => Some(shim::TYPE),
        _ => None,
    }
}
