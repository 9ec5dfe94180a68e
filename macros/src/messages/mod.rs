//! The texts of all errors and warnings, one constructor each. Here: texts. Not here: codes
//! (`diagnostics::code`), and when an error occurs (`check`, `syntax`).
//!
//! A head says what is wrong with the token under the caret, in lower case and without a full stop.
//! `help` is what to type. `note` is the reason.

mod container;
mod facts;
mod field;
mod name;
mod rule;
mod syntax;
mod text;
mod types;
mod variant;

pub(crate) use container::*;
pub(crate) use facts::*;
pub(crate) use field::*;
pub(crate) use name::*;
pub(crate) use rule::*;
pub(crate) use syntax::*;
pub(crate) use text::{field_name, typed};
pub(crate) use types::*;
pub(crate) use variant::*;
