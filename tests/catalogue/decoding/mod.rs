//! What becomes of JSON that servers write, of other JSON, and of what is none.

mod absent;
mod bases;
mod case;
mod cases;
mod damage;
mod damaged;
mod differential;
mod document;
mod invalid_utf8;
mod lenient;
pub(crate) mod list;
mod older_servers;
mod other_format;
pub(crate) mod outcomes;
mod outermost;
mod reference;
mod repairs;
mod samples;
mod syntax;
mod syntax_table;
mod values;
pub(crate) mod ways;
pub(crate) mod zero_fall_backs;
