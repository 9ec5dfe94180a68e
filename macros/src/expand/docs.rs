//! Documentation of generated items.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;

use crate::messages;
use crate::model::{Number, Param, Pattern, Rule};
use crate::syntax::DefaultValue;

/// The documentation of `new`.
pub(super) fn new(ident: &Ident, required: &[String]) -> String {
    let ident = ident.unraw();
    if required.is_empty() {
        return format!(" Creates a `{ident}` with all optional fields unset.");
    }
    let names: Vec<_> = required.iter().map(|name| format!("`{name}`")).collect();
    format!(
        " Creates a `{ident}` with its required fields: {}.",
        names.join(", ")
    )
}

/// The documentation of `send`, with a link to the method's section where there is one. It names
/// the result without paths, which editors display in the signature.
pub(super) fn send(name: &str, listed: bool, response: &TokenStream) -> String {
    let name = if listed {
        let anchor = name.to_lowercase();
        format!("[`{name}`](https://core.telegram.org/bots/api#{anchor})")
    } else {
        format!("`{name}`")
    };
    let call = match without_paths(&messages::typed(response)).as_str() {
        "Undeclared" => "call".to_owned(),
        result => format!("`Call<{result}>`"),
    };
    format!(" Calls {name}. Nothing is sent until the {call} is awaited.")
}

/// Returns a type as it is written where all names are imported.
fn without_paths(ty: &str) -> String {
    let is_path = |letter: char| letter.is_alphanumeric() || "_:#".contains(letter);
    ty.split_inclusive(|letter| !is_path(letter))
        .map(|word| word.rsplit("::").next().unwrap_or(word))
        .collect()
}

/// What a setter adds to the documentation of its field: the constraints in sentences, and how to
/// pass an `Option`: "Between 1 and 100. Default 100. To pass an `Option`, assign the field."
pub(super) fn setter(param: &Param) -> Option<String> {
    let mut sentences: Vec<_> = param.rules.iter().filter_map(rule).collect();
    match &param.default {
        Some(DefaultValue::Int(value)) => sentences.push(format!("Default {value}.")),
        Some(DefaultValue::Float(value)) => sentences.push(format!("Default {value}.")),
        Some(DefaultValue::Bool(value)) => sentences.push(format!("Default `{value}`.")),
        Some(DefaultValue::Text(value)) => sentences.push(format!("Default `{value:?}`.")),
        Some(DefaultValue::TooLarge | DefaultValue::Other) | None => {}
    }
    if param.inner.is_some() {
        sentences.push("To pass an `Option`, assign the field.".to_owned());
    }
    (!sentences.is_empty()).then(|| format!(" {}", sentences.join(" ")))
}

fn rule(rule: &Rule) -> Option<String> {
    let sentence = match rule {
        Rule::Range { min, max, also } => {
            let mut text = between(min.as_ref().map(number), max.as_ref().map(number), "")?;
            if !also.is_empty() {
                let also: Vec<_> = also.iter().map(ToString::to_string).collect();
                text.push_str(" or ");
                text.push_str(&also.join(", "));
            }
            text
        }
        Rule::Len {
            min,
            max,
            after_entities,
        } => {
            let text = between(min.map(display), max.map(display), " characters")?;
            if *after_entities {
                format!("{text} without formatting marks")
            } else {
                text
            }
        }
        Rule::Bytes { min, max } => between(min.map(display), max.map(display), " bytes")?,
        Rule::Items { min, max } => between(min.map(display), max.map(display), " items")?,
        Rule::NonZero => "Not 0".to_owned(),
        Rule::LineFeeds { min, max } => between(min.map(display), max.map(display), " line feeds")?,
        Rule::TotalLen { min, max } => {
            let text = between(min.map(display), max.map(display), " characters")?;
            format!("{text} in all items")
        }
        Rule::Each(rule) => {
            let text = self::rule(rule)?;
            format!("Each item: {}", text.trim_end_matches('.'))
        }
        Rule::Increasing(false) => "In increasing order".to_owned(),
        Rule::Increasing(true) => "In strictly increasing order".to_owned(),
        Rule::Pattern(pattern) => self::pattern(*pattern),
        Rule::Uploaded => "Only as an upload".to_owned(),
        Rule::NotUrl => "Not by URL".to_owned(),
        // The type says as much.
        Rule::IdOrUrl | Rule::UploadedOrDropped => return None,
    };
    Some(format!("{sentence}."))
}

fn pattern(pattern: Pattern) -> String {
    match pattern {
        Pattern::UrlSafe => "Made of A-Z, a-z, 0-9, `_` and `-`".to_owned(),
        Pattern::Command => "Made of a-z, 0-9 and `_`".to_owned(),
        Pattern::Letters(count) => format!("{count} letters"),
        Pattern::LettersOrEmpty(count) => format!("{count} letters, or empty"),
    }
}

fn display(count: usize) -> String {
    count.to_string()
}

fn number(number: &Number) -> String {
    match number {
        Number::Int(value) => value.to_string(),
        Number::Float(value) => value.to_string(),
        Number::Const(path) => format!("`{}`", path.to_string().replace(' ', "")),
    }
}

fn between(min: Option<String>, max: Option<String>, unit: &str) -> Option<String> {
    Some(match (min, max) {
        (Some(min), Some(max)) => format!("Between {min} and {max}{unit}"),
        (Some(min), None) => format!("At least {min}{unit}"),
        (None, Some(max)) => format!("At most {max}{unit}"),
        (None, None) => return None,
    })
}
