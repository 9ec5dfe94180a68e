//! What is known of one field of an object, or one parameter of a method.

use std::fmt;

use super::api_type::ApiType;
use super::rule::Rule;

/// The description of one field of an object, or one parameter of a method.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether a value must be given.
    pub required: bool,
    /// What the Bot API takes there.
    pub api_type: ApiType,
    /// The rules that a value must keep.
    pub rules: &'static [Rule],
    /// What the server assumes when the field is left out.
    pub default: Option<Literal>,
    /// The first line of the field's documentation, or an empty text.
    pub doc: &'static str,
}

impl FieldInfo {
    /// Creates a field that must be given.
    #[must_use]
    pub const fn required(name: &'static str, api_type: ApiType, doc: &'static str) -> Self {
        Self {
            name,
            required: true,
            api_type,
            rules: &[],
            default: None,
            doc,
        }
    }

    /// Creates a field that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, api_type: ApiType, doc: &'static str) -> Self {
        Self {
            required: false,
            ..Self::required(name, api_type, doc)
        }
    }

    /// Sets the rules for the field's value.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }

    /// Sets the value that the server assumes when the field is left out.
    #[must_use]
    pub const fn default(mut self, default: Literal) -> Self {
        self.default = Some(default);
        self
    }
}

/// A constant value in a definition, such as a default.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Literal {
    /// An integer.
    Int(i128),
    /// A floating-point number.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A text.
    Text(&'static str),
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
            Self::Bool(value) => value.fmt(f),
            Self::Text(value) => write!(f, "{value:?}"),
        }
    }
}
