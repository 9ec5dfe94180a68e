//! Decodes JSON into [`Target`]s. One engine for all types: it is compiled once for a parser, and a
//! type adds nothing to it but its table.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, IgnoredAny, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde_json::value::RawValue;

use crate::choose;
use crate::info::ParamInfo;
use crate::object::{Bare, Object, TypeInfo};
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
            Target::Text(slot) => value.clone_into(slot),
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
                while reader.read(&mut map)? {}
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

/// Which fields have been there. The first 128 are told apart without memory of their own.
#[derive(Default)]
struct Seen {
    first: u128,
    rest: Vec<usize>,
}

impl Seen {
    #[inline]
    fn has(&self, index: usize) -> bool {
        if index < 128 {
            self.first >> index & 1 == 1
        } else {
            self.rest.contains(&index)
        }
    }

    #[inline]
    fn insert(&mut self, index: usize) {
        if index < 128 {
            self.first |= 1 << index;
        } else {
            self.rest.push(index);
        }
    }
}

/// Fills one object, member by member.
pub(crate) struct Reader<'a> {
    object: &'a mut dyn Object,
    info: &'static TypeInfo,
    seen: Seen,
    /// Where the search for the next name starts: members mostly come in the table's order.
    next: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(object: &'a mut dyn Object) -> Self {
        let info = object.info();
        Self {
            object,
            info,
            seen: Seen::default(),
            next: 0,
        }
    }

    /// Reads one member. Gives whether there was one.
    pub(crate) fn read<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<bool, A::Error> {
        let key = Key {
            fields: self.info.fields,
            next: self.next,
            keep: self.info.keeps_unknown,
        };
        match map.next_key_seed(key)? {
            None => return Ok(false),
            // The first of several members with one name counts, as it does for the server.
            Some(Found::Field(index)) if !self.seen.has(index) => {
                self.next = index + 1;
                if map.next_value_seed(Place::Field(&mut *self.object, index))? {
                    self.seen.insert(index);
                }
            }
            Some(Found::Other(Some(name))) => {
                let json: Box<RawValue> = map.next_value()?;
                self.object.keep(&name, json.get());
            }
            Some(Found::Field(_) | Found::Other(None)) => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(true)
    }

    /// Takes a member that was read before the object was known.
    pub(crate) fn replay<E: Error>(&mut self, name: &str, json: &RawValue) -> Result<(), E> {
        let Some(index) = find(self.info.fields, self.next, name) else {
            if self.info.keeps_unknown {
                self.object.keep(name, json.get());
            }
            return Ok(());
        };
        if self.seen.has(index) {
            return Ok(());
        }
        self.next = index + 1;
        let mut parser = serde_json::Deserializer::from_str(json.get());
        let is_there = Place::Field(&mut *self.object, index)
            .deserialize(&mut parser)
            .map_err(|error| E::custom(format_args!("field `{name}`: {}", bare(&error))))?;
        if is_there {
            self.seen.insert(index);
        }
        Ok(())
    }

    /// Checks that nothing is missing.
    pub(crate) fn finish<E: Error>(self) -> Result<(), E> {
        for (index, field) in self.info.fields.iter().enumerate() {
            if field.required && !self.seen.has(index) {
                return Err(E::missing_field(field.name));
            }
        }
        Ok(())
    }
}

/// The index of the field called `name`, searched from `next` on and then from the start.
#[inline]
fn find(fields: &'static [ParamInfo], next: usize, name: &str) -> Option<usize> {
    let (before, from) = fields.split_at_checked(next).unwrap_or((fields, &[]));
    let is_it = |field: &ParamInfo| field.name == name;
    from.iter()
        .position(is_it)
        .map(|index| index + next)
        .or_else(|| before.iter().position(is_it))
}

/// The name of a member, as the index of its field.
struct Key {
    fields: &'static [ParamInfo],
    next: usize,
    keep: bool,
}

enum Found {
    Field(usize),
    /// With its name, where it is to be kept.
    Other(Option<String>),
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Found;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Found, E> {
        Ok(match find(self.fields, self.next, name) {
            Some(index) => Found::Field(index),
            None => Found::Other(self.keep.then(|| name.to_owned())),
        })
    }
}
