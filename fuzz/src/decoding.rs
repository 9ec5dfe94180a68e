//! What the tests of the decoder have: values to damage, ways to damage them, and what must hold of the
//! results.
#![allow(dead_code, reason = "the tests use more of it")]

#[path = "../../tests/catalogue/decoding/bases.rs"]
pub(crate) mod bases;
#[path = "../../tests/catalogue/decoding/damage.rs"]
pub(crate) mod damage;
#[path = "../../tests/catalogue/decoding/document.rs"]
pub(crate) mod document;
#[path = "../../tests/catalogue/decoding/other_format.rs"]
pub(crate) mod other_format;
#[path = "../../tests/catalogue/decoding/outcomes.rs"]
pub(crate) mod outcomes;
#[path = "../../tests/catalogue/decoding/reference.rs"]
pub(crate) mod reference;
#[path = "../../tests/catalogue/decoding/syntax_table.rs"]
pub(crate) mod syntax_table;
#[path = "../../tests/catalogue/decoding/ways.rs"]
pub(crate) mod ways;
