//! The catalogue against the facts of the Bot API, both ways; every type and method of it with samples
//! made from the facts; and what some types have besides, written by hand.

mod answers;
mod complete;
mod damage;
mod facts;
mod files;
mod hostile;
mod list;
mod method_names;
mod methods;
mod properties;
mod random;
mod relations;
mod rules;
mod sample;
mod text;
mod types;
mod unions;
mod values;
mod verdicts;
mod words;
mod wrong;
