//! A rule for a value, as an entry of the description.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use super::assertions;
use crate::model::{Number, Param, Pattern, Rule};

pub(super) fn expand(rule: &Rule, param: &Param, private: &TokenStream) -> TokenStream {
    let rule = match rule {
        Rule::Range {
            min: Some(min),
            max: Some(max),
            ..
        } if [min, max]
            .iter()
            .any(|bound| matches!(bound, Number::Const(_))) =>
        {
            let ty = param.inner.as_ref().unwrap_or(&param.ty);
            let is_float = assertions::asked(ty, "Ranged", "IS_FLOAT", private);
            let typed = |bound: &Number| match bound {
                Number::Const(path) => assertions::typed(path, ty, private),
                Number::Int(value) => Literal::i128_unsuffixed(*value).into_token_stream(),
                Number::Float(value) => float(*value),
            };
            let [min, max] = [typed(min), typed(max)];
            let integers = [&min, &max].map(|bound| quote!(#bound as ::core::primitive::i128));
            let floats = [&min, &max].map(|bound| quote!(#bound as ::core::primitive::f64));
            return quote! {
                #private::between(#is_float, [#(#integers),*], [#(#floats),*])
            };
        }
        Rule::Range {
            min: Some(Number::Float(min)),
            max: Some(Number::Float(max)),
            ..
        } => {
            let (min, max) = (float(*min), float(*max));
            quote!(float_range(#min, #max))
        }
        Rule::Range {
            min: Some(min),
            max: Some(max),
            also,
        } if also.is_empty() => {
            let (min, max) = (integer(min), integer(max));
            quote!(range(#min, #max))
        }
        Rule::Range {
            min: Some(min),
            max: Some(max),
            also,
        } => {
            let (min, max) = (integer(min), integer(max));
            let also = also.iter().map(|value| Literal::i128_unsuffixed(*value));
            quote!(range_or(#min, #max, &[#(#also),*]))
        }
        Rule::Range {
            min: Some(min),
            max: None,
            ..
        } => {
            let min = integer(min);
            quote!(at_least(#min))
        }
        Rule::Range { max: Some(max), .. } => {
            let max = integer(max);
            quote!(at_most(#max))
        }
        Rule::Range { .. } => quote!(at_least(::core::primitive::i128::MIN)),
        Rule::Len {
            min,
            max,
            after_entities: true,
        } => counted("len_after_entities", *min, *max),
        Rule::Len { min, max, .. } => counted("len", *min, *max),
        Rule::Bytes { min, max } => counted("bytes", *min, *max),
        Rule::Items { min, max } => counted("items", *min, *max),
        Rule::NonZero => quote!(NonZero),
        Rule::LineFeeds { min, max } => counted("line_feeds", *min, *max),
        Rule::TotalLen { min, max } => counted("total_len", *min, *max),
        Rule::Each(rule) => {
            let rule = expand(rule, param, private);
            quote!(Each(&#rule))
        }
        Rule::Increasing(false) => quote!(Increasing),
        Rule::Increasing(true) => quote!(StrictlyIncreasing),
        Rule::Pattern(pattern) => {
            let pattern = self::pattern(*pattern);
            quote!(Pattern(#private::Pattern::#pattern))
        }
        Rule::Uploaded => quote!(Uploaded),
        Rule::NotUrl => quote!(NotUrl),
        Rule::IdOrUrl => quote!(IdOrUrl),
        Rule::UploadedOrDropped => quote!(UploadedOrDropped),
    };
    quote!(#private::Rule::#rule)
}

fn counted(name: &str, min: Option<usize>, max: Option<usize>) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    let min = Literal::usize_unsuffixed(min.unwrap_or_default());
    // Without an upper bound, every length is valid.
    if let Some(max) = max.map(Literal::usize_unsuffixed) {
        quote!(#name(#min, #max))
    } else {
        quote!(#name(#min, ::core::primitive::usize::MAX))
    }
}

pub(super) fn float(value: f64) -> TokenStream {
    let literal = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 {
        quote!(-#literal)
    } else {
        quote!(#literal)
    }
}

fn integer(number: &Number) -> TokenStream {
    match number {
        Number::Int(value) => Literal::i128_unsuffixed(*value).into_token_stream(),
        #[allow(clippy::cast_possible_truncation)] // A whole number in the facts.
        Number::Float(value) => Literal::i128_unsuffixed(*value as i128).into_token_stream(),
        Number::Const(_) => cast(number, &quote!(i128)),
    }
}

/// A bound as a number of this type.
fn cast(number: &Number, ty: &TokenStream) -> TokenStream {
    let number = match number {
        Number::Int(value) => Literal::i128_unsuffixed(*value).into_token_stream(),
        Number::Float(value) => float(*value),
        Number::Const(path) => path.clone(),
    };
    quote!((#number) as ::core::primitive::#ty)
}

fn pattern(pattern: Pattern) -> TokenStream {
    match pattern {
        Pattern::UrlSafe => quote!(UrlSafe),
        Pattern::Command => quote!(Command),
        Pattern::Letters(count) => {
            let count = Literal::usize_unsuffixed(count);
            quote!(Letters(#count))
        }
        Pattern::LettersOrEmpty(count) => {
            let count = Literal::usize_unsuffixed(count);
            quote!(LettersOrEmpty(#count))
        }
    }
}
