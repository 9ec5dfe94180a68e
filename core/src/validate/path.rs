//! Where a value is.

use std::fmt;

/// Where a value is, from the inside out. Most walks find nothing and never need it as text.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Start,
    Field(&'a Path<'a>, &'static str),
    /// With whether all items before it, if any, are empty lists.
    Item(&'a Path<'a>, usize, bool),
}

impl Path<'_> {
    /// Whether the value is the first of its list, and that the first of the list around it.
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
