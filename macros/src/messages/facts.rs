//! Texts about a definition that disagrees with the Bot API.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use super::{Code, names, typed};
use crate::diagnostics::Diagnostic;
use crate::facts::{self, Members, nearest};

pub(crate) fn unknown_parameter(at: impl ToTokens, name: &str, owner: &Members<'_>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::UnknownParameter,
        at,
        format!("`{}` has no {} `{name}`", owner.name, owner.noun),
    );
    let known = || owner.fields.iter().map(|field| field.name);
    if let Some(similar) = nearest(name, known()) {
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

pub(crate) fn wider_range(
    range: &TokenStream,
    method: &str,
    parameter: &str,
    accepted: &str,
) -> Diagnostic {
    Diagnostic::new(
        Code::WiderRange,
        range,
        format!("`{method}` accepts `{parameter}` only in `{accepted}`"),
    )
    .help(format!("`{accepted}`, or narrower"))
}

/// `value` as it would be typed, if it can be.
pub(crate) fn wrong_default(
    default: &TokenStream,
    parameter: &str,
    value: Option<&str>,
    shown: &str,
) -> Diagnostic {
    Diagnostic::new(
        Code::WrongDefault,
        default,
        format!("the default of `{parameter}` is {shown}"),
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

pub(crate) fn wrong_unit(key: &Ident, parameter: &str, unit: &str, suggestion: &str) -> Diagnostic {
    Diagnostic::new(
        Code::WrongUnit,
        key,
        format!("`{parameter}` is counted in {unit}"),
    )
    .help(format!("`{suggestion}`"))
}

/// `fields` complete one of the targets.
pub(crate) fn missing_target(
    at: &Ident,
    method: &str,
    targets: &str,
    fields: &[String],
) -> Diagnostic {
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
