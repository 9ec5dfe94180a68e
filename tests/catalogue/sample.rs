//! JSON that the facts allow.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::facts::{Entry, Field};

/// How much a sample holds.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extent {
    /// Only what is required.
    Required,
    /// Everything, two levels deep; below that what is required.
    Full,
}

pub(crate) struct Samples<'a>(pub(crate) &'a BTreeMap<&'static str, Entry>);

impl Samples<'_> {
    /// A value of the type called `name`.
    pub(crate) fn of(&self, name: &str, extent: Extent) -> Value {
        self.named(name, if extent == Extent::Full { 2 } else { 0 })
    }

    fn named(&self, name: &str, depth: usize) -> Value {
        let entry = self.0.get(name).unwrap_or_else(|| panic!("no {name}"));
        match entry.kind {
            "union" => {
                // The smallest variant, so that types that hold themselves come to an end.
                let (variant, _) = entry.variants[0];
                if variant == "InlineQueryResultCachedAudio" {
                    return self.named("InlineQueryResultArticle", depth);
                }
                if name == "RichText" && depth == 0 {
                    return json!("text");
                }
                self.named(variant, depth)
            }
            "marker" => json!({}),
            _ => Value::Object(self.object(entry, depth)),
        }
    }

    /// All members, or those that are required at the end of the depth.
    pub(crate) fn object(&self, entry: &Entry, depth: usize) -> Map<String, Value> {
        let wanted = entry
            .fields
            .iter()
            .filter(|field| field.required || depth > 0);
        let wanted = wanted.filter(|field| entry.name != "Update" || field.name == "update_id");
        let members = wanted.map(|field| {
            (
                field.name.to_owned(),
                self.field(field, depth.saturating_sub(1)),
            )
        });
        members.collect()
    }

    /// A value for one field that keeps its rules.
    pub(crate) fn field(&self, field: &Field, depth: usize) -> Value {
        for key in ["const", "values"] {
            if let Some(value) = field.word(key) {
                let first = value.split('|').next().unwrap_or(value);
                return match field.ty {
                    "String" => json!(first),
                    ty if ty.starts_with("Array") => json!([first]),
                    _ => first
                        .parse::<i64>()
                        .map_or(json!(first), |number| json!(number)),
                };
            }
        }
        if let Some(first) = field
            .word("each_of")
            .and_then(|words| words.split('|').next())
        {
            return json!([first]);
        }
        let least = |key: &str| {
            let range = field.word(key)?;
            let (min, max) = range.split_once("..")?;
            min.parse::<i64>()
                .ok()
                .or_else(|| max.strip_prefix('=')?.parse().ok())
        };
        match field.ty {
            "Integer" | "Integer64" | "Integer52" | "Integer32" | "Unsigned32" => {
                json!(least("in").unwrap_or(7))
            }
            ty if (ty.starts_with("Integer") || ty.starts_with("Unsigned"))
                && !ty.contains('|') =>
            {
                json!(least("in").unwrap_or(7))
            }
            "Float" => json!(
                least("in")
                    .and_then(|least| i32::try_from(least).ok())
                    .map_or(1.5, f64::from)
            ),
            "String" => {
                let length = usize::try_from(least("len").unwrap_or(1).max(1)).unwrap_or(1);
                json!("a".repeat(length))
            }
            "Boolean" | "True" => json!(true),
            ty => self.expression(ty, depth, least("items").unwrap_or(1).max(1)),
        }
    }

    fn expression(&self, ty: &str, depth: usize, items: i64) -> Value {
        if let Some(item) = ty
            .strip_prefix("Array<")
            .and_then(|rest| rest.strip_suffix('>'))
        {
            return (0..items)
                .map(|_| self.expression(item, depth, 1))
                .collect();
        }
        let first = ty.split('|').next().unwrap_or(ty);
        match first {
            "Integer64" if ty.contains("|String") => json!(-100_123),
            "InputFile" => json!("AgACAgIAAxkB"),
            "String" => json!("a"),
            "Boolean" | "True" => json!(true),
            "Float" => json!(1.5),
            number if number.starts_with("Integer") || number.starts_with("Unsigned") => json!(7),
            name => self.named(name, depth),
        }
    }
}
