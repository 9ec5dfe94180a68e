//! A value that is kept until its type is known.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    Deserialize, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde::ser::{Serialize, Serializer};

/// How `serde_json::value::RawValue` asks a deserializer for a value as JSON.
const RAW: &str = "$serde_json::private::RawValue";

/// Any value, kept until the field that it belongs to asks for it. Texts stay borrowed.
pub(super) enum Content<'de> {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Int128(i128),
    Uint128(u128),
    Float(f64),
    Borrowed(&'de str),
    Owned(String),
    List(Vec<Content<'de>>),
    Map(Vec<(Content<'de>, Content<'de>)>),
}

impl PartialEq<&str> for Content<'_> {
    fn eq(&self, name: &&str) -> bool {
        match self {
            Self::Borrowed(text) => text == name,
            Self::Owned(text) => text == name,
            _ => false,
        }
    }
}

impl<'de> Deserialize<'de> for Content<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ContentVisitor)
    }
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(value) => serializer.serialize_i64(*value),
            Self::Uint(value) => serializer.serialize_u64(*value),
            Self::Int128(value) => serializer.serialize_i128(*value),
            Self::Uint128(value) => serializer.serialize_u128(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Borrowed(text) => serializer.serialize_str(text),
            Self::Owned(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

struct ContentVisitor;

macro_rules! keep {
    ($($visit:ident($type:ty) $variant:ident;)+) => {$(
        fn $visit<E>(self, value: $type) -> Result<Content<'de>, E> {
            Ok(Content::$variant(value.into()))
        }
    )+};
}

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    keep! {
        visit_bool(bool) Bool;
        visit_i64(i64) Int;
        visit_u64(u64) Uint;
        visit_i128(i128) Int128;
        visit_u128(u128) Uint128;
        visit_f64(f64) Float;
        visit_str(&str) Owned;
        visit_borrowed_str(&'de str) Borrowed;
        visit_string(String) Owned;
    }

    fn visit_none<E>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_unit<E>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Content<'de>, D::Error> {
        Content::deserialize(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        inner: D,
    ) -> Result<Content<'de>, D::Error> {
        Content::deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Content<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Content::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Content<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Content::Map(entries))
    }
}

pub(super) struct ContentDeserializer<'de, E> {
    content: Content<'de>,
    error: std::marker::PhantomData<E>,
}

impl<'de, E> ContentDeserializer<'de, E> {
    pub(super) fn new(content: Content<'de>) -> Self {
        Self {
            content,
            error: std::marker::PhantomData,
        }
    }
}

impl<'de, E: Error> IntoDeserializer<'de, E> for Content<'de> {
    type Deserializer = ContentDeserializer<'de, E>;

    fn into_deserializer(self) -> Self::Deserializer {
        ContentDeserializer::new(self)
    }
}

impl<'de, E: Error> Deserializer<'de> for ContentDeserializer<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Null => visitor.visit_unit(),
            Content::Bool(value) => visitor.visit_bool(value),
            Content::Int(value) => visitor.visit_i64(value),
            Content::Uint(value) => visitor.visit_u64(value),
            Content::Int128(value) => visitor.visit_i128(value),
            Content::Uint128(value) => visitor.visit_u128(value),
            Content::Float(value) => visitor.visit_f64(value),
            Content::Borrowed(text) => visitor.visit_borrowed_str(text),
            Content::Owned(text) => visitor.visit_string(text),
            Content::List(items) => {
                let mut seq = SeqDeserializer::new(items.into_iter());
                let value = visitor.visit_seq(&mut seq)?;
                seq.end().map(|()| value)
            }
            Content::Map(entries) => {
                let mut map = MapDeserializer::new(entries.into_iter());
                let value = visitor.visit_map(&mut map)?;
                map.end().map(|()| value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        if name == RAW {
            let json = serde_json::to_string(&self.content).map_err(E::custom)?;
            return visitor.visit_map(MapDeserializer::new(std::iter::once((RAW, json))));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let (variant, value) = match self.content {
            Content::Map(entries) => {
                let mut entries = entries.into_iter();
                match (entries.next(), entries.next()) {
                    (Some((variant, value)), None) => (variant, Some(value)),
                    _ => return Err(E::invalid_value(Unexpected::Map, &"a map with one key")),
                }
            }
            variant => (variant, None),
        };
        visitor.visit_enum(Variant {
            name: variant,
            value,
            error: std::marker::PhantomData,
        })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// An enum in serde's own form: a text, or a map from the variant's name to its content.
struct Variant<'de, E> {
    name: Content<'de>,
    value: Option<Content<'de>>,
    error: std::marker::PhantomData<E>,
}

impl<'de, E: Error> EnumAccess<'de> for Variant<'de, E> {
    type Error = E;
    type Variant = Self;

    fn variant_seed<S: serde::de::DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<(S::Value, Self), E> {
        let variant = std::mem::replace(&mut self.name, Content::Null);
        Ok((seed.deserialize(ContentDeserializer::new(variant))?, self))
    }
}

impl<'de, E: Error> Variant<'de, E> {
    fn content(self) -> ContentDeserializer<'de, E> {
        ContentDeserializer::new(self.value.unwrap_or(Content::Null))
    }
}

impl<'de, E: Error> VariantAccess<'de> for Variant<'de, E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        Deserialize::deserialize(self.content())
    }

    fn newtype_variant_seed<S: serde::de::DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<S::Value, E> {
        seed.deserialize(self.content())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, E> {
        self.content().deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        self.content().deserialize_any(visitor)
    }
}
