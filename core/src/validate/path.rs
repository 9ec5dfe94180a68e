//! Paths of values.

use std::fmt;

/// The path of a value, from the inside out. It is rarely formatted as text.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Start,
    Field(&'a Path<'a>, &'static str),
    /// With whether all previous items, if any, are empty lists.
    Item(&'a Path<'a>, usize, bool),
}

impl Path<'_> {
    /// Returns whether the value is the first of its list, and that list the first of its own.
    pub(crate) fn is_first(&self) -> bool {
        match self {
            Self::Start | Self::Field(..) => true,
            Self::Item(before, _, is_first) => *is_first && before.is_first(),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => Ok(()),
            Self::Field(Self::Start, name) => f.write_str(name),
            Self::Field(before, name) => write!(f, "{before}.{name}"),
            Self::Item(before, index, _) => write!(f, "{before}[{index}]"),
        }
    }
}
