//! The Telegram Bot API, declared.
pub use telegrammar_core::*;
