//! Calls of the runtime without macros, over HTTP on loopback and over services in memory.

#[cfg(feature = "reqwest")]
mod failures;
mod loopback;
mod transports;
#[cfg(feature = "reqwest")]
mod wire;
