//! The runtime of `telegrammar`: what every declared Bot API method and type relies on.
//!
//! A call goes one way: struct → validate → encode → transport → envelope → response. This crate
//! knows no method and no type of the Bot API; it works on the tables of their definitions. Use it
//! through the `telegrammar` crate.
//!
//! The modules stand here in the order of a call, and each uses only those before it, and `error`:
//! `schema` (what a definition says), `value` (values without their types), `type_check` (questions
//! to the compiler), `validate`, `json`, `http`, `client`. A test holds that order.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod client;
pub mod error;
mod http;
mod json;
pub mod schema;
#[doc(hidden)]
pub mod type_check;
mod validate;
pub mod value;

pub use client::bot::Bot;
pub use client::builder::BotBuilder;
pub use client::call::Call;
pub use client::method::Method;
pub use error::{ApiError, ApiErrorKind, Error};
pub use http::server::Server;
pub use http::token::Token;
pub use json::decode::{from_json, from_json_strict};
pub use value::input_file::InputFile;
pub use value::unknown::Unknown;

/// The seam between a call and the network, for transports and layers of your own.
pub mod transport {
    pub use crate::client::call::CallFuture;
    pub use crate::client::method::FromResult;
    pub use crate::client::response::decode_response;
    pub use crate::http::body::{Body, BodyStream, Multipart};
    pub use crate::http::request::{Request, Response};
    pub use crate::http::transport::*;
}
