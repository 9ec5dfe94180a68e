//! Decodes JSON into [`Target`]s. One engine for all types: it is compiled once for a parser, and a
//! type adds nothing to it but its table.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected,
    Visitor,
};

use crate::choose;
use crate::object::{Bare, Object};
use crate::reader::Reader;
use crate::slot::{ListSlot, Slot, Target};

/// Decodes a value of any type that has a [`Target`].
///
/// # Errors
///
/// The deserializer's own; a value of a wrong kind; a required field that is not there.
pub fn decode<'de, T: Slot, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    Place::Target(value.open()).deserialize(deserializer)?;
    Ok(value)
}

/// Where the next value goes. Room is made only once it is known not to be `null`.
pub(crate) enum Place<'a> {
    Target(Target<'a>),
    Field(&'a mut dyn Object, usize),
    Item(&'a mut dyn ListSlot),
}

impl<'a> Place<'a> {
    fn open<E: Error>(self) -> Result<Target<'a>, E> {
        let target = match self {
            Self::Target(target) => Some(target),
            Self::Field(object, index) => object.open(index),
            Self::Item(list) => list.push(),
        };
        // An index comes from the table of the same type, so there is always room.
        target.ok_or_else(|| E::custom("no place for the value"))
    }
}

/// Gives whether there was a value: `null` is none.
impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = bool;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// What a target expects, in words.
struct Wanted(&'static str);

impl Expected for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cold]
fn wrong<E: Error>(found: Unexpected<'_>, target: &Target<'_>) -> E {
    E::invalid_type(found, &Wanted(target.expected()))
}

#[cold]
fn too_large<E: Error>(value: i128, target: &Target<'_>) -> E {
    E::custom(format_args!(
        "the integer {value} does not fit {}",
        target.expected()
    ))
}

fn integer<E: Error>(value: i128, target: Target<'_>) -> Result<bool, E> {
    match target {
        Target::Int(slot) => match i64::try_from(value) {
            Ok(value) => *slot = value,
            Err(_) => return Err(too_large(value, &Target::Int(slot))),
        },
        Target::Integer(slot) => {
            if !slot.set(value) {
                return Err(too_large(value, &Target::Integer(slot)));
            }
        }
        #[allow(clippy::cast_precision_loss)]
        // A Float of the Bot API may be written without a point.
        Target::Float(slot) => *slot = value as f64,
        #[allow(clippy::cast_precision_loss)]
        Target::Float32(slot) => *slot = value as f32,
        Target::Json(slot) => {
            let number = match (i64::try_from(value), u64::try_from(value)) {
                (Ok(value), _) => value.into(),
                (_, Ok(value)) => value.into(),
                _ => return Err(E::custom("the integer is too large")),
            };
            slot.set(serde_json::Value::Number(number))
                .map_err(E::custom)?;
        }
        target => {
            let found =
                i64::try_from(value).map_or(Unexpected::Other("integer"), Unexpected::Signed);
            return Err(wrong(found, &target));
        }
    }
    Ok(true)
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Target(target) => target.expected(),
            Self::Field(object, _) => object.info().name,
            Self::Item(_) => "an item",
        })
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        match self {
            Self::Field(..) => Ok(false),
            place => {
                let target = place.open()?;
                Err(wrong(Unexpected::Unit, &target))
            }
        }
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        match self.open()? {
            Target::Bool(slot) => *slot = value,
            Target::Json(slot) => slot.set(value.into()).map_err(E::custom)?,
            target => return Err(wrong(Unexpected::Bool(value), &target)),
        }
        Ok(true)
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<bool, E> {
        match self.open()? {
            Target::Int(slot) => {
                *slot = value;
                Ok(true)
            }
            target => integer(value.into(), target),
        }
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<bool, E> {
        match (self.open()?, i64::try_from(value)) {
            (Target::Int(slot), Ok(value)) => {
                *slot = value;
                Ok(true)
            }
            (target, _) => integer(value.into(), target),
        }
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<bool, E> {
        integer(value, self.open()?)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<bool, E> {
        match self.open()? {
            Target::Float(slot) => *slot = value,
            #[allow(clippy::cast_possible_truncation)] // The type has asked for fewer digits.
            Target::Float32(slot) => *slot = value as f32,
            Target::Json(slot) => slot.set(value.into()).map_err(E::custom)?,
            // An integer may be written as a float, as long as it is whole and exact.
            #[allow(clippy::cast_possible_truncation)]
            target @ (Target::Int(_) | Target::Integer(_))
                if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 =>
            {
                return integer(value as i128, target);
            }
            target => return Err(wrong(Unexpected::Float(value), &target)),
        }
        Ok(true)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<bool, E> {
        match self.open()? {
            // What is there is empty: a text of just this size takes its place.
            Target::Text(slot) => *slot = String::from(value),
            Target::Word(word) => {
                if !word.set(value) {
                    return Err(E::unknown_variant(value, word.words()));
                }
            }
            Target::Union(union) => {
                let name = union.info().name;
                match union.open_bare(Bare::Text) {
                    Some(Target::Text(slot)) => value.clone_into(slot),
                    _ => return Err(E::invalid_type(Unexpected::Str(value), &Wanted(name))),
                }
            }
            Target::Json(slot) => slot.set(value.into()).map_err(E::custom)?,
            target => return Err(wrong(Unexpected::Str(value), &target)),
        }
        Ok(true)
    }

    fn visit_string<E: Error>(self, value: String) -> Result<bool, E> {
        match self.open()? {
            Target::Text(slot) => {
                *slot = value;
                Ok(true)
            }
            target => Place::Target(target).visit_str(&value),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
        let list = match self.open()? {
            Target::List(list) => list,
            Target::Union(union) => {
                let name = union.info().name;
                match union.open_bare(Bare::List) {
                    Some(Target::List(list)) => list,
                    _ => return Err(A::Error::invalid_type(Unexpected::Seq, &Wanted(name))),
                }
            }
            Target::Json(slot) => {
                let value = serde_json::Value::deserialize(SeqAccessDeserializer::new(seq))?;
                slot.set(value).map_err(A::Error::custom)?;
                return Ok(true);
            }
            target => return Err(wrong(Unexpected::Seq, &target)),
        };
        while seq.next_element_seed(Place::Item(list))?.is_some() {}
        Ok(true)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        match self.open()? {
            Target::Object(object) => {
                let mut reader = Reader::new(object);
                reader.read(&mut map)?;
                reader.finish()?;
            }
            Target::Union(union) => choose::read(union, map)?,
            Target::Json(slot) => {
                let value = serde_json::Value::deserialize(MapAccessDeserializer::new(map))?;
                slot.set(value).map_err(A::Error::custom)?;
            }
            target => return Err(wrong(Unexpected::Map, &target)),
        }
        Ok(true)
    }
}

/// The words of an error without the place in a text that nobody sees.
pub(crate) fn bare(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((words, _)) => words.to_owned(),
        None => text,
    }
}
