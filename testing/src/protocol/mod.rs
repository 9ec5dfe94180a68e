//! The protocol: from a request on the wire to parameters and files, and from an answer to a response.

pub(crate) mod address;
pub(crate) mod bot_complaint;
pub(crate) mod complaint;
pub(crate) mod cut;
pub(crate) mod disposition;
pub(crate) mod encoding;
pub(crate) mod envelope;
mod form;
pub(crate) mod integer;
mod json;
pub(crate) mod parameters;
pub(crate) mod refusal;
pub(crate) mod response;
pub(crate) mod token;
