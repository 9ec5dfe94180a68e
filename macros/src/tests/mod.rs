//! Definitions as source text, expanded by the whole macro within this process. Not here: errors of
//! the type checker, which need a compiler (`tests/compiler` of telegrammar).

mod cases;
mod expansion;
mod fragments;
mod help;
mod member_mutants;
mod methods;
mod mutants;
mod page;
mod paths;
mod render;
mod repeat;
mod robust;
mod run;
mod slips;
mod style;
mod variant_mutants;
