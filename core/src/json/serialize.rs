//! `serde::Serialize` for methods and types, through [`Value`].

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use serde_json::value::RawValue;

use super::decode::{events, members};
use super::{escape, tag};
use crate::value::{Json, Object, Value};

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Absent | Self::Unknown(..) => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(value),
            Self::Int(value) => serializer.serialize_i64(value),
            Self::Uint(value) => serializer.serialize_u64(value),
            Self::Int128(value) => serializer.serialize_i128(value),
            Self::Uint128(value) => serializer.serialize_u128(value),
            Self::Float(value) => serializer.serialize_f64(value),
            Self::Float32(value) => serializer.serialize_f32(value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::File(file) => file.serialize(serializer),
            Self::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.len()))?;
                for item in (0..list.len()).filter_map(|index| list.item(index)) {
                    seq.serialize_element(&item)?;
                }
                seq.end()
            }
            Self::Object(object) => write(object, [object.info().tag, None], serializer),
            Self::Tagged(object, tag) => {
                let tags = tag::both(*tag, object.info().tag);
                write(&tag::Tagged { object, tag: tag.0 }, tags, serializer)
            }
            Self::Raw(json) if !serializer.is_human_readable() => {
                events(json).serialize(serializer)
            }
            Self::Raw(json) => match plain_members(json) {
                // As a map, so that it can be flattened.
                Some(members) => {
                    serializer.collect_map(members.iter().map(|(name, json)| (name, Stored(json))))
                }
                None => Stored(json).serialize(serializer),
            },
            Self::Json(value) => foreign(value, None, serializer),
            Self::TaggedJson(value, tag) => foreign(value, Some(*tag), serializer),
        }
    }
}

/// Serializes a value with the type's own `Serialize`, which is behind a pointer that only supports
/// JSON.
fn foreign<S: Serializer>(
    value: &dyn Json,
    tag: Option<(&str, &str)>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut json = Vec::new();
    value.write_json(&mut json).map_err(Error::custom)?;
    if let Some(tag) = tag {
        tag::add(&mut json, tag);
    }
    let json = str::from_utf8(&json).map_err(Error::custom)?;
    events(json).serialize(serializer)
}

/// Returns the members of an object in the server's notation, so that writing them one by one loses
/// nothing.
fn plain_members(json: &str) -> Option<Vec<(String, &str)>> {
    let members = json.starts_with('{').then(|| members(json).ok())??;
    let mut plain = Vec::with_capacity(json.len());
    for (name, json) in &members {
        plain.push(if plain.is_empty() { b'{' } else { b',' });
        escape::write(name, &mut plain);
        plain.push(b':');
        plain.extend_from_slice(json.as_bytes());
    }
    plain.push(b'}');
    (plain == json.as_bytes()).then_some(members)
}

/// Stored JSON, written verbatim. Only `serde_json` supports that; other human-readable formats get
/// it as a string, from which it can be read again.
struct Stored<'a>(&'a str);

impl Serialize for Stored<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json: &RawValue = serde_json::from_str(self.0).map_err(Error::custom)?;
        json.serialize(serializer)
    }
}

/// Writes an object as a map from wire name to value, without unset fields.
fn write<S: Serializer>(
    object: &dyn Object,
    tags: [Option<(&'static str, &'static str)>; 2],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let fields = object.info().fields;
    let mut given = Vec::new();
    object.visit_fields(&mut |index, value| match (fields.get(index), value) {
        (Some(field), _) => given.push((field.name, value)),
        (None, Value::Unknown(name, json)) => given.push((name, Value::Raw(json))),
        (None, _) => {}
    });
    let count = given.len() + tags.iter().flatten().count();
    let mut map = serializer.serialize_map(Some(count))?;
    for (name, value) in tags.into_iter().flatten() {
        map.serialize_entry(name, value)?;
    }
    for (name, value) in given {
        map.serialize_entry(name, &value)?;
    }
    map.end()
}
