//! Responses that a test specifies.

pub(crate) mod reply;
mod script;

pub use reply::Reply;
pub(crate) use script::Scripts;
