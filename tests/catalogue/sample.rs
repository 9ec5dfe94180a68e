//! JSON that conforms to the facts.

use serde_json::{Map, Value, json};

use crate::facts::{Entry, Facts, Field};

/// The extent of a sample.
#[derive(Clone, Copy)]
pub(crate) enum Extent {
    /// Only required fields.
    Required,
    /// All fields, one level deep; required fields below.
    Flat,
    /// All fields, two levels deep; required fields below.
    Full,
}

impl Extent {
    pub(crate) const ALL: [Self; 3] = [Self::Required, Self::Flat, Self::Full];
}

pub(crate) struct Samples<'a>(pub(crate) &'a Facts);

impl Samples<'_> {
    /// Returns a value of the type `name`.
    pub(crate) fn of(&self, name: &str, extent: Extent) -> Value {
        self.named(name, extent as usize)
    }

    fn named(&self, name: &str, depth: usize) -> Value {
        let entry = self.0.get(name).unwrap_or_else(|| panic!("no {name}"));
        match entry.kind {
            // Recursive types end here.
            "union" if name == "RichText" && depth == 0 => json!("text"),
            "union" => {
                let needs = |name: &str| self.0[name].fields.iter().filter(|f| f.required).count();
                let least = entry
                    .variants
                    .iter()
                    .min_by_key(|variant| needs(variant.name));
                self.named(least.map_or("", |variant| variant.name), depth)
            }
            "marker" => json!({}),
            _ => Value::Object(self.object(entry, depth)),
        }
    }

    /// Returns all members, or the required ones at the end of the depth.
    fn object(&self, entry: &Entry, depth: usize) -> Map<String, Value> {
        let is_wanted = |field: &&Field| match entry.name {
            // One kind at a time.
            "Update" => field.name == "update_id",
            _ => field.required || depth > 0,
        };
        let wanted = entry.fields.iter().filter(is_wanted);
        let members = wanted.map(|field| {
            let value = self.field(field, depth.saturating_sub(1));
            (field.name.to_owned(), value)
        });
        members.collect()
    }

    /// Returns a value for one field that satisfies its rules.
    pub(crate) fn field(&self, field: &Field, depth: usize) -> Value {
        let word = ["const", "values", "each_of"]
            .iter()
            .find_map(|key| field.list(key).first().copied());
        if let Some(word) = word {
            return match field.ty {
                ty if ty.starts_with("Array") => json!([word]),
                "String" => json!(word),
                _ => word.parse().unwrap_or_else(|_| json!(word)),
            };
        }
        let least = |key: &str| {
            let (min, max) = field.range(key)?;
            min.or(max)
        };
        match field.kind().as_str() {
            "Integer" => json!(least("in").unwrap_or(7)),
            "String" => {
                let length = least("len").and_then(|least| usize::try_from(least).ok());
                let length = field.letters().or(length);
                json!("a".repeat(length.unwrap_or(1).max(1)))
            }
            kind if kind.starts_with("Array") => {
                let count = least("items").and_then(|least| usize::try_from(least).ok());
                self.items(field, count.unwrap_or(1).max(1), depth)
            }
            _ => self.expression(field.ty, depth),
        }
    }

    /// Returns a list of `count` items.
    pub(crate) fn items(&self, field: &Field, count: usize, depth: usize) -> Value {
        let word = field.list("each_of").first().map(|word| json!(word));
        if field.has("increasing") || field.has("strictly_increasing") {
            return (1..=count).collect();
        }
        let letters = field.letters().map(|count| json!("a".repeat(count)));
        let item = word
            .or(letters)
            .unwrap_or_else(|| self.expression(item(field.ty), depth));
        Value::Array(vec![item; count])
    }

    /// Returns a value of a type as it is written in the facts; the first of several.
    pub(crate) fn expression(&self, ty: &str, depth: usize) -> Value {
        if ty.starts_with("Array<") {
            return json!([self.expression(item(ty), depth)]);
        }
        match ty.split('|').next().unwrap_or(ty) {
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

/// Returns the type of a list's items.
fn item(ty: &str) -> &str {
    let item = ty.strip_prefix("Array<").unwrap_or(ty);
    item.strip_suffix('>').unwrap_or(item)
}
