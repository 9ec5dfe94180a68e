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

pub use telegrammar_core::*;
pub use telegrammar_macros::{telegram_method, telegram_type};

/// The version of the Bot API that this release knows and checks definitions against.
pub const BOT_API_VERSION: &str = telegrammar_macros::bot_api_version!();

#[doc(hidden)]
pub mod __private {
    pub use telegrammar_core::__private::*;
    pub use telegrammar_macros::{TelegramMethod, TelegramType};
}

/// The Rust code of the README is compiled and run with the documentation's.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
