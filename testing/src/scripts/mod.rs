//! Responses that a test specifies.

mod refusal;
pub(crate) mod reply;
mod script;

pub use refusal::Refusal;
pub use reply::Reply;
pub(crate) use script::Scripts;
