//! Random and damaged input for everything in telegrammar that reads input of others. Here: the targets,
//! and what runs them with reproducible input on stable Rust. The files in `coverage/` run the same targets
//! with libFuzzer.
//!
//! Start reading at `target`; `targets/` has a file for each.

mod decoding;
// The facts of the Bot API, random values of its types, and the oracles of the decoder are those of the
// tests.
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/catalogue/facts.rs"]
mod facts;
mod fixtures;
#[allow(dead_code, unused_imports, reason = "the tests use more of it")]
#[path = "../../tests/catalogue/random/mod.rs"]
mod random;
pub mod run;
pub mod target;
mod targets;
