//! The types of parameters and results of the Bot API.

use std::fmt;

use crate::keys::Measure;

/// The type of a parameter, field or result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TypeExpr {
    Integer(Width),
    Float,
    #[default]
    String,
    Boolean,
    /// Only ever true; unset for false.
    True,
    Ref(&'static str),
    Array(Box<TypeExpr>),
    OneOf(Vec<TypeExpr>),
}

/// How wide an integer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// The page does not specify it; 64 bits are always safe.
    Unsaid,
    /// The page specifies a signed integer of 32 bits.
    Signed32,
    /// An id or amount that needs 64 bits; always inferred.
    Signed64,
    /// The page specifies at most 52 significant bits, which need a 64-bit integer.
    Significant52,
}

impl TypeExpr {
    /// Returns the category of a value.
    pub(crate) fn category(&self) -> Category {
        match self {
            Self::Integer(_) => Category::Integer,
            Self::Float => Category::Number,
            Self::String => Category::Text,
            Self::Array(_) => Category::List,
            Self::Boolean | Self::True => Category::Boolean,
            Self::Ref("InputFile") => Category::File,
            Self::Ref(_) => Category::Object,
            Self::OneOf(alternatives) if alternatives.contains(&Self::Ref("InputFile")) => {
                Category::File
            }
            Self::OneOf(alternatives) if alternatives.contains(&Self::String) => Category::IdOrName,
            Self::OneOf(_) => Category::OneOfObjects,
        }
    }

    /// Returns the Rust type to declare a parameter or field with.
    pub(crate) fn rust_type(&self) -> String {
        match self {
            Self::Integer(Width::Signed32) => "i32".to_owned(),
            Self::Integer(_) => "i64".to_owned(),
            Self::Float => "f64".to_owned(),
            Self::String => "String".to_owned(),
            Self::Boolean | Self::True => "bool".to_owned(),
            Self::Ref(name) => (*name).to_owned(),
            Self::Array(item) => format!("Vec<{}>", item.rust_type()),
            Self::OneOf(alternatives) => {
                let has = |wanted: &Self| alternatives.contains(wanted);
                let integer = alternatives.iter().any(|ty| matches!(ty, Self::Integer(_)));
                match alternatives.first() {
                    Some(Self::Ref("InputFile")) => "InputFile".to_owned(),
                    Some(Self::Ref("InlineKeyboardMarkup")) => "ReplyMarkup".to_owned(),
                    Some(Self::Ref(name)) if name.starts_with("InputMedia") => {
                        "InputMedia".to_owned()
                    }
                    _ if integer && has(&Self::String) => "ChatId".to_owned(),
                    Some(first) => first.rust_type(),
                    None => String::new(),
                }
            }
        }
    }
}

/// The category of a value: how messages describe it, and which measure applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Category {
    Integer,
    Number,
    Text,
    List,
    Boolean,
    File,
    Object,
    IdOrName,
    OneOfObjects,
}

impl Category {
    /// Returns the measure that limits such a value, if any.
    pub(crate) fn measure(self) -> Option<Measure> {
        match self {
            Self::Integer | Self::Number => Some(Measure::Range),
            Self::Text => Some(Measure::Len),
            Self::List => Some(Measure::Items),
            Self::Boolean | Self::File | Self::Object | Self::IdOrName | Self::OneOfObjects => None,
        }
    }

    /// Whether the measure applies to such a value. A text has two.
    pub(crate) fn is_measured_by(self, measure: Measure) -> bool {
        match measure {
            Measure::Bytes => self == Self::Text,
            measure => self.measure() == Some(measure),
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Text => "text",
            Self::List => "a list",
            Self::Boolean => "a Boolean",
            Self::File => "a file",
            Self::Object => "an object",
            Self::IdOrName => "an id or a name",
            Self::OneOfObjects => "one of several objects",
        })
    }
}
