//! What becomes of JSON that servers write, of other JSON, and of what is none: a binary of its own,
//! so that the decoder can be tried for long without the rest.

mod absent;
mod bases;
mod case;
mod cases;
mod damage;
mod damaged;
mod differential;
mod document;
#[allow(dead_code)] // Shared with `tests/catalogue`.
#[path = "../catalogue/facts.rs"]
mod facts;
mod invalid_utf8;
mod lenient;
mod list;
#[path = "../catalogue/method_names.rs"]
mod method_names;
mod older_servers;
mod other_format;
mod outcomes;
mod outermost;
#[allow(dead_code, unused_imports)] // Shared with `tests/catalogue`.
#[path = "../catalogue/random/mod.rs"]
mod random;
mod reference;
mod repairs;
mod samples;
mod syntax;
mod syntax_table;
mod values;
mod ways;
mod zero_fall_backs;
