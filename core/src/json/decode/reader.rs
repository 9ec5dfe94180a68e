//! Fills one object, member by member.

use std::fmt;
use std::mem;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::http::envelope::path;
use crate::json::decode::fill::{Door, Place, bare};
use crate::schema::field_index::{FieldSet, find};
use crate::value::object::{Keeper, Object, TypeInfo};
use crate::value::target::Target;

/// Fills one object, member by member.
pub(crate) struct Reader<'a> {
    object: &'a mut dyn Object,
    info: &'static TypeInfo,
    seen: FieldSet,
    /// The field whose value is read.
    field: usize,
    /// The field that is expected next: members mostly come in the table's order.
    next: usize,
    /// The name that was read last and is no field's, if such members are kept.
    unknown: String,
}

/// The field whose name was read last.
impl<'a> Door<'a> for &'a mut Reader<'_> {
    const TAKES_NULL: bool = true;

    #[inline]
    fn open(self) -> Option<Target<'a>> {
        self.seen.insert(self.field);
        self.object.open(self.field)
    }

    fn expected(&self) -> &'static str {
        self.info.name
    }
}

impl<'a> Reader<'a> {
    #[inline]
    pub(crate) fn new(object: &'a mut dyn Object) -> Self {
        let info = object.info();
        Self {
            object,
            info,
            seen: FieldSet::EMPTY,
            field: 0,
            next: 0,
            unknown: String::new(),
        }
    }

    /// Reads all members that are left.
    #[inline]
    pub(crate) fn read<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        while let Some(turn) = map.next_key_seed(Key(self))? {
            if turn == Turn::Done {
                map.next_value_seed(Place(&mut *self))?;
            } else if turn == Turn::Unknown && self.info.keeps_unknown {
                let json: Box<RawValue> = map.next_value()?;
                let name = mem::take(&mut self.unknown);
                self.keep(&name, &json);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    #[cold]
    fn keep(&mut self, name: &str, json: &RawValue) {
        if let Some(keeper) = keeper(self.object) {
            keeper.keep(name, json.get());
        }
    }

    /// Turns to the field called `name`, if there is one. The first of several members with one
    /// name counts, as it does for the server.
    #[inline]
    fn turn_to(&mut self, name: &str) -> Turn {
        match find(self.info, self.next, name) {
            None => Turn::Unknown,
            Some(field) if self.seen.has(field) => Turn::Seen,
            Some(field) => {
                self.field = field;
                self.next = field + 1;
                Turn::Done
            }
        }
    }

    /// Whether the object cannot be without the field that was read last.
    pub(crate) fn is_required(&self) -> bool {
        self.info.required.has(self.field)
    }

    /// Takes a member that was read before the object was known. What is wrong with it is told in
    /// words.
    pub(crate) fn replay(&mut self, name: &str, json: &RawValue) -> Result<(), String> {
        match self.turn_to(name) {
            Turn::Done => {
                let mut parser = serde_json::Deserializer::from_str(json.get());
                Place(&mut *self).deserialize(&mut parser).map_err(|error| {
                    let path = path::find(name, json.get(), &error);
                    format!("field `{path}`: {}", bare(&error))
                })
            }
            Turn::Unknown if self.info.keeps_unknown => {
                self.keep(name, json);
                Ok(())
            }
            Turn::Unknown | Turn::Seen => Ok(()),
        }
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

/// What takes the members that the object does not know, if it keeps them.
pub(crate) fn keeper(object: &mut dyn Object) -> Option<&mut dyn Keeper> {
    match object.open(object.info().fields.len()) {
        Some(Target::Keeper(keeper)) => Some(keeper),
        _ => None,
    }
}

/// What came of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Done,
    Seen,
    Unknown,
}

/// The name of a member.
struct Key<'r, 'a>(&'r mut Reader<'a>);

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = Turn;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Turn, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_, '_> {
    type Value = Turn;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Turn, E> {
        let turn = self.0.turn_to(name);
        if turn == Turn::Unknown && self.0.info.keeps_unknown {
            name.clone_into(&mut self.0.unknown);
        }
        Ok(turn)
    }
}
