//! What the compiler says to wrong definitions and calls. It is run as a program, which takes time.

#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/facts.rs"]
mod facts;
mod ui;
mod wrong_types;
