//! Items that the expansion of the attributes refers to. Not part of the public interface.

pub use ::core::clone::Clone;
pub use ::core::convert::{From, Into};
pub use ::core::default::Default;
pub use ::core::option::Option;
pub use ::core::result::Result;
pub use ::std::boxed::Box;
pub use ::std::string::String;
pub use ::std::vec::Vec;
use std::time::Duration;

pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::client::bot::Bot;
pub use crate::client::call::Call;
pub use crate::client::method::{Method, Parameters};
pub use crate::client::reply::reply_body;
pub use crate::client::retry::policy::Retry;
pub use crate::error::ValidationError;
use crate::error::{DecodeError, Error};
use crate::http::timer::Sleep;
use crate::json::decode::JsonError;
pub use crate::json::decode::{
    Fields, OwnedBase, ReadBySerde, ReadByTarget, Reading, decode, finish, read_target,
};
pub use crate::json::encode::check;
pub use crate::own_type;
pub use crate::schema::__describe as describe;
pub use crate::schema::field_index::index;
pub use crate::schema::{
    ApiType, Condition, Content, Discriminator, FieldInfo, Literal, MethodInfo, Pattern, Relation,
    Rule, Test, TypeInfo, UnionInfo, VariantInfo, check_base, check_constrained, check_count,
    check_member, check_rest, check_variant, decides, index_size, joined, joined_count,
    joined_relations, selects,
};
#[cfg(feature = "openapi")]
pub use crate::schema::{Definition, Member, MethodDefinition, Shape, Word as DefinedWord};
pub use crate::type_check::{self, Undeclared, between, broken, ordered};
#[cfg(feature = "openapi")]
pub use crate::type_check::{KnownShape, UnknownShape};
pub use crate::value::conversion::{Differ, Held, Same, Source};
pub use crate::value::empty_union::empty_union;
pub use crate::value::input_file::attached::with_attached;
pub use crate::value::remote_file::{FileRef, RemoteFile, file_ref};
pub use crate::value::target::{
    Decode, ObjectTarget, Plain, Target, Union, UnknownFieldsTarget, Word, ignoring_case,
};
pub use crate::value::unknown::Unknown;
pub use crate::value::view::{FieldVisitor, Object, Param, Value, tagged};

/// Creates a call of `method`, for the inherent `send` of every method struct.
pub fn send<M: Method>(bot: &Bot, method: &M) -> Call<M::Response> {
    bot.call(method)
}

/// Writes the parameters of `method` as a map from wire name to value.
///
/// # Errors
///
/// The serializer's own.
pub fn serialize<M: Method, S: Serializer>(method: &M, serializer: S) -> Result<S::Ok, S::Error> {
    Value::Object(&Parameters(method)).serialize(serializer)
}

/// The body of a call of `method`, for measuring what encoding costs.
pub fn json<M: Method>(method: &M) -> Result<Vec<u8>, crate::error::EncodeError> {
    crate::json::encode::json(&Parameters(method))
}

/// Returns the time by the bot's clock.
#[must_use]
pub fn now(bot: &Bot) -> Duration {
    bot.timer().now()
}

/// Returns a future that completes after this time; `None` if the bot has no clock.
#[must_use]
pub fn sleep(bot: &Bot, time: Duration) -> Option<Sleep> {
    bot.timer().sleep(time)
}

/// Returns the random wait before a repetition with this number, which starts at 1.
#[must_use]
pub fn backoff(retry: &Retry, repetition: u32) -> Duration {
    crate::client::retry::backoff::backoff(retry, repetition)
}

/// Returns the error of a call whose result has an item that cannot be decoded.
#[must_use]
pub fn undecodable(method: &'static str, index: usize, error: &JsonError, raw: &str) -> Error {
    let (path, item) = (error.path(), format!("result[{index}]"));
    let path = match path.chars().next() {
        None | Some('[') => item + path,
        Some(_) => format!("{item}.{path}"),
    };
    let body = bytes::Bytes::copy_from_slice(raw.as_bytes());
    DecodeError::new(method, path, error.problem().to_owned(), body).into()
}
