//! Values without their types. Here: views for encoding and validation, targets for decoding,
//! files, unknown values. Not here: JSON text (`json`).

mod std_types;

pub(crate) mod conversion;
pub(crate) mod empty_union;
pub(crate) mod input_file;
pub(crate) mod percent;
pub(crate) mod remote_file;
pub(crate) mod target;
pub(crate) mod unknown;
mod unknown_fields;
pub(crate) mod variant;
pub(crate) mod view;

pub use unknown_fields::UnknownFields;
pub(crate) use view::{FieldVisitor, Object, visit, visit_flag};
pub use view::{Json, List, Param, Value};
