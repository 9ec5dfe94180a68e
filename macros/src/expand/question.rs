//! The question that the type of a field is checked by: the trait that it must implement.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::facts::{TypeExpr, Width};
use crate::model::{ApiType, Number, Param, Rule, Upload};
use crate::spans::at;

/// Where a field is: the questions are asked of its type in different ways.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// In a method. It is sent.
    Parameter,
    /// In a type. It is decoded too.
    Field,
}

/// The trait that the type of `param` must implement, in `krate::__private::type_check`.
pub(super) fn question(
    param: &Param,
    place: Place,
    krate: &TokenStream,
    span: Span,
) -> TokenStream {
    let ApiType::Listed(ty, upload) = &param.api_type else {
        let any = match place {
            Place::Parameter => "AnyParam",
            Place::Field => "AnyField",
        };
        return Ident::new(any, span).into_token_stream();
    };
    let (kind, generics) = kind(param, ty, *upload, &at(krate, span), span);
    // The `Option` of an alias is no mistake where the value may be unset.
    let optional = if param.may_be_unset { "Optional" } else { "" };
    let place = match place {
        Place::Parameter => "Param",
        Place::Field => "Field",
    };
    let name = Ident::new(&format!("{optional}{kind}{place}"), span);
    quote_spanned!(span=> #name #generics)
}

/// What the type must be able to hold, and the generic arguments of that question.
fn kind(
    param: &Param,
    ty: &TypeExpr,
    upload: Option<Upload>,
    krate: &TokenStream,
    span: Span,
) -> (&'static str, TokenStream) {
    let plain = |kind| (kind, TokenStream::new());
    let object = |kind, name| {
        let name = listed(name, krate, span);
        (kind, quote_spanned!(span=> <#name>))
    };
    match upload {
        Some(Upload::Only) => return plain("Upload"),
        Some(Upload::Any) => return plain("File"),
        None => {}
    }
    match ty {
        TypeExpr::Integer(width) if is_long(*width) => plain("Long"),
        TypeExpr::Integer(_) => integer(param, span),
        TypeExpr::Float => plain("Float"),
        TypeExpr::String => plain("Text"),
        TypeExpr::Boolean | TypeExpr::True => plain("Boolean"),
        TypeExpr::Ref("InputFile") => plain("File"),
        TypeExpr::Ref(name) => object("Object", name),
        TypeExpr::OneOf(alternatives) if alternatives.contains(&TypeExpr::Ref("InputFile")) => {
            plain("File")
        }
        TypeExpr::OneOf(alternatives) if alternatives.contains(&TypeExpr::String) => plain("Chat"),
        TypeExpr::OneOf(alternatives) => ("OneOf", one_of(ty, alternatives, krate, span)),
        TypeExpr::Array(item) => match &**item {
            TypeExpr::Integer(width) if is_long(*width) => plain("Longs"),
            TypeExpr::Integer(_) => plain("Integers"),
            TypeExpr::Float => plain("Floats"),
            TypeExpr::OneOf(alternatives) => ("OneOfs", one_of(item, alternatives, krate, span)),
            TypeExpr::Ref(name) => object("Objects", name),
            TypeExpr::Array(item) => match &**item {
                TypeExpr::Ref(name) => object("Rows", name),
                // The Bot API has no rows of anything else.
                _ => plain("Texts"),
            },
            TypeExpr::String | TypeExpr::Boolean | TypeExpr::True => plain("Texts"),
        },
    }
}

/// The type of the catalogue.
fn listed(name: &str, krate: &TokenStream, span: Span) -> TokenStream {
    let name = Ident::new(name, span);
    quote_spanned!(span=> #krate::types::#name)
}

/// One of several objects, by the first and the last of them, with a type that can hold any of them
/// for the help.
fn one_of(
    ty: &TypeExpr,
    alternatives: &[TypeExpr],
    krate: &TokenStream,
    span: Span,
) -> TokenStream {
    let mut names = alternatives.iter().filter_map(|ty| match ty {
        TypeExpr::Ref(name) => Some(listed(name, krate, span)),
        _ => None,
    });
    let first = names.next();
    let last = names.next_back();
    let any = listed(&ty.rust_type(), krate, span);
    quote_spanned!(span=> <(#first, #last), #any>)
}

/// The narrowest question for an Integer: it must hold all values that the rules accept. Where the
/// page states no limit, ids and the like need 32 bits, and numbers such as a width 16.
fn integer(param: &Param, span: Span) -> (&'static str, TokenStream) {
    let plain = |kind| (kind, TokenStream::new());
    let small = |limit: u16| {
        let limit = Literal::u16_unsuffixed(limit);
        ("SmallInteger", quote_spanned!(span=> <#limit>))
    };
    let bounds = param.rules.iter().find_map(|rule| match rule {
        Rule::Range { min, max, .. } => Some((min.as_ref(), max.as_ref())),
        _ => None,
    });
    let Some((min, Some(max))) = bounds else {
        let is_large = LARGE.iter().any(|end| param.name.ends_with(end));
        return if is_large {
            plain("Integer")
        } else {
            small(32_767)
        };
    };
    let max = match max {
        Number::Int(max) => *max,
        // The type of the bounds is the field's own, so they fit.
        Number::Const(_) | Number::Float(_) => 0,
    };
    match min {
        Some(Number::Int(min)) if *min < 0 => return plain("SignedInteger"),
        _ => {}
    }
    match SMALL.into_iter().find(|limit| max <= i128::from(*limit)) {
        Some(limit) => small(limit),
        None if max > u32::MAX.into() => plain("Long"),
        None => plain("Integer"),
    }
}

/// How the names of numbers end that can be large.
const LARGE: [&str; 8] = [
    "id",
    "ids",
    "date",
    "timestamp",
    "size",
    "color",
    "amount",
    "count",
];

/// The largest values of the integer types with fewer than 32 bits.
const SMALL: [u16; 4] = [127, 255, 32_767, 65_535];

fn is_long(width: Width) -> bool {
    matches!(width, Width::Signed64 | Width::Significant52)
}
