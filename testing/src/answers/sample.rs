//! Plausible values of the Bot API's types: what is required, and nothing else.

use serde_json::{Map, Value, json};
use telegrammar::schema::{ApiType, FieldInfo, Number, Rule, TypeInfo};

use super::schema;

/// Deeper values do not occur: what contains itself is optional.
const DEEPEST: usize = 12;

/// Returns an object with its tag and its required fields.
pub(crate) fn object(info: &TypeInfo, now: i64) -> Map<String, Value> {
    Sample { now }.object(info, 0)
}

/// Returns a value of a type. A list has one item.
pub(crate) fn value(ty: &ApiType, now: i64) -> Value {
    match ty {
        ApiType::Array(item) => Value::Array(vec![value(item, now)]),
        ty => Sample { now }.of_type(ty, 0),
    }
}

/// Returns the value of one field.
pub(crate) fn field(owner: &TypeInfo, field: &FieldInfo, now: i64) -> Value {
    Sample { now }.field(owner, field, 0)
}

struct Sample {
    /// The Unix time.
    now: i64,
}

impl Sample {
    fn object(&self, info: &TypeInfo, depth: usize) -> Map<String, Value> {
        let mut members = Map::new();
        if let Some((tag, value)) = info.tag {
            members.insert(tag.to_owned(), value.into());
        }
        for field in info.fields.iter().filter(|field| field.required) {
            members.insert(field.name.to_owned(), self.field(info, field, depth));
        }
        members
    }

    fn of_type(&self, ty: &ApiType, depth: usize) -> Value {
        if depth > DEEPEST {
            return Value::Null;
        }
        match ty {
            ApiType::Integer | ApiType::ChatId => 1.into(),
            ApiType::Float => json!(1.0),
            ApiType::Boolean => true.into(),
            ApiType::Array(_) => json!([]),
            ApiType::Object(name) => self.named(name, depth),
            ApiType::OneOf([first, ..]) => self.of_type(first, depth),
            _ => "sample".into(),
        }
    }

    fn named(&self, name: &str, depth: usize) -> Value {
        // Its objects contain another one.
        if name == "RichText" {
            return "text".into();
        }
        if let Some(info) = schema::object(name) {
            return self.object(info, depth + 1).into();
        }
        let variants = schema::union(name).map_or(&[][..], |union| union.variants);
        let variant = variants.iter().find(|it| schema::object(it.name).is_some());
        let Some(info) = variant.and_then(|it| schema::object(it.name)) else {
            return Value::Null;
        };
        self.object(info, depth + 1).into()
    }

    fn field(&self, owner: &TypeInfo, field: &FieldInfo, depth: usize) -> Value {
        match field.api_type {
            ApiType::Integer => self.integer(field).into(),
            ApiType::String => text(owner.name, field).into(),
            ApiType::Boolean => (field.name == "is_enabled").into(),
            ApiType::Array(_) if field.name == "emoji_list" => json!(["🎲"]),
            ApiType::Array(item) => {
                let few = least(field).unwrap_or(0).max(0);
                let items = (0..few).map(|_| self.of_type(item, depth + 1));
                Value::Array(items.collect())
            }
            ref ty => self.of_type(ty, depth),
        }
    }

    fn integer(&self, field: &FieldInfo) -> i64 {
        let name = field.name;
        let value = if name == "date" || name.ends_with("_date") {
            self.now
        } else if name == "amount" {
            1
        } else if name.ends_with("count") || name.ends_with("amount") {
            0
        } else if matches!(name, "width" | "height" | "length") {
            320
        } else if name == "icon_color" {
            0x6F_B9F0
        } else {
            1
        };
        value.max(least(field).unwrap_or(i64::MIN))
    }
}

/// Returns the lower bound of a number, or of the number of items.
fn least(field: &FieldInfo) -> Option<i64> {
    field.rules.iter().find_map(|rule| match rule {
        Rule::Range(bounds) | Rule::RangeOr(bounds, _) => match bounds.min {
            Some(Number::Int(least)) => i64::try_from(least).ok(),
            Some(Number::Uint(least)) => i64::try_from(least).ok(),
            _ => None,
        },
        Rule::Items(bounds) => bounds.min.and_then(|least| i64::try_from(least).ok()),
        _ => None,
    })
}

fn text(owner: &str, field: &FieldInfo) -> String {
    if let Some(word) = schema::words(owner, field.name).first() {
        return (*word).to_owned();
    }
    match field.name {
        "currency" => "XTR".to_owned(),
        "emoji" => "🎲".to_owned(),
        "first_name" => "Ann".to_owned(),
        "invite_link" => "https://t.me/+FakeInviteLink".to_owned(),
        name if name == "url" || name.ends_with("_url") => "https://example.com/".to_owned(),
        name if name == "id" || name.ends_with("_id") => "1".to_owned(),
        name => name.replace('_', " "),
    }
}
