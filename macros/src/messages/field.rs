//! Texts about fields, their keys, their ranges and their types.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use super::{Code, FIELD_KEYS, meant, names, typed};
use crate::diagnostics::Diagnostic;
use crate::names::snake_case;

pub(crate) fn empty_telegram(attribute: impl ToTokens) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyTelegram,
        attribute,
        "`#[telegram]` needs at least one key",
    )
    .help(format!("known keys: {}", names(FIELD_KEYS.iter().copied())))
}

pub(crate) fn unknown_field_key(key: &Ident) -> Diagnostic {
    let name = key.to_string();
    let diagnostic = Diagnostic::new(Code::UnknownFieldKey, key, format!("unknown key `{name}`"));
    let bounds = |key| format!("write both bounds: `{key} = 1..=100`");
    match (name.as_str(), meant(&name, FIELD_KEYS)) {
        ("returns" | "one_of" | "crate", _) => {
            diagnostic.help(format!("`{name}` goes into `#[telegram_method(...)]`"))
        }
        ("optional", _) => diagnostic.help("an optional parameter is an `Option`"),
        (_, Some(similar)) if name.starts_with("min") || name.starts_with("max") => {
            diagnostic.help(bounds(similar))
        }
        (_, Some(similar)) => diagnostic.help(format!("did you mean `{similar}`?")),
        (_, None) => diagnostic.help(format!("known keys: {}", names(FIELD_KEYS.iter().copied()))),
    }
}

pub(crate) fn rename_needs_text(key: &Ident, found: Option<TokenTree>) -> Diagnostic {
    let suggestion = match &found {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => "chat_id".to_owned(),
    };
    let at = found.map_or_else(|| key.to_token_stream(), ToTokens::into_token_stream);
    Diagnostic::new(Code::RenameForm, at, "`rename` needs a string literal")
        .help(format!("`rename = \"{suggestion}\"`"))
}

pub(crate) fn rename_is_empty(literal: &LitStr) -> Diagnostic {
    Diagnostic::new(
        Code::RenameForm,
        literal,
        "a parameter name cannot be empty",
    )
    .help("`rename = \"chat_id\"`")
}

pub(crate) fn rename_is_not_snake_case(literal: &LitStr) -> Diagnostic {
    let name = snake_case(&literal.value());
    Diagnostic::new(
        Code::RenameForm,
        literal,
        "Bot API parameters are snake_case",
    )
    .help(format!("`rename = \"{name}\"`"))
}

pub(crate) fn default_needs_literal(key: &Ident, found: Option<TokenTree>) -> Diagnostic {
    let at = found.map_or_else(|| key.to_token_stream(), ToTokens::into_token_stream);
    Diagnostic::new(Code::DefaultForm, at, "`default` needs a literal").help("`default = 100`")
}

pub(crate) fn same_wire_name(field: impl ToTokens, name: &str, first: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::SameWireName,
        field,
        format!("parameter `{name}` is sent twice, first by field `{first}`"),
    )
    .help("rename one of them")
}

pub(crate) fn skip_with_other(skip: &Ident, other: &str) -> Diagnostic {
    Diagnostic::new(
        Code::SkipWithOther,
        skip,
        format!("`skip` cannot be combined with `{other}`"),
    )
    .help(format!("remove `{other}`, or `skip`"))
    .note("a skipped field is never sent")
}

pub(crate) fn rule_needs_range(key: &Ident) -> Diagnostic {
    Diagnostic::new(Code::RangeForm, key, format!("`{key}` needs a range"))
        .help(format!("`{key} = 1..=100`"))
}

pub(crate) fn not_a_range(tokens: &TokenStream) -> Diagnostic {
    let inner = tokens.to_string();
    let inner = inner.trim_matches('"');
    let diagnostic = Diagnostic::new(
        Code::RangeForm,
        tokens,
        format!("expected a range, found `{}`", typed(tokens)),
    );
    if inner.contains("..=") {
        return diagnostic.help(format!("`{inner}`, without quotes"));
    }
    if inner.parse::<i128>().is_ok() {
        return diagnostic.help(format!("`1..={inner}`"));
    }
    diagnostic.help("`1..=100`")
}

pub(crate) fn open_range(tokens: &TokenStream) -> Diagnostic {
    let head = if typed(tokens) == ".." {
        "the range has no bounds"
    } else {
        "the range lacks a bound"
    };
    Diagnostic::new(Code::RangeForm, tokens, head).help("write both bounds: `1..=100`")
}

pub(crate) fn half_open_range(tokens: &TokenStream, low: &str, high: &str) -> Diagnostic {
    let excluded = high
        .parse::<i128>()
        .ok()
        .and_then(|high| high.checked_sub(1));
    let help = match excluded {
        Some(below) => {
            format!("`{low}..={high}`, or `{low}..={below}` if {high} is not allowed")
        }
        None => format!("`{low}..={high}`"),
    };
    Diagnostic::new(Code::HalfOpenRange, tokens, "expected an inclusive range").help(help)
}

pub(crate) fn empty_range(tokens: &TokenStream, low: &str, high: &str) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyRange,
        tokens,
        format!("the range is empty: {low} is greater than {high}"),
    )
    .help(format!("did you mean `{high}..={low}`?"))
}

pub(crate) fn fractional_bound(bound: &TokenStream, value: f64) -> Diagnostic {
    Diagnostic::new(Code::FractionalBound, bound, "the bounds must be integers")
        .help(format!("`{}`", value.trunc()))
}

pub(crate) fn bound_does_not_fit(bound: &TokenStream, ty: &str, below: bool) -> Diagnostic {
    let head = if below {
        format!("the range starts below what `{ty}` can hold")
    } else {
        format!("the range ends above what `{ty}` can hold")
    };
    let help = if below {
        "`0`, or a signed type such as `i64`"
    } else {
        "a wider type such as `i64`, or a smaller bound"
    };
    Diagnostic::new(Code::BoundDoesNotFit, bound, head).help(help)
}

pub(crate) fn wrong_rule(
    key: &Ident,
    field: &str,
    kind: &str,
    instead: Option<&str>,
) -> Diagnostic {
    let needs = match key.to_string().as_str() {
        "range" => "a number",
        "items" => "a list",
        _ => "text",
    };
    let diagnostic = Diagnostic::new(
        Code::WrongRule,
        key,
        format!("`{key}` needs {needs}, but `{field}` is {kind}"),
    );
    match instead {
        Some(other) => diagnostic.help(format!("`{other} = 1..=10`")),
        None => diagnostic.help(format!("remove `{key}`")),
    }
}

pub(crate) fn rules_combined(key: &Ident, first: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::RulesCombined,
        key,
        format!("`{first}` cannot be combined with `{key}`"),
    )
    .help(format!("keep `{first}` or `{key}`"))
}

pub(crate) fn full_range(tokens: &TokenStream, ty: &str) -> Diagnostic {
    Diagnostic::new(
        Code::FullRange,
        tokens,
        format!("`{}` accepts every `{ty}`", typed(tokens)),
    )
    .help("remove the range")
}

pub(crate) fn negative_length(bound: &TokenStream) -> Diagnostic {
    Diagnostic::new(Code::LengthBounds, bound, "a length cannot be negative").help("`0`")
}

pub(crate) fn zero_length(tokens: &TokenStream, key: &Ident) -> Diagnostic {
    let what = if key == "items" { "list" } else { "text" };
    Diagnostic::new(
        Code::LengthBounds,
        tokens,
        format!("only the empty {what} would be accepted"),
    )
    .help("`1..=10`")
}

pub(crate) fn default_outside(default: &TokenStream, range: &str) -> Diagnostic {
    let shown = typed(default);
    Diagnostic::new(
        Code::DefaultOutside,
        default,
        format!("the default `{shown}` is outside `{range}`"),
    )
    .help("a default within the range, or a wider range")
}

pub(crate) fn default_kind(default: &TokenStream, field: &str, kind: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DefaultKind,
        default,
        format!("`{field}` is {kind}, and `{}` is not", typed(default)),
    )
    .help(match kind {
        "text" => "`default = \"…\"`",
        "a Boolean" => "`default = true`",
        _ => "`default = 100`",
    })
}

pub(crate) fn nested_option(inner: impl ToTokens) -> Diagnostic {
    let help = format!("`{}`", typed(&inner));
    Diagnostic::new(
        Code::NestedOption,
        inner,
        "a parameter is either sent or not, so `Option` cannot be nested",
    )
    .help(help)
}

pub(crate) fn unsendable_shape(ty: impl ToTokens, what: &str) -> Diagnostic {
    Diagnostic::new(Code::UnsendableShape, ty, format!("{what} cannot be sent"))
        .help("a type with a value, or `#[telegram(skip)]`")
}

pub(crate) fn raw_bytes(ty: impl ToTokens) -> Diagnostic {
    Diagnostic::new(Code::RawBytes, ty, "raw bytes are not a parameter").help("`InputFile`")
}

pub(crate) fn no_fixed_size(ty: impl ToTokens, name: &str) -> Diagnostic {
    let help = if name == "usize" {
        "`u32` or `i64`"
    } else {
        "`i32` or `i64`"
    };
    Diagnostic::new(
        Code::NoFixedSize,
        ty,
        format!("`{name}` has no fixed size on the wire"),
    )
    .help(help)
}

pub(crate) fn generated_name(field: &Ident, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::GeneratedName,
        field,
        format!("field `{name}` collides with the generated `{name}`"),
    )
    .help(format!(
        "rename the field, keep the wire name: `#[telegram(rename = \"{name}\")]`"
    ))
}

pub(crate) fn field_is_not_snake_case(field: &Ident, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NotSnakeCase,
        field,
        "Bot API parameters are snake_case",
    )
    .help(format!("`{}`", snake_case(name)))
}
