//! The Telegram Bot API, *declared*: a method is a plain struct, and everything else is derived.
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
