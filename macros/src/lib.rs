//! The attributes of `telegrammar`.
