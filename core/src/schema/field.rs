//! Descriptions of fields and parameters.

use std::fmt;

use super::api_type::ApiType;
use super::rule::Rule;

/// The description of one field of an object, or one parameter of a method.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether a value is required.
    pub required: bool,
    /// The type of the value.
    pub api_type: ApiType,
    /// The rules that a value must satisfy.
    pub rules: &'static [Rule],
    /// The server's default when the field is unset.
    pub default: Option<Literal>,
    /// The first line of the field's documentation; may be empty.
    pub doc: &'static str,
}

impl FieldInfo {
    /// Creates a required field.
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

    /// Creates an optional field.
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

    /// Sets the server's default when the field is unset.
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
    /// A string.
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
