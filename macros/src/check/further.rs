//! Rules of the facts for which there is no attribute.

use super::range::{counts, listed_range};
use crate::facts::{FieldFacts, Order, Place, Source};
use crate::model::{Pattern, Rule};

/// Those that hold for the argument alone, and that the server insists on.
pub(super) fn rules(facts: &FieldFacts) -> Vec<Rule> {
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
    // One that leaves out a part of what is demanded cannot be told from one that is met.
    let whole = facts.pattern.filter(|_| !facts.pattern_partial);
    rules.extend(whole.and_then(pattern).map(Rule::Pattern));
    rules.extend(file(facts));
    rules
}

/// The patterns of the facts. The page does not speak of the case of codes.
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
    if upload.place == Place::Nested || upload.or_dropped {
        return None;
    }
    let has = |source| upload.sources.contains(&source);
    match (has(Source::FileId), has(Source::Url)) {
        (false, false) => Some(Rule::Uploaded),
        (true, false) => Some(Rule::NotUrl),
        _ => None,
    }
}
