//! Values without their types: how a value is seen, and how it is filled.

mod std_types;

pub(crate) mod input_file;
pub(crate) mod target;
pub(crate) mod unknown;
pub(crate) mod view;

pub(crate) use view::{FieldVisitor, Object, views};
pub use view::{Json, List, Param, Value};
