//! What becomes of JSON that servers write, of other JSON, and of what is none: a binary of its own,
//! so that the decoder can be tried for long without the rest.

mod absent;
mod case;
mod cases;
mod invalid_utf8;
mod lenient;
mod older_servers;
mod other_format;
mod outermost;
mod repairs;
mod samples;
mod syntax;
mod syntax_table;
mod values;
mod ways;
