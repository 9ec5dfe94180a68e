//! Rules and defaults in words.

use std::fmt::Display;

use crate::schema::{Bounds, FieldInfo, Literal, Rule};

/// Returns what must hold for a value and what it is if unset, as sentences; empty if there is nothing
/// to say.
pub(super) fn limits(info: &FieldInfo, values: &[Literal], may_grow: bool) -> String {
    let values = listed(values, may_grow);
    let rules = info.rules.iter().map(rule);
    let default = info.default.map(|default| format!("default {default}"));
    let text = values
        .into_iter()
        .chain(rules)
        .chain(default)
        .collect::<Vec<_>>()
        .join(", ");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => text,
    }
}

/// Returns the values that there are; `None` if none are listed.
fn listed(values: &[Literal], may_grow: bool) -> Option<String> {
    let (last, others) = values.split_last()?;
    let text = if others.is_empty() {
        format!("only {last}")
    } else {
        let others = others.iter().map(ToString::to_string);
        format!(
            "one of {} and {last}",
            others.collect::<Vec<_>>().join(", ")
        )
    };
    Some(if may_grow {
        format!("currently {text}")
    } else {
        text
    })
}

fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Range(bounds) => between(bounds),
        Rule::RangeOr(bounds, also) => {
            let also = also.iter().map(|value| format!(" or {value}"));
            format!("{}{}", between(bounds), also.collect::<String>())
        }
        Rule::Len(bounds) => counted(bounds, "character"),
        Rule::LenAfterEntities(bounds) => format!(
            "{} without formatting marks and surrounding white space",
            counted(bounds, "character")
        ),
        Rule::Bytes(bounds) => format!("{} in UTF-8", counted(bounds, "byte")),
        Rule::Items(bounds) => counted(bounds, "item"),
        Rule::LineFeeds(bounds) => counted(bounds, "line feed"),
        Rule::TotalLen(bounds) => format!("{} in all items together", counted(bounds, "character")),
        Rule::NonZero => "not 0".to_owned(),
        Rule::Each(inner) => format!("each item {}", self::rule(inner)),
        Rule::Increasing => "no item less than the one before".to_owned(),
        Rule::StrictlyIncreasing => "each item greater than the one before".to_owned(),
        Rule::Pattern(pattern) => format!("consists of {pattern}"),
        Rule::Uploaded => "must be uploaded".to_owned(),
        Rule::NotUrl => "uploaded or by file id".to_owned(),
        Rule::IdOrUrl => "uploaded, by file id or by URL".to_owned(),
        Rule::UploadedOrDropped => "ignored unless it is uploaded".to_owned(),
        rule => rule.to_string(),
    }
}

fn between<T: Display>(bounds: &Bounds<T>) -> String {
    match (&bounds.min, &bounds.max) {
        (Some(min), Some(max)) => format!("between {min} and {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any".to_owned(),
    }
}

fn counted(bounds: &Bounds<usize>, unit: &str) -> String {
    let count = match (bounds.min, bounds.max) {
        (Some(min), Some(max)) if min == max => max.to_string(),
        (None | Some(0), Some(max)) => format!("at most {max}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        _ => between(bounds),
    };
    let is_one = bounds.max.or(bounds.min) == Some(1);
    format!("{count} {unit}{}", if is_one { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::limits;
    use crate::schema::{ApiType, FieldInfo, Literal, Rule};

    #[test]
    fn rules_and_defaults_are_told_in_words() {
        const LIMITS: &[Rule] = &[Rule::range(1, 100)];
        const CASES: [(&[Rule], &str); 5] = [
            (&[Rule::len(1, 1)], "1 character."),
            (&[Rule::len(0, 64)], "At most 64 characters."),
            (
                &[Rule::items(1, 2), Rule::Increasing],
                "1 to 2 items, no item less than the one before.",
            ),
            (&[Rule::range_or(1, 5, &[9])], "Between 1 and 5 or 9."),
            (&[Rule::Each(&Rule::NonZero)], "Each item not 0."),
        ];
        let field = FieldInfo::optional("limit", ApiType::Integer, "");
        let limited = field.rules(LIMITS).default(Literal::Int(100));
        assert_eq!(
            limits(&limited, &[], false),
            "Between 1 and 100, default 100."
        );
        assert_eq!(limits(&field, &[], false), "");
        for (rules, text) in CASES {
            assert_eq!(limits(&field.rules(rules), &[], false), text);
        }
        let values = [3, 6, 12].map(Literal::Int);
        let text = limits(&field, &values, false);
        assert_eq!(text, "One of 3, 6 and 12.");
        let text = limits(&limited, &values[..1], true);
        assert_eq!(text, "Currently only 3, between 1 and 100, default 100.");
    }
}
