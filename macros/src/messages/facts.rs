//! Texts about a definition that disagrees with the Bot API.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use super::{Code, names, typed};
use crate::check::Target;
use crate::diagnostics::Diagnostic;
use crate::facts::{self, Members};
use crate::syntax::RawRule;

/// `meant` is the parameter that the name was probably meant to be.
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

/// `within` is what the attribute may say at most.
pub(crate) fn wider_range(
    rule: &RawRule,
    target: &Target<'_>,
    accepted: &str,
    within: &str,
    also: &[&str],
) -> Diagnostic {
    let Target {
        method,
        name: parameter,
        ..
    } = target;
    let head = match rule.key.to_string().as_str() {
        "len" => format!("`{method}` accepts only `{accepted}` characters in `{parameter}`"),
        "bytes" => format!("`{method}` accepts only `{accepted}` bytes in `{parameter}`"),
        "items" => format!("`{method}` accepts only `{accepted}` items in `{parameter}`"),
        _ => format!("`{method}` accepts `{parameter}` only in `{accepted}`"),
    };
    let diagnostic = Diagnostic::new(Code::WiderRange, &rule.range.tokens, head)
        .help(format!("`{within}`, or narrower"));
    if also.is_empty() {
        return diagnostic;
    }
    let also = names(also.iter().copied());
    diagnostic.note(format!("without `{}`, {also} are accepted too", rule.key))
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
