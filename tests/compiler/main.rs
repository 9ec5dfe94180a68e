//! Compile errors of invalid definitions and calls. The compiler is run, which takes time.

mod checked;
mod definition;
mod editor;
#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/facts.rs"]
mod facts;
mod ui;
mod valid_types;
mod wrong_definitions;
mod wrong_types;
mod wrong_variants;
