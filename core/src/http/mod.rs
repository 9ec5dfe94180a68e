//! HTTP requests and responses, without any HTTP crate. Here: bodies, envelopes, tokens, servers
//! and the transport interface. Not here: who sends a request and when (`client`).

pub(crate) mod body;
pub(crate) mod endpoint;
pub(crate) mod envelope;
pub(crate) mod file;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod server;
pub(crate) mod size;
pub(crate) mod timer;
pub(crate) mod token;
pub(crate) mod transport;
