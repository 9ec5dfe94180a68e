//! JSON, both ways: from text into decode targets, and from values to text.

pub(crate) mod decode;
pub(crate) mod deserialize;
pub(crate) mod encode;
pub(crate) mod escape;
pub(crate) mod serialize;
