//! JSON text as a value that any serde serializer accepts.

use std::cell::RefCell;

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::reader::Reader;
use crate::schema::Number;

/// Wraps JSON text as a value that any serializer accepts.
pub(crate) fn events(json: &str) -> impl Serialize + '_ {
    Events {
        reader: RefCell::new(Reader::new(json, false)),
    }
}

struct Events<'t> {
    /// Serialization takes shared references, although each value is read only once.
    reader: RefCell<Reader<'t>>,
}

impl Serialize for Events<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reader = self.reader.borrow_mut();
        reader.at = 0;
        reader.depth = 0;
        let value = write_event(&mut reader, serializer)?;
        reader.finish().map_err(|_| invalid(&reader))?;
        Ok(value)
    }
}

fn invalid<E: Error>(reader: &Reader<'_>) -> E {
    E::custom(reader.error(None, ""))
}

fn write_event<S: Serializer>(reader: &mut Reader<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let invalid = |reader: &Reader<'_>| invalid::<S::Error>(reader);
    let first = reader.token().map_err(|_| invalid(reader))?;
    let result = match first {
        b'n' => {
            reader.literal(b"null").map_err(|_| invalid(reader))?;
            // Some formats write a unit as an empty list.
            return serializer.serialize_none();
        }
        b't' => {
            reader.literal(b"true").map_err(|_| invalid(reader))?;
            return serializer.serialize_bool(true);
        }
        b'f' => {
            reader.literal(b"false").map_err(|_| invalid(reader))?;
            return serializer.serialize_bool(false);
        }
        b'"' => {
            let text = reader.text_in_place().map_err(|_| invalid(reader))?;
            return serializer.serialize_str(&text);
        }
        b'[' => {
            reader.enter(first).map_err(|_| invalid(reader))?;
            let mut seq = serializer.serialize_seq(None)?;
            if reader.token().map_err(|_| invalid(reader))? != b']' {
                loop {
                    seq.serialize_element(&Next(RefCell::new(&mut *reader)))?;
                    if reader.token().map_err(|_| invalid(reader))? != b',' {
                        break;
                    }
                    reader.at += 1;
                }
            }
            reader.leave(b']').map_err(|_| invalid(reader))?;
            return seq.end();
        }
        b'{' => {
            reader.enter(first).map_err(|_| invalid(reader))?;
            let mut map = serializer.serialize_map(None)?;
            if reader.token().map_err(|_| invalid(reader))? != b'}' {
                loop {
                    let name = reader.name().map_err(|_| invalid(reader))?;
                    map.serialize_entry(&name, &Next(RefCell::new(&mut *reader)))?;
                    if reader.token().map_err(|_| invalid(reader))? != b',' {
                        break;
                    }
                    reader.at += 1;
                }
            }
            reader.leave(b'}').map_err(|_| invalid(reader))?;
            return map.end();
        }
        _ => reader.plain_number(first),
    };
    match result.map_err(|_| invalid(reader))? {
        Number::Float(value) => serializer.serialize_f64(value),
        Number::Uint(value) => serializer.serialize_u128(value),
        Number::Int(value) => match (i64::try_from(value), u64::try_from(value)) {
            (Ok(value), _) => serializer.serialize_i64(value),
            (_, Ok(value)) => serializer.serialize_u64(value),
            _ => serializer.serialize_i128(value),
        },
    }
}

/// The next value of a text that is being serialized.
struct Next<'r, 't>(RefCell<&'r mut Reader<'t>>);

impl Serialize for Next<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_event(&mut self.0.borrow_mut(), serializer)
    }
}
