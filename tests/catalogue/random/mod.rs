//! Random JSON that conforms to the facts.

mod generator;
mod scalars;
mod source;
mod tree;

pub(crate) use generator::{Generator, Reached};
pub(crate) use source::Source;
pub(crate) use tree::{Tree, Use};
