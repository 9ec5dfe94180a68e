//! The requests that the server received.

mod file;
mod request;

pub use file::ReceivedFile;
pub use request::ReceivedRequest;
