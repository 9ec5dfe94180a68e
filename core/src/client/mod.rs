//! The client: a bot and its calls. Here: settings, deadlines, tracing, and the decoding of
//! responses. Not here: how requests are encoded and transported (`http`).

pub(crate) mod bot;
pub(crate) mod build_error;
pub(crate) mod builder;
pub(crate) mod call;
pub(crate) mod deadline;
pub(crate) mod download;
pub(crate) mod method;
pub(crate) mod migration;
pub(crate) mod reply;
pub(crate) mod response;
pub(crate) mod retry;
pub(crate) mod shared;
pub(crate) mod throttle;
