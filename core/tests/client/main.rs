//! Calls of the runtime without macros, over HTTP on loopback and over services in memory.

#[cfg(feature = "reqwest")]
mod downloads;
#[cfg(feature = "reqwest")]
mod failures;
mod file_transports;
mod loopback;
mod transports;
#[cfg(feature = "reqwest")]
mod wire;
