//! Data of Mini Apps: who opened one, and from where.
//!
//! A Mini App passes
//! [`Telegram.WebApp.initData`](https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app)
//! to the bot's own server, which must not believe it before it was verified:
//! [`InitData::verify`] does it with the bot's token, [`InitData::verify_third_party`] with a key of
//! Telegram, for bots of others.
//!
//! ```
//! use std::time::Duration;
//!
//! use telegrammar::Token;
//! use telegrammar::webapp::{InitData, InitDataError};
//!
//! /// Returns the id of the user who opened the Mini App less than an hour ago.
//! fn who(init_data: &str, token: &Token) -> Result<Option<i64>, InitDataError> {
//!     let data = InitData::verify(init_data, token, Duration::from_secs(3600))?;
//!     Ok(data.user.map(|user| user.id))
//! }
//! ```
//!
//! Here: verification and decoding of `initData`. Not here: the button that opens a Mini App
//! ([`WebAppInfo`](crate::types::WebAppInfo)), what it sends in a message
//! ([`WebAppData`](crate::types::WebAppData)), and logins on websites: these use `OpenID` Connect,
//! for which there are crates, such as `openidconnect`.

mod base64url;
mod check;
mod error;
mod init_data;
mod pairs;
mod participants;

pub use check::Environment;
pub use error::InitDataError;
pub use init_data::InitData;
pub use participants::{WebAppChat, WebAppUser};
