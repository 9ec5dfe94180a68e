//! Descriptions of objects.

use super::field::FieldInfo;
use super::field_index::{self, FieldSet, same_text};
use super::relation::Relation;

/// The description of an object of the Bot API, or of the parameters of a method.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct TypeInfo {
    /// The name on the Bot API page, such as `PhotoSize`.
    pub name: &'static str,
    /// The fields, in the order of the struct.
    pub fields: &'static [FieldInfo],
    /// The constant field that identifies the object among others of its union, and its value.
    pub tag: Option<(&'static str, &'static str)>,
    /// Whether the server ignores the case of the tag's value.
    pub ignores_case: bool,
    /// Whether the object is only ever sent, so that an unknown member is an error.
    pub is_only_sent: bool,
    /// Whether unknown members are stored instead of skipped.
    pub stores_unknown: bool,
    /// Whether a fault in a field is stored with the object instead of returned.
    pub holds_faults: bool,
    /// The constraints between fields.
    pub relations: &'static [Relation],
    /// For each constraint, the fields whose presence requires its evaluation.
    pub(crate) triggers: &'static [u64],
    /// The required fields.
    pub(crate) required: FieldSet,
    /// The hash index of the fields; empty for a type with few fields.
    pub(crate) index: &'static [u8],
}

impl TypeInfo {
    /// The index of the unknown members of an object, which is that of no field.
    #[doc(hidden)]
    pub const UNKNOWN: usize = usize::MAX;

    /// Creates an object with these fields.
    ///
    /// # Panics
    ///
    /// There are more than 256 fields, which its sets of fields cannot hold.
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [FieldInfo]) -> Self {
        assert!(
            fields.len() <= FieldSet::CAPACITY,
            "a definition has at most 256 fields"
        );
        Self {
            name,
            fields,
            required: FieldSet::required(fields),
            index: &[],
            tag: None,
            ignores_case: false,
            is_only_sent: false,
            stores_unknown: false,
            holds_faults: false,
            relations: &[],
            triggers: &[],
        }
    }

    /// Sets the constraints between fields. For each of them, `triggers` has a bit for every field
    /// whose presence requires its evaluation; 0 if these are unknown.
    #[must_use]
    pub const fn with_relations(
        mut self,
        relations: &'static [Relation],
        triggers: &'static [u64],
    ) -> Self {
        self.relations = relations;
        self.triggers = triggers;
        self
    }

    /// Sets the tag, which is encoded before the fields.
    #[must_use]
    pub const fn with_tag(mut self, field: &'static str, value: &'static str) -> Self {
        self.tag = Some((field, value));
        self
    }

    /// Makes the case of the tag's value irrelevant.
    #[must_use]
    pub const fn ignoring_case(mut self) -> Self {
        self.ignores_case = true;
        self
    }

    /// Makes an unknown member an error.
    #[must_use]
    pub const fn only_sent(mut self) -> Self {
        self.is_only_sent = true;
        self
    }

    /// Sets the hash index of the fields.
    #[must_use]
    pub const fn with_index(mut self, index: &'static [u8]) -> Self {
        self.index = index;
        self
    }

    /// Makes the object store unknown members and faults in its fields.
    #[must_use]
    pub const fn storing_unknown(mut self) -> Self {
        self.stores_unknown = true;
        self.holds_faults = true;
        self
    }

    /// Makes the object store unknown members.
    #[must_use]
    pub const fn with_rest(mut self) -> Self {
        self.stores_unknown = true;
        self.is_only_sent = false;
        self
    }

    /// Takes everything but name and fields from the base, whose fields are the first ones.
    #[must_use]
    pub const fn with_base(mut self, base: &Self) -> Self {
        self.tag = base.tag;
        self.ignores_case = base.ignores_case;
        self.is_only_sent = base.is_only_sent;
        self.stores_unknown = base.stores_unknown;
        self.holds_faults = base.holds_faults;
        self.relations = base.relations;
        self.triggers = base.triggers;
        self
    }

    /// Sets the constraints of a definition with a base. Those of the base are the first ones and
    /// keep their triggers.
    #[must_use]
    pub const fn with_more_relations(mut self, relations: &'static [Relation]) -> Self {
        self.relations = relations;
        self
    }

    /// Returns whether there is a field with this name, in constants.
    pub(super) const fn has_field(&self, name: &str) -> bool {
        let mut index = 0;
        while index < self.fields.len() {
            if same_text(self.fields[index].name, name) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// Returns whether a member of this name is a field or the tag.
    pub(crate) fn declares(&self, name: &str) -> bool {
        self.find(name.as_bytes()).is_some() || self.tag.is_some_and(|(tag, _)| tag == name)
    }

    /// Returns whether a member of this name is the tag, or a field that the base does not have.
    pub(crate) fn declares_beyond(&self, base: &Self, name: &str) -> bool {
        let own = self.find(name.as_bytes());
        own.is_some_and(|index| index >= base.fields.len())
            || self.tag.is_some_and(|(tag, _)| tag == name)
    }

    /// Returns the index of the field with this name.
    #[inline]
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        field_index::find(self.fields, self.index, name)
    }

    /// Returns each constraint with its trigger, which is 0 if there is none.
    #[inline]
    pub(crate) fn triggered_relations(&self) -> impl Iterator<Item = (&'static Relation, u64)> {
        let triggers = self.triggers;
        let trigger = move |index| triggers.get(index).copied().unwrap_or(0);
        let relations = self.relations.iter().enumerate();
        relations.map(move |(index, relation)| (relation, trigger(index)))
    }
}
