//! Uploads as a server sees them: taken apart by a parser of its own, written after the rules of the
//! real server's.
#![cfg(feature = "reqwest")]

mod attempts;
mod documents;
mod form;
mod group;
mod lengths;
mod names;
mod receiver;
mod sending;
mod traps;
