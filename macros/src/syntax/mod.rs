//! Parses tokens to a raw model of the definition. Only what cannot be parsed is reported here, and
//! parsing resumes after the next comma.

mod container;
mod elements;
mod field;
mod values;

pub(crate) use container::{Container, OneOf, container};
pub(crate) use field::{FieldKeys, RawRule, field};
pub(crate) use values::{Bound, BoundValue, DefaultValue, RangeForm, RawDefault, ends};
