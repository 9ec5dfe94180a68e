//! A call from the method to its result or error, over HTTP on loopback and over services in memory.

#[cfg(feature = "reqwest")]
mod failures;
mod loopback;
mod seam;
#[cfg(feature = "reqwest")]
mod wire;
