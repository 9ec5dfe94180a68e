//! Decodes JSON into [`Target`]s. One engine for all types: it is compiled once for a parser, and a
//! type adds nothing to it but its table.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected,
    Visitor,
};

use crate::json::decode::lenient;
use crate::json::decode::reader::Reader;
use crate::json::decode::union;
use crate::value::object::Bare;
use crate::value::target::{ListSlot, Slot, Target};

/// Decodes a value of any type that has a [`Target`].
///
/// # Errors
///
/// The deserializer's own; a value of a wrong kind; a required field that is not there.
pub fn decode<'de, T: Slot, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    Place(value.open()).deserialize(deserializer)?;
    Ok(value)
}

/// Where the next value goes. Room is made only once it is known not to be `null`.
pub(crate) struct Place<D>(pub(crate) D);

/// The way to a target. Each is as small as can be, because a parser hands it on several times.
pub(crate) trait Door<'a>: Sized {
    /// Whether `null` stands for no value.
    const TAKES_NULL: bool = false;

    /// Makes room. There always is some: an index comes from the table of the same type.
    fn open(self) -> Option<Target<'a>>;

    /// What is expected.
    fn expected(&self) -> &'static str;
}

impl<'a> Door<'a> for Target<'a> {
    #[inline]
    fn open(self) -> Option<Self> {
        Some(self)
    }

    fn expected(&self) -> &'static str {
        Target::expected(self)
    }
}

/// The next item of a list.
impl<'a> Door<'a> for &'a mut (dyn ListSlot + '_) {
    #[inline]
    fn open(self) -> Option<Target<'a>> {
        self.push()
    }

    fn expected(&self) -> &'static str {
        "an item"
    }
}

impl<'de, 'a, D: Door<'a>> DeserializeSeed<'de> for Place<D> {
    type Value = ();

    #[inline]
    fn deserialize<P: Deserializer<'de>>(self, deserializer: P) -> Result<(), P::Error> {
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

#[cold]
fn no_place<E: Error>() -> E {
    E::custom("no place for the value")
}

impl<'de, 'a, D: Door<'a>> Visitor<'de> for Place<D> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.expected())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        if D::TAKES_NULL {
            return Ok(());
        }
        let target = self.0.open().ok_or_else(no_place::<E>)?;
        Err(wrong(Unexpected::Unit, &target))
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<P: Deserializer<'de>>(self, deserializer: P) -> Result<(), P::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match self.0.open() {
            Some(Target::Bool(slot)) => {
                *slot = value;
                Ok(())
            }
            target => odd_bool(value, target),
        }
    }

    #[inline]
    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        match self.0.open() {
            Some(Target::Int(slot)) => {
                *slot = value;
                Ok(())
            }
            target => odd_integer(value.into(), target),
        }
    }

    #[inline]
    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match (self.0.open(), i64::try_from(value)) {
            (Some(Target::Int(slot)), Ok(value)) => {
                *slot = value;
                Ok(())
            }
            (target, _) => odd_integer(value.into(), target),
        }
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        odd_integer(value, self.0.open())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        match self.0.open() {
            Some(Target::Float(slot)) => {
                *slot = value;
                Ok(())
            }
            target => odd_float(value, target),
        }
    }

    #[inline]
    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        match self.0.open() {
            // What is there is empty: a text of just this size takes its place.
            Some(Target::Text(slot)) => {
                *slot = String::from(value);
                Ok(())
            }
            target => odd_text(value, target),
        }
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        match self.0.open() {
            Some(Target::Text(slot)) => {
                *slot = value;
                Ok(())
            }
            target => odd_text(&value, target),
        }
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        list(seq, self.0.open())
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        object(map, self.0.open())
    }
}

fn list<'de, A: SeqAccess<'de>>(mut seq: A, target: Option<Target<'_>>) -> Result<(), A::Error> {
    let list = match target.ok_or_else(no_place::<A::Error>)? {
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
            return slot.set(value).map_err(A::Error::custom);
        }
        target => return Err(wrong(Unexpected::Seq, &target)),
    };
    while seq.next_element_seed(Place(&mut *list))?.is_some() {}
    Ok(())
}

fn object<'de, A: MapAccess<'de>>(mut map: A, target: Option<Target<'_>>) -> Result<(), A::Error> {
    match target.ok_or_else(no_place::<A::Error>)? {
        Target::Object(object) if object.info().keeps_unknown && lenient::is_second_try() => {
            lenient::salvage(object, &union::rest(map)?).map_err(A::Error::custom)
        }
        Target::Object(object) => {
            let mut reader = Reader::new(object);
            reader.read(&mut map)?;
            reader.finish()
        }
        Target::Union(union) => union::read(union, map),
        Target::Json(slot) => {
            let value = serde_json::Value::deserialize(MapAccessDeserializer::new(map))?;
            slot.set(value).map_err(A::Error::custom)
        }
        target => Err(wrong(Unexpected::Map, &target)),
    }
}

fn odd_bool<E: Error>(value: bool, target: Option<Target<'_>>) -> Result<(), E> {
    match target.ok_or_else(no_place::<E>)? {
        Target::Json(slot) => slot.set(value.into()).map_err(E::custom),
        target => Err(wrong(Unexpected::Bool(value), &target)),
    }
}

#[inline(never)]
fn odd_integer<E: Error>(value: i128, target: Option<Target<'_>>) -> Result<(), E> {
    match target.ok_or_else(no_place::<E>)? {
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
    Ok(())
}

fn odd_float<E: Error>(value: f64, target: Option<Target<'_>>) -> Result<(), E> {
    match target.ok_or_else(no_place::<E>)? {
        #[allow(clippy::cast_possible_truncation)] // The type has asked for fewer digits.
        Target::Float32(slot) => *slot = value as f32,
        Target::Json(slot) => slot.set(value.into()).map_err(E::custom)?,
        // An integer may be written as a float, as long as it is whole and exact.
        #[allow(clippy::cast_possible_truncation)]
        target @ (Target::Int(_) | Target::Integer(_))
            if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 =>
        {
            return odd_integer(value as i128, Some(target));
        }
        target => return Err(wrong(Unexpected::Float(value), &target)),
    }
    Ok(())
}

#[inline(never)]
fn odd_text<E: Error>(value: &str, target: Option<Target<'_>>) -> Result<(), E> {
    match target.ok_or_else(no_place::<E>)? {
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
    Ok(())
}

/// The words of an error without the place in a text that nobody sees.
pub(crate) fn bare(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((words, _)) => words.to_owned(),
        None => text,
    }
}
