//! Texts about fields, their keys, their ranges and their types.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Lit, LitStr};

use super::{Code, FIELD_KEYS, found_or, inside, meant, names, typed};
use crate::diagnostics::Diagnostic;
use crate::names::{is_snake_case, snake_case};
use crate::syntax::RawRule;

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
        ("returns", _) => diagnostic.help("`returns` goes into `#[telegram_method(...)]`"),
        ("one_of" | "crate", _) => {
            let attributes = "`#[telegram_method(...)]` or `#[telegram_type(...)]`";
            diagnostic.help(format!("`{name}` goes into {attributes}"))
        }
        ("optional", _) => diagnostic.help("an optional parameter is an `Option`"),
        (_, Some(similar)) if name.starts_with("min") || name.starts_with("max") => {
            diagnostic.help(bounds(similar))
        }
        (_, Some(similar)) => diagnostic.help(format!("did you mean `{similar}`?")),
        (_, None) => diagnostic.help(format!("known keys: {}", names(FIELD_KEYS.iter().copied()))),
    }
}

/// `found` is what stands in the text's place, if anything does.
pub(crate) fn rename_needs_text(key: &Ident, found: TokenStream) -> Diagnostic {
    let word = inside(&found).to_string();
    let word = word.trim_matches('"').trim_start_matches("r#");
    let name = if is_snake_case(word) { word } else { "chat_id" };
    let help = format!("`rename = \"{name}\"`");
    Diagnostic::new(
        Code::RenameForm,
        found_or(key, found),
        "`rename` needs a string literal",
    )
    .help(help)
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
    let diagnostic = Diagnostic::new(
        Code::RenameForm,
        literal,
        "Bot API parameters are snake_case",
    );
    let name = snake_case(&literal.value());
    if is_snake_case(&name) {
        diagnostic.help(format!("`rename = \"{name}\"`"))
    } else {
        diagnostic.help(SNAKE_CASE)
    }
}

/// Where no name can be suggested.
const SNAKE_CASE: &str = "a letter from `a` to `z`, then such letters, digits and `_`";

/// `found` is what stands in the literal's place, if anything does.
pub(crate) fn default_needs_literal(key: &Ident, found: TokenStream) -> Diagnostic {
    let literal = match syn::parse2::<Lit>(inside(&found)) {
        Ok(Lit::Char(letter)) => Some(format!("{:?}", letter.value().to_string())),
        Ok(literal @ (Lit::Str(_) | Lit::Bool(_) | Lit::Int(_) | Lit::Float(_))) => {
            Some(typed(literal))
        }
        _ => None,
    };
    let help = match literal {
        Some(literal) => format!("`default = {literal}`"),
        None => "a number, a text or a Boolean: `default = 100`".to_owned(),
    };
    Diagnostic::new(
        Code::DefaultForm,
        found_or(key, found),
        "`default` needs a literal",
    )
    .help(help)
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

/// `found` is what stands in the range's place, if anything does.
pub(crate) fn rule_needs_range(key: &Ident, found: TokenStream) -> Diagnostic {
    let inside = typed(inside(&found));
    let range = if inside.contains("..=") {
        inside.as_str()
    } else {
        "1..=100"
    };
    let help = format!("`{key} = {range}`");
    Diagnostic::new(
        Code::RangeForm,
        found_or(key, found),
        format!("`{key}` needs two bounds"),
    )
    .help(help)
}

pub(crate) fn not_a_range(tokens: &TokenStream) -> Diagnostic {
    let inside = typed(inside(tokens));
    let diagnostic = Diagnostic::new(
        Code::RangeForm,
        tokens,
        format!("expected a range, found `{}`", typed(tokens)),
    );
    if inside.contains("..=") {
        return diagnostic.help(format!("`{inside}`"));
    }
    match inside.parse::<i128>() {
        Ok(high) if high > 1 => diagnostic.help(format!("`1..={inside}`")),
        _ => diagnostic.help("`1..=100`"),
    }
}

pub(crate) fn computed_bound(tokens: &TokenStream) -> Diagnostic {
    Diagnostic::new(
        Code::RangeForm,
        tokens,
        "a bound is a number or the path of a constant",
    )
    .help("`const MAX: i64 = …;` elsewhere, and here `1..=MAX`")
}

pub(crate) fn constant_count(tokens: &TokenStream, key: &Ident) -> Diagnostic {
    Diagnostic::new(
        Code::RangeForm,
        tokens,
        format!("the bounds of `{key}` must be numbers"),
    )
    .help(format!("`{key} = 1..=100`"))
    .note("only `range` takes constants")
}

/// `closed` is the same range with both bounds.
pub(crate) fn open_range(tokens: &TokenStream, closed: &str) -> Diagnostic {
    let head = if typed(tokens) == ".." {
        "the range has no bounds"
    } else {
        "the range lacks a bound"
    };
    Diagnostic::new(Code::RangeForm, tokens, head).help(format!("write both bounds: `{closed}`"))
}

pub(crate) fn half_open_range(tokens: &TokenStream, low: &str, high: &str) -> Diagnostic {
    let number = |text: &str| text.parse::<i128>().ok();
    let below = number(high).and_then(|high| high.checked_sub(1));
    let help = match (number(low), below) {
        (Some(least), Some(below)) if least <= below => {
            format!("`{low}..={high}`, or `{low}..={below}` if {high} is not allowed")
        }
        (Some(least), Some(below)) if least > below + 1 => format!("`{high}..={low}`"),
        _ => format!("`{low}..={high}`"),
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
        .help(format!("`{}`", value.floor()))
}

/// `limit` is the bound that the type itself has.
pub(crate) fn bound_does_not_fit(
    bound: &TokenStream,
    ty: &str,
    below: bool,
    limit: &str,
) -> Diagnostic {
    let head = if below {
        format!("the range starts below what `{ty}` can hold")
    } else {
        format!("the range ends above what `{ty}` can hold")
    };
    let wider = match (ty, below) {
        ("u8" | "u16" | "u32" | "u64", true) => ", or a signed type such as `i64`",
        ("i8" | "i16" | "i32" | "u8" | "u16" | "u32", _) => ", or a wider type such as `i64`",
        _ => "",
    };
    Diagnostic::new(Code::BoundDoesNotFit, bound, head).help(format!("`{limit}`{wider}"))
}

/// `instead` is the key that does measure such a field.
pub(crate) fn wrong_rule(
    rule: &RawRule,
    field: &str,
    kind: &str,
    instead: Option<&str>,
) -> Diagnostic {
    let key = &rule.key;
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
        Some(other) => diagnostic.help(format!("`{other} = {}`", typed(&rule.range.tokens))),
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

/// `nearest` is the bound that the default is outside of.
pub(crate) fn default_outside(default: &TokenStream, range: &str, nearest: f64) -> Diagnostic {
    let shown = typed(default);
    Diagnostic::new(
        Code::DefaultOutside,
        default,
        format!("the default `{shown}` is outside `{range}`"),
    )
    .help(format!("`default = {nearest}`"))
}

pub(crate) fn default_kind(default: &TokenStream, field: &str, kind: &str) -> Diagnostic {
    let value = typed(inside(default));
    let help = match kind {
        "text" => format!("`default = \"{value}\"`"),
        "a Boolean" => "`default = true`".to_owned(),
        "an integer" | "a number" => match value.parse::<f64>() {
            Ok(number) => format!("`default = {}`", number.floor()),
            Err(_) => "`default = 100`".to_owned(),
        },
        _ => "remove `default`".to_owned(),
    };
    Diagnostic::new(
        Code::DefaultKind,
        default,
        format!("`{field}` is {kind}, and `{}` is not", typed(default)),
    )
    .help(help)
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

/// `instead` is the type that does the same and can be sent.
pub(crate) fn unsendable_shape(ty: impl ToTokens, what: &str, instead: Option<&str>) -> Diagnostic {
    let help = match instead {
        Some(instead) => format!("`{instead}`"),
        None => "a type with a value, or `#[telegram(skip)]`".to_owned(),
    };
    Diagnostic::new(Code::UnsendableShape, ty, format!("{what} cannot be sent")).help(help)
}

pub(crate) fn raw_bytes(ty: impl ToTokens, instead: &str) -> Diagnostic {
    Diagnostic::new(Code::RawBytes, ty, "raw bytes are not a parameter")
        .help(format!("`{instead}`"))
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
    let diagnostic = Diagnostic::new(
        Code::NotSnakeCase,
        field,
        "Bot API parameters are snake_case",
    );
    let name = snake_case(name);
    if is_snake_case(&name) {
        diagnostic.help(format!("`{name}`"))
    } else {
        diagnostic.help(SNAKE_CASE)
    }
}
