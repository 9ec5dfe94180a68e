//! Decodes JSON into targets.

pub(crate) mod fill;
pub(crate) mod from_json;
pub(crate) mod lenient;
pub(crate) mod reader;
pub(crate) mod union;
