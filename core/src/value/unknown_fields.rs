//! Storage for the members of an object that its type does not know.

use serde::Serialize;

use super::target::UnknownFieldsTarget;
use super::view::{FieldVisitor, Value};
use crate::schema::TypeInfo;

/// The members of an object that its type does not know, as JSON in the order in which the server
/// sent them.
///
/// A field `#[telegram(rest)] rest: UnknownFields` of a type stores them when the object is decoded,
/// and they are encoded again after the fields of the type. A member that the type declares, that a
/// definition around it declares, or that is the tag of its union, is never taken from here. A member
/// whose name has an escaped surrogate on its own is skipped: no `String` can represent the name.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::value::UnknownFields;
///
/// let mut rest = UnknownFields::new();
/// rest.insert("score", &[1, 2])?;
/// assert_eq!(rest.get("score"), Some("[1,2]"));
/// assert_eq!(rest.remove("score").as_deref(), Some("[1,2]"));
/// assert!(rest.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct UnknownFields(Vec<(Box<str>, Box<str>)>);

impl UnknownFields {
    /// Creates an empty storage.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns whether there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the JSON of the first member with this name, which [`from_json`](crate::from_json)
    /// decodes.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut members = self.iter();
        members.find_map(|(own, json)| (own == name).then_some(json))
    }

    /// Returns the names and the JSON of all members.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, json)| (&**name, &**json))
    }

    /// Sets the value of a member, in the place of all earlier ones with this name.
    ///
    /// # Errors
    ///
    /// The error of the value's own `Serialize`. Nothing is changed.
    pub fn insert<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        let json = serde_json::to_string(value)?;
        self.remove(name);
        self.store(name, &json);
        Ok(())
    }

    /// Removes all members with this name, and returns the JSON of the first one.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        let removed = self.get(name)?.to_owned();
        self.0.retain(|(own, _)| **own != *name);
        Some(removed)
    }

    /// Visits the members that `info` does not declare.
    pub(crate) fn visit<'a>(&'a self, info: &TypeInfo, visit: &mut FieldVisitor<'_, 'a>) {
        for (name, json) in self.iter() {
            if !info.declares(name) {
                visit(TypeInfo::UNKNOWN, Value::Unknown(name, json));
            }
        }
    }
}

impl UnknownFieldsTarget for UnknownFields {
    fn store(&mut self, name: &str, json: &str) {
        self.0.push((name.into(), json.into()));
    }
}
