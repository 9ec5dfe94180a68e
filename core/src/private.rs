//! What the expansion of the attributes names. Not part of the public interface.

pub use ::core::clone::Clone;
pub use ::core::convert::Into;
pub use ::core::default::Default;
pub use ::core::option::Option;
pub use ::core::result::Result;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::deserialize::fields;
pub use crate::info::{Kind, Literal, MethodInfo, ParamInfo};
pub use crate::method::Method;
pub use crate::rule::{Relation, Rule};
pub use crate::serialize::serialize;
pub use crate::validate::Invalid;
pub use crate::value::Param;
