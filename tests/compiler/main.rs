//! What the compiler says to wrong definitions and calls: it is run as a program, on crates of their own.

#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/facts.rs"]
mod facts;
mod ui;
mod wrong_types;
