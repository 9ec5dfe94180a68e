//! Calls of the runtime without macros, over HTTP on loopback and over services in memory.

#[cfg(feature = "reqwest")]
mod cancelled;
#[cfg(feature = "reqwest")]
mod custom_tokens;
#[cfg(feature = "reqwest")]
mod downloads;
#[cfg(feature = "reqwest")]
mod failures;
#[cfg(feature = "reqwest")]
mod faults;
mod file_transports;
#[cfg(feature = "reqwest")]
mod limits;
mod loopback;
#[cfg(feature = "reqwest")]
mod many_bots;
#[cfg(feature = "reqwest")]
mod paths;
#[cfg(feature = "reqwest")]
mod polled;
#[cfg(feature = "reqwest")]
mod proxies;
#[cfg(feature = "reqwest")]
mod random_downloads;
#[cfg(feature = "reqwest")]
mod ranges;
mod transports;
#[cfg(feature = "reqwest")]
mod wire;
