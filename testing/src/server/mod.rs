//! The protocol: from a request on the wire to parameters and files, and from an answer to a response.

pub(crate) mod address;
pub(crate) mod complaint;
mod control;
mod cut;
pub(crate) mod delivery;
pub(crate) mod disposition;
mod download;
pub(crate) mod envelope;
mod form;
pub(crate) mod http;
pub(crate) mod integer;
pub(crate) mod parameters;
mod polling;
mod response;
pub(crate) mod shared;
pub(crate) mod token;
