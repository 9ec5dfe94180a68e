//! What a definition says, as constant data: methods, types, their fields, and the rules that values
//! must keep. Nothing here looks at a value.

pub(crate) mod field_index;
mod method;
mod relation;
mod rule;

pub use method::{Kind, Literal, MethodInfo, ParamInfo};
pub use relation::{Condition, Relation, Test};
pub use rule::{Bounds, Number, Pattern, Rule};
