//! Definitions as source text through the whole macro, in this process.

mod cases;
mod fragments;
mod methods;
mod mutants;
mod paths;
mod render;
mod repeat;
mod robust;
mod run;
mod style;
