//! Objects, unions and words of the Bot API, as the engine sees them: a table of what is known, and
//! access by index. `#[telegram_type]` implements these traits.

use crate::schema::ParamInfo;
use crate::schema::Relation;
use crate::schema::field_index::FieldSet;
use crate::value::Value;
use crate::value::target::Target;

/// The description of an object of the Bot API.
#[derive(Clone, Copy, Debug)]
pub struct TypeInfo {
    /// The name on the Bot API page, such as `PhotoSize`.
    pub name: &'static str,
    /// The fields, in the order of the struct.
    pub fields: &'static [ParamInfo],
    /// The field that tells the object apart from others of its union, and its value there.
    pub tag: Option<(&'static str, &'static str)>,
    /// Those of the fields that must be there.
    pub(crate) required: FieldSet,
    /// The fields by their names; empty for a type with few of them.
    pub(crate) index: &'static [u8],
    /// Whether members that the type does not know are kept instead of skipped, by its [`Keeper`].
    pub keeps_unknown: bool,
    /// What fields owe each other.
    pub relations: &'static [Relation],
    /// For each of the relations, the fields that tell whether it needs a closer look.
    pub(crate) triggers: &'static [u64],
}

impl TypeInfo {
    /// An object with these fields.
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [ParamInfo]) -> Self {
        Self {
            name,
            fields,
            required: FieldSet::required(fields),
            index: &[],
            tag: None,
            keeps_unknown: false,
            relations: &[],
            triggers: &[],
        }
    }

    /// The same object with relations between its fields.
    #[must_use]
    pub const fn relations(mut self, relations: &'static [Relation]) -> Self {
        self.relations = relations;
        self
    }

    /// The same object with a trigger for each relation.
    #[doc(hidden)]
    #[must_use]
    pub const fn triggers(mut self, triggers: &'static [u64]) -> Self {
        self.triggers = triggers;
        self
    }

    /// The same object with a tag, which is written before the fields.
    #[must_use]
    pub const fn tag(mut self, field: &'static str, value: &'static str) -> Self {
        self.tag = Some((field, value));
        self
    }

    /// The same object with an index of its fields by their names.
    #[doc(hidden)]
    #[must_use]
    pub const fn index(mut self, index: &'static [u8]) -> Self {
        self.index = index;
        self
    }

    /// The same object with a [`Keeper`] for members that it does not know.
    #[must_use]
    pub const fn keeps_unknown(mut self) -> Self {
        self.keeps_unknown = true;
        self
    }
}

/// The description of a union of the Bot API.
#[derive(Clone, Copy, Debug)]
pub struct UnionInfo {
    /// The name on the Bot API page, such as `ChatMember`.
    pub name: &'static str,
    /// How the variants are told apart.
    pub distinction: Distinction,
    /// The variants that are objects, in the order of the enum.
    pub variants: &'static [VariantInfo],
}

/// How the variants of a union are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Distinction {
    /// By the value of this field.
    Tag(&'static str),
    /// By the fields that are there.
    Fields,
    /// An integer field that is zero means the second variant, anything else the first.
    Zero(&'static str),
}

/// The description of a variant of a union.
#[derive(Clone, Copy, Debug)]
pub struct VariantInfo {
    /// The name of the variant's type.
    pub name: &'static str,
    /// The value of the union's tag; empty without one.
    pub tag: &'static str,
    /// The fields that tell the variant apart from others with the same tag.
    pub telling: &'static [&'static str],
}

impl VariantInfo {
    /// A variant with a tag of its own.
    #[must_use]
    pub const fn new(name: &'static str, tag: &'static str) -> Self {
        Self {
            name,
            tag,
            telling: &[],
        }
    }

    /// The same variant, told apart by fields that only it has.
    #[must_use]
    pub const fn telling(mut self, fields: &'static [&'static str]) -> Self {
        self.telling = fields;
        self
    }
}

/// What is done with each field that has a value.
pub type Show<'s, 'a> = dyn FnMut(usize, Value<'a>) + 's;

/// A value that is a JSON object with named fields.
pub trait Object {
    /// What is known of the object.
    fn info(&self) -> &'static TypeInfo;

    /// Shows the index and value of each field that has one, in their order. Behind them comes the
    /// [`Keeper`] of an object that keeps what it does not know, with the number of fields as index.
    fn values<'a>(&'a self, show: &mut Show<'_, 'a>);

    /// Makes room for a value of the field at `index`. Just past the end an object that keeps what
    /// it does not know gives its [`Keeper`]; beyond it is nothing.
    fn open(&mut self, index: usize) -> Option<Target<'_>>;
}

/// What an object does with JSON that it does not understand. The object opens it, and shows it, as
/// if it were one field more than it has.
pub trait Keeper {
    /// Takes a member that the object does not know.
    fn keep(&mut self, name: &str, json: &str);

    /// Takes the whole object, of which only the required fields can be decoded.
    fn keep_broken(&mut self, error: String, json: String);

    /// The member that was kept, for writing it again.
    fn kept(&self) -> Option<(&str, &str)>;
}

impl dyn Object + '_ {
    /// What the field at `index` holds; absent past the end. Not of the trait, so that it is there
    /// once and not for every type.
    #[must_use]
    pub fn value(&self, index: usize) -> Value<'_> {
        let mut found = Value::Absent;
        self.values(&mut |shown, value| {
            if shown == index {
                found = value;
            }
        });
        found
    }
}

/// A value that is one of several objects.
pub trait Union {
    /// What is known of the union.
    fn info(&self) -> &'static UnionInfo;

    /// Makes the value the variant at `index`, without content yet; nothing past the end.
    fn select(&mut self, index: usize) -> Option<Target<'_>>;

    /// What the value is now.
    fn value(&self) -> Value<'_>;

    /// Makes the value one that this version does not know. Gives whether the type can hold one.
    fn keep(&mut self, unknown: Unknown) -> bool {
        let _ = unknown;
        false
    }

    /// Makes room for a value that is not an object: a text, or a list.
    fn open_bare(&mut self, bare: Bare) -> Option<Target<'_>> {
        let _ = bare;
        None
    }
}

/// A JSON value that is not an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// A text.
    Text,
    /// A list.
    List,
}

/// A closed set of words that stands for a String of the Bot API.
pub trait Word {
    /// Makes the value the one that is written so. Gives whether there is one.
    fn set(&mut self, word: &str) -> bool;

    /// The words that are known, for an error.
    fn words(&self) -> &'static [&'static str];
}

/// A value of a union that this version of telegrammar does not know.
///
/// It is kept as the server sent it, and written back so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unknown {
    tag: Box<str>,
    json: Box<str>,
}

impl Unknown {
    /// Stands in until the value is known.
    #[doc(hidden)]
    #[must_use]
    pub fn blank() -> Self {
        Self {
            tag: Box::default(),
            json: "null".into(),
        }
    }

    pub(crate) fn new(tag: &str, json: String) -> Self {
        Self {
            tag: tag.into(),
            json: json.into(),
        }
    }

    /// The value of the field that tells the union's variants apart.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The whole value as JSON.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }
}

impl crate::value::Param for Unknown {
    fn value(&self) -> Value<'_> {
        Value::Raw(&self.json)
    }
}
