//! Compares parameters with the facts: names, types, words and files, down to the innermost object.

use std::collections::BTreeSet;

use serde_json::Value;
use telegrammar_testing::ReceivedRequest;

use super::list::Members;
use crate::facts::{Entry, Facts, Field};

/// The files that were found in a value.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// The names of their parts.
    pub(crate) parts: Vec<String>,
    /// The fields that lead to them.
    pub(crate) places: BTreeSet<String>,
}

/// The files, or what is wrong and where.
pub(crate) type Verdict = Result<Files, String>;

pub(crate) struct Comparison<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) request: &'a ReceivedRequest,
}

impl Files {
    fn merge(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self.places.extend(other.places);
        self
    }

    fn of_all(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
        let mut verdicts = verdicts;
        verdicts.try_fold(Self::default(), |files, more| Ok(files.merge(more?)))
    }
}

impl Comparison<'_> {
    /// Compares the members of an object or the parameters of a call.
    pub(crate) fn members(&self, entry: &Entry, members: &Members) -> Verdict {
        let mut required = entry.fields.iter().filter(|field| field.required);
        if let Some(missing) = required.find(|field| !members.contains_key(field.name)) {
            return Err(format!("{}.{} is missing", entry.name, missing.name));
        }
        Files::of_all(members.iter().map(|(name, value)| {
            let known = entry.fields.iter().find(|field| field.name == name);
            let field = known.ok_or_else(|| format!("{}.{name} is unknown", entry.name))?;
            self.field(entry, field, value)
        }))
    }

    pub(crate) fn field(&self, entry: &Entry, field: &Field, value: &Value) -> Verdict {
        let place = format!("{}.{}", entry.name, field.name);
        let mut files = self.expression(field.ty, value, &place)?;
        let words = [
            field.list("const"),
            field.list("values"),
            field.list("each_of"),
        ]
        .concat();
        let said = value
            .as_array()
            .map_or(std::slice::from_ref(value), Vec::as_slice);
        let mut said = said.iter().filter_map(Value::as_str);
        if !words.is_empty() && !said.all(|word| words.contains(&word)) {
            return Err(format!("{place} is {value}, which is no word for it"));
        }
        match (field.word("upload"), value.as_str()) {
            (Some("direct" | "attach"), Some(text)) if text.starts_with("attach://") => {
                let file = self.request.attached(text);
                let file = file.ok_or_else(|| format!("{place}: there is no {text}"))?;
                // Each file is named after its position.
                if file.file_name() != place || file.content() != place.as_bytes() {
                    return Err(format!("{place} has the file {}", file.file_name()));
                }
                files.parts.push(file.part().to_owned());
            }
            (_, Some(text)) if text.starts_with("attach://") => {
                return Err(format!("{place} cannot be {text}"));
            }
            _ => {}
        }
        if !files.parts.is_empty() {
            files.places.insert(place);
        }
        Ok(files)
    }

    /// Compares a value of a type as it is written in the facts.
    fn expression(&self, ty: &str, value: &Value, place: &str) -> Verdict {
        if let Some(item) = ty
            .strip_prefix("Array<")
            .and_then(|ty| ty.strip_suffix('>'))
        {
            let Some(items) = value.as_array() else {
                return Err(format!("{place} is no Array: {value}"));
            };
            return Files::of_all(
                items
                    .iter()
                    .map(|value| self.expression(item, value, place)),
            );
        }
        if ty.contains('|') {
            let verdicts = ty.split('|').map(|ty| self.expression(ty, value, place));
            let verdicts: Vec<_> = verdicts.collect();
            let all = format!("{verdicts:?}");
            return verdicts.into_iter().find(Result::is_ok).unwrap_or(Err(all));
        }
        let is_right = match ty {
            "String" | "InputFile" => value.is_string(),
            "Boolean" => value.is_boolean(),
            "True" => *value == Value::Bool(true),
            "Float" => value.is_number(),
            "Integer32" => value
                .as_i64()
                .is_some_and(|value| i32::try_from(value).is_ok()),
            _ if ty.starts_with("Integer") => value.is_i64(),
            _ if ty.starts_with("Unsigned") => value.is_u64(),
            _ => return self.named(ty, value, place),
        };
        if is_right {
            Ok(Files::default())
        } else {
            Err(format!("{place} is no {ty}: {value}"))
        }
    }

    fn named(&self, name: &str, value: &Value, place: &str) -> Verdict {
        let entry = self
            .facts
            .get(name)
            .ok_or_else(|| format!("{place}: what is {name}?"))?;
        if name == "RichText" && (value.is_string() || value.is_array()) {
            let items = value.as_array().into_iter().flatten();
            return Files::of_all(items.map(|item| self.named(name, item, place)));
        }
        let members = value.as_object();
        let members = members.ok_or_else(|| format!("{place} is no {name}: {value}"))?;
        match (entry.kind, entry.tag()) {
            ("union", Some(tag)) => {
                let said = members.get(tag).and_then(Value::as_str);
                let variant = entry.variants.iter().find(|variant| {
                    said == Some(variant.tag)
                        && variant
                            .telling
                            .iter()
                            .all(|name| members.contains_key(*name))
                });
                let variant = variant.ok_or_else(|| format!("{place} is no {name}: {value}"))?;
                self.members(&self.facts[variant.name], members)
            }
            ("union", None) => {
                let variants = entry.variants.iter();
                let verdicts = variants.map(|it| self.members(&self.facts[it.name], members));
                let verdicts: Vec<_> = verdicts.collect();
                let all = format!("{verdicts:?}");
                verdicts.into_iter().find(Result::is_ok).unwrap_or(Err(all))
            }
            _ => self.members(entry, members),
        }
    }
}
