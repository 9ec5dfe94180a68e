//! Logging of calls. A separate process, because a subscriber is installed for all of it.

mod log;
#[path = "../client/loopback.rs"]
mod loopback;
#[cfg(feature = "reqwest")]
mod secrecy;
mod spans;
