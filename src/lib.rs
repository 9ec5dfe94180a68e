//! The Telegram Bot API, *declared*: a method is a plain struct, and everything else is derived.
//!
//! ```
//! use telegrammar::{Bot, Error, telegram_method};
//!
//! /// Lists the profile pictures of a user.
//! #[telegram_method("getUserProfilePhotos")]
//! pub struct GetUserProfilePhotos {
//!     /// Whose pictures to list.
//!     pub user_id: i64,
//!     /// How many of the newest pictures to skip.
//!     pub offset: Option<i64>,
//!     /// How many pictures to return.
//!     #[telegram(range = 1..=100, default = 100)]
//!     pub limit: Option<i64>,
//! }
//!
//! async fn pictures(bot: &Bot) -> Result<i64, Error> {
//!     let photos = GetUserProfilePhotos::new(42).limit(10).send(bot).await?;
//!     Ok(photos.total_count)
//! }
//! ```
//!
//! Definitions are checked against the Bot API ([`BOT_API_VERSION`]) at compile time: one that
//! disagrees with it does not compile. What a definition omits, such as the result, the limits and
//! the defaults here, is taken from the Bot API.
//!
//! # Overview
//!
//! - [`methods`] and [`types`] contain definitions that are ready to use. [`telegram_method`] and
//!   [`telegram_type`] declare your own.
//! - [`Bot`] has a [`Token`], a [`Server`] and a transport: the default one, or [any tower
//!   service](BotBuilder::transport), with [layers](BotBuilder::layer) around it.
//! - A method struct has `new` for its required parameters, a setter for each optional one,
//!   `validate`, and `send`, which returns a [`Call`] to await.
//! - [`Bot::download`] fetches a file that was received, by its id or by the object that has it.
//! - [`webhook`] reads the updates that the server sends to a webhook, and answers with a call.
//! - An [`Error`] states what went wrong, and [whether the request reached the
//!   server](Error::delivery). No error contains the token.
//! - Every definition is available as data: [`Method::INFO`].
//!
//! # Features
//!
//! - `reqwest` (default): the transport over HTTPS, with reqwest and rustls. Without it, the crate
//!   depends on no HTTP crate. It enables `rustls-no-provider` of reqwest: if your own reqwest has no
//!   feature for TLS, `reqwest::Client::new()` panics; enable its feature `rustls`.
//! - `socks`: SOCKS proxies of the environment for that transport, as in `ALL_PROXY=socks5://…`.
//! - `redis`: a budget of calls that processes share by a redis server,
//!   `transport::RedisBudget`.
//! - `ring`: [`webhook::Secret`]`::derived`. Enabled by `reqwest`, whose TLS uses the crate ring.
//! - `webapp`: verification of the data of Mini Apps, `webapp`.
//! - `text`: text with entities, markup, splitting, commands, deep links and callback data, in the
//!   module `text`.
//! - `openapi`: OpenAPI documents and JSON Schemas of definitions, and calls of methods by name, in the
//!   module `openapi`.
//!
//! The package `telegrammar-testing` is a Bot API server on loopback for the tests of your own bot.
#![cfg_attr(docsrs, feature(doc_cfg))]

// The expansion refers to this crate by an absolute path, in this crate too.
extern crate self as telegrammar;

pub mod methods;
#[cfg(feature = "openapi")]
#[cfg_attr(docsrs, doc(cfg(feature = "openapi")))]
pub mod openapi;
#[cfg(feature = "text")]
#[cfg_attr(docsrs, doc(cfg(feature = "text")))]
pub mod text;
pub mod types;
pub mod updates;
#[cfg(feature = "webapp")]
#[cfg_attr(docsrs, doc(cfg(feature = "webapp")))]
pub mod webapp;
pub mod webhook;

pub use telegrammar_core::{
    ApiError, ApiErrorKind, Bot, BotBuilder, Call, Error, InputFile, Method, Retry, Server,
    Throttle, Token, Unknown, download, error, field, from_json, from_json_strict, param, schema,
    transport, value,
};

/// Declares a method of the Bot API: the fields of the struct are its parameters.
///
/// The attribute takes the method's name, followed by:
///
/// - `returns = Type`: the result type. Default: that of the Bot API.
/// - `one_of(a, b)`: exactly one of these fields must be set; may be repeated.
/// - `unlisted`: the method is newer than [`BOT_API_VERSION`], so its parameters are not checked
///   and `returns` is required.
/// - `repeatable`, for an unlisted method: a second identical call does no harm, so a call may be
///   retried although its response was lost. Default: it may not. Of listed methods it is known;
///   see [`MethodInfo::is_repeatable`](schema::MethodInfo::is_repeatable).
/// - `crate = path`: the path of telegrammar, if it has another name.
///
/// A field takes `#[telegram(...)]` with:
///
/// - `range = a..=b` for numbers, `len = a..=b` (characters) or `bytes = a..=b` (of UTF-8) for
///   text, `items = a..=b` for lists: the accepted range. It may be narrower than that of the Bot
///   API, but not wider. Default: that of the Bot API.
/// - `default = literal`: the server's default for an unset parameter. It is never sent.
/// - `rename = "name"`: the name on the wire.
/// - `skip`: the field is never sent; its type must implement `Default`.
/// - `unlisted`: the parameter is newer than [`BOT_API_VERSION`].
/// - `flatten`: the field is another method, whose parameters, limits and constraints this one has
///   too. `new` takes it, and it is built with its own setters.
///
/// A field that is an `Option` is optional and has a setter; all others are parameters of `new`.
/// The struct gets `new`, the setters, `validate`, `send`, and implementations of [`Method`],
/// `serde::Serialize` and `serde::Deserialize`.
///
/// ```
/// use telegrammar::telegram_method;
///
/// #[telegram_method("setDogName", unlisted, returns = bool)]
/// struct SetDogName {
///     #[telegram(len = 1..=32)]
///     name: String,
///     age: Option<u8>,
/// }
///
/// let call = SetDogName::new("Rex").age(3);
/// assert_eq!(serde_json::to_string(&call)?, r#"{"name":"Rex","age":3}"#);
/// assert!(SetDogName::new("").validate().is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A parameter that Telegram added to a known method takes two fields:
///
/// ```
/// use telegrammar::methods::SendMessage;
/// use telegrammar::telegram_method;
///
/// #[telegram_method("sendMessage")]
/// struct SendMoodyMessage {
///     #[telegram(flatten)]
///     base: SendMessage,
///     #[telegram(unlisted)]
///     mood: Option<String>,
/// }
///
/// let call = SendMoodyMessage::new(SendMessage::new(42, "Hello")).mood("sunny");
/// let json = r#"{"chat_id":42,"text":"Hello","mood":"sunny"}"#;
/// assert_eq!(serde_json::to_string(&call)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Compile errors of invalid definitions are explained in [`diagnostics`].
pub use telegrammar_macros::telegram_method;

/// Declares a type of the Bot API.
///
/// - A struct is an object; its fields take the same `#[telegram(...)]` as those of
///   [`telegram_method`]. A field with `flatten` is another object, whose fields this one has too.
///   If that is [`Update`](types::Update), declare each new kind as an `Option`: an update without
///   a field that is required cannot be represented, and its whole batch is an error. A field
///   `#[telegram(rest)] rest: UnknownFields` stores all members that the type does not know, in
///   [`UnknownFields`](value::UnknownFields); without it, they are skipped.
/// - An enum whose variants contain one object each is a union. A variant `Unknown(Unknown)` stores
///   values that a later version of the Bot API adds.
/// - An enum of names is a closed set of words, identified by its field:
///   `#[telegram_type("Chat.type")]`. A variant `Unknown(String)` stores words that a later version
///   adds.
///
/// The attribute takes the type's name if it differs from that of the item, and `unlisted` for a
/// custom type. With `tag = "field"`, that field of a custom union names the variant; without it, the
/// variants are distinguished by their fields, or as texts, numbers, Booleans and lists.
///
/// A variant takes `#[telegram(rename = "name")]`, its word or tag, and `#[telegram(unlisted)]` if it
/// is newer than [`BOT_API_VERSION`]: then a union of the Bot API adds the tag to the object that the
/// variant holds.
///
/// The type gets `serde::Serialize`,
/// `serde::Deserialize` and `INFO`. A type that is sent also gets `new`, a setter for each optional
/// field, and `validate`.
///
/// ```
/// use telegrammar::{Unknown, telegram_type};
///
/// #[telegram_type(unlisted)]
/// #[derive(Debug, PartialEq)]
/// struct Dog {
///     name: String,
///     age: Option<i64>,
/// }
///
/// #[telegram_type(unlisted)]
/// #[derive(Debug, PartialEq)]
/// struct Cat {
///     lives: i64,
/// }
///
/// #[telegram_type(unlisted, tag = "kind")]
/// #[derive(Debug, PartialEq)]
/// enum Pet {
///     Dog(Dog),
///     Cat(Cat),
///     Unknown(Unknown),
/// }
///
/// let pets: Vec<Pet> = serde_json::from_str(
///     r#"[{"kind":"cat","lives":9},{"kind":"fish","fins":7}]"#,
/// )?;
/// assert_eq!(pets[0], Pet::Cat(Cat::new(9)));
/// assert!(matches!(&pets[1], Pet::Unknown(fish) if fish.tag() == "fish"));
/// assert_eq!(
///     serde_json::to_string(&pets)?,
///     r#"[{"kind":"cat","lives":9},{"kind":"fish","fins":7}]"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
pub use telegrammar_macros::telegram_type;

#[doc = include_str!("diagnostics.md")]
pub mod diagnostics {}

/// The version of the Bot API that definitions are checked against.
pub const BOT_API_VERSION: &str = telegrammar_macros::bot_api_version!();

#[doc(hidden)]
pub use telegrammar_core::{own_type, type_check};

#[doc(hidden)]
pub mod __private {
    pub use telegrammar_core::__private::*;
    pub use telegrammar_macros::{TelegramMethod, TelegramType};
}

/// Compiles and runs the Rust code of the README as documentation tests. Some of it needs a feature.
#[cfg(all(doctest, feature = "text", feature = "webapp"))]
#[doc = include_str!("../README.md")]
struct Readme;
