//! Incomplete and mistyped definitions: nothing panics, and all items that other code refers to are
//! generated.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use syn::{Data, DeriveInput, GenericArgument, PathArguments, Type};

use super::cases::valid;
use super::run::{Outcome, run_tokens, split};
use crate::check::can_be_passed;
use crate::diagnostics::Diagnostics;
use crate::shim::{METHOD, TYPE};
use crate::syntax;

/// Returns the replacements of a token and what follows it.
type Edit = fn(&TokenTree, &[TokenTree]) -> Vec<Vec<TokenTree>>;

fn left_out(_: &TokenTree, after: &[TokenTree]) -> Vec<Vec<TokenTree>> {
    vec![Vec::new(), after.to_vec()]
}

fn doubled_or_swapped(token: &TokenTree, after: &[TokenTree]) -> Vec<Vec<TokenTree>> {
    let with = |head: &[&TokenTree], rest: &[TokenTree]| {
        head.iter().copied().chain(rest).cloned().collect()
    };
    let mut found = vec![with(&[token, token], after)];
    if let [next, rest @ ..] = after {
        found.push(with(&[next, token], rest));
    }
    found
}

fn replaced(token: &TokenTree, after: &[TokenTree]) -> Vec<Vec<TokenTree>> {
    let span = token.span();
    let others: [TokenTree; 3] = [
        Ident::new("type", span).into(),
        Literal::string("text").into(),
        Group::new(Delimiter::Parenthesis, TokenStream::new()).into(),
    ];
    let with = |mut other: TokenTree| {
        other.set_span(span);
        std::iter::once(other)
            .chain(after.iter().cloned())
            .collect()
    };
    others.into_iter().map(with).collect()
}

/// Returns all streams with one token edited, also inside of groups.
fn variants(tokens: TokenStream, edit: Edit) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let (before, after) = (&tokens[..at], &tokens[at + 1..]);
        let mut edited = edit(token, after);
        if let TokenTree::Group(group) = token {
            for inside in variants(group.stream(), edit) {
                let mut changed = Group::new(group.delimiter(), inside);
                changed.set_span(group.span());
                edited.push(
                    std::iter::once(changed.into())
                        .chain(after.iter().cloned())
                        .collect(),
                );
            }
        }
        let all = |rest: Vec<_>| before.iter().cloned().chain(rest).collect();
        found.extend(edited.into_iter().map(all));
    }
    found
}

fn is_passed_on(edit: Edit) {
    let mut count = 0;
    for case in valid() {
        for source in variants(case.source.parse().unwrap(), edit) {
            count += 1;
            let outcome = catch_unwind(AssertUnwindSafe(|| run_tokens(source.clone())));
            let outcome = outcome.unwrap_or_else(|_| panic!("{}: {source}", case.title));
            is_handed_on(&source, &outcome);
            if case.source.contains("telegram_method") {
                has_its_surface(&source, &outcome);
            } else {
                has_its_traits(&source, &outcome);
            }
        }
    }
    println!("{count} wrong definitions");
    assert!(count > 1_000);
}

#[test]
fn a_definition_with_a_token_missing_or_truncated_is_passed_on() {
    is_passed_on(left_out);
}

#[test]
fn a_definition_with_a_token_duplicated_or_swapped_is_passed_on() {
    is_passed_on(doubled_or_swapped);
}

#[test]
fn a_definition_with_a_token_replaced_is_passed_on() {
    is_passed_on(replaced);
}

/// Checks that the attribute passes its item on unchanged, whatever it contains.
fn is_handed_on(source: &TokenStream, outcome: &Outcome) {
    let Some(split) = split(source) else { return };
    // A second attribute and derives of serde are removed on purpose.
    let is_changed = self::split(&split.rest).is_some() || outcome.codes().contains(&"A06");
    let item = split.rest.to_string();
    assert!(
        is_changed || outcome.item.to_string().ends_with(&item),
        "lost: {item}"
    );
}

/// The item of a definition that a derive expands, if a function can take all of its fields.
fn expanded(outcome: &Outcome, marker: &str) -> Option<DeriveInput> {
    let item: DeriveInput = syn::parse2(outcome.item.clone()).ok()?;
    // Without the attribute, nothing is expanded.
    let mut attributes = item.attrs.iter();
    attributes.find(|attribute| attribute.path().is_ident(marker))?;
    if let Data::Struct(data) = &item.data {
        // A struct has no functions either for fields that cannot be passed.
        let mut fields = data.fields.iter();
        fields.all(|field| can_be_passed(&field.ty)).then_some(())?;
    }
    Some(item)
}

/// Checks that a type has the traits that other definitions need, whatever is wrong with it.
fn has_its_traits(source: &TokenStream, outcome: &Outcome) {
    let Some(item) = expanded(outcome, TYPE.marker) else {
        return;
    };
    let expansion = outcome.expansion.to_string();
    for name in ["Param", "Decode", "Serialize", "Deserialize < '__de >"] {
        let implemented = format!(":: {name} for {} ", item.ident);
        // Some have another lifetime.
        let other = implemented.replace("'__de", "'de");
        let is_there = expansion.contains(&implemented) || expansion.contains(&other);
        assert!(is_there, "no {name}: {source}");
    }
    let has_value = expansion.contains("const INFO :") || expansion.contains("fn as_str");
    assert!(has_value, "no description: {source}");
}

/// Checks that a struct has its trait and its functions, whatever is wrong with it.
fn has_its_surface(source: &TokenStream, outcome: &Outcome) {
    let Some(item) = expanded(outcome, METHOD.marker) else {
        return;
    };
    let Data::Struct(data) = &item.data else {
        return;
    };
    let expansion = outcome.expansion.to_string();
    let has = |text: &str| assert!(expansion.contains(text), "no {text}: {source}");
    has(&format!(":: Method for {} ", item.ident));
    has("fn new (");
    has("fn validate (");
    has("fn send (");
    for field in &data.fields {
        // A field without a name has no setter.
        let Some(ident) = &field.ident else { continue };
        let mut sink = Diagnostics::default();
        let is_skipped = syntax::field(&field.attrs, ident, &mut sink).skip.is_some();
        let is_serde = field
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("serde"));
        if is_option(&field.ty) && !is_skipped && !is_serde {
            has(&format!("fn {ident} ("));
        }
    }
}

fn is_option(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == "Option");
    let Some(PathArguments::AngleBracketed(arguments)) = last.map(|last| &last.arguments) else {
        return false;
    };
    let first = arguments.args.first();
    path.qself.is_none()
        && arguments.args.len() == 1
        && matches!(first, Some(GenericArgument::Type(_)))
}
