//! A call as an HTTP request, and what comes back, without any HTTP crate.

pub(crate) mod body;
pub(crate) mod envelope;
pub(crate) mod request;
pub(crate) mod server;
pub(crate) mod token;
pub(crate) mod transport;
