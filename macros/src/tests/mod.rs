//! Definitions as source text, expanded by the whole macro within this process.

mod cases;
mod expansion;
mod fragments;
mod methods;
mod mutants;
mod page;
mod paths;
mod render;
mod repeat;
mod robust;
mod run;
mod style;
