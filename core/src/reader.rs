//! Fills one object, member by member.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::fill::{Place, bare};
use crate::names::{FieldSet, find};
use crate::object::{Object, TypeInfo};

/// Fills one object, member by member.
pub(crate) struct Reader<'a> {
    object: &'a mut dyn Object,
    info: &'static TypeInfo,
    seen: FieldSet,
    /// The field that is expected next: members mostly come in the table's order.
    next: usize,
}

impl<'a> Reader<'a> {
    #[inline]
    pub(crate) fn new(object: &'a mut dyn Object) -> Self {
        let info = object.info();
        Self {
            object,
            info,
            seen: FieldSet::EMPTY,
            next: 0,
        }
    }

    /// Reads all members that are left.
    pub(crate) fn read<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        if self.info.keeps_unknown {
            return self.read_and_keep(map);
        }
        loop {
            let key = Key {
                info: self.info,
                next: self.next,
            };
            let Some(found) = map.next_key_seed(key)? else {
                return Ok(());
            };
            self.member(found, "", map)?;
        }
    }

    fn read_and_keep<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        loop {
            let key = Key {
                info: self.info,
                next: self.next,
            };
            match map.next_key_seed(KeptKey(key))? {
                Some(Ok(index)) => self.member(Some(index), "", map)?,
                Some(Err(name)) => self.member(None, &name, map)?,
                None => return Ok(()),
            }
        }
    }

    #[inline]
    fn member<'de, A: MapAccess<'de>>(
        &mut self,
        found: Option<usize>,
        name: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match found {
            // The first of several members with one name counts, as it does for the server.
            Some(index) if !self.seen.has(index) => {
                self.next = index + 1;
                if map.next_value_seed(Place::Field(&mut *self.object, index))? {
                    self.seen.insert(index);
                }
            }
            None if self.info.keeps_unknown => {
                let json: Box<RawValue> = map.next_value()?;
                self.object.keep(name, json.get());
            }
            _ => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    /// Takes a member that was read before the object was known.
    pub(crate) fn replay<E: Error>(&mut self, name: &str, json: &RawValue) -> Result<(), E> {
        let Some(index) = find(self.info, self.next, name) else {
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
    #[inline]
    pub(crate) fn finish<E: Error>(self) -> Result<(), E> {
        match self.seen.first_missing(&self.info.required) {
            None => Ok(()),
            Some(index) => {
                let name = self.info.fields.get(index).map_or("", |field| field.name);
                Err(E::missing_field(name))
            }
        }
    }
}

/// The name of a member, as the index of its field.
struct Key {
    info: &'static TypeInfo,
    next: usize,
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Option<usize>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(find(self.info, self.next, name))
    }
}

/// The same, with the name itself if there is no such field.
struct KeptKey(Key);

impl<'de> DeserializeSeed<'de> for KeptKey {
    type Value = Result<usize, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeptKey {
    type Value = Result<usize, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let index = find(self.0.info, self.0.next, name);
        Ok(index.ok_or_else(|| name.to_owned()))
    }
}
