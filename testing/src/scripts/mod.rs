//! Responses that a test specifies.

pub(crate) mod reply;

pub use reply::Reply;
