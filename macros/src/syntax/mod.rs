//! Parses tokens to a raw model of the definition. Here: syntax; only tokens that cannot be parsed
//! are reported, and parsing resumes after the next comma. Not here: whether the values are valid
//! (`check`).

mod container;
mod elements;
mod field;
mod lifetimes;
mod own_name;
mod values;
mod variant;

pub(crate) use container::{Container, OneOf, container};
pub(crate) use field::{FieldKeys, LoneBound, RawRule, field};
pub(crate) use lifetimes::replace_missing;
pub(crate) use own_name::replace_self;
pub(crate) use values::{Bound, BoundValue, DefaultValue, RangeForm, RawDefault, ends};
pub(crate) use variant::variant;
