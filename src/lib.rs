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
//! The compiler knows the Bot API ([`BOT_API_VERSION`] says which version): a definition that
//! disagrees with it does not build. What a definition leaves out, such as the result, the limits
//! and the defaults here, comes from what is known of the method.
//!
//! # Where to find what
//!
//! - [`methods`] and [`types`] hold definitions that are ready to use, [`telegram_method`] and
//!   [`telegram_type`] make your own.
//! - [`Bot`] holds a [`Token`], a [`Server`], and the way to it: the default transport, or
//!   [any tower service](BotBuilder::transport), with [layers](BotBuilder::layer) around it.
//! - A method struct has `new` for what is required, a setter for each parameter that is not,
//!   `validate`, and `send`, which gives a [`Call`] to await.
//! - An [`Error`] says what went wrong, and [how far the call has come](Error::delivery). No error
//!   shows the token.
//! - Every definition is there as data too: [`Method::INFO`].
//!
//! # Features
//!
//! - `reqwest` (default): the transport over HTTPS, with reqwest and rustls. Without it no HTTP crate
//!   is built.
//! - `testing`: `telegrammar::testing`, a Bot API server on loopback for the tests of your own bot.
#![cfg_attr(docsrs, feature(doc_cfg))]

// The expansion names this crate by an absolute path, here as everywhere.
extern crate self as telegrammar;

pub mod methods;
#[cfg(feature = "testing")]
pub mod testing;
pub mod types;

pub use telegrammar_core::{
    ApiError, ApiErrorKind, Bot, BotBuilder, Call, Error, InputFile, Method, Server, Token,
    Unknown, error, field, from_json, from_json_strict, param, schema, transport, value,
};

/// Declares a method of the Bot API: the fields of the struct are its parameters.
///
/// The attribute takes the method's name, and behind it:
///
/// - `returns = Type`: what the server answers with. Left out, it is what the Bot API says.
/// - `one_of(a, b)`: exactly one of these fields must be given; may be repeated.
/// - `unlisted`: the method is newer than [`BOT_API_VERSION`], so its parameters are not checked
///   and `returns` is needed.
/// - `crate = path`: where telegrammar is, if it goes by another name.
///
/// A field takes `#[telegram(...)]` with:
///
/// - `range = a..=b` for numbers, `len = a..=b` (characters) or `bytes = a..=b` (of UTF-8) for
///   text, `items = a..=b` for lists: what is accepted. It may narrow what the Bot API accepts,
///   never widen it, and is that if it is left out.
/// - `default = literal`: what the server assumes for a parameter that is left out. It is never
///   sent.
/// - `rename = "name"`: the name on the wire.
/// - `skip`: the field is never sent; its type needs `Default`.
/// - `unlisted`: the parameter is newer than [`BOT_API_VERSION`].
///
/// A field that is an `Option` may be left out of a call, and has a setter; all others are
/// arguments of `new`. The struct gets `new`, the setters, `validate`, `send`, and the traits
/// [`Method`], `serde::Serialize` and `serde::Deserialize`.
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
/// What the compiler says to a definition that cannot be right is explained in [`diagnostics`].
pub use telegrammar_macros::telegram_method;

/// Declares a type of the Bot API.
///
/// - A struct is an object; its fields take the same `#[telegram(...)]` as those of
///   [`telegram_method`].
/// - An enum whose variants hold one object each is a union. A variant `Unknown(Unknown)` holds what
///   a later version of the Bot API adds.
/// - An enum of names is a closed set of words, named by the field that it is for:
///   `#[telegram_type("Chat.type")]`. A variant `Unknown(String)` holds words that come later.
///
/// The attribute takes the type's name if it is not that of the item, and `unlisted` for a type of
/// your own, with `tag = "field"` for a union. The type gets `serde::Serialize`,
/// `serde::Deserialize`, `INFO`, and where it goes out with requests `new`, a setter for each
/// optional field, and `validate`.
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

/// The version of the Bot API that this release knows and checks definitions against.
pub const BOT_API_VERSION: &str = telegrammar_macros::bot_api_version!();

#[doc(hidden)]
pub use telegrammar_core::type_check;

#[doc(hidden)]
pub mod __private {
    pub use telegrammar_core::__private::*;
    pub use telegrammar_macros::{TelegramMethod, TelegramType};
}

/// The Rust code of the README is compiled and run with the documentation's.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
