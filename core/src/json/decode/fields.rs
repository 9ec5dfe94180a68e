//! `serde::Deserialize` for methods. Their fields may have types that implement only serde's traits
//! and may borrow from the text, so each field is deserialized from its own part of the text.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;

use super::error::unknown_field;
use super::reader::{Failed, Read, Reader};
use super::source;
use super::value::{kind, words};
use crate::error::redact::redact_tokens;
use crate::schema::{MethodInfo, TypeInfo};

/// The parameters of a method that is being deserialized, in the order of its fields.
pub struct Fields<'de, E> {
    info: &'static MethodInfo,
    values: Vec<Option<Cow<'de, str>>>,
    /// The first error in an optional parameter.
    error: Option<E>,
}

impl<'de, E: Error> Fields<'de, E> {
    /// Reads an object of parameters. The name of the method may be among them, as in a response to
    /// a webhook.
    ///
    /// # Errors
    ///
    /// The deserializer's own error, or an error for a duplicate or unknown parameter.
    pub fn new<D: Deserializer<'de, Error = E>>(
        info: &'static MethodInfo,
        deserializer: D,
    ) -> Result<Self, E> {
        let text = source::text(deserializer)?;
        let spans = spans(info, &text)?;
        let part = |(start, end): (usize, usize)| match &text {
            Cow::Borrowed(text) => text.get(start..end).map(Cow::Borrowed),
            Cow::Owned(text) => text.get(start..end).map(|part| Cow::Owned(part.to_owned())),
        };
        Ok(Self {
            info,
            values: spans.into_iter().map(|span| part(span?)).collect(),
            error: None,
        })
    }

    /// Deserializes the parameter at `index`. If it is absent, returns what `T` specifies for a
    /// missing value.
    ///
    /// # Errors
    ///
    /// The value is not a `T`, or it is absent and `T` is required.
    pub fn take<T: Deserialize<'de>>(&mut self, index: usize) -> Result<T, E> {
        match self.error.take() {
            None => self.read(index),
            Some(error) => Err(error),
        }
    }

    /// Deserializes an optional parameter. An error is stored, and returned by the next `take` or by
    /// [`finish`], which saves an early return for each field of a method.
    pub fn find<T: Deserialize<'de>>(&mut self, index: usize) -> Option<T> {
        if self.error.is_some() {
            return None;
        }
        self.read(index).unwrap_or_else(|error| {
            self.error = Some(error);
            None
        })
    }

    /// Deserializes the base, which has the first `count` parameters.
    ///
    /// # Errors
    ///
    /// The base's own.
    pub fn base<T: OwnedBase<'de>>(&mut self, count: usize) -> Result<T, E> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let mut json = String::from("{");
        for (param, value) in self.info.params().iter().zip(&mut self.values).take(count) {
            if let Some(value) = value.take() {
                let comma = if json.len() > 1 { "," } else { "" };
                let _ = write!(json, "{comma}\"{}\":{value}", param.name);
            }
        }
        json.push('}');
        T::from_text(&json).map_err(|error| E::custom(words(&error)))
    }

    /// Deserializes a value from its part of the text, which it may borrow from.
    fn read<T: Deserialize<'de>>(&mut self, index: usize) -> Result<T, E> {
        let name = self.info.params().get(index).map_or("", |param| param.name);
        let result = match self.values.get_mut(index).and_then(Option::take) {
            None => return T::deserialize(Missing::new(name)),
            Some(Cow::Borrowed(json)) => serde_json::from_str(json),
            // Nothing can borrow from this text.
            Some(Cow::Owned(json)) => {
                T::deserialize(&mut serde_json::Deserializer::from_reader(json.as_bytes()))
            }
        };
        result.map_err(|error| E::custom(format_args!("parameter `{name}`: {}", words(&error))))
    }
}

/// A base that borrows nothing from the text that it is deserialized from. The lifetime makes it a
/// condition that a definition need not fulfil.
pub trait OwnedBase<'de>: Sized {
    /// Deserializes the base.
    ///
    /// # Errors
    ///
    /// The base's own.
    fn from_text(json: &str) -> serde_json::Result<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> OwnedBase<'_> for T {
    fn from_text(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }
}

/// Returns the method, unless a parameter is invalid.
///
/// # Errors
///
/// The first error in a parameter.
pub fn finish<M, E>(method: M, fields: Fields<'_, E>) -> Result<M, E> {
    fields.error.map_or(Ok(method), Err)
}

/// Returns the position of each parameter's value in the text.
fn spans<E: Error>(info: &'static MethodInfo, text: &str) -> Result<Spans, E> {
    let mut reader = Reader::new(text, false);
    match members(info, &mut reader) {
        Ok(Ok(spans)) => Ok(spans),
        Ok(Err(Refused::Duplicate(name))) => Err(E::duplicate_field(name)),
        Ok(Err(refused)) => Err(E::custom(redact_tokens(refused.to_string()))),
        Err(Failed) => Err(E::custom(reader.error(None, ""))),
    }
}

/// A member that a method does not take.
enum Refused {
    Duplicate(&'static str),
    Unknown(&'static TypeInfo, String),
    /// The name of another method.
    Method(&'static str, String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Duplicate(name) => write!(f, "`{name}` is given twice"),
            Self::Unknown(method, name) => unknown_field(f, "parameter", method, name),
            Self::Method(expected, found) => {
                write!(f, "`method` must be `{expected}`, but is {found}")
            }
        }
    }
}

type Spans = Vec<Option<(usize, usize)>>;

/// Reads the object of parameters. The inner error is the first member that is refused.
fn members(info: &'static MethodInfo, reader: &mut Reader<'_>) -> Read<Result<Spans, Refused>> {
    let mut spans = vec![None; info.params().len()];
    let first = reader.token()?;
    if first != b'{' {
        return Err(reader.wrong_type("an object of parameters", first));
    }
    let mut refused = None;
    reader.members(&mut |reader, name, first| {
        let start = reader.at;
        let json = reader.raw(first)?;
        let span = (start, reader.at);
        let field = info.parameters.find(name.as_bytes());
        let found = match field.and_then(|field| spans.get_mut(field)) {
            Some(known) => known.replace(span).and_then(|_| {
                let param = field.and_then(|field| info.params().get(field))?;
                Some(Refused::Duplicate(param.name))
            }),
            None if name == "method" => other_method(info, json),
            None => Some(Refused::Unknown(&info.parameters, name.to_owned())),
        };
        refused = refused.take().or(found);
        Ok(())
    })?;
    reader.finish()?;
    Ok(match refused {
        Some(refused) => Err(refused),
        None => Ok(spans),
    })
}

/// Checks the member `method`. The server ignores the case of names.
fn other_method(info: &'static MethodInfo, json: &str) -> Option<Refused> {
    let found = match json.bytes().next() {
        Some(b'"') => match Reader::new(json, false).text_in_place() {
            Ok(name) if name.eq_ignore_ascii_case(info.name()) => return None,
            Ok(name) => format!("{name:?}"),
            Err(Failed) => json.to_owned(),
        },
        first => kind(first.unwrap_or_default()).to_owned(),
    };
    Some(Refused::Method(info.name(), found))
}

/// Deserializer for an absent parameter: `None` for an `Option`, an error for any other type.
struct Missing<E> {
    name: &'static str,
    error: PhantomData<E>,
}

impl<E> Missing<E> {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            error: PhantomData,
        }
    }
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
