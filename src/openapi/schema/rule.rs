//! The rules for a value, as far as JSON Schema has words for them. It counts the length of a text in
//! Unicode code points, as [`Rule::Len`] does. What is counted otherwise is told by a key of our own,
//! with those bounds beside it that no valid text exceeds.

use super::super::json::{Map, Node, list};
use super::{and, and_all_of};
use crate::schema::{Bounds, Number, Pattern, Rule};

/// A part of a form, a file of the server's own disk, or something that is neither.
const UPLOADED: &str = "^(?:attach://|file:/)";
const NOT_URL: &str = "^(?:[A-Za-z0-9_-]+$|attach://|file:/)";
const ID_OR_URL: &str = "^(?:[A-Za-z0-9_-]+$|[A-Za-z][A-Za-z0-9+.-]*://|file:/)";

/// Adds a rule to the schema of the value.
pub(super) fn apply(rule: &Rule, schema: &mut Map) {
    match rule {
        Rule::Range(bounds) => and(schema, range(bounds)),
        Rule::RangeOr(bounds, also) => {
            let also = Map::new().with("enum", list(also.iter().copied()));
            let either = Map::new().with("anyOf", list([range(bounds), also]));
            // Generators read it beside `type` as other types.
            and_all_of(schema, either);
        }
        Rule::NonZero => and(
            schema,
            Map::new().with("not", Map::new().with("const", 0_i64)),
        ),
        Rule::Len(bounds) => and(schema, counted(bounds.min, bounds.max, LENGTH)),
        Rule::Items(bounds) => {
            and(
                schema,
                counted(bounds.min, bounds.max, ["minItems", "maxItems"]),
            );
        }
        Rule::LenAfterEntities(bounds) => {
            // Marks and white space only make it longer.
            and(schema, counted(bounds.min, None, LENGTH));
            schema.set("x-telegram-length-after-entities", limits(bounds));
        }
        Rule::Bytes(bounds) => {
            // A code point has one to four bytes.
            let least = bounds.min.map(|min| min.div_ceil(4));
            and(schema, counted(least, bounds.max, LENGTH));
            schema.set("x-telegram-bytes", limits(bounds));
        }
        Rule::LineFeeds(bounds) => schema.set("x-telegram-line-feeds", limits(bounds)),
        Rule::TotalLen(bounds) => schema.set("x-telegram-total-length", limits(bounds)),
        Rule::Each(rule) => match schema.get_mut("items") {
            Some(Node::Map(items)) => apply(rule, items),
            _ => schema.set("x-telegram-each", rule.to_string()),
        },
        Rule::Increasing => schema.set("x-telegram-order", "increasing"),
        Rule::StrictlyIncreasing => {
            schema.set("uniqueItems", true);
            schema.set("x-telegram-order", "strictly-increasing");
        }
        Rule::Pattern(pattern) => and(schema, Map::new().with("pattern", self::pattern(*pattern))),
        Rule::Uploaded => file(schema, UPLOADED),
        Rule::NotUrl => file(schema, NOT_URL),
        Rule::IdOrUrl => file(schema, ID_OR_URL),
        Rule::UploadedOrDropped => {
            file(schema, ID_OR_URL);
            schema.set("x-telegram-ignored-unless-uploaded", true);
        }
        rule => schema.set("x-telegram-rule", rule.to_string()),
    }
}

fn file(schema: &mut Map, pattern: &'static str) {
    // Beside a reference, a pattern is one more condition.
    schema.set("pattern", pattern);
}

fn range(bounds: &Bounds<Number>) -> Map {
    let number = |number: Number| match number {
        Number::Int(value) => Node::Int(value),
        Number::Uint(value) => Node::Uint(value),
        Number::Float(value) => Node::Float(value),
    };
    Map::new()
        .with_some("minimum", bounds.min.map(number))
        .with_some("maximum", bounds.max.map(number))
}

const LENGTH: [&str; 2] = ["minLength", "maxLength"];

fn counted(least: Option<usize>, most: Option<usize>, [min, max]: [&'static str; 2]) -> Map {
    Map::new()
        .with_some(min, least.filter(|least| *least > 0))
        .with_some(max, most)
}

fn limits(bounds: &Bounds<usize>) -> Map {
    Map::new()
        .with_some("minimum", bounds.min)
        .with_some("maximum", bounds.max)
}

fn pattern(pattern: Pattern) -> String {
    match pattern {
        Pattern::UrlSafe => "^[A-Za-z0-9_-]*$".to_owned(),
        Pattern::Command => r"^\s*/?[a-z0-9_]*\s*$".to_owned(),
        Pattern::Letters(count) => format!("^[A-Za-z]{{{count}}}$"),
        Pattern::LettersOrEmpty(count) => format!("^(?:[A-Za-z]{{{count}}})?$"),
        _ => String::new(),
    }
}
