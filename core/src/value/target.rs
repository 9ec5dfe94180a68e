//! Type-erased mutable targets for decoding. The counterpart of [`Param`](super::Param).

use super::unknown::Unknown;
use crate::error::Repair;
use crate::schema::{Number, TypeInfo, UnionInfo};

/// A mutable place for one decoded value, by what it takes.
#[non_exhaustive]
pub enum Target<'a> {
    /// A JSON boolean.
    Bool(&'a mut bool),
    /// An integer of 64 bits.
    Int(&'a mut i64),
    /// An integer of another width.
    Integer(&'a mut dyn IntegerTarget),
    /// A floating-point number.
    Float(&'a mut f64),
    /// A floating-point number of 32 bits.
    Float32(&'a mut f32),
    /// A text.
    Text(&'a mut String),
    /// A word out of a closed set.
    Word(&'a mut dyn Word),
    /// A list.
    List(&'a mut dyn ListTarget),
    /// A map from names to values of one type.
    Map(&'a mut dyn MapTarget),
    /// An object.
    Object(&'a mut dyn ObjectTarget, &'static TypeInfo),
    /// One of several objects.
    Union(&'a mut dyn Union),
    /// A value or `null`.
    Optional(&'a mut dyn OptionalTarget),
    /// Members that an object does not know.
    UnknownFields(&'a mut dyn UnknownFields),
    /// Anything, through the type's own `serde::Deserialize`.
    Json(&'a mut dyn JsonTarget),
}

impl Target<'_> {
    /// What is expected, for an error.
    pub(crate) fn expected(&self) -> &'static str {
        match self {
            Self::Bool(_) => "a Boolean",
            Self::Int(_) | Self::Integer(_) => "an Integer",
            Self::Float(_) | Self::Float32(_) => "a Float",
            Self::Text(_) | Self::Word(_) => "a String",
            Self::List(_) => "an Array",
            Self::Map(_) => "an object",
            Self::Object(_, info) => info.name,
            Self::Union(union) => union.info().name,
            Self::Optional(_) | Self::UnknownFields(_) | Self::Json(_) => "a JSON value",
        }
    }
}

/// A type that JSON of the Bot API can be decoded into.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a Bot API type",
    label = "not a field type",
    note = "help: annotate it with `#[telegram_type]`, or derive serde's traits and `Default` for it and name it in `telegrammar::field!`",
    note = "[telegrammar::diagnostics T11]"
)]
pub trait Decode {
    /// Whether values of the type are only ever received, so that what a server leaves out or gets
    /// wrong is repaired where that is possible.
    const IS_RECEIVED: bool = false;

    /// Creates a value without content, to be filled. Nobody sees it if filling it fails.
    fn empty() -> Self
    where
        Self: Sized;

    /// Returns the target that fills the value.
    fn target(&mut self) -> Target<'_>;
}

/// A list that is being filled.
pub trait ListTarget {
    /// Appends an item without content, and returns its target.
    fn push(&mut self) -> Option<Target<'_>>;
}

/// A map that is being filled.
pub trait MapTarget {
    /// Adds an entry without content, and returns its target; `None` if the key is there already.
    fn insert(&mut self, key: String) -> Option<Target<'_>>;
}

/// An `Option` that is being filled.
pub trait OptionalTarget {
    /// Makes the option a value without content, and returns its target; or makes it `None`.
    fn set(&mut self, is_some: bool) -> Option<Target<'_>>;
}

/// An integer of any width.
pub trait IntegerTarget {
    /// Takes the value if it fits.
    fn set(&mut self, value: Number) -> bool;
}

/// A type that reads itself.
pub trait JsonTarget {
    /// Takes the value.
    ///
    /// # Errors
    ///
    /// The error of the type's own `Deserialize`.
    fn set(&mut self, json: &str) -> Result<(), serde_json::Error>;
}

/// An object that is being filled. What is known of it is in its [`Target`], which saves an entry in
/// the virtual table of each type.
pub trait ObjectTarget {
    /// Returns the target of the field at `index`. One past the last field, an object that stores
    /// unknown members returns its [`UnknownFields`].
    fn target(&mut self, index: usize) -> Option<Target<'_>>;
}

/// What an object stores of JSON that it does not understand.
pub trait UnknownFields {
    /// Stores a member that the object does not know.
    fn store(&mut self, name: &str, json: &str);

    /// Stores the whole object as JSON, because one of its fields could not be decoded.
    fn store_undecodable(&mut self, error: String, json: String) {
        let _ = (error, json);
    }

    /// Stores what was repaired in the object. Paths start at the object.
    fn store_repairs(&mut self, repairs: Vec<Repair>) {
        let _ = repairs;
    }
}

/// A value that is one of several objects.
pub trait Union {
    /// What is known of the union.
    fn info(&self) -> &'static UnionInfo;

    /// Makes the value the variant at `index`, without content yet, and returns its target; `None`
    /// past the end.
    fn select(&mut self, index: usize) -> Option<Target<'_>>;

    /// Makes the value one that this version does not know. Returns whether the union can hold one.
    fn store(&mut self, unknown: Unknown) -> bool {
        let _ = unknown;
        false
    }

    /// Returns the target for a value that is not an object, if the union has a variant for it.
    fn select_plain(&mut self, plain: Plain) -> Option<Target<'_>> {
        let _ = plain;
        None
    }
}

/// A JSON value of a union that is not an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// A number without a fraction.
    Integer,
    /// A text.
    Text,
    /// A list.
    List,
}

/// An enum that stands for a String of the Bot API with a closed set of values.
pub trait Word {
    /// Makes the value the one with this text. Returns whether there is one.
    fn set(&mut self, word: &str) -> bool;

    /// The known words, for an error.
    fn words(&self) -> &'static [&'static str];
}
