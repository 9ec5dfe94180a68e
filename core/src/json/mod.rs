//! JSON, both ways: text into decode targets, and values into text, for our own engine and for serde.

pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod escape;
mod serialize;
