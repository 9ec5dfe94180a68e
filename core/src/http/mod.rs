//! A call as an HTTP request, and what comes back, without any HTTP crate.

pub(crate) mod body;
pub mod envelope;
pub(crate) mod request;
pub mod transport;
