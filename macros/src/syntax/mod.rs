//! Tokens to a raw model of the definition. Only what cannot be read at all is reported here, and
//! then the reading continues behind the next comma.

mod container;
mod elements;
mod field;
mod values;

pub(crate) use container::{Container, OneOf, container};
pub(crate) use field::{FieldKeys, RawRule, field};
pub(crate) use values::{Bound, BoundValue, DefaultValue, RangeForm, RawDefault, ends};
