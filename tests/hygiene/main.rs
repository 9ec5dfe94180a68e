//! The expansion relies on nothing that happens to be in scope, and spoils nothing that is.

extern crate telegrammar as renamed;

mod prelude;
mod renaming;
mod shadows;
