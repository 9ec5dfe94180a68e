//! Checks a value against one rule.

use crate::schema::{Bounds, Number, Pattern, Rule};
use crate::value::Value;

/// Returns whether an integer is within the bounds; `false` if a bound is not a [`Number::Int`].
#[inline]
pub(super) fn is_within(bounds: &Bounds<Number>, number: i64) -> bool {
    let number = i128::from(number);
    let [low, high] =
        [(bounds.min, i128::MIN), (bounds.max, i128::MAX)].map(|(bound, open)| match bound {
            None => Some(open),
            Some(Number::Int(bound)) => Some(bound),
            Some(_) => None,
        });
    low.is_some_and(|low| low <= number) && high.is_some_and(|high| number <= high)
}

/// Returns the measure of the value that violates the rule, if it does.
#[inline]
pub(super) fn broken(
    rule: &Rule,
    value: Value<'_>,
    has_parse_mode: &dyn Fn() -> bool,
) -> Option<Number> {
    // With a parse mode, the length of the resulting text is unknown.
    let plain = || text(value).filter(|_| !has_parse_mode()).map(str::trim);
    match *rule {
        Rule::Range(bounds) => value.number().filter(|number| !bounds.contains(number)),
        Rule::RangeOr(bounds, also) => value.number().filter(|number| {
            let is_other = also.iter().any(|other| *number == Number::Int(*other));
            !bounds.contains(number) && !is_other
        }),
        Rule::NonZero => value.number().filter(|number| *number == Number::Int(0)),
        Rule::Len(bounds) => text(value).and_then(|text| characters(text, bounds)),
        // Length in bytes first: most strings are neither too long nor too short.
        Rule::LenAfterEntities(bounds) => text(value)
            .and_then(|text| characters(text.trim(), bounds))
            .filter(|_| !has_parse_mode()),
        Rule::LineFeeds(bounds) => count(plain().map(|text| text.matches('\n').count()), bounds),
        Rule::Bytes(bounds) => count(text(value).map(str::len), bounds),
        Rule::Items(bounds) => match value {
            Value::List(list) => count(Some(list.len()), bounds),
            _ => None,
        },
        Rule::TotalLen(bounds) => {
            let mut total = 0;
            each(value, &mut |_, item| {
                total += text(item).map_or(0, |text| text.chars().count());
            });
            count(Some(total), bounds)
        }
        Rule::Pattern(pattern) => mismatch(pattern, text(value)?),
        // These have several items, or no measure.
        Rule::Each(_)
        | Rule::Increasing
        | Rule::StrictlyIncreasing
        | Rule::Uploaded
        | Rule::NotUrl
        | Rule::IdOrUrl
        | Rule::UploadedOrDropped => None,
    }
}

/// Visits every item of a list.
pub(super) fn each<'a>(value: Value<'a>, visit: &mut dyn FnMut(usize, Value<'a>)) {
    if let Value::List(list) = value {
        let items = (0..list.len()).filter_map(|index| Some((index, list.item(index)?)));
        items.for_each(|(index, item)| visit(index, item));
    }
}

/// Returns the index of the first item that violates the order, and the item.
pub(super) fn unordered(rule: Rule, value: Value<'_>) -> Option<(usize, Number)> {
    let (mut last, mut found) = (None, None);
    each(value, &mut |index, item| {
        let number = item.number();
        if let (Some(last), Some(number), None) = (last, number, found) {
            let is_right = match rule {
                Rule::Increasing => number >= last,
                _ => number > last,
            };
            found = (!is_right).then_some((index, number));
        }
        last = number;
    });
    found
}

/// Returns the position, counted from one, of the first character that does not match the pattern.
fn mismatch(pattern: Pattern, text: &str) -> Option<Number> {
    let is_url_safe = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    let is_of_command = |letter| matches!(letter, 'a'..='z' | '0'..='9' | '_');
    let is_other = |letter: char| !letter.is_ascii_alphabetic();
    let position = match pattern {
        Pattern::UrlSafe => text.chars().position(|letter| !is_url_safe(letter))?,
        Pattern::Command => {
            let name = text.trim_start();
            let name = name.strip_prefix('/').unwrap_or(name);
            let before = text.chars().count() - name.chars().count();
            let mut letters = name.trim_end().chars();
            before + letters.position(|letter| !is_of_command(letter))?
        }
        Pattern::LettersOrEmpty(_) if text.is_empty() => return None,
        Pattern::Letters(count) | Pattern::LettersOrEmpty(count) => {
            let length = text.chars().count();
            let end = (length != count).then(|| length.min(count));
            let wrong = text.chars().position(is_other);
            wrong.into_iter().chain(end).min()?
        }
    };
    i128::try_from(position + 1).ok().map(Number::Int)
}

impl Value<'_> {
    /// Returns the value as a number, if it is one.
    pub(crate) fn number(self) -> Option<Number> {
        match self {
            Value::Int(value) => Some(Number::Int(value.into())),
            Value::Uint(value) => Some(Number::Int(value.into())),
            Value::Int128(value) => Some(Number::Int(value)),
            Value::Uint128(value) => Some(Number::Uint(value)),
            Value::Float(value) => Some(Number::Float(value)),
            Value::Float32(value) => Some(Number::Float(value.into())),
            _ => None,
        }
    }
}

fn text(value: Value<'_>) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn characters(text: &str, bounds: Bounds<usize>) -> Option<Number> {
    // A character has one to four bytes, which usually decides.
    if bounds.contains(&text.len()) && bounds.contains(&text.len().div_ceil(4)) {
        return None;
    }
    count(Some(text.chars().count()), bounds)
}

fn count(found: Option<usize>, bounds: Bounds<usize>) -> Option<Number> {
    let found = found.filter(|found| !bounds.contains(found))?;
    i128::try_from(found).ok().map(Number::Int)
}
