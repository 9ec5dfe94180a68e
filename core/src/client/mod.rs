//! The client: a bot, and the calls that it sends.

pub(crate) mod bot;
pub(crate) mod build_error;
pub(crate) mod builder;
pub(crate) mod call;
pub(crate) mod method;
pub(crate) mod response;
pub(crate) mod shared;
