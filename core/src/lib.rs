//! The runtime of `telegrammar`: what every declared Bot API method and type relies on. Use it
//! through the `telegrammar` crate. This crate contains no method and no type of the Bot API; it
//! works on the tables that definitions provide.
//!
//! A call passes through: struct → validate → encode → transport → envelope → response.
//!
//! The modules are in the order of a call. Each uses only those before it, and `error`: `schema`
//! (descriptions of methods and types as data), `value` (type-erased values and targets),
//! `type_check` (traits that check field types), `own_type` (macros for users' own types),
//! `validate` (rules), `json` (decoder and encoder), `http` (requests and responses), `client` (bot
//! and calls). A test checks that order.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
pub mod __private;
mod client;
pub mod error;
mod http;
mod json;
#[doc(hidden)]
pub mod own_type;
pub mod schema;
#[doc(hidden)]
pub mod type_check;
mod validate;
pub mod value;

pub use client::bot::Bot;
pub use client::builder::BotBuilder;
pub use client::call::Call;
pub use client::method::Method;
pub use client::retry::policy::Retry;
pub use client::throttle::policy::Throttle;
pub use error::{ApiError, ApiErrorKind, Error};
pub use http::server::Server;
pub use http::token::Token;
pub use json::decode::{from_json, from_json_strict};
pub use value::input_file::InputFile;
pub use value::unknown::Unknown;

/// Downloads of files. They start with [`Bot::download`].
pub mod download {
    pub use crate::client::download::{Download, FileStream};
    pub use crate::value::remote_file::{FileRef, RemoteFile};
}

/// The interface between a call and the network, for custom transports and layers.
pub mod transport {
    pub use crate::client::deadline::DeadlineLayer;
    pub use crate::client::method::FromResult;
    pub use crate::client::migration::MigrationLayer;
    pub use crate::client::response::decode_response;
    pub use crate::client::retry::layer::RetryLayer;
    pub use crate::client::throttle::budget::{Budget, BudgetFuture, Reservation, Reserved};
    pub use crate::client::throttle::layer::ThrottleLayer;
    pub use crate::client::throttle::limit::Limit;
    pub use crate::client::throttle::memory::MemoryBudget;
    #[cfg(feature = "redis")]
    #[cfg_attr(docsrs, doc(cfg(feature = "redis")))]
    pub use crate::client::throttle::redis::{RedisBudget, RedisBudgetError};
    pub use crate::http::body::{Body, BodyStream, Multipart};
    pub use crate::http::file::request::FileRequest;
    pub use crate::http::file::response::FileResponse;
    pub use crate::http::request::Request;
    pub use crate::http::response::Response;
    pub use crate::http::timer::{Sleep, Timer};
    #[cfg(feature = "reqwest")]
    #[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
    pub use crate::http::transport::{ClientError, Reqwest};
    pub use crate::http::transport::{Transport, TransportFuture};
}
