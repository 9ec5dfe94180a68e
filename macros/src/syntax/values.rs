//! The value of a key: a range or a default.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Lit, PathArguments, Token, TypePath};

use super::elements::rest;

/// The value of a rule's key, which should be a range.
pub(crate) struct RawRange {
    pub(crate) tokens: TokenStream,
    pub(crate) form: RangeForm,
}

/// The forms of a range, valid and invalid.
pub(crate) enum RangeForm {
    /// `a..=b`, the only valid one.
    Inclusive(Bound, Bound),
    /// `a..b`.
    HalfOpen(Bound, Bound),
    /// `a..`, `..=b`: a bound is missing.
    Open(Option<Bound>, Option<Bound>),
    /// `..`.
    Full,
    /// A range, but its bounds are neither literals nor constants.
    Computed,
    /// Not a range.
    Other,
}

impl RangeForm {
    /// The bound that exceeds every number type, if there is one.
    pub(crate) fn too_large(&self) -> Option<&Bound> {
        let (low, high) = match self {
            Self::Inclusive(low, high) | Self::HalfOpen(low, high) => (Some(low), Some(high)),
            Self::Open(low, high) => (low.as_ref(), high.as_ref()),
            Self::Full | Self::Computed | Self::Other => (None, None),
        };
        let mut bounds = low.into_iter().chain(high);
        bounds.find(|bound| bound.value == BoundValue::TooLarge)
    }
}

/// One end of a range.
#[derive(Clone)]
pub(crate) struct Bound {
    pub(crate) tokens: TokenStream,
    pub(crate) value: BoundValue,
}

/// The value of a bound, as far as the macro knows it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum BoundValue {
    Int(i128),
    Float(f64),
    /// A path to a constant.
    Const,
    /// A literal that exceeds every number type.
    TooLarge,
}

/// `default = …`.
pub(crate) struct RawDefault {
    pub(crate) tokens: TokenStream,
    pub(crate) value: DefaultValue,
}

/// The constant after `default =`.
#[derive(Clone, PartialEq)]
pub(crate) enum DefaultValue {
    Int(i128),
    Float(f64),
    Bool(bool),
    Text(String),
    /// A number that exceeds every number type.
    TooLarge,
    /// Not a literal.
    Other,
}

impl RawRange {
    pub(super) fn parse(input: ParseStream<'_>) -> Self {
        let tokens = rest(input);
        // What cannot be parsed as a range is `Other`, so the error adds nothing.
        let form = Self::form.parse2(tokens.clone());
        Self {
            tokens,
            form: form.unwrap_or(RangeForm::Other),
        }
    }

    /// Parses all of `input`; remaining tokens mean that the bounds are expressions.
    fn form(input: ParseStream<'_>) -> syn::Result<RangeForm> {
        let low = Bound::parse(input);
        let inclusive = input.parse::<Token![..=]>().is_ok();
        let form = if inclusive || input.parse::<Token![..]>().is_ok() {
            let nothing = input.is_empty();
            match (low, Bound::parse(input)) {
                (Some(low), Some(high)) if inclusive => RangeForm::Inclusive(low, high),
                (Some(low), Some(high)) => RangeForm::HalfOpen(low, high),
                (None, None) if nothing && !inclusive => RangeForm::Full,
                (low, high) if nothing || high.is_some() => RangeForm::Open(low, high),
                _ => RangeForm::Computed,
            }
        } else {
            RangeForm::Other
        };
        if input.is_empty() {
            return Ok(form);
        }
        let punct = |token: TokenTree| match token {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            _ => None,
        };
        let puncts: String = input
            .parse::<TokenStream>()?
            .into_iter()
            .filter_map(punct)
            .collect();
        let is_range = !matches!(form, RangeForm::Other) || puncts.contains("..");
        Ok(if is_range && !puncts.starts_with('=') {
            RangeForm::Computed
        } else {
            RangeForm::Other
        })
    }
}

impl Bound {
    /// Parses tokens that are nothing but one bound.
    pub(super) fn whole(tokens: TokenStream) -> Option<Self> {
        let one = |input: ParseStream<'_>| Ok(Self::parse(input));
        let bound = one.parse2(tokens).ok().flatten();
        bound.filter(|bound: &Self| bound.value != BoundValue::TooLarge)
    }

    fn parse(input: ParseStream<'_>) -> Option<Self> {
        let minus: Option<Token![-]> = input.parse().ok()?;
        let mut tokens = minus.to_token_stream();
        let value = if input.peek(Lit) {
            let literal: Lit = input.parse().ok()?;
            literal.to_tokens(&mut tokens);
            number(&literal, minus.is_some())?
        } else {
            let path = input.parse().ok().filter(is_expression)?;
            path.to_tokens(&mut tokens);
            BoundValue::Const
        };
        Some(Self { tokens, value })
    }
}

/// Whether the path of a type is an expression too: `N::<1>`, but not `N<1>`.
fn is_expression(path: &TypePath) -> bool {
    // Those are in `<T as Trait<1>>`.
    let in_type = path.qself.as_ref().map_or(0, |of| of.position);
    let mut segments = path.path.segments.iter().skip(in_type);
    segments.all(|segment| match &segment.arguments {
        PathArguments::None => true,
        PathArguments::AngleBracketed(arguments) => arguments.colon2_token.is_some(),
        PathArguments::Parenthesized(_) => false,
    })
}

fn number(literal: &Lit, negative: bool) -> Option<BoundValue> {
    match literal {
        Lit::Int(literal) => Some(match literal.base10_parse::<i128>() {
            Ok(value) => BoundValue::Int(if negative { -value } else { value }),
            Err(_) => BoundValue::TooLarge,
        }),
        Lit::Float(literal) => {
            let value: f64 = literal.base10_parse().ok()?;
            Some(if value.is_finite() {
                BoundValue::Float(if negative { -value } else { value })
            } else {
                BoundValue::TooLarge
            })
        }
        _ => None,
    }
}

impl RawDefault {
    /// Fails with the tokens, which the error underlines, if they are not a single literal.
    pub(super) fn parse(input: ParseStream<'_>) -> Result<Self, TokenStream> {
        let tokens = rest(input);
        let value = |input: ParseStream<'_>| -> syn::Result<Option<DefaultValue>> {
            let minus: Option<Token![-]> = input.parse()?;
            Ok(match input.parse::<Lit>()? {
                Lit::Str(text) if minus.is_none() => Some(DefaultValue::Text(text.value())),
                Lit::Bool(value) if minus.is_none() => Some(DefaultValue::Bool(value.value())),
                literal => match number(&literal, minus.is_some()) {
                    Some(BoundValue::Int(value)) => Some(DefaultValue::Int(value)),
                    Some(BoundValue::Float(value)) => Some(DefaultValue::Float(value)),
                    Some(BoundValue::TooLarge) => Some(DefaultValue::TooLarge),
                    _ => None,
                },
            })
        };
        match value.parse2(tokens.clone()) {
            Ok(Some(value)) => Ok(Self { tokens, value }),
            _ => Err(tokens),
        }
    }
}

/// The spans of the first and the last token.
pub(crate) fn ends(tokens: impl ToTokens) -> Option<(Span, Span)> {
    let mut spans = tokens
        .into_token_stream()
        .into_iter()
        .map(|token| token.span());
    let first = spans.next()?;
    Some((first, spans.last().unwrap_or(first)))
}
