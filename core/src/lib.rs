//! The runtime of `telegrammar`: what every declared Bot API method and type relies on.
//!
//! A call goes one way: struct → validate → encode → transport → envelope → response. This crate
//! knows no method of the Bot API; it works on the [`MethodInfo`] of a [`Method`] and on the
//! [`Value`]s of its parameters. Use it through the `telegrammar` crate.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod client;
mod error;
mod http;
mod json;
mod schema;
pub mod type_check;
mod validate;
mod value;

pub use client::bot::Bot;
pub use client::builder::{BotBuilder, BuildError};
pub use client::call::{Call, CallFuture};
pub use client::method::{FromResult, Method};
pub use client::server::{Server, ServerError};
pub use client::token::{Token, TokenError};
pub use error::{
    ApiError, ApiErrorKind, DecodeError, Delivery, Error, ResponseError, ResponseErrorKind,
    TransportError, TransportErrorKind,
};
pub use http::body::{Body, BodyStream, Multipart, UploadError};
pub use http::request::{Request, Response};
pub use http::transport::Transport;
pub use http::{envelope, transport};
pub use json::decode::from_json::from_json;
pub use json::encode::EncodeError;
pub use schema::{
    Bounds, Condition, Kind, Literal, MethodInfo, Number, ParamInfo, Pattern, Relation, Rule, Test,
};
pub use validate::{Invalid, Violation};
pub use value::input_file::InputFile;
pub use value::object::{
    Bare, Distinction, Keeper, Object, Show, TypeInfo, Union, UnionInfo, Unknown, VariantInfo, Word,
};
pub use value::target::{Integer, JsonSlot, ListSlot, Slot, Target};
pub use value::{Json, List, Param, Value};
