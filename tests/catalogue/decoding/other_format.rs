//! A format that is not JSON text: values come one by one, owned, and in the form that deserializers
//! of other formats choose.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

/// Reads a value from the format.
pub(crate) fn read<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    T::deserialize(Item(value.clone())).map_err(|error: Problem| error.to_string())
}

#[derive(Clone)]
struct Item(Value);

type Problem = serde::de::value::Error;

impl<'de> Deserializer<'de> for Item {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
                // The narrowest that fits, as compact formats have it.
                (Some(value), ..) => match (i8::try_from(value), u32::try_from(value)) {
                    (Ok(value), _) => visitor.visit_i8(value),
                    (_, Ok(value)) => visitor.visit_u32(value),
                    _ => visitor.visit_i64(value),
                },
                (_, Some(value), _) => visitor.visit_u64(value),
                (.., Some(value)) => visitor.visit_f64(value),
                _ => Err(Problem::custom("a number of no kind")),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(items) => {
                visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Item)))
            }
            Value::Object(members) => {
                let members = members.into_iter();
                let members = members.map(|(name, value)| (name, Item(value)));
                visitor.visit_map(MapDeserializer::new(members))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Problem> for Item {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
