//! The rules that the facts have for one field.

use crate::facts::{Bounds, FieldFacts, LenUnit, Order, Place, Source};
use crate::model::{Number, Pattern, Rule};

/// The rules that depend on the parameter's value alone.
pub(super) fn listed_rules(facts: &FieldFacts) -> Vec<Rule> {
    let mut rules = Vec::new();
    if let Some(bounds) = &facts.range {
        rules.push(listed_range(bounds, &facts.also_allowed));
    }
    if let Some(len) = &facts.len {
        let (min, max) = counts(&len.bounds);
        rules.push(match len.unit {
            LenUnit::Bytes => Rule::Bytes { min, max },
            LenUnit::Chars => Rule::Len {
                min,
                max,
                after_entities: len.after_entities,
            },
        });
    }
    // According to the page, such a count may grow.
    if let Some(bounds) = facts.items.as_ref().filter(|_| !facts.hedged) {
        let (min, max) = counts(bounds);
        rules.push(Rule::Items { min, max });
    }
    rules.extend(further_rules(facts));
    rules
}

fn listed_range(bounds: &Bounds, also: &[&str]) -> Rule {
    let number = |text: &str| match text.parse() {
        Ok(value) => Some(Number::Int(value)),
        Err(_) => text.parse().ok().map(Number::Float),
    };
    let also = also.iter().filter_map(|value| value.parse().ok());
    Rule::Range {
        min: bounds.min.and_then(number),
        max: bounds.max.and_then(number),
        also: also.collect(),
    }
}

fn counts(bounds: &Bounds) -> (Option<usize>, Option<usize>) {
    let count = |text: Option<&str>| text.and_then(|text| text.parse().ok());
    (count(bounds.min), count(bounds.max))
}

/// Rules without an attribute that the server enforces.
fn further_rules(facts: &FieldFacts) -> Vec<Rule> {
    let mut rules = Vec::new();
    if facts.nonzero {
        rules.push(Rule::NonZero);
    }
    if let Some(bounds) = &facts.line_feeds {
        let (min, max) = counts(bounds);
        rules.push(Rule::LineFeeds { min, max });
    }
    if let Some(bounds) = &facts.total_len {
        let (min, max) = counts(bounds);
        rules.push(Rule::TotalLen { min, max });
    }
    if let Some(bounds) = &facts.each_in {
        rules.push(Rule::Each(Box::new(listed_range(bounds, &[]))));
    }
    if let Some(pattern) = facts.each_pattern.and_then(pattern) {
        rules.push(Rule::Each(Box::new(Rule::Pattern(pattern))));
    }
    if let Some(order) = facts.order {
        rules.push(Rule::Increasing(order == Order::StrictlyIncreasing));
    }
    // A text that matches a partial pattern may still break the rest of the rule.
    let whole = facts.pattern.filter(|_| !facts.pattern_partial);
    rules.extend(whole.and_then(pattern).map(Rule::Pattern));
    rules.extend(file(facts));
    rules
}

/// The patterns of the facts. The page does not specify the case of codes.
fn pattern(text: &str) -> Option<Pattern> {
    Some(match text {
        "^[A-Za-z0-9_-]+$" => Pattern::UrlSafe,
        "^[a-z0-9_]{1,32}$" => Pattern::Command,
        "^[A-Z]{2}$" => Pattern::Letters(2),
        "^[A-Z]{3}$" => Pattern::Letters(3),
        "^([a-z]{2})?$" => Pattern::LettersOrEmpty(2),
        _ => return None,
    })
}

fn file(facts: &FieldFacts) -> Option<Rule> {
    let upload = facts.upload.as_ref()?;
    if upload.place == Place::Nested {
        return None;
    }
    let has = |source| upload.sources.contains(&source);
    Some(match (has(Source::FileId), has(Source::Url)) {
        // The server drops it in silence if it is not an upload.
        _ if upload.or_dropped => Rule::UploadedOrDropped,
        (false, false) => Rule::Uploaded,
        (true, false) => Rule::NotUrl,
        _ => Rule::IdOrUrl,
    })
}
