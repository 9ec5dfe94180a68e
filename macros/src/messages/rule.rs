//! Messages about the ranges and defaults of a field.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::Lit;

use super::text::{found_or, inside, typed};
use crate::diagnostics::{Code, Diagnostic};
use crate::facts::Category;
use crate::keys::Measure;

/// `found` are the tokens instead of the range, if there are any.
pub(crate) fn rule_needs_range(key: &Ident, found: TokenStream) -> Diagnostic {
    let inside = typed(inside(&found));
    let range = if inside.contains("..=") {
        inside
    } else {
        two_numbers(&found).unwrap_or_else(|| "1..=100".to_owned())
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
    match (two_numbers(tokens), inside.parse::<i128>()) {
        (Some(range), _) => diagnostic.help(format!("`{range}`")),
        (None, Ok(high)) if high > 1 => diagnostic.help(format!("`1..={inside}`")),
        (None, _) => diagnostic.help("`1..=100`"),
    }
}

/// The range between the only two numbers in the tokens.
fn two_numbers(tokens: &TokenStream) -> Option<String> {
    let mut found = Vec::new();
    numbers(tokens.clone(), &mut found);
    match found.as_slice() {
        [low, high] => Some(format!("{}..={}", low.min(high), low.max(high))),
        _ => None,
    }
}

/// Adds all integers in the tokens. A sign between two numbers separates them.
fn numbers(tokens: TokenStream, found: &mut Vec<i128>) {
    let mut before = None;
    for token in tokens {
        match &token {
            TokenTree::Group(group) => numbers(group.stream(), found),
            TokenTree::Literal(literal) => {
                let number = literal.to_string().parse::<i128>();
                let is_negative = before == Some('-');
                found.extend(number.map(|number| if is_negative { -number } else { number }));
                before = Some('0');
                continue;
            }
            TokenTree::Punct(punct) if before != Some('0') => {
                before = Some(punct.as_char());
                continue;
            }
            _ => {}
        }
        before = None;
    }
}

pub(crate) fn computed_bound(tokens: &TokenStream) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::RangeForm,
        tokens,
        "a bound is a number or the path of a constant",
    );
    match two_numbers(tokens).filter(|_| typed(tokens).contains("...")) {
        Some(range) => diagnostic.help(format!("`{range}`")),
        None => diagnostic.help("`const MAX: i64 = …;` elsewhere, and here `1..=MAX`"),
    }
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
    Diagnostic::new(Code::RangeForm, tokens, "the range lacks a bound")
        .help(format!("write both bounds: `{closed}`"))
}

/// `closed` is a valid range for the rule.
pub(crate) fn range_without_bounds(tokens: &TokenStream, closed: &str) -> Diagnostic {
    Diagnostic::new(Code::RangeForm, tokens, "the range has no bounds")
        .help(format!("write both bounds: `{closed}`"))
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

/// The text for constants of which only the compiler knows that the first one is greater.
pub(crate) fn empty_constant_range(field: &str, low: &str, high: &str) -> String {
    let head = format!("the range of `{field}` is empty: `{low}` exceeds `{high}`");
    let note = "[telegrammar::diagnostics E09]";
    format!("{head}\n= help: did you mean `{high}..={low}`?\n= note: {note}")
}

pub(crate) fn fractional_bound(bound: &TokenStream, value: f64) -> Diagnostic {
    Diagnostic::new(Code::FractionalBound, bound, "the bounds must be integers")
        .help(format!("`{}`", value.floor()))
}

/// `limit` is the bound of the type itself.
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

/// For a number that exceeds every number type.
pub(crate) fn too_large(number: &TokenStream, limit: &str) -> Diagnostic {
    let typed = typed(number);
    let shown: String = typed.chars().take(30).collect();
    let more = if shown.len() < typed.len() { "…" } else { "" };
    Diagnostic::new(
        Code::BoundDoesNotFit,
        number,
        format!("`{shown}{more}` is too large for a number"),
    )
    .help(format!("`{limit}`"))
}

/// `instead` is the key that limits such a field.
pub(crate) fn wrong_rule(
    key: &Ident,
    range: &TokenStream,
    measure: Measure,
    field: &str,
    category: Category,
    instead: Option<Measure>,
) -> Diagnostic {
    let needs = match measure {
        Measure::Range => "a number",
        Measure::Len | Measure::Bytes => "text",
        Measure::Items => "a list",
    };
    let diagnostic = Diagnostic::new(
        Code::WrongRule,
        key,
        format!("`{key}` needs {needs}, but `{field}` is {category}"),
    );
    match instead {
        Some(other) => diagnostic.help(format!("`{} = {}`", other.key(), typed(range))),
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

pub(crate) fn zero_length(tokens: &TokenStream, measure: Measure) -> Diagnostic {
    let what = match measure {
        Measure::Items => "list",
        Measure::Len | Measure::Bytes | Measure::Range => "text",
    };
    Diagnostic::new(
        Code::LengthBounds,
        tokens,
        format!("only the empty {what} would be accepted"),
    )
    .help("`1..=10`")
}

/// `found` are the tokens instead of the literal, if there are any.
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

/// `nearest` is the bound that the default exceeds.
pub(crate) fn default_outside(default: &TokenStream, range: &str, nearest: f64) -> Diagnostic {
    let typed_default = typed(default);
    Diagnostic::new(
        Code::DefaultOutside,
        default,
        format!("the default `{typed_default}` is outside `{range}`"),
    )
    .help(format!("`default = {nearest}`"))
}

pub(crate) fn default_kind(default: &TokenStream, field: &str, category: Category) -> Diagnostic {
    let value = typed(inside(default));
    let help = match category {
        Category::Text => format!("`default = \"{value}\"`"),
        Category::Boolean => "`default = true`".to_owned(),
        Category::Integer | Category::Number => match value.parse::<f64>() {
            Ok(number) => format!("`default = {}`", number.floor()),
            Err(_) => "`default = 100`".to_owned(),
        },
        Category::List
        | Category::File
        | Category::Object
        | Category::IdOrName
        | Category::OneOfObjects => "remove `default`".to_owned(),
    };
    Diagnostic::new(
        Code::DefaultKind,
        default,
        format!("`{field}` is {category}, and `{}` is not", typed(default)),
    )
    .help(help)
}
