//! `serde::Deserialize` for methods: one map of all parameters, from which each field takes its own.

mod content;

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::schema::MethodInfo;
use content::{Content, ContentDeserializer};

/// The parameters of a method that is being deserialized, by the order of its fields.
pub struct Fields<'de, E> {
    info: &'static MethodInfo,
    values: Vec<Option<Content<'de>>>,
    /// What is wrong with an optional parameter.
    error: Option<E>,
}

/// Reads a map of parameters. Names that the method does not know are skipped.
///
/// # Errors
///
/// The deserializer's own; a parameter that is given twice.
pub fn fields<'de, D: Deserializer<'de>>(
    info: &'static MethodInfo,
    deserializer: D,
) -> Result<Fields<'de, D::Error>, D::Error> {
    let values = deserializer.deserialize_map(FieldsVisitor(info))?;
    Ok(Fields {
        info,
        values,
        error: None,
    })
}

/// The method, unless something is wrong with a parameter.
///
/// # Errors
///
/// What is wrong.
pub fn finish<M, E>(method: M, fields: Fields<'_, E>) -> Result<M, E> {
    fields.error.map_or(Ok(method), Err)
}

impl<'de, E: Error> Fields<'de, E> {
    /// Takes the value of the parameter at `index`; without one, what a missing value means to `T`.
    ///
    /// # Errors
    ///
    /// The value is not a `T`, or there is none and `T` needs one.
    pub fn take<T: Deserialize<'de>>(&mut self, index: usize) -> Result<T, E> {
        match self.error.take() {
            None => self.read(index),
            Some(error) => Err(error),
        }
    }

    /// Takes the value of an optional parameter. What is wrong with it is told by what comes next,
    /// which spares every field of a method an exit of its own.
    pub fn find<T: Deserialize<'de>>(&mut self, index: usize) -> Option<T> {
        if self.error.is_some() {
            return None;
        }
        self.read(index).unwrap_or_else(|error| {
            self.error = Some(error);
            None
        })
    }

    fn read<T: Deserialize<'de>>(&mut self, index: usize) -> Result<T, E> {
        let name = self.info.params.get(index).map_or("", |param| param.name);
        match self.values.get_mut(index).and_then(Option::take) {
            Some(content) => T::deserialize(ContentDeserializer::new(content))
                .map_err(|error: E| E::custom(format_args!("parameter `{name}`: {error}"))),
            None => T::deserialize(Missing {
                name,
                error: std::marker::PhantomData,
            }),
        }
    }
}

struct FieldsVisitor(&'static MethodInfo);

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Vec<Option<Content<'de>>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the parameters of `{}`", self.0.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let info = self.0;
        let mut values: Vec<_> = info.params.iter().map(|_| None).collect();
        while let Some(name) = map.next_key::<Content<'de>>()? {
            let known = info
                .params
                .iter()
                .zip(&mut values)
                .find(|(param, _)| name == param.name);
            match known {
                Some((param, Some(_))) => return Err(A::Error::duplicate_field(param.name)),
                Some((_, value)) => *value = Some(map.next_value()?),
                None => drop(map.next_value::<serde::de::IgnoredAny>()?),
            }
        }
        Ok(values)
    }
}

/// A parameter that is not there: nothing to an `Option`, an error to everything else.
struct Missing<E> {
    name: &'static str,
    error: std::marker::PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.name))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
