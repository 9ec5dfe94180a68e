//! What the expansion of the attributes names. Not part of the public interface.

pub use ::core::clone::Clone;
pub use ::core::convert::{From, Into};
pub use ::core::default::Default;
pub use ::core::option::Option;
pub use ::core::result::Result;
pub use ::std::boxed::Box;
pub use ::std::string::String;
pub use ::std::vec::Vec;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::client::bot::Bot;
pub use crate::client::call::Call;
pub use crate::client::method::{Method, Reading};
pub use crate::json::decode::fill::decode;
pub use crate::json::decode::from_json::{ReadBySerde, ReadByTable, read};
pub use crate::json::deserialize::{fields, finish};
pub use crate::json::serialize::serialize;
pub use crate::schema::field_index::index;
pub use crate::schema::{Condition, Relation, Test};
pub use crate::schema::{Kind, Literal, MethodInfo, ParamInfo};
pub use crate::schema::{Pattern, Rule};
pub use crate::type_check::{
    self, Object as ObjectKind, Text as TextKind, Undeclared, between, broken, ordered, tagged,
};
pub use crate::validate::{Invalid, validate_object};
pub use crate::value::object::{
    Bare, Distinction, Object, Show, TypeInfo, Union, UnionInfo, Unknown, VariantInfo, Word,
};
pub use crate::value::target::{Slot, Target};
pub use crate::value::{Param, Value};

/// A call of `method`, for the inherent `send` of every method struct.
pub fn send<M: Method>(bot: &Bot, method: &M) -> Call<M::Response> {
    Call::new(bot, method)
}

/// The body of a call of `method`, for measuring what encoding costs.
pub fn json<M: Method>(method: &M) -> Result<Vec<u8>, crate::EncodeError> {
    crate::json::encode::json(M::INFO, method)
}
