//! Ranges of numbers, lengths of texts and numbers of items.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::numbers::{NUMBER, evaluate};
use crate::document::Fact;

/// A phrase: an expression with the groups `a` and `b` for the bounds, which may be absent.
struct Phrase(Option<Regex>);

impl Phrase {
    fn new(pattern: &str) -> Self {
        Self(Regex::new(&pattern.replace("NUM", NUMBER)).ok())
    }

    fn find<'t>(&self, prose: &'t str) -> Option<Captures<'t>> {
        self.0.as_ref()?.captures(prose)
    }
}

fn bound(found: &Captures<'_>, name: &str) -> Option<String> {
    evaluate(found.name(name)?.as_str())
}

/// Returns a range as the facts write it; without bounds, there is none.
fn range(low: Option<String>, high: Option<String>) -> Option<String> {
    match (low, high) {
        (None, None) => None,
        (low, Some(high)) => Some(format!("{}..={high}", low.unwrap_or_default())),
        (Some(low), None) => Some(format!("{low}..")),
    }
}

static TEXT: LazyLock<[Phrase; 2]> = LazyLock::new(|| {
    [
        Phrase::new(
            r"(?i)\b(?P<a>NUM) ?- ?(?P<b>NUM) (?P<unit>characters?|bytes?|symbols?)\b(?P<rest>.{0,50})",
        ),
        Phrase::new(
            r"(?i)\b(?:up to|at most|no more than|maximum of|maximum|must not exceed|not longer than) (?P<b>NUM) (?P<unit>characters?|bytes?|symbols?)\b(?P<rest>.{0,50})",
        ),
    ]
});
static LINE_FEEDS: LazyLock<Phrase> =
    LazyLock::new(|| Phrase::new(r"at most (?P<b>NUM) line feeds"));

/// Adds the limits of a text.
pub(super) fn of_text(prose: &str, facts: &mut Vec<Fact>) {
    let Some(found) = TEXT.iter().find_map(|phrase| phrase.find(prose)) else {
        return;
    };
    facts.extend(
        range(bound(&found, "a"), bound(&found, "b")).map(|range| Fact::new("len", &range)),
    );
    if found
        .name("unit")
        .is_some_and(|unit| unit.as_str().to_ascii_lowercase().starts_with("byte"))
    {
        facts.push(Fact::flag("bytes"));
    }
    let rest = found.name("rest").map_or("", |rest| rest.as_str());
    let sentence = rest.split(". ").next().unwrap_or_default();
    if sentence.contains("after entit") {
        facts.push(Fact::flag("after_entities"));
    }
    if prose.contains("emoji are not allowed") {
        facts.push(Fact::flag("no_emoji"));
    }
    if let Some(most) = LINE_FEEDS.find(prose).and_then(|found| bound(&found, "b")) {
        facts.push(Fact::new("line_feeds", &format!("..={most}")));
    }
}

static NUMERIC: LazyLock<[Phrase; 4]> = LazyLock::new(|| {
    [
        Phrase::new(r"(?i)\bvalues? between (?P<a>NUM) ?(?:-|and|to) ?(?P<b>NUM)\b"),
        Phrase::new(
            r"(?i)\bmust be (?:between|in the range|from) (?P<a>NUM) ?(?:-|and|to) ?(?P<b>NUM)\b",
        ),
        Phrase::new(
            r"(?i)(?:^|[;,:(] ?)(?:from )?(?P<a>NUM) ?(?:-|to) ?(?P<b>NUM)(?:$|[.;,)]| seconds?\b)",
        ),
        Phrase::new(r"(?i)\bfrom (?P<a>NUM) to (?P<b>NUM)(?:$|[.;,])"),
    ]
});
static ALSO: LazyLock<Phrase> = LazyLock::new(|| Phrase::new(r"^, or (?P<b>NUM)\b"));
static AT_MOST: LazyLock<Phrase> = LazyLock::new(|| {
    Phrase::new(
        r"(?i)(?:must be|[;,]) (?:at most|up to|not greater than|no more than) (?P<b>NUM)\b",
    )
});
static AT_LEAST: LazyLock<Phrase> =
    LazyLock::new(|| Phrase::new(r"(?i)(?:must be|[;,]) (?:at least|not less than) (?P<a>NUM)\b"));

/// Adds the range of a number.
pub(super) fn of_number(prose: &str, facts: &mut Vec<Fact>) {
    let found = NUMERIC.iter().find_map(|phrase| phrase.find(prose));
    if let Some(found) = found {
        let Some(range) = range(bound(&found, "a"), bound(&found, "b")) else {
            return;
        };
        // Different ranges for different cases are a rule.
        if NUMERIC
            .iter()
            .filter_map(|phrase| phrase.0.as_ref())
            .any(|phrase| phrase.captures_iter(prose).nth(1).is_some())
        {
            return;
        }
        facts.push(Fact::new("in", &range));
        let end = found.get(0).map_or(0, |all| all.end());
        let end = found.name("b").map_or(end, |high| high.end());
        let also = prose.get(end..).and_then(|rest| ALSO.find(rest));
        facts.extend(
            also.and_then(|also| bound(&also, "b"))
                .map(|value| Fact::new("or", &value)),
        );
    } else if prose.contains("must be non-zero") {
        facts.push(Fact::flag("nonzero"));
    } else if prose.contains("must be non-negative") {
        facts.push(Fact::new("in", "0.."));
    } else if prose.contains("must be positive") {
        facts.push(Fact::new("in", "1.."));
    } else if !prose.contains("in the future") {
        let (low, high) = (AT_LEAST.find(prose), AT_MOST.find(prose));
        let low = low.and_then(|found| bound(&found, "a"));
        let high = high.and_then(|found| bound(&found, "b"));
        facts.extend(range(low, high).map(|range| Fact::new("in", &range)));
    }
}

static ITEMS: LazyLock<[Phrase; 4]> = LazyLock::new(|| {
    [
        Phrase::new(r"(?i)\b(?:list|array) of (?P<a>NUM) ?- ?(?P<b>NUM)\b"),
        Phrase::new(
            r"(?i)\b(?:must include|must contain|include|contain|consist of) (?P<a>NUM) ?- ?(?P<b>NUM)\b",
        ),
        Phrase::new(r"(?i)\b(?P<a>NUM) ?- ?(?P<b>NUM) (?:items|elements|entries|objects)\b"),
        Phrase::new(
            r"(?i)\b(?:(?:list|array) of up to|up to|at most|no more than) (?P<b>NUM)(?: (?P<after>[a-z]+))?(?P<each> each)?",
        ),
    ]
});
static TOTAL: LazyLock<Phrase> =
    LazyLock::new(|| Phrase::new(r"total length of (?:up to|at most) (?P<b>NUM) characters"));

/// Adds the number of items of a list.
pub(super) fn of_list(prose: &str, facts: &mut Vec<Fact>) {
    let found = ITEMS.iter().find_map(|phrase| phrase.find(prose));
    let found = found.filter(|found| {
        let after = found.name("after").map_or("", |word| word.as_str());
        found.name("each").is_none()
            && !["characters", "character", "bytes", "per"].contains(&after)
    });
    let items = found.and_then(|found| range(bound(&found, "a"), bound(&found, "b")));
    facts.extend(items.map(|range| Fact::new("items", &range)));
    let total = TOTAL.find(prose).and_then(|found| bound(&found, "b"));
    facts.extend(total.map(|most| Fact::new("total_len", &format!("..={most}"))));
    if prose.contains("strictly increas") {
        facts.push(Fact::flag("strictly_increasing"));
    } else if prose.contains("monotonically increas") {
        facts.push(Fact::flag("increasing"));
    }
    if prose.contains("must be positive") {
        facts.push(Fact::new("each_in", "1.."));
    } else if prose.contains("0-based identifiers") {
        facts.push(Fact::new("each_in", "0.."));
    }
}
