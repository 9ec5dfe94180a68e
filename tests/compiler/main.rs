//! Compile errors of invalid definitions and calls. The compiler is run, which takes time.

#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/facts.rs"]
mod facts;
mod ui;
mod wrong_types;
