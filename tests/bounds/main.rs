//! The rules of a value, at their very edges.

mod counts;
mod floats;
mod integers;
mod relations;
mod texts;
