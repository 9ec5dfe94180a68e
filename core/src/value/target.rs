//! Type-erased mutable targets for decoding. The counterpart of [`Param`](super::Param).

use super::unknown::Unknown;
use crate::error::Repair;
use crate::schema::{Content, Kinds, Number, TypeInfo, UnionInfo};

/// A type-erased mutable target for one decoded value.
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
    /// A string.
    Text(&'a mut String),
    /// A string out of a closed set.
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
    /// The unknown members of an object.
    UnknownFields(&'a mut dyn UnknownFieldsTarget),
    /// A value that is decoded into another type first.
    Converted(&'a mut dyn ConvertedTarget),
    /// Any value, through the type's own `serde::Deserialize`.
    Json(&'a mut dyn JsonTarget),
    /// The text of any value, of any depth.
    Raw(&'a mut Box<str>),
}

impl Target<'_> {
    /// Returns what is expected, for an error.
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
            Self::Optional(_)
            | Self::UnknownFields(_)
            | Self::Converted(_)
            | Self::Json(_)
            | Self::Raw(_) => "a JSON value",
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
    /// Whether values of the type are only ever received, so that they are decoded leniently.
    const IS_RECEIVED: bool = false;

    /// What values of the type look like in JSON.
    const CONTENT: Content = Content::Foreign(Kinds::ALL);

    /// Creates an empty value to decode into. It is dropped if decoding fails.
    fn empty() -> Self
    where
        Self: Sized;

    /// Returns the target for the value.
    fn target(&mut self) -> Target<'_>;
}

/// A list to decode into.
pub trait ListTarget {
    /// Appends an empty item, and returns its target.
    fn push(&mut self) -> Option<Target<'_>>;
}

/// A map to decode into.
pub trait MapTarget {
    /// Adds an entry without content, and returns its target; `None` if the key is there already.
    fn insert(&mut self, key: String) -> Option<Target<'_>>;
}

/// An `Option` to decode into.
pub trait OptionalTarget {
    /// Makes the option a value without content, and returns its target; or makes it `None`.
    fn set(&mut self, is_some: bool) -> Option<Target<'_>>;
}

/// A type that is made from another one, such as an `Arc<T>` from its `T`.
pub trait ConvertedTarget {
    /// Passes the target for the other type to `decode`, and stores what it decodes if that returns
    /// `true`. Returns whether a value is stored.
    fn convert(&mut self, decode: &mut dyn FnMut(Target<'_>) -> bool) -> bool;

    /// Returns whether an absent value is an empty list.
    fn is_list(&self) -> bool {
        false
    }
}

/// An integer of any width.
pub trait IntegerTarget {
    /// Stores the value if it is in range. Returns whether it is.
    fn set(&mut self, value: Number) -> bool;
}

/// A type that is decoded with `serde::Deserialize`.
pub trait JsonTarget {
    /// Decodes and stores the value.
    ///
    /// # Errors
    ///
    /// The error of the type's own `Deserialize`.
    fn set(&mut self, json: &str) -> Result<(), serde_json::Error>;
}

/// An object that is being filled. What is known of it is in its [`Target`], which saves an entry in
/// the virtual table of each type.
pub trait ObjectTarget {
    /// Returns the target of the field at `index`. At [`TypeInfo::UNKNOWN`], an object that stores
    /// unknown members returns its [`UnknownFieldsTarget`].
    fn target(&mut self, index: usize) -> Option<Target<'_>>;
}

/// Storage for JSON that an object cannot represent.
pub trait UnknownFieldsTarget {
    /// Stores a member that is not a field.
    fn store(&mut self, name: &str, json: &str);

    /// Stores the whole object as JSON, because one of its fields could not be decoded.
    fn store_undecodable(&mut self, error: String, json: String) {
        let _ = (error, json);
    }

    /// Stores the repairs in the object. Their paths start at the object.
    fn store_repairs(&mut self, repairs: Vec<Repair>) {
        let _ = repairs;
    }
}

/// A value that is one of several objects.
pub trait Union {
    /// Returns the description of the union.
    fn info(&self) -> &'static UnionInfo;

    /// Sets the value to an empty variant at `index`, and returns its target; `None` if there is no
    /// such variant. Those that are no objects may be the last ones.
    fn select(&mut self, index: usize) -> Option<Target<'_>>;

    /// Sets the value to an unknown one. Returns whether the union can represent that.
    fn store(&mut self, unknown: Unknown) -> bool {
        let _ = unknown;
        false
    }

    /// Returns the target for a value that is not an object, if the union has a variant for it.
    fn select_plain(&mut self, plain: Plain) -> Option<Target<'_>> {
        let kind = match plain {
            Plain::Integer => Kinds::NUMBER,
            Plain::Text => Kinds::TEXT,
            Plain::List => Kinds::LIST,
            Plain::Boolean => Kinds::BOOLEAN,
        };
        let index = self.info().find_plain(kind)?;
        self.select(index)
    }
}

/// A JSON value of a union that is not an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Plain {
    /// A number.
    Integer,
    /// A string.
    Text,
    /// A list.
    List,
    /// `true` or `false`.
    Boolean,
}

/// Returns the known word that differs from `word` in its case at most, or `word`.
#[doc(hidden)]
#[must_use]
pub fn ignoring_case<'w>(known: &[&'static str], word: &'w str) -> &'w str {
    let mut known = known.iter();
    known
        .find(|known| known.eq_ignore_ascii_case(word))
        .copied()
        .unwrap_or(word)
}

/// An enum for a String of the Bot API with a closed set of values.
pub trait Word {
    /// Sets the value to the variant for `word`. Returns whether there is one.
    fn set(&mut self, word: &str) -> bool;

    /// Returns the known words, for an error.
    fn words(&self) -> &'static [&'static str];
}
