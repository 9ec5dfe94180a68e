//! Decodes a union: finds out which variant an object is, and fills that.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::json::decode::fill::{Place, bare};
use crate::json::decode::reader::Reader;
use crate::value::Value;
use crate::value::object::{Distinction, Object, Union, UnionInfo, Unknown};
use crate::value::target::Target;

/// Members that were read before it was known what they are for.
pub(crate) type Members = Vec<(String, Box<RawValue>)>;

/// Reads the rest of an object into the union.
pub(crate) fn read<'de, A: MapAccess<'de>>(union: &mut dyn Union, map: A) -> Result<(), A::Error> {
    match union.info().distinction {
        Distinction::Tag(tag) => by_tag(union, map, tag),
        Distinction::Fields => by_fields(union, map),
        Distinction::Zero(field) => by_zero(union, map, field),
    }
}

/// The tag usually comes first, and the object behind it is read in place.
fn by_tag<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    mut map: A,
    tag: &'static str,
) -> Result<(), A::Error> {
    let info = union.info();
    let mut before = Members::new();
    let chosen = loop {
        match map.next_key_seed(TagKey(tag))? {
            None => return Err(A::Error::missing_field(tag)),
            Some(None) => break map.next_value_seed(Choice(info))?,
            Some(Some(name)) => before.push((name, map.next_value()?)),
        }
    };
    match chosen {
        Chosen::Variant(index) => fill(union, index, &before, Some(&mut map)),
        Chosen::Several(word) => {
            before.extend(rest(map)?);
            let is_it = |(_, telling): (usize, &[&str])| {
                telling
                    .iter()
                    .all(|field| before.iter().any(|(name, _)| name == field))
            };
            let candidates = info
                .variants
                .iter()
                .enumerate()
                .filter(|(_, variant)| variant.tag == word);
            let index = candidates
                .map(|(index, variant)| (index, variant.telling))
                .find(|candidate| is_it(*candidate))
                .map(|(index, _)| index);
            match index {
                Some(index) => fill(union, index, &before, None::<&mut A>),
                None => Err(A::Error::custom(format_args!(
                    "no variant of {} with {tag} {word:?} has these fields",
                    info.name
                ))),
            }
        }
        Chosen::Unknown(word) => {
            let quoted = serde_json::to_string(&word).map_err(A::Error::custom)?;
            let value = RawValue::from_string(quoted).map_err(A::Error::custom)?;
            before.push((tag.to_owned(), value));
            before.extend(rest(map)?);
            let json = object_of(&before).map_err(A::Error::custom)?;
            if union.keep(Unknown::new(&word, json)) {
                return Ok(());
            }
            Err(A::Error::custom(format_args!(
                "{} has no variant for {tag} {word:?}",
                info.name
            )))
        }
    }
}

/// Without a tag, the first variant whose telling fields are all there.
fn by_fields<'de, A: MapAccess<'de>>(union: &mut dyn Union, map: A) -> Result<(), A::Error> {
    let info = union.info();
    let before = rest(map)?;
    let is_there = |field: &&str| before.iter().any(|(name, _)| name == field);
    // Of several that fit, the one with more telling fields is meant: a venue is a location too.
    let index = info
        .variants
        .iter()
        .enumerate()
        .filter(|(_, variant)| variant.telling.iter().all(is_there))
        .max_by_key(|(index, variant)| (variant.telling.len(), std::cmp::Reverse(*index)))
        .map(|(index, _)| index);
    if let Some(index) = index {
        return fill(union, index, &before, None::<&mut A>);
    }
    let json = object_of(&before).map_err(A::Error::custom)?;
    if union.keep(Unknown::new("", json)) {
        return Ok(());
    }
    Err(A::Error::custom(format_args!(
        "no variant of {} has these fields",
        info.name
    )))
}

/// The first variant has all fields of the second, so the value is read as the first and becomes
/// the second if the field turns out to be zero.
fn by_zero<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    mut map: A,
    field: &'static str,
) -> Result<(), A::Error> {
    fill(union, 0, &Members::new(), Some(&mut map))?;
    become_second(union, field).map_err(|error| A::Error::custom(bare(&error)))
}

/// Makes a value of the first variant one of the second if the field is zero. It knows no parser
/// but its own, so it is compiled here and not once more in every program.
fn become_second(union: &mut dyn Union, field: &str) -> Result<(), serde_json::Error> {
    let json = {
        let (Value::Object(object) | Value::Tagged(object, _)) = union.value() else {
            return Ok(());
        };
        let index = object
            .info()
            .fields
            .iter()
            .position(|known| known.name == field);
        match index.map(|index| object.value(index)) {
            Some(Value::Int(0)) => serde_json::to_string(&Value::Object(object))?,
            _ => return Ok(()),
        }
    };
    let second = select(union, 1)?;
    let mut parser = serde_json::Deserializer::from_str(&json);
    Place(Target::Object(second)).deserialize(&mut parser)
}

fn select<E: Error>(union: &mut dyn Union, index: usize) -> Result<&mut dyn Object, E> {
    let name = union.info().name;
    // An index comes from the table of the same type, and a variant holds an object.
    match union.select(index) {
        Some(Target::Object(object)) => Ok(object),
        _ => Err(E::custom(format_args!("{name} has no such variant"))),
    }
}

/// Makes the union the variant at `index`: first of what was read before, then of the rest.
fn fill<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    index: usize,
    before: &Members,
    map: Option<&mut A>,
) -> Result<(), A::Error> {
    let mut reader = Reader::new(select(union, index)?);
    for (name, json) in before {
        if is_too_deep(json.get()) {
            return Err(A::Error::custom(format_args!(
                "field `{name}`: recursion limit exceeded"
            )));
        }
        reader.replay(name, json).map_err(A::Error::custom)?;
    }
    if let Some(map) = map {
        reader.read(map)?;
    }
    reader.finish()
}

/// How deep values may be in each other, as in `serde_json`.
const DEPTH: usize = 128;

/// Whether values are deeper in each other than a parser may follow. Each member that is read again
/// has a parser of its own, which knows nothing of the depth that it starts at: without a look ahead,
/// objects with their tags at the end would be followed until the stack is full.
fn is_too_deep(json: &str) -> bool {
    let mut depth = 0_usize;
    let mut is_text = false;
    let mut bytes = json.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if is_text => {
                bytes.next();
            }
            b'"' => is_text = !is_text,
            b'[' | b'{' if !is_text => depth += 1,
            b']' | b'}' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return true;
        }
    }
    false
}

/// The members that are left, as they are.
pub(crate) fn rest<'de, A: MapAccess<'de>>(mut map: A) -> Result<Members, A::Error> {
    let mut members = Members::new();
    while let Some(member) = map.next_entry()? {
        members.push(member);
    }
    Ok(members)
}

pub(crate) fn object_of(members: &Members) -> Result<String, serde_json::Error> {
    let mut json = String::from("{");
    for (index, (name, value)) in members.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        json.push_str(&serde_json::to_string(name)?);
        json.push(':');
        json.push_str(value.get());
    }
    json.push('}');
    Ok(json)
}

/// The name of a member: nothing for the tag.
struct TagKey(&'static str);

impl<'de> DeserializeSeed<'de> for TagKey {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TagKey {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok((name != self.0).then(|| name.to_owned()))
    }
}

/// The variant that the value of the tag stands for.
struct Choice(&'static UnionInfo);

enum Chosen {
    Variant(usize),
    /// More than one variant has this tag.
    Several(String),
    Unknown(String),
}

impl<'de> DeserializeSeed<'de> for Choice {
    type Value = Chosen;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Chosen, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Choice {
    type Value = Chosen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the tag of {}", self.0.name)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Chosen, E> {
        let mut found = self
            .0
            .variants
            .iter()
            .enumerate()
            .filter(|(_, variant)| variant.tag == word);
        Ok(match (found.next(), found.next()) {
            (Some((index, _)), None) => Chosen::Variant(index),
            (Some(_), Some(_)) => Chosen::Several(word.to_owned()),
            (None, _) => Chosen::Unknown(word.to_owned()),
        })
    }
}
