//! A decoder of its own, for comparison: it walks a `serde_json::Value` by the facts of the Bot API, and
//! has nothing in common with the decoder that is tested.

use serde_json::{Map, Value, json};

use crate::decoding::bases::FACTS;
use crate::facts::{Entry, Field, Variant};

/// What must become of a value: how it is written again, or the path of its first fault.
pub(crate) type Read = Result<Value, String>;

pub(crate) struct Reference {
    is_lenient: bool,
    /// The paths of what was repaired.
    pub(crate) repairs: Vec<String>,
}

/// Sets of words that no other word belongs to, by one of their words: they are only ever sent.
const CLOSED: [&str; 5] = [
    "MarkdownV2",
    "static",
    "image/jpeg",
    "video/mp4",
    "application/pdf",
];

impl Reference {
    pub(crate) fn new(is_lenient: bool) -> Self {
        Self {
            is_lenient,
            repairs: Vec::new(),
        }
    }

    /// A value of the type called `name`.
    pub(crate) fn named(&mut self, name: &str, value: &Value, path: &str) -> Read {
        let entry = &FACTS[name];
        match entry.kind {
            "union" => self.union(entry, value, path),
            _ => self.object(entry, value, path),
        }
    }

    fn object(&mut self, entry: &Entry, value: &Value, path: &str) -> Read {
        let members = value.as_object().ok_or(path)?;
        let before = self.repairs.len();
        let fields: Vec<_> = entry
            .fields
            .iter()
            .filter(|field| !field.is_tag())
            .collect();
        let mut read = Map::new();
        let mut is_undecodable = false;
        for (name, value) in members {
            let Some(field) = fields.iter().find(|field| field.name == name) else {
                if entry.name == "Update" {
                    read.insert(name.clone(), value.clone());
                }
                let tag = entry.fields.iter().find(|field| field.name == name);
                let is_right = match (tag.and_then(|tag| tag.word("const")), value) {
                    (Some(_), Value::Null) => true,
                    (Some(tag), Value::String(found)) => is_tag(entry, tag, found),
                    (Some(_), _) => false,
                    (None, _) => entry.is_received(),
                };
                if is_right {
                    continue;
                }
                self.repairs.truncate(before);
                return Err(member(path, name));
            };
            if value.is_null() {
                continue;
            }
            let (start, path) = (self.repairs.len(), member(path, name));
            match self.field(entry, field, value, &path) {
                Ok(value) if field.ty == "True" && !field.required && value == false => {}
                Ok(value) => drop(read.insert(name.clone(), value)),
                Err(fault) if field.required || !self.is_lenient => {
                    self.repairs.truncate(before);
                    return Err(fault);
                }
                Err(_) => {
                    self.repairs.truncate(start);
                    if entry.name == "Update" {
                        is_undecodable = true;
                    } else {
                        self.repairs.push(path);
                    }
                }
            }
        }
        let known = fields.iter().any(|field| {
            members
                .get(field.name)
                .is_some_and(|value| !value.is_null())
        });
        for field in fields.iter().filter(|field| field.required) {
            if read.contains_key(field.name) {
                continue;
            }
            let inner = member(path, field.name);
            if self.is_lenient
                && known
                && let Some(default) = default(field.ty)
            {
                read.insert(field.name.to_owned(), default);
                self.repairs.push(inner);
                continue;
            }
            self.repairs.truncate(before);
            let is_null = members.contains_key(field.name);
            return Err(if is_null { inner } else { path.to_owned() });
        }
        if is_undecodable {
            self.repairs.truncate(before);
            self.repairs.push(path.to_owned());
            return Ok(value.clone());
        }
        let tags = entry.fields.iter().filter(|field| field.is_tag());
        read.extend(tags.map(|tag| (tag.name.to_owned(), json!(tag.word("const")))));
        Ok(Value::Object(read))
    }

    fn field(&mut self, entry: &Entry, field: &Field, value: &Value, path: &str) -> Read {
        let words = field.list("values");
        let is_closed = words.iter().any(|word| CLOSED.contains(word));
        if is_closed && field.ty == "String" && entry.direction() == "out" {
            let is_it = |word: &&&str| match value.as_str() {
                Some(found) if field.name.ends_with("parse_mode") => {
                    word.eq_ignore_ascii_case(found)
                }
                found => found == Some(**word),
            };
            let word = words.iter().find(is_it);
            return word.map(|word| json!(word)).ok_or_else(|| path.to_owned());
        }
        let is_narrow = field.ty == "Integer32" && entry.direction() == "out";
        if is_narrow && integer(value).is_none_or(|value| i32::try_from(value).is_err()) {
            return Err(path.to_owned());
        }
        self.expression(field.ty, value, path)
    }

    fn expression(&mut self, ty: &str, value: &Value, path: &str) -> Read {
        if let Some(item) = ty
            .strip_prefix("Array<")
            .and_then(|ty| ty.strip_suffix('>'))
        {
            return self.list(item, value, path);
        }
        let read = match ty {
            "String" | "InputFile|String" => value.as_str().map(Value::from),
            "Boolean" | "True" => value.as_bool().map(Value::from),
            "Float" => value.as_f64().map(Value::from),
            "Integer64|String" if value.is_string() => Some(value.clone()),
            "Integer64|String" => integer(value).map(Value::from),
            _ if ty.starts_with("Integer") || ty.starts_with("Unsigned") => {
                integer(value).map(Value::from)
            }
            _ if ty.contains('|') => return self.one_of(ty, value, path),
            name => return self.named(name, value, path),
        };
        read.ok_or_else(|| path.to_owned())
    }

    /// One of several objects, which their tags tell apart. The catalogue has a union for them that
    /// stores what it does not know.
    fn one_of(&mut self, types: &str, value: &Value, path: &str) -> Read {
        let before = self.repairs.len();
        let read = match value.get("type") {
            Some(Value::String(tag)) => {
                let is_it = |name: &&str| FACTS[*name].field("type").word("const") == Some(tag);
                match types.split('|').find(is_it) {
                    Some(name) => self.named(name, value, path),
                    None => Ok(value.clone()),
                }
            }
            Some(_) => Err(member(path, "type")),
            None => Err(path.to_owned()),
        };
        self.hold(read, before, value, path)
    }

    fn list(&mut self, item: &str, value: &Value, path: &str) -> Read {
        let before = self.repairs.len();
        let items = value.as_array().ok_or(path)?.iter().enumerate();
        let read =
            items.map(|(index, value)| self.expression(item, value, &format!("{path}[{index}]")));
        let read: Read = read.collect();
        if read.is_err() {
            self.repairs.truncate(before);
        }
        read
    }

    fn union(&mut self, entry: &Entry, value: &Value, path: &str) -> Read {
        let before = self.repairs.len();
        let read = match value {
            Value::Object(members) => match variant(entry, members, path) {
                Ok(Some(variant)) => self.named(variant.name, value, path),
                Ok(None) if stores_unknown(entry) => Ok(value.clone()),
                Ok(None) => Err(path.to_owned()),
                Err(fault) => Err(fault),
            },
            Value::String(_) if entry.name == "RichText" => Ok(value.clone()),
            Value::Array(_) if entry.name == "RichText" => self.list("RichText", value, path),
            _ => Err(path.to_owned()),
        };
        if stores_unknown(entry) {
            return self.hold(read, before, value, path);
        }
        read
    }

    /// What a union makes of a fault that can store what it does not know.
    fn hold(&mut self, read: Read, before: usize, value: &Value, path: &str) -> Read {
        if read.is_ok() || !self.is_lenient {
            return read;
        }
        self.repairs.truncate(before);
        self.repairs.push(path.to_owned());
        Ok(value.clone())
    }
}

fn member(path: &str, name: &str) -> String {
    if path.is_empty() {
        return name.to_owned();
    }
    format!("{path}.{name}")
}

/// Whether the union has a variant for what it does not know: where the server writes it.
fn stores_unknown(entry: &Entry) -> bool {
    entry.direction() != "out" && entry.tag().is_some()
}

/// The variant that the members are of; none that is known, or the path of what tells no variant.
fn variant<'e>(
    entry: &'e Entry,
    members: &Map<String, Value>,
    path: &str,
) -> Result<Option<&'e Variant>, String> {
    let has = |name: &&str| members.get(*name).is_some_and(|value| !value.is_null());
    let has_all = |variant: &&Variant| variant.telling.iter().all(has);
    let Some(tag) = entry.tag() else {
        if entry.name == "MaybeInaccessibleMessage" {
            let is_zero = members.get("date").and_then(Value::as_f64) == Some(0.0);
            return Ok(entry.variants.get(usize::from(is_zero)));
        }
        let variants = entry.variants.iter().rev().filter(has_all);
        return Ok(variants.max_by_key(|variant| variant.telling.len()));
    };
    let tag = match members.get(tag) {
        Some(Value::String(tag)) => tag,
        Some(_) => return Err(member(path, tag)),
        None => return Err(path.to_owned()),
    };
    let tagged: Vec<_> = entry
        .variants
        .iter()
        .filter(|variant| is_tag(entry, variant.tag, tag))
        .collect();
    match tagged[..] {
        [] => Ok(None),
        [variant] => Ok(Some(variant)),
        _ => match tagged.into_iter().find(has_all) {
            Some(variant) => Ok(Some(variant)),
            None => Err(path.to_owned()),
        },
    }
}

/// Whether a tag is the expected one. The server ignores the case of that of an inline result.
fn is_tag(entry: &Entry, expected: &str, found: &str) -> bool {
    if entry.name.starts_with("InlineQueryResult") {
        return expected.eq_ignore_ascii_case(found);
    }
    expected == found
}

/// A number whose value is whole, however it is written.
fn integer(value: &Value) -> Option<i64> {
    let text = value.as_number()?.to_string();
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    let places = exponent.parse::<i32>().ok()? - i32::try_from(fraction.len()).ok()?;
    if digits == 0 {
        return Some(0);
    }
    let power = 10_i128.checked_pow(places.unsigned_abs())?;
    let number = if places < 0 {
        (digits % power == 0).then(|| digits / power)?
    } else {
        digits.checked_mul(power)?
    };
    number.try_into().ok()
}

/// What a required field stands for that is absent.
fn default(ty: &str) -> Option<Value> {
    if ty == "Boolean" || ty == "True" {
        return Some(json!(false));
    }
    if ty.starts_with("Array<") {
        return Some(json!([]));
    }
    let entry = FACTS.get(ty).filter(|entry| entry.kind == "object")?;
    let required = entry
        .fields
        .iter()
        .filter(|field| field.required && !field.is_tag());
    let members = required.map(|field| Some((field.name.to_owned(), default(field.ty)?)));
    let members: Option<Map<_, _>> = members.collect();
    members
        .filter(|members| !members.is_empty())
        .map(Value::Object)
}
