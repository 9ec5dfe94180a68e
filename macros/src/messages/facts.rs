//! Messages about a definition that disagrees with the Bot API.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use super::text::{names, typed};
use crate::diagnostics::{Code, Diagnostic};
use crate::facts::{self, Members};
use crate::keys::Measure;

/// `meant` is the parameter that was probably intended.
pub(crate) fn unknown_parameter(
    at: impl ToTokens,
    name: &str,
    meant: Option<&str>,
    owner: &Members<'_>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::UnknownParameter,
        at,
        format!("`{}` has no {} `{name}`", owner.name, owner.noun),
    );
    let known = || owner.fields.iter().map(|field| field.name);
    if let Some(similar) = meant {
        return diagnostic.help(format!("did you mean `{similar}`?"));
    }
    let newer = format!(
        "newer than Bot API {}? `#[telegram(unlisted)]`",
        facts::VERSION
    );
    if owner.fields.is_empty() {
        return diagnostic
            .help(newer)
            .note(format!("it has no {}s", owner.noun));
    }
    diagnostic
        .help(newer)
        .note(format!("known {}s: {}", owner.noun, names(known())))
}

pub(crate) fn missing_parameter(at: &Ident, method: &str, parameter: &str, ty: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MissingParameter,
        at,
        format!("`{method}` requires `{parameter}`, which this struct leaves out"),
    )
    .help(format!("`pub {parameter}: {ty},`"))
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
        .map(|(name, ty)| format!("pub {name}: {ty},"))
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
