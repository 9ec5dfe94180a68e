//! The runtime of `telegrammar`: what every declared Bot API method and type relies on.
//!
//! A call goes one way: struct → validate → encode → transport → envelope → response. This crate
//! knows no method of the Bot API; it works on the [`MethodInfo`] of a [`Method`] and on the
//! [`Value`]s of its parameters. Use it through the `telegrammar` crate.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod deserialize;
mod encode;
mod info;
mod method;
mod rule;
mod serialize;
mod validate;
mod value;

pub use encode::EncodeError;
pub use info::{Kind, Literal, MethodInfo, ParamInfo};
pub use method::{Method, Response};
pub use rule::{Bounds, Number, Relation, Rule};
pub use validate::{Invalid, Violation};
pub use value::{Json, List, Param, Value};
