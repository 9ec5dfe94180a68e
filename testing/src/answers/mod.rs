//! Answers to calls.

pub(crate) mod builtin;
