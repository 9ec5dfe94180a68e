//! Definitions as source text through the whole macro, in this process.

mod cases;
mod expansion;
mod fragments;
mod methods;
mod mutants;
mod paths;
pub(crate) mod render;
mod repeat;
mod robust;
pub(crate) mod run;
mod style;
