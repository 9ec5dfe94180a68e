//! Messages about a definition that disagrees with the Bot API.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::LitStr;

use super::text::{alike, field_name, names, typed};
use crate::diagnostics::{Code, Diagnostic};
use crate::facts::{self, Members, Retired};
use crate::keys::Measure;

/// `meant` is the parameter that was probably intended.
pub(crate) fn unknown_parameter(
    at: TokenStream,
    name: &str,
    meant: Option<&str>,
    owner: &Members<'_>,
) -> Diagnostic {
    let is_literal = syn::parse2::<LitStr>(at.clone()).is_ok();
    let diagnostic = has_no(at, name, owner);
    let known = || owner.fields.iter().map(|field| field.name);
    if let Some(similar) = meant {
        let similar = if is_literal {
            similar.to_owned()
        } else {
            field_name(similar)
        };
        return diagnostic.help(format!("did you mean `{similar}`?"));
    }
    let newer = format!(
        "newer than Bot API {}? `#[telegram(unlisted)]`",
        facts::version()
    );
    if owner.fields.is_empty() {
        return diagnostic
            .help(newer)
            .note(format!("it has no {}s", owner.noun));
    }
    diagnostic
        .help(newer)
        .note(format!("known {}s: {}", owner.noun, alike(name, known())))
}

pub(super) fn has_no(at: TokenStream, name: &str, owner: &Members<'_>) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownParameter,
        at,
        format!("`{}` has no {} `{name}`", owner.name, owner.noun),
    )
}

/// For a name of an earlier version. `is_there` says whether the struct has the new one already.
pub(crate) fn retired_parameter(
    at: TokenStream,
    retired: &Retired,
    owner: &Members<'_>,
    is_there: bool,
) -> Diagnostic {
    let root = retired.root();
    let by = |names: &str| {
        let names: Vec<_> = names.split('|').map(|name| format!("`{name}`")).collect();
        format!("replaced by {}", names.join(", "))
    };
    let has_several = retired.replacement.contains('|');
    let help = match owner.field(root) {
        Some(_) if is_there => format!("{}, so remove it", by(root)),
        Some(field) if !has_several => {
            let ty = field.ty.rust_type();
            let ty = if field.required {
                ty
            } else {
                format!("Option<{ty}>")
            };
            format!("{}: `pub {}: {ty},`", by(root), field_name(root))
        }
        _ => by(retired.replacement),
    };
    let is_inside = owner.field(root).is_some() && retired.replacement.contains('.');
    let since = retired
        .since
        .map(|version| format!("since Bot API {version}"));
    let inside = is_inside.then(|| format!("now `{}`", retired.replacement));
    let parts: Vec<_> = inside.into_iter().chain(since).collect();
    let diagnostic = has_no(at, retired.name, owner).help(help);
    if parts.is_empty() {
        diagnostic
    } else {
        diagnostic.note(parts.join(", "))
    }
}

pub(crate) fn missing_parameter(at: &Ident, method: &str, parameter: &str, ty: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingParameter,
        at,
        format!("`{method}` requires `{parameter}`, which this struct leaves out"),
    )
    .help(format!("`pub {}: {ty},`", field_name(parameter)))
}

pub(crate) fn required_made_optional(
    ty: impl ToTokens,
    method: &str,
    parameter: &str,
    inner: impl ToTokens,
) -> Diagnostic {
    Diagnostic::new(
        Code::RequiredMadeOptional,
        ty,
        format!("`{parameter}` is required by `{method}`"),
    )
    .help(format!("`{}`", typed(inner)))
}

pub(crate) fn required_skipped(skip: &Ident, method: &str, parameter: &str) -> Diagnostic {
    Diagnostic::new(
        Code::RequiredMadeOptional,
        skip,
        format!("`{parameter}` is required by `{method}`, so it cannot be skipped"),
    )
    .help("remove `skip`")
}

/// `within` is the widest range that the attribute may have.
pub(crate) fn wider_range(
    range: &TokenStream,
    measure: Measure,
    method: &str,
    parameter: &str,
    accepted: &str,
    within: &str,
    also: &[&str],
) -> Diagnostic {
    let head = match measure {
        Measure::Range => format!("`{method}` accepts `{parameter}` only in `{accepted}`"),
        Measure::Len => format!("`{method}` accepts only `{accepted}` characters in `{parameter}`"),
        Measure::Bytes => format!("`{method}` accepts only `{accepted}` bytes in `{parameter}`"),
        Measure::Items => format!("`{method}` accepts only `{accepted}` items in `{parameter}`"),
    };
    let diagnostic =
        Diagnostic::new(Code::WiderRange, range, head).help(format!("`{within}`, or narrower"));
    if also.is_empty() {
        return diagnostic;
    }
    let also = names(also.iter().copied());
    let key = measure.key();
    diagnostic.note(format!("without `{key}`, {also} are accepted too"))
}

/// `value` as a literal, if it can be written as one.
pub(crate) fn wrong_default(
    default: &TokenStream,
    parameter: &str,
    value: Option<&str>,
    displayed: &str,
) -> Diagnostic {
    Diagnostic::new(
        Code::WrongDefault,
        default,
        format!("the default of `{parameter}` is {displayed}"),
    )
    .help(value.map_or_else(
        || "remove `default`".to_owned(),
        |value| format!("`default = {value}`"),
    ))
}

pub(crate) fn no_default(default: &TokenStream, parameter: &str) -> Diagnostic {
    Diagnostic::new(
        Code::WrongDefault,
        default,
        format!("`{parameter}` is required and has no default"),
    )
    .help("remove `default`")
}

/// `measure` is the right one, and `within` the widest range that it may have.
pub(crate) fn wrong_unit(
    key: &Ident,
    parameter: &str,
    measure: Measure,
    within: &str,
) -> Diagnostic {
    let unit = match measure {
        Measure::Bytes => "bytes",
        Measure::Len | Measure::Range | Measure::Items => "characters",
    };
    Diagnostic::new(
        Code::WrongUnit,
        key,
        format!("`{parameter}` is counted in {unit}"),
    )
    .help(format!("`{} = {within}`", measure.key()))
}

/// Each of `groups` suffices; `missing` are the parameters, with their types, that complete one.
pub(crate) fn missing_target(
    at: &Ident,
    method: &str,
    groups: &[Vec<&str>],
    missing: &[(&str, String)],
) -> Diagnostic {
    let targets: Vec<_> = groups
        .iter()
        .map(|group| {
            let names: Vec<_> = group.iter().map(|name| format!("`{name}`")).collect();
            names.join(" and ")
        })
        .collect();
    let has_pair = groups.iter().any(|group| group.len() > 1);
    let targets = targets.join(if has_pair { ", or " } else { " or " });
    let fields: Vec<_> = missing
        .iter()
        .map(|(name, ty)| format!("pub {}: {ty},", field_name(name)))
        .collect();
    Diagnostic::new(
        Code::MissingTarget,
        at,
        format!("`{method}` needs {targets}"),
    )
    .help(format!("`{}`", fields.join(" ")))
}

pub(crate) fn parameter_is_listed(unlisted: &Ident, parameter: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ParameterListed,
        unlisted,
        format!("`{parameter}` is listed, so `unlisted` is not needed"),
    )
    .help("remove it")
}
