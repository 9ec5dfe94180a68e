//! JSON in both directions. Here: decoding text into targets, and encoding values as text, for our
//! own codec and for serde. Not here: what a message contains (`http`).

pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod escape;
mod serialize;
mod tag;
