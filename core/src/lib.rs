//! The runtime of `telegrammar`: what every declared Bot API method and type relies on.
//!
//! A call goes one way: struct → validate → encode → transport → envelope → response. This crate
//! knows no method of the Bot API; it works on the [`MethodInfo`] of a [`Method`] and on the
//! [`Value`]s of its parameters. Use it through the `telegrammar` crate.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod body;
mod bot;
mod call;
mod choose;
mod deserialize;
mod encode;
pub mod envelope;
mod error;
mod escape;
mod fill;
mod from_json;
mod info;
mod input_file;
pub mod kind;
mod method;
mod names;
mod object;
mod reader;
mod relation;
mod request;
mod rule;
mod serialize;
mod server;
mod slot;
mod token;
mod tolerance;
pub mod transport;
mod validate;
mod value;

pub use body::{Body, BodyStream, Multipart, UploadError};
pub use bot::{Bot, BotBuilder, BuildError};
pub use call::{Call, CallFuture};
pub use encode::EncodeError;
pub use error::{
    ApiError, ApiErrorKind, DecodeError, Delivery, Error, ResponseError, ResponseErrorKind,
    TransportError, TransportErrorKind,
};
pub use from_json::from_json;
pub use info::{Kind, Literal, MethodInfo, ParamInfo};
pub use input_file::InputFile;
pub use method::{FromResult, Method};
pub use object::{
    Bare, Distinction, Keeper, Object, Show, TypeInfo, Union, UnionInfo, Unknown, VariantInfo, Word,
};
pub use relation::{Condition, Relation, Test};
pub use request::{Request, Response};
pub use rule::{Bounds, Number, Pattern, Rule};
pub use server::{Server, ServerError};
pub use slot::{Integer, JsonSlot, ListSlot, Slot, Target};
pub use token::{Token, TokenError};
pub use transport::Transport;
pub use validate::{Invalid, Violation};
pub use value::{Json, List, Param, Value};
