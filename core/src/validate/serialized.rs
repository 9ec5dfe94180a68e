//! Values whose content is known only from their JSON, because their type implements `Param` with
//! serde.

use crate::schema::Number;
use crate::value::{Json, Param, Value};

/// The content of a value, as far as rules concern it.
pub(super) enum Content {
    Int(i64),
    Uint(u64),
    Float(f64),
    Text(String),
    List(Vec<Self>),
    Other,
}

impl Content {
    /// Returns the content of a value. What cannot be serialized is reported by the encoder.
    #[cold]
    pub(super) fn of(value: &dyn Json) -> Self {
        let mut json = Vec::new();
        let written = value.write_json(&mut json);
        let read = written.and_then(|()| serde_json::from_slice::<serde_json::Value>(&json));
        read.map_or(Self::Other, Self::from)
    }
}

impl From<serde_json::Value> for Content {
    fn from(json: serde_json::Value) -> Self {
        match json {
            serde_json::Value::Number(number) => {
                let integer = number.as_i64().map(Self::Int);
                let integer = integer.or_else(|| number.as_u64().map(Self::Uint));
                let number = integer.or_else(|| number.as_f64().map(Self::Float));
                number.unwrap_or(Self::Other)
            }
            serde_json::Value::String(text) => Self::Text(text),
            serde_json::Value::Array(items) => {
                Self::List(items.into_iter().map(Self::from).collect())
            }
            _ => Self::Other,
        }
    }
}

impl Param for Content {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Int(value) => Value::Int(*value),
            Self::Uint(value) => Value::Uint(*value),
            Self::Float(value) => Value::Float(*value),
            Self::Text(text) => Value::Text(text),
            Self::List(items) => Value::List(items),
            Self::Other => Value::Absent,
        }
    }
}

/// Returns the number that is sent for a value, if it is one.
pub(crate) fn number(value: Value<'_>) -> Option<Number> {
    match value {
        Value::Json(json) => Content::of(json).value().number(),
        value => value.number(),
    }
}
