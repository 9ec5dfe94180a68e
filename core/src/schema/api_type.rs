//! The types of the Bot API.

use std::fmt;

/// The type of a field or parameter, as the Bot API names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApiType {
    /// An integer.
    Integer,
    /// A floating-point number.
    Float,
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A chat: its numeric id or its `@username`.
    ChatId,
    /// A file: uploaded, or by id or URL where the method allows that.
    InputFile,
    /// A list.
    Array(&'static ApiType),
    /// An object or union with this name.
    Object(&'static str),
    /// One of several objects.
    OneOf(&'static [ApiType]),
    /// Unknown, because the field is `unlisted`.
    Unlisted,
}

impl fmt::Display for ApiType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer => f.write_str("Integer"),
            Self::Float => f.write_str("Float"),
            Self::String => f.write_str("String"),
            Self::Boolean => f.write_str("Boolean"),
            Self::ChatId => f.write_str("Integer or String"),
            Self::InputFile => f.write_str("InputFile"),
            Self::Array(item) => write!(f, "Array of {item}"),
            Self::Object(name) => f.write_str(name),
            Self::OneOf(types) => types.iter().enumerate().try_for_each(|(index, ty)| {
                if index > 0 {
                    f.write_str(" or ")?;
                }
                ty.fmt(f)
            }),
            Self::Unlisted => f.write_str("unlisted"),
        }
    }
}
