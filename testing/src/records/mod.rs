//! The requests that the server received.

mod file;
mod log;
mod request;
mod transcript;

pub use file::ReceivedFile;
pub(crate) use log::{AboutBot, Entry, Log};
pub use request::ReceivedRequest;
pub(crate) use transcript::{call_text, summary, transcript};
