//! Descriptions of methods, types, fields and rules as constant data. Here: what a definition
//! declares. Not here: anything that looks at a value (`validate`, `json`).

mod api_type;
#[cfg(feature = "openapi")]
mod definition;
mod describe;
mod distinct;
mod field;
pub(crate) mod field_index;
mod flatten;
mod kinds;
mod message;
mod method;
mod relation;
mod rule;
mod type_info;
pub(crate) mod union_info;

pub use api_type::ApiType;
#[cfg(feature = "openapi")]
#[cfg_attr(docsrs, doc(cfg(feature = "openapi")))]
pub use definition::{DefinedContent, Definition, Member, MethodDefinition, Shape, Word};
#[doc(hidden)]
pub use describe::__describe;
pub use distinct::check_variant;
pub(crate) use distinct::needs_more;
pub use field::{FieldInfo, Literal};
pub use flatten::{
    check_base, check_constrained, check_count, check_member, check_rest, decides, index_size,
    joined, joined_count, joined_relations, selects,
};
pub use kinds::Kinds;
pub use method::MethodInfo;
pub use relation::{Condition, Relation, Test};
pub use rule::{Bounds, Number, Pattern, Rule};
pub use type_info::TypeInfo;
pub use union_info::{Content, Discriminator, UnionInfo, VariantInfo};
