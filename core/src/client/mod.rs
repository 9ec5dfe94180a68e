//! The client: a bot, and the calls that it sends.

pub(crate) mod bot;
pub(crate) mod builder;
pub(crate) mod call;
pub(crate) mod method;
pub(crate) mod server;
pub(crate) mod token;
